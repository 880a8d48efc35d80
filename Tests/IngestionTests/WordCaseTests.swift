import Foundation
import Ingestion
import JSON
import TestSupport
import Testing

/// The Word files in `Cases`, one for each family of forms and one of odd details: labels with spaces and line breaks,
/// merged cells in the middle of their rows, tables that go on with their heads repeated, several projects in one table,
/// notes below.
///
/// Each is written from the text of its name; `JIXIAO_WRITE_CASES=1 swift test --filter WordCaseTests` writes them anew.
@Suite struct WordCaseTests {
  static let names = [
    "form-grades", "form-list", "form-list-operators", "form-ministry", "form-ministry-shared-levels", "form-overall",
    "form-scored", "form-scored-two-rows", "form-unknown", "word-details",
  ]

  private static func url(_ name: String, _ ending: String) -> URL {
    Case.folder.appending(path: "\(name).\(ending)")
  }

  /// Stored, so that no compressor's version shows.
  private static func wordFile(_ name: String) throws -> [UInt8] {
    var file = WordFile(layout: try String(contentsOf: url(name, "txt"), encoding: .utf8), merging: true)
    file.isDeflated = false
    return file.bytes
  }

  @Test(arguments: names) func theFileIsThatOfItsText(name: String) throws {
    let bytes = try Self.wordFile(name)
    if ProcessInfo.processInfo.environment["JIXIAO_WRITE_CASES"] == "1" {
      try Data(bytes).write(to: Self.url(name, "docx"))
    }
    #expect(Array(try Data(contentsOf: Self.url(name, "docx"))) == bytes)
  }

  @Test(arguments: names) func theFileGivesWhatItsTextGives(name: String) throws {
    let review = ReviewCopy(try Pipeline())
    let bytes = Array(try Data(contentsOf: Self.url(name, "docx")))
    let expected = try JSONParser.parse(Array(try Data(contentsOf: Self.url(name, "expected.json"))))
    #expect(content(try review.value(of: bytes, path: name + ".txt")) == content(expected))
  }

  /// Every Word file has merged cells and breaks, not just the text in another format.
  @Test func theFilesAreLaidOutAsInWord() throws {
    let all = try Self.names.map { String(decoding: try Self.wordFile($0), as: UTF8.self) }.joined()
    for mark in ["<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>", "<w:br/>", "<w:tblHeader/>"] {
      #expect(all.contains(mark), "\(mark)")
    }
  }

  /// Without what tells a text from a Word file: its source, and the spans and merges of a table that is kept whole.
  private func content(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(content))
    case .object(var object):
      for key in ["source", "continued", "span"] { object[key] = nil }
      for member in object.members { object[member.key] = content(member.value) }
      return .object(object)
    default: return value
    }
  }
}
