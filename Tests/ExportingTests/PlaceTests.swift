import Digest
import Exporting
import Foundation
import JSON
import Testing

@Suite struct PlaceTests {
  /// A real filing, and the same as other programs lay it out.
  @Test func rowsDoNotDependOnHowTheFileIsLaidOut() throws {
    let output = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Output/2021/130304-131.json")
    let indented = [UInt8](try Data(contentsOf: output))
    let compact = Array(try JSONParser.parse(indented).canonicalText.utf8)
    let one = try FilingReader.rows(of: indented, sha256: "x", name: "a")
    let other = try FilingReader.rows(of: compact, sha256: "x", name: "b")
    for (table, (left, right)) in zip(Tables.ofFiling, zip(one.tables, other.tables)) {
      #expect(left.cells == right.cells, "\(table.name)")
    }
    // Places were found at all: the total of the first project.
    let budgets = one["budgets"]
    #expect(Array(budgets[0].suffix(4)) == [.text("21.00"), .text("单位：万元"), .integer(59), .integer(2)])
  }

  @Test func aFileThatBreaksOffIsAnErrorWhereverItDoes() throws {
    let output = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Output/2021/130304-131.json")
    let whole = [UInt8](try Data(contentsOf: output))
    for length in stride(from: 0, to: whole.count - 1, by: 4099) {
      #expect(throws: ExportError.self) {
        try FilingReader.rows(of: Array(whole[..<length]), sha256: "x", name: "a")
      }
    }
  }
}
