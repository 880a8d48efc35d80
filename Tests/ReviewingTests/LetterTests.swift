import Archives
import Foundation
import Provenance
import Publishing
import TestSupport
import Testing

@testable import Reviewing

@Suite struct LetterTests {
  private func letter(_ batch: ReviewBatch, _ name: String = "131") throws -> String {
    let word = Letter.word(batch, to: try Addressee(name, in: batch), rules: [])
    return try read(word: try #require(word))
  }

  @Test func `the letter says what to mend, where and why`() throws {
    let text = try letter(try Sample.batch())
    for part in [
      "关于核实修改2021年部门预算绩效文本的函", "政协秦皇岛市北戴河区委员会办公室：", "需要更正的文字 43 处、建议修改的文字 2 处、需要核实的问题 9 处",
      "一、请更正的文字", "序号", "位置（页面标题、表、行）", "原文", "建议改为", "理由",
      "1.政协综合事务管理绩效目标表：绩效指标表第 1—9 行“指标值”栏", "≥9595及以上", "三、请核实的问题", "特此函告，请予支持。", "（发函单位）",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("outer-spaces"))
  }

  @Test func `a filing without fault gets a letter that says so`() throws {
    var batch = try Sample.batch()
    batch.items = []
    #expect(try letter(batch).contains("没有发现需要修改的内容"))
  }

  @Test func `whatever a filing holds is text in the letter`() throws {
    let batch = try Sample.batch(replacing: ",建立健全之情", by: ",建\u{202E}<w:br/>&]]>立健全之情")
    #expect(try letter(batch).contains("建〔U+202E〕<w:br/>&"))
  }

  @Test(arguments: ["131", "政协秦皇岛市北戴河区委员会办公室", "130304-131", "130304-131-2021"])
  func `a department is named by code, name or id`(name: String) throws {
    #expect(try Addressee(name, in: try Sample.batch()).department == "130304-131")
  }

  @Test func `a name that fits several departments is refused with the list`() throws {
    let other = Sample.text.replacingOccurrences(of: "130304", with: "130303").replacingOccurrences(
      of: "秦皇岛市北戴河区", with: "秦皇岛市山海关区")
    let batch = try Sample.batch(["2021/a.txt": Sample.text, "2021/b.txt": other])
    let problem = try #require(throws: AddresseeProblem.self) { try Addressee("131", in: batch) }
    #expect(problem.isAmbiguous && problem.departments.count == 2)
    #expect(problem.message.zh.contains("130303-131") && problem.message.zh.contains("130304-131"))
    let unknown = try #require(throws: AddresseeProblem.self) { try Addressee("132", in: batch) }
    #expect(!unknown.isAmbiguous && unknown.message.zh.contains("130304-131"))
    #expect(throws: AddresseeProblem.self) { try Addressee("131", in: ReviewBatch()) }
  }

  @Test func `rows of a table are counted together`() {
    func spot(_ row: Int?, _ cell: String = "指标值") -> ReviewItem.Spot {
      ReviewItem.Spot(heading: "表", row: row, rowName: "甲", cell: cell)
    }
    #expect(LetterRow.words([1, 2, 3, 6].map { spot($0) }) == "绩效指标表第 1—3、6 行“指标值”栏")
    #expect(LetterRow.words([spot(5)]) == "绩效指标表第 5 行（甲）“指标值”栏")
    #expect(
      LetterRow.words([spot(2), spot(2, "指标描述"), spot(nil, "资金用途")]) == "资金用途；绩效指标表第 2 行（甲）“指标值”栏；绩效指标表第 2 行（甲）“指标描述”栏")
    #expect(LetterRow.words([spot(nil, "")]).isEmpty)
  }

  @Test func `archives are read back as they were written`() throws {
    var random = SplitMix(seed: 5)
    for _ in 0..<50 {
      var writer = ArchiveWriter()
      var entries: [(String, [UInt8])] = []
      for number in 0..<Int.random(in: 0..<5, using: &random) {
        let bytes = (0..<Int.random(in: 0..<300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
        entries.append(("部分/\(number).xml", bytes))
        let isAdded = writer.add("部分/\(number).xml", bytes)
        #expect(isAdded)
      }
      let archive = try Archive(writer.finish())
      #expect(archive.entries.map(\.name) == entries.map(\.0))
      for (name, bytes) in entries {
        let entry = try #require(archive.entries.first { $0.name == name })
        var content: [UInt8] = []
        try archive.read(entry) { piece in
          for index in piece.indices { content.append(piece[index]) }
          return true
        }
        #expect(content == bytes)
      }
    }
  }
}
