internal import Provenance
package import Publishing

/// The letter that asks a department to mend its filing: what to correct, where, and why, in the form of a 函. Who sends
/// it, and when, is left for the sender to fill in: outputs don't depend on the clock.
package enum Letter {
  /// The Word file; nil if it would be too large for one. `rules` describe rules and checks.
  package static func word(_ batch: ReviewBatch, to addressee: Addressee, rules: [FindingKind]) -> [UInt8]? {
    let filings = Set(addressee.filings)
    let items = batch.items.filter { $0.filing.map(filings.contains) == true && !$0.isRefused }
    let reasons = Dictionary(rules.map { ($0.id, $0.summary.zh) }) { first, _ in first }
    let repairs = items.filter { $0.kind == .correction && !$0.isLayout }
    let suggestions = items.filter { $0.kind == .suggestion && !$0.isLayout }
    let findings = items.filter { $0.kind == .finding && $0.severity != .note }
    let layout = items.count { $0.isLayout }

    var years: [String] = []
    for index in addressee.filings where !years.contains(batch.filings[index].year) {
      years.append(batch.filings[index].year)
    }
    let year = years.filter { $0 != "undated" }.sorted().joined(separator: "、")
    let subject = (year.isEmpty ? "" : year + "年") + "部门预算绩效文本"

    var word = WordWriter()
    word.paragraph("关于核实修改\(subject)的函", .title)
    word.paragraph(addressee.name + "：", .addressee)
    let counts = [(repairs, "需要更正的文字"), (suggestions, "建议修改的文字"), (findings, "需要核实的问题")]
      .filter { !$0.0.isEmpty }.map { "\($0.1) \($0.0.count) 处" }
    if counts.isEmpty {
      word.paragraph("经核对你单位报送的\(subject)，没有发现需要修改的内容。")
    } else {
      word.paragraph(
        "经核对你单位报送的\(subject)，发现\(counts.joined(separator: "、"))，详见下列各表（改动处以下划线标出）。"
          + "请逐项核实，在原文中修改后重新报送；认为无需修改的，请书面说明理由。")
    }
    let sections = [
      Section("请更正的文字", repairs, widths: [600, 2700, 2000, 2000, 1544]),
      Section("建议修改的文字", suggestions, widths: [600, 2700, 2000, 2000, 1544]),
      Section("请核实的问题", findings, widths: [600, 2500, 1700, 900, 3144]),
    ].filter { !$0.items.isEmpty }
    for (number, section) in zip(["一", "二", "三"], sections) {
      word.paragraph("\(number)、\(section.heading)", .heading)
      word.table(
        ["序号", "位置（页面标题、表、行）", "原文", "建议改为", "理由"], widths: section.widths,
        rows: LetterRow.rows(of: section.items, in: batch, reasons).enumerated().map { number, row in
          [[WordWriter.Run(text: "\(number + 1)")], [WordWriter.Run(text: row.place)], row.filed, row.proposed]
            + [[WordWriter.Run(text: row.reason)]]
        })
    }
    if layout > 0 { word.paragraph("另有空格、换行、不可见字符等不影响内容的格式问题 \(layout) 处，未逐一列出。") }
    word.paragraph("特此函告，请予支持。")
    word.paragraph("")
    word.paragraph("（发函单位）", .signature)
    word.paragraph("\u{3000}\u{3000}\u{3000}\u{3000}年\u{3000}\u{3000}月\u{3000}\u{3000}日", .signature)
    return word.finish()
  }

  private struct Section {
    var heading: String
    var items: [ReviewItem]
    /// Of the columns, in twentieths of a point; together what fits between the margins.
    var widths: [Int]

    init(_ heading: String, _ items: [ReviewItem], widths: [Int]) {
      (self.heading, self.items, self.widths) = (heading, items, widths)
    }
  }
}

extension ReviewItem {
  /// True of a repair that changes nothing that one sees.
  fileprivate var isLayout: Bool {
    guard let change else { return false }
    return WordText.isBlank(change.before) && WordText.isBlank(change.after)
  }
}
