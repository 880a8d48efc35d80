internal import Glibc
internal import ICU
internal import Ingestion
internal import Provenance
internal import Publishing

/// What the program runs in: which streams are terminals, how wide they are, what the user prefers.
enum Terminal {
  static let output: Int32 = 1
  static let error: Int32 = 2

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal, else those that COLUMNS says, else nil.
  static func width(_ descriptor: Int32) -> Int? {
    var size = winsize()
    // The kernel fills in the struct that it is given, and nothing beyond.
    if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    guard let columns = environment("COLUMNS").flatMap({ Int($0) }), (1...10_000).contains(columns) else { return nil }
    return columns
  }

  /// Whether to colour: on a terminal that can, unless NO_COLOR is set to anything (no-color.org).
  static func showsColour(_ descriptor: Int32) -> Bool {
    isTerminal(descriptor) && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  static func language(_ asked: Language?) -> Language {
    Language.preferred(asked, environment: environment)
  }

  static func environment(_ name: String) -> String? {
    // The string is copied at once; nothing here changes the environment.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}

extension Terminal {
  /// Prints a line on standard error.
  static func complain(_ text: String) {
    var stream = StandardOutput(Terminal.error)
    stream.write(text + "\n")
    stream.flush()
  }

  /// Says on standard error why a file failed.
  static func complain(_ path: String, _ failure: Failure, _ language: Language) {
    complain(path, Diagnostic(failure.id, .error, failure.message), language)
  }

  /// Says on standard error what was found in a file, in a line that commands no terminal whatever the file holds.
  static func complain(_ path: String, _ finding: Diagnostic, _ language: Language) {
    let label =
      switch finding.severity {
      case .error: language.choose("错误", "error")
      case .warning: language.choose("警告", "warning")
      case .note: language.choose("提示", "note")
      }
    complain(DisplayWidth().visible("\(path): \(label)[\(finding.id)]: \(language.choose(finding.message))"))
  }

  /// The processors that this process may use.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
