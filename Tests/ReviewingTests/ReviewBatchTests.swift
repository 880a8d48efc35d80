import Documents
import Ingestion
import JSON
import Provenance
import Publishing
import Reading
import TestSupport
import Testing

@testable import Reviewing

@Suite struct ReviewBatchTests {
  @Test func `every repair, suggestion and finding becomes an item in the order of the text`() throws {
    let batch = try Sample.batch()
    #expect(batch.filings.map(\.id) == ["130304-131-2021"])
    #expect(batch.filings[0].departmentNames.contains("130304-131"))
    for (kind, count) in [(ReviewItem.Kind.correction, 44), (.suggestion, 2), (.finding, 14)] {
      #expect(batch.items.count { $0.kind == kind } == count)
    }
    let lines = batch.items.map { $0.line ?? 0 }
    #expect(lines == lines.sorted())
    #expect(Set(batch.items.map(\.key)).count == batch.items.count)
    #expect(batch.items.allSatisfy { $0.key.utf8.count == 16 })
  }

  @Test func `an item shows its row, the rows beside it, and the place in words`() throws {
    let batch = try Sample.batch()
    let item = try #require(batch.items.first { $0.rule == "doubled-threshold" && $0.line == 125 })
    #expect(item.place.zh == "项目 1（政协综合事务管理） › 指标 5（工作完成率） › 指标值")
    #expect(item.place.en == "project 1 (政协综合事务管理) › indicator 5 (工作完成率) › target")
    #expect(item.spot.heading == "1.政协综合事务管理绩效目标表" && item.spot.row == 5 && item.spot.cell == "指标值")
    let around = try #require(item.around)
    #expect(around.isTable && around.rows.count == 3 && around.row == 1 && around.cell == 4)
    #expect(around.marked == "≥9595及以上" || around.lead + around.marked + around.trail == "≥9595及以上")
    // The merged first cell of the rows beside it is empty, and keeps its column.
    #expect(around.rows[0].cells == ["", "成本指标", "预算执行率", "预算执行率", "≥9595及以上", "年度工作计划"])
    #expect(around.rows[1].cells[0] == "效益指标")
    #expect(item.evidence.map(\.zh) == ["末尾的“及以上”重复了前面的条件"])
  }

