package import Comparing

/// How much of the truth was found, and how much of what was found is true.
package struct MatchingFigures: CustomStringConvertible {
  package private(set) var precision = 0.0
  package private(set) var recall = 0.0
  /// Of the pairs that are not ambiguous.
  package private(set) var assertedPrecision = 0.0
  package private(set) var indicatorPrecision = 0.0
  package private(set) var indicatorRecall = 0.0
  /// F1 of whole splits, every part right.
  package private(set) var splitScore = 0.0
  package private(set) var mergeScore = 0.0
  /// Of the changes that follow from what was matched, against those that follow from the truth: of one kind, at the same
  /// places on either side.
  package private(set) var changePrecision = 0.0
  package private(set) var changeRecall = 0.0
  /// Pairs that are asserted and wrong.
  package private(set) var wrong: [ProjectPair] = []

  package init(_ years: GeneratedYears) {
    self.init(years, ProjectMatching.matches(years.old, years.new))
  }

  package init(_ years: GeneratedYears, _ matches: Matches) {
    func key(_ one: ProjectPlace, _ other: ProjectPlace) -> [Int] {
      [one.filing, one.index, other.filing, other.index]
    }
    func place(_ project: GeneratedYears.Project) -> ProjectPlace {
      ProjectPlace(filing: project.filing, index: project.index)
    }
    let truth = Set(years.pairs.map { key(place($0.old), place($0.new)) })
    let right = matches.pairs.filter { truth.contains(key($0.old, $0.new)) }
    precision = share(right.count, matches.pairs.count)
    recall = share(right.count, truth.count)
    let asserted = matches.pairs.filter { !$0.isAmbiguous }
    assertedPrecision = share(asserted.count { truth.contains(key($0.old, $0.new)) }, asserted.count)
    wrong = asserted.filter { !truth.contains(key($0.old, $0.new)) }
    score(splits: matches, years, place)
    score(changes: matches, years, place)
    indicators(right, years, place)
  }

  private mutating func score(
    splits matches: Matches, _ years: GeneratedYears, _ place: (GeneratedYears.Project) -> ProjectPlace
  ) {
    let splits = Set(years.splits.map { [place($0.old)] + $0.new.map(place).sorted() })
    let found = matches.splits.map { [$0.old] + $0.new }
    splitScore = f1(found.count { splits.contains($0) }, found.count, splits.count)
    let merges = Set(years.merges.map { [place($0.new)] + $0.old.map(place).sorted() })
    let joined = matches.merges.map { [$0.new] + $0.old }
    mergeScore = f1(joined.count { merges.contains($0) }, joined.count, merges.count)
  }

  /// What is changed, if all is known.
  private mutating func score(
    changes matches: Matches, _ years: GeneratedYears, _ place: (GeneratedYears.Project) -> ProjectPlace
  ) {
    var truth = Matches()
    truth.filings = matches.filings
    let partners = Set(matches.filings.map { [$0.old, $0.new] })
    truth.pairs = years.pairs.map { pair in
      var result = ProjectPair(old: place(pair.old), new: place(pair.new), how: .crosswalk, score: 1, margin: 1)
      result.isMoved = !partners.contains([pair.old.filing, pair.new.filing])
      return result
    }
    truth.splits = years.splits.map {
      Split(old: place($0.old), new: $0.new.map(place).sorted(), ratio: nil, score: 1)
    }
    truth.merges = years.merges.map {
      Merge(old: $0.old.map(place).sorted(), new: place($0.new), ratio: nil, score: 1)
    }
    func keys(_ matches: Matches) -> Set<[String]> {
      guard let comparison = try? Comparison(years.old, years.new, matches, details: { _, _ in SnapshotDetails() })
      else { return [] }
      return Set(
        comparison.changes.filter { $0.kind != .projectAmbiguous }.map { change in
          [
            change.kind.rawValue, change.oldFiling.map(String.init) ?? "", change.old?.path ?? "",
            change.newFiling.map(String.init) ?? "", change.new?.path ?? "",
          ]
        })
    }
    let (found, expected) = (keys(matches), keys(truth))
    changePrecision = share(found.intersection(expected).count, found.count)
    changeRecall = share(found.intersection(expected).count, expected.count)
  }

  private mutating func indicators(
    _ pairs: [ProjectPair], _ years: GeneratedYears, _ place: (GeneratedYears.Project) -> ProjectPlace
  ) {
    var truth: [ProjectPlace: [Int: Int]] = [:]
    for pair in years.indicators { truth[place(pair.old), default: [:]][pair.oldIndex] = pair.newIndex }
    var (found, right, all) = (0, 0, 0)
    for pair in pairs {
      let old = years.old[pair.old.filing].projects[pair.old.index].indicators
      let new = years.new[pair.new.filing].projects[pair.new.index].indicators
      let partners = truth[pair.old] ?? [:]
      all += partners.count
      for match in IndicatorMatching.pairs(old, new) {
        found += 1
        // Of rows that say the same, any is right.
        let isRight = old.indices.contains { index in
          old[index] == old[match.old] && partners[index].map { new[$0] == new[match.new] } == true
        }
        if isRight { right += 1 }
      }
    }
    indicatorPrecision = share(right, found)
    indicatorRecall = share(right, all)
  }

  private func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }

  private func f1(_ right: Int, _ found: Int, _ truth: Int) -> Double { share(2 * right, found + truth) }

  package var description: String {
    func percent(_ share: Double) -> String { "\(Double(Int((share * 10_000).rounded())) / 100) %" }
    return
      "projects precision \(percent(precision)) recall \(percent(recall)), asserted \(percent(assertedPrecision)), "
      + "indicators \(percent(indicatorPrecision)) \(percent(indicatorRecall)), splits \(percent(splitScore)), "
      + "merges \(percent(mergeScore)), changes \(percent(changePrecision)) \(percent(changeRecall))"
  }
}
