internal import Glibc

/// The steps of matching, with what they share: who is taken, and the words of every project.
struct ProjectMatcher {
  let old: [Snapshot]
  let new: [Snapshot]
  var matches = Matches()
  var oldTexts: [[ProjectText]]
  var newTexts: [[ProjectText]]
  let vocabulary: Vocabulary
  let names: NameCounts
  var isOldTaken: [[Bool]]
  var isNewTaken: [[Bool]]
  var unrelated: Set<ProjectMatching.PlacePair> = []

  init(_ old: [Snapshot], _ new: [Snapshot]) {
    self.init(old, new, [Self.texts(old + new, of: Self.emptyVocabulary(old, new))])
  }

  /// The same, `jobs` stretches of the filings at a time.
  static func made(_ old: [Snapshot], _ new: [Snapshot], jobs: Int) async -> ProjectMatcher {
    let filings = old + new
    let empty = emptyVocabulary(old, new)
    return ProjectMatcher(
      old, new,
      await Stretches.map(filings.count, jobs: jobs) { range in texts(filings[range], of: empty) })
  }

  private typealias Texts = (texts: [[ProjectText]], vocabulary: Vocabulary)

  /// With the texts of the old filings and the new, one stretch after the other.
  private init(_ old: [Snapshot], _ new: [Snapshot], _ stretches: [Texts]) {
    self.old = old
    self.new = new
    var texts: [[ProjectText]] = []
    var vocabulary: Vocabulary?
    for stretch in stretches {
      texts += stretch.texts
      if vocabulary == nil { vocabulary = stretch.vocabulary } else { vocabulary?.add(stretch.vocabulary) }
    }
    oldTexts = Array(texts.prefix(old.count))
    newTexts = Array(texts.dropFirst(old.count))
    self.vocabulary = vocabulary ?? Vocabulary(projects: 0)
    names = NameCounts(texts.lazy.joined().map(\.foldedName))
    isOldTaken = old.map { Array(repeating: false, count: $0.projects.count) }
    isNewTaken = new.map { Array(repeating: false, count: $0.projects.count) }
    matches.filings = FilingPairing.pairs(old, new)
  }

  private static func emptyVocabulary(_ old: [Snapshot], _ new: [Snapshot]) -> Vocabulary {
    Vocabulary(projects: (old + new).reduce(0) { $0 + $1.projects.count })
  }

  private static func texts(_ filings: some Sequence<Snapshot>, of empty: Vocabulary) -> Texts {
    var vocabulary = empty
    let texts = filings.map { filing in
      filing.projects.map { project in
        let text = ProjectText(project, vocabulary)
        vocabulary.count(text.all)
        return text
      }
    }
    return (texts, vocabulary)
  }

  // MARK: What people said

  mutating func take(_ confirmed: ProjectMatching.Confirmed) {
    unrelated = confirmed.unrelated
    for pair in confirmed.pairs {
      isOldTaken[pair.old.filing][pair.old.index] = true
      isNewTaken[pair.new.filing][pair.new.index] = true
      matches.pairs.append(ProjectPair(old: pair.old, new: pair.new, how: .crosswalk, score: 1, margin: 1))
    }
    for split in confirmed.splits {
      isOldTaken[split.old.filing][split.old.index] = true
      for part in split.new { isNewTaken[part.filing][part.index] = true }
      matches.splits.append(
        Split(
          old: split.old, new: split.new.sorted(),
          ratio: ratio(of: split.new.map { total(new, $0) }, to: total(old, split.old)), score: 1, isConfirmed: true))
    }
    for merge in confirmed.merges {
      for part in merge.old { isOldTaken[part.filing][part.index] = true }
      isNewTaken[merge.new.filing][merge.new.index] = true
      matches.merges.append(
        Merge(
          old: merge.old.sorted(), new: merge.new,
          ratio: ratio(of: merge.old.map { total(old, $0) }, to: total(new, merge.new)), score: 1, isConfirmed: true))
    }
  }

  // MARK: Across departments

