internal import Comparing
internal import Ingestion
internal import Provenance
internal import Publishing
internal import Reviewing

/// The matches of projects between years, for a person to confirm.
enum ReviewMatches {
  static func items(of comparisons: YearComparisons) -> [MatchItem] {
    comparisons.years.flatMap { years in
      let comparison = years.comparison
      var items: [MatchItem] = []
      func add(
        _ old: ProjectPlace, _ new: ProjectPlace, _ relation: MatchItem.Relation, score: Double, margin: Double,
        evidence: [Message], isAmbiguous: Bool = false
      ) {
        let (before, after) = (comparison.old[old.filing], comparison.new[new.filing])
        guard let oldYear = before.year, let newYear = after.year else { return }
        let (one, other) = (before.projects[old.index], after.projects[new.index])
        items.append(
          MatchItem(
            oldYear: oldYear, oldCode: one.code ?? "", oldName: one.name ?? "", newYear: newYear,
            newCode: other.code ?? "", newName: other.name ?? "", relation: relation, score: score, margin: margin,
            evidence: evidence, isAmbiguous: isAmbiguous))
      }
      for pair in comparison.matches.pairs {
        let (old, new) = (
          comparison.old[pair.old.filing].projects[pair.old.index].name,
          comparison.new[pair.new.filing].projects[pair.new.index].name
        )
        add(
          pair.old, pair.new, pair.isMoved ? .transferred : old == new ? .same : .renamed, score: pair.score,
          margin: max(0, min(1, pair.margin)), evidence: pair.evidence.map(words), isAmbiguous: pair.isAmbiguous)
      }
      for split in comparison.matches.splits {
        for part in split.new {
          add(split.old, part, .split, score: split.score, margin: split.score, evidence: sum(split.ratio))
        }
      }
      for merge in comparison.matches.merges {
        for part in merge.old {
          add(part, merge.new, .merged, score: merge.score, margin: merge.score, evidence: sum(merge.ratio))
        }
      }
      return items
    }
  }

  private static func words(_ likeness: Likeness) -> Message {
    let percent = Int((likeness.value * 100).rounded())
    switch likeness.field {
    case .code: return Message(zh: "项目编码相同", en: "the same code")
    case .name: return Message(zh: "名称相似 \(percent)%", en: "names alike by \(percent)%")
    case .purpose: return Message(zh: "资金用途相似 \(percent)%", en: "purposes alike by \(percent)%")
    case .goals: return Message(zh: "绩效目标相似 \(percent)%", en: "goals alike by \(percent)%")
    case .indicators: return Message(zh: "指标相似 \(percent)%", en: "indicators alike by \(percent)%")
    case .budget: return Message(zh: "预算接近 \(percent)%", en: "budgets near by \(percent)%")
    case .unit:
      return likeness.value > 0
        ? Message(zh: "单位相同", en: "the same unit") : Message(zh: "单位不同", en: "another unit")
    }
  }

  private static func sum(_ ratio: Double?) -> [Message] {
    guard let ratio else { return [] }
    let percent = Int((ratio * 100).rounded())
    return [Message(zh: "各部分预算之和为整体的 \(percent)%", en: "the parts' budgets make \(percent)% of the whole's")]
  }
}
