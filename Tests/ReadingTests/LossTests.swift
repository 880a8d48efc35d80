import Documents
import Foundation
import Provenance
import Reading
import TestSupport
import Testing

/// Whatever the bytes: tokens tile them, reading ends, and nothing but white space is lost.
@Suite struct LossTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func corpus() throws -> [UInt8] {
    let folder = root.appending(path: "Corpus/2021")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let file = try #require(files.filter { $0.pathExtension == "txt" }.min { $0.path < $1.path })
    return Array(try Data(contentsOf: file))
  }

  /// The first fault of the tokens of `bytes`; nil if they tile them.
  private func gap(_ bytes: [UInt8]) -> String? {
    var lexer = Lexer()
    var end = 0
    while let token = lexer.next(in: bytes.span) {
      if token.range.start != end || token.range.isEmpty { return "token \(token) after \(end)" }
      end = token.range.end
    }
    return end == bytes.count ? nil : "tokens end at \(end)"
  }

  /// The first fault of a document: text in no paragraph or in two, or something that hangs on nothing; nil if there
  /// is none.
  private func fault(_ document: Document) -> String? {
    var paragraphs = 0
    var rows = 0
    var cells = 0
    for block in document.body {
      switch block {
      case .paragraph(let index):
        guard index == paragraphs else { return "paragraph \(index) stands where \(paragraphs) should" }
        paragraphs += 1
      case .table(let table):
        for row in document.tables[table].rows {
          guard row == rows, !document.rows[row].cells.isEmpty else { return "row \(row) is empty or out of order" }
          rows += 1
          for cell in document.rows[row].cells {
            guard cell == cells else { return "cell \(cell) is out of order" }
            cells += 1
            for block in document.content[document.cells[cell].content] {
              guard block == .paragraph(paragraphs) else { return "\(block) stands where \(paragraphs) should" }
              paragraphs += 1
            }
          }
        }
      }
    }
    guard paragraphs == document.paragraphs.count, rows == document.rows.count, cells == document.cells.count else {
      return "something hangs on nothing"
    }
    for (before, after) in zip(document.paragraphs, document.paragraphs.dropFirst()) {
      if before.bookmarks.upperBound != after.bookmarks.lowerBound { return "a bookmark belongs to no paragraph" }
      if before.range.end > after.range.start { return "two paragraphs overlap at \(after.range.start)" }
    }
    if document.paragraphs.last?.bookmarks.upperBound ?? 0 != document.bookmarks.count { return "a bookmark is lost" }
    return loss(document)
  }

  /// The first text outside paragraphs and furniture that is not white space.
  private func loss(_ document: Document) -> String? {
    let owned = (document.paragraphs.map(\.range) + document.furniture).sorted()
    var end = 0
    for range in owned + [SourceRange(document.source.count, document.source.count)] {
      if range.start > end {
        let gap = document.source[SourceRange(end, range.start)]
        if !gap.unicodeScalars.allSatisfy(\.properties.isWhitespace) { return "“\(Marks.show(gap))” at \(end) is lost" }
      }
      end = max(end, range.end)
    }
    return nil
  }

  /// Reads `bytes`, if they can be read at all, and returns the first fault found.
  private func fault(_ bytes: [UInt8]) -> String? {
    if let gap = gap(bytes) { return gap }
    var diagnostics: [Diagnostic] = []
    guard let result = try? read(bytes, diagnostics: &diagnostics) else { return nil }
    for place in diagnostics.flatMap(\.source) where place.end > result.document.source.count || place.isEmpty {
      return "a diagnostic points beyond the text"
    }
    return fault(result.document)
  }

  @Test func anyBytes() {
    var random = SplitMix(seed: 1)
    for round in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let found = fault(bytes)
      #expect(found == nil, "round \(round): \(bytes)")
      if found != nil { return }
    }
  }

  @Test func anyMixtureOfThePiecesOfTheGrammar() {
    let pieces = [
      "\t", "\t", "\t", "\n", "\n", "\n", "\n\n", "\r", "\r\n", "\u{C}", "\u{B}", "\u{2028}", "\u{85}", " ",
      "\u{3000}", "指标", "x", "[bookmark: a]", "[bookmark: b]c]", "[bookmark: ", "[bookmark: ]", "[", "]", "\0",
      "\u{FFFD}", "𠮷", "\tA\n\tB\n\tC\n\n", "\ta\tb\tc\n", "甲\n\n",
    ]
    var random = SplitMix(seed: 2)
    for round in 0..<6000 {
      var text = "始"
      for _ in 0..<Int.random(in: 1...40, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
      let found = fault(Array(text.utf8))
      #expect(found == nil, "round \(round): \(Marks.show(text))")
      if found != nil { return }
    }
  }

  /// Most cuts are made in the lines just before them, since a whole filing for each takes long without optimisation.
  @Test func theCorpusCutAtEveryByte() throws {
    let bytes = try Self.corpus()
    for count in bytes.indices {
      let near = bytes[..<max(0, count - 1000)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let found = fault(Array(bytes[(count % 101 == 0 ? 0 : near)..<count]))
      #expect(found == nil, "cut after \(count) bytes")
      if found != nil { return }
    }
  }

  @Test func theCorpusWithDamage() throws {
    let bytes = try Self.corpus()
    var random = SplitMix(seed: 3)
    for round in 0..<100 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let at = Int.random(in: damaged.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: damaged[at] = UInt8.random(in: 0...255, using: &random)
        case 1: damaged.remove(at: at)
        default: damaged.insert([0x09, 0x0A, 0x0D, 0x5B].randomElement(using: &random) ?? 0, at: at)
        }
      }
      let found = fault(damaged)
      #expect(found == nil, "round \(round)")
      if found != nil { return }
    }
  }

  @Test func hugeAndHostileTexts() {
    let count = 100_000
    let texts = [
      String(repeating: "\t", count: count) + "x",
      "甲" + String(repeating: "\n", count: count),
      String(repeating: "\tA\n\n\n", count: count / 4),
      String(repeating: "\tA\n\n", count: count / 4),
      "\ta\tb\n" + String(repeating: "\tA\tB\n\n", count: count / 4),
      String(repeating: "[bookmark: ", count: count / 4),
      String(repeating: "[bookmark: x]", count: count / 4),
      String(repeating: "[", count: count),
      String(repeating: "（", count: count),
      "\t" + String(repeating: "\u{C}", count: count) + "\tx",
    ]
    for (index, text) in texts.enumerated() { #expect(fault(Array(text.utf8)) == nil, "text \(index)") }
  }

  @Test func textsThatTikaMadeOfOtherFiles() throws {
    let folder = Self.root.deletingLastPathComponent().appending(path: "shared/docx")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    for file in files where file.pathExtension == "txt" {
      #expect(fault(Array(try Data(contentsOf: file))) == nil, "\(file.lastPathComponent)")
    }
  }
}
