internal import Documents
package import Provenance

/// A trace for people.
///
///     /projects/0/indicators/0/target/text: “≥95”
///     2021/131.txt:97:2: 值
///         97 | →»≥9595及以上«
///            = 原文: “≥9595及以上”
///            = 更正(确定)[doubled-threshold]: “≥9595及以上”已改为“≥95” → “≥95”
///            = 依据: tail “及以上”
package struct TraceText {
  /// Of the source, as messages name it.
  private let file: String
  private let choose: (Message) -> String
  private var output = ""

  /// `choose` takes the language, or both.
  package init(file: String, choose: @escaping (Message) -> String) {
    self.file = Shown.text(file)
    self.choose = choose
  }

  package static func text(of trace: Trace, file: String, choose: @escaping (Message) -> String) -> String {
    var printer = TraceText(file: file, choose: choose)
    let shown = Set(trace.values.map(\.pointer))
    for value in trace.values {
      // The steps of a text that is in the trace itself are shown there.
      printer.write(value, withSteps: value.textPointer.map { !shown.contains($0) } ?? true)
    }
    for diagnostic in trace.diagnostics { printer.write(diagnostic) }
    return printer.output
  }

  private mutating func write(_ value: TracedValue, withSteps: Bool) {
    output += Shown.text(value.pointer) + ": "
    switch value.value {
    case .null: output += "null\n"
    case .number(let number): output += number + "\n"
    case .text(let text): output += quoted(text) + "\n"
    }
    for place in value.places { write(place) }
    if value.places.isEmpty, value.value != .null {
      note(Message(zh: "位置", en: "place"), choose(Message(zh: "原文中没有直接写出", en: "not said in the source")))
    }
    if let pointer = value.textPointer { note(Message(zh: "读自", en: "read from"), pointer) }
    if withSteps, let text = value.text, !text.corrections.isEmpty { writeSteps(of: text) }
    if !value.inferredFrom.isEmpty {
      note(Message(zh: "推断依据", en: "inferred from"), value.inferredFrom.joined(separator: ", "))
    }
  }

  private mutating func write(_ place: TracedPlace) {
    let role = choose(Self.name(of: place.place.role))
    output += "\(file):\(place.position.line):\(place.position.column): \(role)"
    if let word = place.word {
      let part = Shown.text(word.part)
      output += choose(
        Message(
          zh: "（\(part)，第 \(word.paragraph) 段第 \(word.run) 块第 \(word.character) 字）",
          en: " (\(part), paragraph \(word.paragraph), run \(word.run), character \(word.character))"))
    }
    output += "\n"
    let number = "\(place.position.line)"
    output += String(repeating: " ", count: max(0, 6 - number.utf8.count)) + number + " | "
    if let line = place.line {
      output += Shown.end(of: line.before) + "»" + Shown.excerpt(line.marked) + "«" + Shown.start(of: line.after)
    } else {
      output += "»" + Shown.excerpt(place.text) + "«"
    }
    output += "\n"
  }

  private mutating func writeSteps(of text: Revision) {
    note(Message(zh: "原文", en: "filed"), quoted(text.filed))
    for step in text.steps {
      let correction = step.correction
      let kind =
        correction.applied ? Message(zh: "更正", en: "repaired") : Message(zh: "建议", en: "suggestion")
      let certainty = Self.name(of: correction.certainty)
      let label = Message(
        zh: "\(kind.zh)(\(certainty.zh))[\(correction.rule)]", en: "\(kind.en)(\(certainty.en))[\(correction.rule)]")
      let after = correction.applied ? " → " + quoted(step.text, around: step.range) : ""
      note(label, choose(Self.change(correction)) + after)
      for evidence in correction.evidence { note(Message(zh: "依据", en: "evidence"), describe(evidence)) }
      if let verdict = correction.verdict { note(Message(zh: "决定", en: "decision"), choose(verdict.said)) }
    }
  }

  private mutating func write(_ diagnostic: Diagnostic) {
    let severity =
      switch diagnostic.severity {
      case .error: Message(zh: "错误", en: "error")
      case .warning: Message(zh: "警告", en: "warning")
      case .note: Message(zh: "提示", en: "note")
      }
    output += "\(choose(severity))[\(diagnostic.id)]: \(Shown.text(choose(diagnostic.message)))\n"
    note(Message(zh: "字段", en: "field"), diagnostic.path ?? "")
  }

  private mutating func note(_ label: Message, _ text: String) {
    output += "       = \(choose(label)): \(Shown.text(text))\n"
  }

  private func describe(_ evidence: Evidence) -> String {
    var text = evidence.kind
    if let said = evidence.text { text += " " + quoted(said) }
    if let score = evidence.score { text += " \(score)" }
    return text
  }

  private func quoted(_ text: String, around range: Range<Int>? = nil) -> String {
    let shown = range.map { Shown.window(text, $0) } ?? Shown.excerpt(text)
    return choose(Message(zh: "“\(shown)”", en: "\"\(shown)\""))
  }

  // MARK: Words

  private static func name(of role: Place.Role) -> Message {
    switch role {
    case .value: Message(zh: "值", en: "value")
    case .unit: Message(zh: "单位", en: "unit")
    case .name: Message(zh: "名称", en: "name")
    case .code: Message(zh: "编码", en: "code")
    }
  }

  private static func name(of certainty: Certainty) -> Message {
    switch certainty {
    case .certain: Message(zh: "确定", en: "certain")
    case .likely: Message(zh: "很可能", en: "likely")
    case .possible: Message(zh: "可能", en: "possible")
    }
  }

  private static func change(_ correction: Correction) -> Message {
    let (before, after) = (Shown.excerpt(correction.before), Shown.excerpt(correction.after))
    let done = correction.applied
    if before.isEmpty {
      return Message(zh: "\(done ? "已" : "可")补上“\(after)”", en: "\(done ? "inserted" : "could insert") \"\(after)\"")
    }
    if after.isEmpty {
      return Message(zh: "\(done ? "已" : "可")删去“\(before)”", en: "\(done ? "deleted" : "could delete") \"\(before)\"")
    }
    return Message(
      zh: "“\(before)”\(done ? "已" : "可")改为“\(after)”",
      en: "\"\(before)\" \(done ? "became" : "could become") \"\(after)\"")
  }
}
