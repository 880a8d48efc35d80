package import Provenance

/// What people said about which project is which in another year: `crosswalk.csv`.
package struct Crosswalk: Sendable {
  package static let columns = ["年度甲", "编码甲", "名称甲", "年度乙", "编码乙", "名称乙", "关系", "确认人", "说明"]

  package struct Row: Hashable, Sendable {
    /// From 1, the line on which the row begins.
    package var line: Int
    package var oldYear: Int
    package var oldCode: String
    package var oldName: String
    package var newYear: Int
    package var newCode: String
    package var newName: String
    /// Nil if nobody decided yet: such a row says nothing.
    package var relation: Relation?
    package var by: String
    package var note: String

    package init(
      line: Int = 0, oldYear: Int, oldCode: String, oldName: String, newYear: Int, newCode: String, newName: String,
      relation: Relation?, by: String = "", note: String = ""
    ) {
      self.line = line
      self.oldYear = oldYear
      self.oldCode = oldCode
      self.oldName = oldName
      self.newYear = newYear
      self.newCode = newCode
      self.newName = newName
      self.relation = relation
      self.by = by
      self.note = note
    }
  }

  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case same = "相同"
    case renamed = "更名"
    case moved = "划转"
    case split = "拆分"
    case merged = "合并"
    case unrelated = "无关"
  }

  package var rows: [Row] = []

  package init() {}
}

/// A line of a crosswalk that cannot be used, and why.
package struct CrosswalkProblem: Error, Hashable, Sendable {
  package var line: Int
  package var message: Message

  init(_ line: Int, zh: String, en: String) {
    self.line = line
    message = Message(zh: zh, en: en)
  }
}

package struct CrosswalkProblems: Error, Sendable {
  package var problems: [CrosswalkProblem]
}