  @Test func `texts are cut at characters, whatever their length`() throws {
    let long = String(repeating: "很长的文字，😀", count: 20_000)
    let batch = try Sample.batch(replacing: "会计基础工作规范", by: "会计基础工作规范" + long + "很长,好")
    let item = try #require(batch.items.first { ($0.change?.filed.utf8.count ?? 0) > 100_000 })
    let change = try #require(item.change)
    #expect(change.lead.unicodeScalars.count <= 49 && change.trail.unicodeScalars.count <= 49)
    let around = try #require(item.around)
    #expect((around.lead + around.marked + around.trail).unicodeScalars.count < 600)
    #expect(around.rows.allSatisfy { $0.cells.allSatisfy { $0.unicodeScalars.count <= 61 } })
    for text in [change.lead, change.trail, around.lead, around.trail] { #expect(!text.contains("\u{FFFD}")) }
    // The whole text is there once, however many items have it.
    let data = try Sample.data(batch)
    guard case .array(let texts)? = data["texts"] else { throw Missing() }
    #expect(texts.count { $0 == .string(change.filed) } == 1)
  }

  @Test func `texts that look alike stay apart`() throws {
    let batch = try Sample.batch(replacing: "会计基础工作规范", by: "caf\u{E9} cafe\u{301} ，,会计基础工作规范")
    let filed = batch.items.compactMap { $0.change?.filed }.filter { $0.contains("caf") }
    guard case .array(let texts)? = try Sample.data(batch)["texts"] else { throw Missing() }
    let bytes = texts.compactMap { if case .string(let text) = $0 { Array(text.utf8) } else { nil } }
    #expect(!filed.isEmpty)
    for text in filed { #expect(bytes.contains(Array(text.utf8))) }
    var data = ReviewData()
    let numbers = ["\u{E9}", "e\u{301}", "\u{E9}"].map { data.number(of: $0) }
    #expect(numbers == [0, 1, 0])
  }

  @Test func `a file that cannot be read is an item`() throws {
    var batch = try Sample.batch()
    try batch.add(unreadable: "<b>.pdf", id: "pdf", Message(zh: "是 PDF", en: "a PDF"))
    let item = try #require(batch.items.last)
    #expect(item.severity == .error && item.filing == nil && batch.files[item.file] == "<b>.pdf")
  }

  @Test func `the batch is named by its filings and not by their texts`() throws {
    let one = try Sample.batch()
    let other = try Sample.batch(replacing: "班里质量", by: "办理质量")
    #expect(try one.id == other.id)
    #expect(try ReviewBatch().id != one.id)
  }

  @Test(arguments: [
    ("/overall/goals/1/goal", "部门整体绩效目标 › 分项绩效目标 2 › 绩效目标"), ("", "全文"),
    ("/projects/9999999999999999999/name", "项目 › 9999999999999999999 › 项目名称"),
    ("/projects/0/schedule/3/percent", "项目 1（政协综合事务管理） › 资金支出计划 4 › 支出比例"), ("/something/else", "something › else"),
    ("/projects/77/indicators/2/target/text", "项目 78 › 指标 3 › 指标值"),
    ("/projects/0/indicators/0/name", "项目 1（政协综合事务管理） › 指标 1（综合事务管理工作完成率） › 三级指标名称"),
  ])
  func `pointers are said in words`(pointer: String, words: String) throws {
    let pipeline = try Pipeline()
    let filing = try #require(try pipeline.filings(Array(Sample.text.utf8), path: "131.txt").filings.first)
    #expect(PlaceWords(filing).words(pointer).zh == words)
  }

  @Test func `evidence is said so that an official understands it`() {
    let source = SourceText("一\n二\n提案办理质量")
    let evidence = Evidence("document", text: "办理质量", source: SourceRange(8, 20), score: 2)
    let message = EvidenceWords.words(evidence, LineIndex(source))
    #expect(message.zh == "同一文件第 3 行写作“办理质量”，共 2 处")
    #expect(message.en == "line 3 of the same file has “办理质量”; 2 in all")
    let kinds = [
      "tail", "percentage", "rate", "repetition", "qualitative", "halves", "language-before", "language-after", "sound",
      "shape", "domain", "document", "document-written", "learned", "probability",
    ]
    for kind in kinds {
      let said = EvidenceWords.words(Evidence(kind, text: "甲", score: -1.25), LineIndex(source))
      #expect(!said.zh.contains(kind) && !said.en.isEmpty, "\(kind)")
    }
    #expect(EvidenceWords.words(Evidence("probability", score: 0.98), LineIndex(source)).zh.contains("0.98"))
    let order = EvidenceWords.words(
      ["probability", "language-before", "document"].map { Evidence($0, text: "办理 质量", score: 1) }, LineIndex(source))
    #expect(order.map { $0.zh.prefix(2) } == ["同一", "照原", "综合"] && order[1].zh.contains("“办理质量”"))
    #expect(EvidenceWords.words(Evidence("new-kind", text: "甲"), LineIndex(source)).zh == "new-kind 甲")
  }

  @Test func `a Word file's tables are shown as those of a text`() throws {
    func cell(_ text: String) -> String {
      "<w:tc><w:tcPr/><w:p><w:r><w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r></w:p></w:tc>"
    }
    let file = WordFile("<w:tbl><w:tr>\(cell("甲"))\(cell(""))\(cell("≥9595"))</w:tr><w:tr>\(cell("乙"))</w:tr></w:tbl>")
    var diagnostics: [Diagnostic] = []
    let document = try read(file.bytes, diagnostics: &diagnostics).document
    let text = String(decoding: document.source.utf8, as: UTF8.self)
    let start = try #require(text.utf8.firstRange(of: "9595".utf8)?.lowerBound)
    let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
    let finder = SurroundingsFinder(document, LineIndex(document.source))
    let around = finder.surroundings(of: SourceRange(offset, offset + 2))
    #expect(around.isTable && around.rows.map(\.cells) == [["甲", "", "≥9595"], ["乙"]])
    #expect(around.row == 0 && around.cell == 2 && around.lead == "≥" && around.marked == "95" && around.trail == "95")
    // What stands nowhere in it is shown as a line, and nothing is asked of what isn't there.
    #expect(!finder.surroundings(of: SourceRange(100_000, 100_002)).isTable)
  }

  @Test func `what was decided is shown as it was written`() throws {
    let line =
      #"{"decision":"accept","scope":"place","key":"0123456789abcdef","filed":"</script>","certainty":"likely"}"#
    var batch = try Sample.batch()
    batch.decided = DecisionLine.lines(of: [0xEF, 0xBB, 0xBF] + Array((line + "\r\n\n" + line).utf8))
    guard case .array(let decisions)? = try Sample.data(batch)["decisions"] else { throw Missing() }
    #expect(decisions.count == 2 && decisions[0]["filed"] == "</script>" && decisions[0]["certainty"] == nil)
  }

  struct Missing: Error {}
}
