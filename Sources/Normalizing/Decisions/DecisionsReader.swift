internal import JSON
package import Provenance

/// A line of a decisions file that cannot be used.
package struct DecisionsProblem: Error, Hashable, Sendable {
  /// From 1; 0 if it is the whole file.
  package var line: Int
  package var message: Message

  package init(line: Int, message: Message) {
    self.line = line
    self.message = message
  }
}

extension Decisions {
  /// Reads `decisions.jsonl`: one JSON object a line; blank lines are passed over, CRLF and a byte order mark are
  /// fine. A file with a line that cannot be used is not used at all; every such line is named.
  package static func read(_ bytes: [UInt8]) throws(DecisionsProblems) -> Decisions {
    var decisions: [Decision] = []
    var problems: [DecisionsProblem] = []
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do throws(DecisionsProblem) {
        decisions.append(try decision(Array(line), number))
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw DecisionsProblems(problems: problems) }
    return Decisions(decisions)
  }

  private static func decision(_ line: [UInt8], _ number: Int) throws(DecisionsProblem) -> Decision {
    func problem(_ zh: String, _ en: String) -> DecisionsProblem {
      DecisionsProblem(line: number, message: Message(zh: zh, en: en))
    }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONParser.parse(line)
    } catch {
      throw problem("不是有效的 JSON：\(error.zh)", "no valid JSON: \(error.en)")
    }
    guard case .object(let object) = value else { throw problem("应是一个 JSON 对象。", "Should be a JSON object.") }
    for member in object.members where !known.contains(member.key) && !context.contains(member.key) {
      throw problem(
        "不认识的键“\(member.key)”；可用的键是 \(known.joined(separator: "、"))。",
        "Unknown key “\(member.key)”; the keys are \(known.joined(separator: ", ")).")
    }
    func text(_ key: String) throws(DecisionsProblem) -> String? {
      switch object[key] {
      case nil, .null?: return nil
      case .string(let text)?: return text
      default: throw problem("“\(key)”应是字符串。", "“\(key)” should be a string.")
      }
    }
    /// Nil also for an empty text.
    func said(_ key: String) throws(DecisionsProblem) -> String? {
      try text(key).flatMap { $0.isEmpty ? nil : $0 }
    }
    func choice<Choice: RawRepresentable & CaseIterable>(
      _ key: String, _ type: Choice.Type
    ) throws(DecisionsProblem) -> Choice where Choice.RawValue == String {
      if let text = try text(key), let choice = Choice(rawValue: text) { return choice }
      let names = Choice.allCases.map(\.rawValue)
      throw problem(
        "“\(key)”应是 \(names.joined(separator: "、")) 之一。", "“\(key)” should be one of \(names.joined(separator: ", ")).")
    }
    let decision = Decision(
      choice: try choice("decision", Verdict.Decision.self), scope: try choice("scope", Verdict.Scope.self),
      key: try text("key"), filed: try text("filed"), before: try text("before"), after: try text("after"),
      rule: try text("rule"), department: try text("department"), by: try said("by"), at: try said("at"),
      note: try said("note"), line: number)
    if decision.choice == .edit, decision.scope == .rule {
      throw problem("整条规则不能用 edit，只能接受或拒绝。", "A whole rule cannot be edited, only accepted or rejected.")
    }
    for (key, value) in decision.needed where value == nil {
      throw problem(
        "范围为 \(decision.scope.rawValue) 的决定缺少“\(key)”。",
        "A decision with the scope \(decision.scope.rawValue) needs “\(key)”.")
    }
    return decision
  }

  private static let known = [
    "key", "decision", "scope", "filed", "before", "after", "rule", "department", "by", "at", "note",
  ]

  /// What a suggestion's line holds besides, for whoever decides; passed over, so that such a line becomes a decision by
  /// adding `decision`.
  private static let context = [
    "applied", "certainty", "column", "evidence", "file", "filing", "line", "path",
  ]
}

/// Every line of a decisions file that cannot be used.
package struct DecisionsProblems: Error, Hashable, Sendable {
  package var problems: [DecisionsProblem]

  package init(problems: [DecisionsProblem]) {
    self.problems = problems
  }
}

extension Decision {
  /// What the scope and the choice cannot do without.
  fileprivate var needed: [(key: String, value: String?)] {
    var needed: [(key: String, value: String?)]
    switch scope {
    case .place: needed = [("key", key), ("filed", filed)]
    case .text: needed = [("rule", rule), ("before", before), ("after", after)]
    case .rule: needed = [("rule", rule), ("department", department)]
    }
    if choice == .edit { needed.append(("after", after)) }
    return needed
  }
}
