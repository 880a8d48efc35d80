/// Makes `Forms.generated.swift`: the data files of the forms as string literals, in the order of their names.
func generateForms(from files: [(name: String, json: String)]) -> String {
  let members = files.map { file in
    """
      static let \(file.name) = #\"""
    \(file.json.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
        \"""#
    """
  }
  return """
    // Generated from the *.json files in this folder by `dev docs`. Do not edit.

    /// The data files of the forms.
    enum FormData {
    \(members.joined(separator: "\n\n"))

      /// All of them, by name.
      static let all: [(name: String, json: String)] = [
    \(files.map { "    (\"\($0.name)\", \($0.name))" }.joined(separator: ",\n"))\(files.count > 1 ? "," : "")
      ]
    }

    """
}
