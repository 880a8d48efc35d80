import Foundation
import Modeling
import Normalizing
import Provenance
import Testing

@Suite struct NormalizerTests {
  private static let normalizer = Normalizer()

  private func revised(_ text: String, _ field: Field) -> Revision {
    var revision = Revision(filed: text, source: SourceRange(0, text.utf8.count))
    Self.normalizer.revise(&revision, field: field)
    return revision
  }

  @Test func revisingTwiceChangesNothingAndSuggestsNothingTwice() {
    var texts = HostileTexts(seed: 1)
    for _ in 0..<5_000 {
      let (text, field) = (texts.text(), texts.field())
      var revision = revised(text, field)
      let once = revision
      Self.normalizer.revise(&revision, field: field)
      #expect(revision == once, "\(text.debugDescription) in \(field.kind.rawValue) as \(once.text.debugDescription)")
      let fresh = revised(once.text, field)
      #expect(same(fresh.text, once.text), "\(text.debugDescription) in \(field.kind.rawValue)")
    }
  }

  @Test func whatIsRememberedChangesNothing() {
    let memory = RepairMemory()
    let names = [nil, "提案办理率", "培训人次", "产值增长率", "委员满意度", "预算执行率（%）", "用电频率"]
    let targets = ["≥9595", "≥9595%", "≥9595及以上", "≥1010人", "≥2020≥2020", "≥ 95", "0明显提升", "≥200200%"]
    var texts = HostileTexts(seed: 3)
    for round in 0..<4_000 {
      var (text, field) = (texts.text(), texts.field())
      if !round.isMultiple(of: 4) {
        (text, field) = (targets[round % 8], Field(.target, indicator: names[round / 8 % 7]))
      }
      let expected = revised(text, field)
      for _ in 0..<2 {
        var revision = Revision(filed: text, source: SourceRange(0, text.utf8.count))
        Self.normalizer.revise(&revision, field: field, memory)
        #expect(revision == expected, "\(text.debugDescription) in \(field)")
      }
    }
  }

  @Test func replayingTheLogGivesTheTextAndUndoingItGivesWhatWasFiled() {
    var texts = HostileTexts(seed: 2)
    for _ in 0..<5_000 {
      let text = texts.text()
      let revision = revised(text, texts.field())
      var replayed = text
      for correction in revision.corrections {
        #expect(Array(text.utf8).indices.clamped(to: correction.filed) == correction.filed)
        guard let redone = correction.redone(in: replayed) else {
          Issue.record("\(correction) does not fit \(replayed.debugDescription)")
          break
        }
        if correction.applied { replayed = redone }
      }
      #expect(same(replayed, revision.text), "\(text.debugDescription)")
      var undone = revision.text
      for correction in revision.corrections.reversed() where correction.applied {
        undone = correction.undone(in: undone) ?? "\(correction) does not fit"
      }
      #expect(same(undone, text), "\(text.debugDescription)")
    }
  }

  @Test func skippingRulesByTheirTriggersChangesNoResult() {
    var texts = HostileTexts(seed: 3)
    for _ in 0..<10_000 {
      let (text, field) = (texts.text(), texts.field())
      var slow = Revision(filed: text, source: SourceRange(0, text.utf8.count))
      for rule in Rule.all where !rule.kinds.isDisjoint(with: field.kind) {
        slow.apply(rule.edits(slow.text, field), rule: rule.id, certainty: rule.certainty)
      }
      let fast = revised(text, field)
      #expect(same(fast.text, slow.text) && fast.corrections == slow.corrections, "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    (FieldKind.target, "＞＝ ９５９５及以上 ", "≥95"),
    (.target, "≥\u{3000}９５ ％", "≥95%"),
    (.taxonomy, "★ 项 目 完 成\n指 标（50分）", "产出指标"),
    (.name, "综合事务管理\n工作完成率(％)", "综合事务管理工作完成率（%）"),
    (.prose, "\u{3000}\u{3000}参加调研, 检查,视察 活动\u{200B},完成\"三个决战决胜\"(试行) ", "参加调研，检查，视察 活动，完成“三个决战决胜”（试行）"),
    (.amount, "3，518．85\u{A0}万元", "3,518.85万元"),
    (.code, "１３０３０４２１ ＡＦＱ\nYLND97B7TA", "13030421AFQYLND97B7TA"),
    (.schedule, "25.00％", "25.00%"),
  ])
  func rulesWorkTogether(kind: FieldKind, filed: String, text: String) {
    let revision = revised(filed, Field(kind))
    #expect(same(revision.text, text), "\(revision.text.debugDescription)")
  }

  @Test func aThresholdIsOneCorrectionWithItsEvidence() throws {
    let revision = revised("≥9595及以上", Field(.target, indicator: "提案办理率"))
    let correction = try #require(revision.corrections.first)
    #expect(revision.corrections.count == 1)
    #expect(correction.rule == "doubled-threshold" && correction.applied && correction.certainty == .certain)
    #expect(correction.before == "≥9595及以上" && correction.after == "≥95")
    #expect(correction.evidence == [Evidence("tail", text: "及以上")])
    #expect(correction.filed == 0..<16)
  }

  @Test func cleanTextsAreLeftWithoutAnyCorrection() {
    for (text, kind) in [
      ("坚持以人民为中心，完成“三个决战决胜”、办好“四件大事”。", FieldKind.prose), ("产出指标", .taxonomy), ("≥95%", .target),
      ("1,234.56", .amount), ("25.00%", .schedule), ("13030421AFQYLND97B7TA", .code), ("", .prose),
    ] {
      #expect(revised(text, Field(kind)).corrections.isEmpty, "\(text)")
    }
  }

  /// The lines of the real filing: what each becomes, as prose, where it does not stay as it is.
  @Test func theCorpusChangesOnlyWhereItIsOdd() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Corpus/2021")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let file = try #require(files.first { $0.lastPathComponent.hasPrefix("131-") })
    var changed: [String] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.contains("[bookmark") {
      let trimmed = String(line.drop { $0 == "\t" || $0 == " " })
      let revision = revised(trimmed, Field(.prose))
      if revision.text != trimmed, !changed.contains(revision.text) { changed.append(revision.text) }
    }
    #expect(
      changed == [
        "绩效目标：积极组织委员参政议政，提高委员履职能力。",
        "131001政协秦皇岛市北戴河区委员会办公室（本级）",
        "完善各项会议制度，提高会议质量",
        "预算安排2万元，主要用于组织参加调研，检查，视察活动，完善提案审查办理工作",
        "1.完善民主监督机制，畅通民主监督渠道，建立健全之情，沟通制度",
      ])
  }

  @Test func theCorpusLacksOneEnumerationComma() {
    let revision = revised(
      "4、完善制度建设。制定完善预算管理制度、资金管理办法会计基础工作规范、内部控制评价与监督制度等，为全年预算绩效目标的实现奠定制度基础。",
      Field(.prose))
    #expect(revision.corrections.map(\.rule) == ["missing-enumeration-comma"])
    #expect(revision.corrections.map(\.applied) == [false])
  }
}
