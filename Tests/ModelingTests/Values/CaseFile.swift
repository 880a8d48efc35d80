import Foundation
import Testing

/// A table of cases: one a line, columns between bars, comments after #. Each case knows its line, so that a failure is
/// shown there.
struct CaseFile {
  struct Case {
    var columns: [String]
    var location: SourceLocation

    /// The column at `index`; empty if the line is shorter.
    subscript(index: Int) -> String { index < columns.count ? columns[index] : "" }
  }

  var cases: [Case] = []

  init(_ name: String, file: String = #filePath) throws {
    let path = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Cases/\(name).txt").path
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for (index, line) in text.components(separatedBy: "\n").enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let columns = line.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      cases.append(
        Case(
          columns: columns,
          location: SourceLocation(
            fileID: "ModelingTests/\(name).txt", filePath: path, line: index + 1, column: 1)))
    }
    try #require(!cases.isEmpty)
  }
}
