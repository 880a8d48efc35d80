/// What LibreOffice is told before it starts: a profile of its own, in which nothing runs and nothing is fetched.
enum OfficeProfile {
  /// `user/registrymodifications.xcu` in the profile's folder.
  static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">

    """ + settingsList.map { line($0, $1, $2) }.joined() + "</oor:items>\n"

  private static let security = "Common/Security/Scripting"

  private static let settingsList: [(path: String, name: String, value: String)] = [
    // No macros, whoever signed them; no active content.
    (security, "MacroSecurityLevel", "3"),
    (security, "DisableMacrosExecution", "true"),
    (security, "DisableActiveContent", "true"),
    // Linked texts and pictures are not fetched; 2 is never.
    (security, "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),
    ("Writer/Content/Update", "Field", "false"),
    ("Writer/Content/Update", "Chart", "false"),
    // Whatever asks the network all the same is sent where nobody listens.
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    // No questions at the start, no recovery of what crashed.
    ("Common/Misc", "FirstRun", "false"),
    ("Common/Save/Document", "AutoSave", "false"),
    ("Setup/Office", "ooSetupInstCompleted", "true"),
  ]

  private static func line(_ path: String, _ name: String, _ value: String) -> String {
    let root = path.hasPrefix("Inet") || path.hasPrefix("Setup") ? "/org.openoffice." : "/org.openoffice.Office."
    return #"<item oor:path="\#(root)\#(path)"><prop oor:name="\#(name)" oor:op="fuse">"#
      + "<value>\(value)</value></prop></item>\n"
  }

  /// Nothing is shown, asked, locked or restored.
  static let arguments = [
    "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard",
  ]
}
