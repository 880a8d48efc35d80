package import Provenance

/// A project of one year and the one of another year that it seems to be, for a person to confirm.
package struct MatchItem: Hashable, Sendable {
  /// As `crosswalk.csv` says it.
  package enum Relation: String, Hashable, Sendable, CaseIterable {
    case same = "相同"
    case renamed = "更名"
    case transferred = "划转"
    case split = "拆分"
    case merged = "合并"
    case unrelated = "无关"
  }

  package var oldYear: Int
  package var oldCode: String
  package var oldName: String
  package var newYear: Int
  package var newCode: String
  package var newName: String
  package var relation: Relation
  /// How alike they are, 0…1.
  package var score: Double
  /// How far the next best candidate lies behind, 0…1.
  package var margin: Double
  package var evidence: [Message]
  /// True if another candidate is nearly as good.
  package var isAmbiguous: Bool

  package init(
    oldYear: Int, oldCode: String, oldName: String, newYear: Int, newCode: String, newName: String,
    relation: Relation, score: Double, margin: Double, evidence: [Message] = [], isAmbiguous: Bool = false
  ) {
    self.oldYear = oldYear
    self.oldCode = oldCode
    self.oldName = oldName
    self.newYear = newYear
    self.newCode = newCode
    self.newName = newName
    self.relation = relation
    self.score = score
    self.margin = margin
    self.evidence = evidence
    self.isAmbiguous = isAmbiguous
  }
}
