import Documents
import Provenance
import Reading
import TestSupport
import Testing

/// Any tree of blocks, written as a Word file, is read back as that tree.
@Suite struct DocxTreeTests {
  indirect enum Block: Equatable {
    case paragraph(String, bookmarks: [String])
    case table([[Cell]])
  }

  struct Cell: Equatable {
    var blocks: [Block]
    var span = 1
    var merge = Document.Merge.none
  }

  @Test func everyTreeIsReadBack() throws {
    var random = SplitMix(seed: 20_21)
    for round in 0..<400 {
      let blocks = (0..<Int.random(in: 1...6, using: &random)).map { _ in Self.block(2, &random) }
      let file = WordFile(blocks.map { Self.xml($0, &random) }.joined() + p(r("末")))
      let read = try DocxCase(file)
      let document = read.document
      #expect(Self.tree(document.body, document) == blocks + [.paragraph("末", bookmarks: [])], "round \(round)")
      #expect(document.laidOut() == document.source.utf8, "round \(round)")
      Self.expectRuns(document)
    }
  }

  /// Every character that a run holds says where it stands.
  private static func expectRuns(_ document: Document) {
    for (run, next) in zip(document.runs, document.runs.dropFirst()) {
      #expect(run.start < next.start)
      #expect(run.paragraph <= next.paragraph)
    }
    for paragraph in document.paragraphs where !paragraph.range.isEmpty {
      let first = document.runPosition(of: paragraph.range.start)
      #expect(first?.run == 1 && first?.character == 1)
    }
  }

  // MARK: Trees

  private static func block(_ depth: Int, _ random: inout SplitMix) -> Block {
    if depth == 0 || Int.random(in: 0..<3, using: &random) > 0 {
      let bookmarks =
        Int.random(in: 0..<5, using: &random) == 0 ? ["_Toc\(Int.random(in: 0..<99, using: &random))"] : []
      return .paragraph(text(&random), bookmarks: bookmarks)
    }
    return .table(
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          Cell(
            blocks: (0..<Int.random(in: 1...2, using: &random)).map { _ in block(depth - 1, &random) },
            span: Int.random(in: 1...3, using: &random),
            merge: [.none, .none, .start, .continued][Int.random(in: 0..<4, using: &random)])
        }
      })
  }

  private static let alphabet = Array("绩效目标，。≥95％（）<>&\"'𠮷\u{3000} \u{200B}aé")

  private static func text(_ random: inout SplitMix) -> String {
    String(
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      })
  }

  private static func xml(_ block: Block, _ random: inout SplitMix) -> String {
    switch block {
    case .paragraph(let text, let bookmarks):
      let marks = bookmarks.map { "<w:bookmarkStart w:id=\"1\" w:name=\"\($0)\"/>" }.joined()
      var runs = ""
      var rest = Array(text)[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &random)
        let run = r(String(rest.prefix(count)))
        runs += Bool.random(using: &random) ? run : "<w:ins w:id=\"1\">\(run)</w:ins>"
        rest = rest.dropFirst(count)
      }
      return p("<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>" + marks + runs)
    case .table(let rows):
      return "<w:tbl><w:tblPr/>"
        + rows.map { row in "<w:tr>" + row.map { xml($0, &random) }.joined() + "</w:tr>" }.joined() + "</w:tbl>"
    }
  }

  private static func xml(_ cell: Cell, _ random: inout SplitMix) -> String {
    let merge =
      switch cell.merge {
      case .start: "<w:vMerge w:val=\"restart\"/>"
      case .continued: "<w:vMerge/>"
      default: ""
      }
    let span = cell.span == 1 ? "" : "<w:gridSpan w:val=\"\(cell.span)\"/>"
    return tc(cell.blocks.map { xml($0, &random) }.joined(), properties: span + merge)
  }

  private static func tree(_ blocks: [Document.Block], _ document: Document) -> [Block] {
    blocks.map { block in
      switch block {
      case .paragraph(let index):
        let paragraph = document.paragraphs[index]
        return .paragraph(
          document.source[paragraph.range],
          bookmarks: document.bookmarks[paragraph.bookmarks].map { document.source[$0.name] })
      case .table(let index):
        return .table(
          document.rows[document.tables[index].rows].map { row in
            document.cells[row.cells].map { cell in
              Cell(
                blocks: tree(Array(document.content[cell.content]), document), span: cell.columnSpan, merge: cell.merge)
            }
          })
      }
    }
  }
}