  mutating func matchAcrossDepartments() {
    let oldPlaces = old.indices.flatMap { free(isOldTaken, $0) }
    let newPlaces = new.indices.flatMap { free(isNewTaken, $0) }
    guard !oldPlaces.isEmpty, !newPlaces.isEmpty else { return }
    let pairs = likely(oldPlaces, newPlaces, limit: 8)
    let partner = Dictionary(matches.filings.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    let others = pairs.filter { pair in
      let (old, new) = (oldPlaces[pair.0], newPlaces[pair.1])
      // A name that stands in many departments says nothing of which of them a project came from.
      return partner[old.filing] != new.filing
        && !names.isCommon(oldTexts[old.filing][old.index].foldedName)
        && !names.isCommon(newTexts[new.filing][new.index].foldedName)
    }
    var weigher = Weigher(vocabulary)
    let (rows, columns) = compared(oldPlaces, newPlaces, &weigher)
    let prior = log(0.1 / Double(max(rows.count, columns.count)))
    for pair in GroupMatcher(rows, columns, pairs: others, prior: prior).pairs()
    where pair.score >= ProjectMatching.acceptedAcross && pair.margin >= ProjectMatching.margin {
      var found = projectPair(pair, oldPlaces, newPlaces, rows, columns, .acrossDepartments)
      found.isMoved = true
      matches.pairs.append(found)
      isOldTaken[found.old.filing][found.old.index] = true
      isNewTaken[found.new.filing][found.new.index] = true
    }
  }

  /// Departments that no filing of the new year is of, and that go on in the one that most of their projects went to.
  mutating func reformedDepartments() -> [FilingPair] {
    let known = Set(matches.filings.map(\.old))
    let taken = Set(matches.filings.map(\.new))
    var flows: [Int: [Int: Int]] = [:]
    for pair in matches.pairs where !known.contains(pair.old.filing) {
      flows[pair.old.filing, default: [:]][pair.new.filing, default: 0] += 1
    }
    var found: [FilingPair] = []
    for (filing, targets) in flows.sorted(by: { $0.key < $1.key }) {
      guard let target = targets.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        target.value * 3 >= old[filing].projects.count, target.value * 2 > targets.values.reduce(0, +)
      else { continue }
      found.append(FilingPair(old: filing, new: target.key, relation: taken.contains(target.key) ? .merged : .renamed))
    }
    // Several that become one are merged, the new one's own name or not.
    let counts = Dictionary(found.map { ($0.new, 1) }, uniquingKeysWith: +)
    for index in found.indices where (counts[found[index].new] ?? 0) > 1 { found[index].relation = .merged }
    matches.filings += found
    return found
  }

  // MARK: The result

  func projectPair(
    _ pair: GroupMatcher.Pair, _ oldPlaces: [ProjectPlace], _ newPlaces: [ProjectPlace], _ rows: [ComparedProject],
    _ columns: [ComparedProject], _ how: ProjectPair.How
  ) -> ProjectPair {
    var result = ProjectPair(
      old: oldPlaces[pair.row], new: newPlaces[pair.column], how: how, score: pair.score, margin: pair.margin)
    if let rival = pair.runnerUp {
      result.runnerUp = ProjectPair.RunnerUp(
        isOld: rival.isRow, place: rival.isRow ? oldPlaces[rival.index] : newPlaces[rival.index], score: rival.score)
    }
    result.evidence = pair.features.likenesses
    result.isAmbiguous = pair.score < ProjectMatching.accepted || pair.margin < ProjectMatching.margin
    return result
  }

  private func total(_ filings: [Snapshot], _ place: ProjectPlace) -> Double? {
    filings[place.filing].projects[place.index].budget.total
  }

  private func ratio(of parts: [Double?], to whole: Double?) -> Double? {
    guard let whole, whole > 0 else { return nil }
    var sum = 0.0
    for part in parts {
      guard let part else { return nil }
      sum += part
    }
    return sum / whole
  }

  func finished() -> Matches {
    var matches = matches
    matches.pairs.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    matches.splits.sort { $0.old < $1.old }
    matches.merges.sort { $0.new < $1.new }
    matches.filings.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    let partners = Set(matches.filings.map { ProjectMatching.FilingPlaces(old: $0.old, new: $0.new) })
    for index in matches.pairs.indices {
      let pair = matches.pairs[index]
      matches.pairs[index].isMoved = !partners.contains(.init(old: pair.old.filing, new: pair.new.filing))
    }
    return matches
  }
}
