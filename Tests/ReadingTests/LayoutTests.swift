import Documents
import Foundation
import Provenance
import Reading
import Testing

/// Laying a document out again gives the text that it was read from, where that text leaves one reading only.
@Suite struct LayoutTests {
  @Test func theCorpusIsLaidOutAsItWasExtracted() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let path = "Corpus/2021/131-政协秦皇岛市北戴河区委员会办公室.txt"
    let bytes = Array(try Data(contentsOf: root.appending(path: path)))
    #expect(try laidOut(bytes) == String(decoding: bytes, as: UTF8.self))
  }

  @Test(arguments: [
    "一\n\n二\n \n",
    "[bookmark: a][bookmark: b]一\n\tA\n\tB\n\n\tC\n\t\n\n\n二\n",
    "\tA\n\t[bookmark: _GoBack]B\nB2\n\n\n\n\n三\n",
  ])
  func blankParagraphsStayWhereTheyWere(text: String) throws {
    #expect(try laidOut(Array(text.utf8)) == text)
  }

  private func laidOut(_ bytes: [UInt8]) throws -> String {
    var diagnostics: [Diagnostic] = []
    return String(decoding: try read(bytes, diagnostics: &diagnostics).document.laidOut(), as: UTF8.self)
  }
}
