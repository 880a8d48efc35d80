import Foundation
import Provenance
import Reading
import Testing

/// One case of a file in `Cases`: `== name`, the input with visible marks for control characters (its own line ends
/// do not count), `-- dialect` and the ids of the diagnostics, then the tree.
struct ReadingCase: CustomTestStringConvertible, Sendable {
  var name: String
  var input: String
  var findings: String
  var tree: [String]

  var testDescription: String { name }

  static func load(_ file: String) throws -> [ReadingCase] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/\(file).txt")
    let text = try String(contentsOf: url, encoding: .utf8)
    return text.components(separatedBy: "== ").dropFirst().compactMap { part in
      let lines = part.components(separatedBy: "\n")
      guard let name = lines.first, let divider = lines.firstIndex(where: { $0.hasPrefix("-- ") }) else { return nil }
      return ReadingCase(
        name: name, input: Marks.hide(lines[1..<divider].joined()), findings: String(lines[divider].dropFirst(3)),
        tree: lines[(divider + 1)...].filter { !$0.isEmpty })
    }
  }
}

@Suite struct ReadingCaseTests {
  @Test(arguments: ["cell-per-line", "row-per-line", "spaced"])
  func readsAsTheCasesSay(_ file: String) throws {
    let cases = try ReadingCase.load(file)
    #expect(!cases.isEmpty)
    for example in cases {
      var diagnostics: [Diagnostic] = []
      let result = try read(Array(example.input.utf8), diagnostics: &diagnostics)
      let findings = ([result.dialect] + diagnostics.map(\.id)).joined(separator: " ")
      #expect(findings == example.findings, "\(file): \(example.name)")
      let tree = DocumentPrinter(document: result.document).lines()
      #expect(
        tree == example.tree,
        "\(file): \(example.name)\n\(tree.joined(separator: "\n"))")
    }
  }
}
