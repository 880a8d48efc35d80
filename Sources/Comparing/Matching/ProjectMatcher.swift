internal import Glibc

/// The steps of matching, with what they share: who is taken, and the words of every project.
struct ProjectMatcher {
  let old: [Snapshot]
  let new: [Snapshot]
  var matches = Matches()
  private var oldTexts: [[ProjectText]]
  private var newTexts: [[ProjectText]]
  private let vocabulary: Vocabulary
  private var weigher: Weigher
  private var isOldTaken: [[Bool]]
  private var isNewTaken: [[Bool]]
  private var unrelated: Set<ProjectMatching.PlacePair> = []

  init(_ old: [Snapshot], _ new: [Snapshot]) {
    self.old = old
    self.new = new
    let count = (old + new).reduce(0) { $0 + $1.projects.count }
    var vocabulary = Vocabulary(projects: count)
    func texts(_ filings: [Snapshot]) -> [[ProjectText]] {
      filings.map { filing in
        filing.projects.map { project in
          let text = ProjectText(project, vocabulary)
          vocabulary.count(text.all)
          return text
        }
      }
    }
    oldTexts = texts(old)
    newTexts = texts(new)
    self.vocabulary = vocabulary
    weigher = Weigher(vocabulary)
    isOldTaken = old.map { Array(repeating: false, count: $0.projects.count) }
    isNewTaken = new.map { Array(repeating: false, count: $0.projects.count) }
    matches.filings = FilingPairing.pairs(old, new)
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

  // MARK: Within a department

  mutating func matchDepartment(_ filings: FilingPair) {
    let oldPlaces = free(isOldTaken, filings.old)
    let newPlaces = free(isNewTaken, filings.new)
    let (rows, columns) = compared(oldPlaces, newPlaces)
    let matcher = GroupMatcher(rows, columns, pairs: allowed(oldPlaces, newPlaces), prior: prior(rows, columns))
    var pairs = matcher.pairs().filter { $0.score >= ProjectMatching.least }
    var isRowTaken = [Bool](repeating: false, count: rows.count)
    var isColumnTaken = [Bool](repeating: false, count: columns.count)
    var partnerOfRow = [Int?](repeating: nil, count: rows.count)
    var partnerOfColumn = [Int?](repeating: nil, count: columns.count)
    for pair in pairs {
      isRowTaken[pair.row] = true
      isColumnTaken[pair.column] = true
      partnerOfRow[pair.row] = pair.column
      partnerOfColumn[pair.column] = pair.row
    }
    let unrelated = unrelated
    let splits = PartFinder(wholes: rows, parts: columns, partnerOfRow, isColumnTaken) { whole, part in
      !unrelated.isEmpty && unrelated.contains(.init(old: oldPlaces[whole], new: newPlaces[part]))
    }.found()
    for split in splits {
      for part in split.parts { isColumnTaken[part] = true }
      isRowTaken[split.whole] = true
      pairs.removeAll { $0.row == split.whole }
      matches.splits.append(
        Split(
          old: oldPlaces[split.whole], new: split.parts.map { newPlaces[$0] }.sorted(), ratio: split.ratio,
          score: split.score))
    }
    let splitColumns = Set(splits.flatMap(\.parts))
    let merges = PartFinder(wholes: columns, parts: rows, partnerOfColumn, isRowTaken) { whole, part in
      !unrelated.isEmpty && unrelated.contains(.init(old: oldPlaces[part], new: newPlaces[whole]))
    }.found()
    for merge in merges where !splitColumns.contains(merge.whole) {
      for part in merge.parts { isRowTaken[part] = true }
      isColumnTaken[merge.whole] = true
      pairs.removeAll { $0.column == merge.whole }
      matches.merges.append(
        Merge(
          old: merge.parts.map { oldPlaces[$0] }.sorted(), new: newPlaces[merge.whole], ratio: merge.ratio,
          score: merge.score))
    }
    for row in rows.indices where isRowTaken[row] { isOldTaken[filings.old][oldPlaces[row].index] = true }
    for column in columns.indices where isColumnTaken[column] {
      isNewTaken[filings.new][newPlaces[column].index] = true
    }
    for pair in pairs {
      matches.pairs.append(
        projectPair(pair, oldPlaces, newPlaces, rows, columns, .department))
    }
  }

  private func prior(_ rows: [ComparedProject], _ columns: [ComparedProject]) -> Double {
    log(
      GroupMatcher.continuing / (1 - GroupMatcher.continuing) / Double(max(rows.count, columns.count, 1)))
  }

  private func allowed(_ oldPlaces: [ProjectPlace], _ newPlaces: [ProjectPlace]) -> [(Int, Int)] {
    if oldPlaces.count * newPlaces.count > SharedBigrams.manyPairs {
      return likely(oldPlaces, newPlaces, limit: 24)
    }
    var pairs: [(Int, Int)] = []
    pairs.reserveCapacity(oldPlaces.count * newPlaces.count)
    for row in oldPlaces.indices {
      for column in newPlaces.indices {
        if !unrelated.isEmpty, unrelated.contains(.init(old: oldPlaces[row], new: newPlaces[column])) { continue }
        pairs.append((row, column))
      }
    }
    return pairs
  }

  /// The pairs of many projects that are worth comparing: those of equal code, and those that share rare words.
  private func likely(
    _ oldPlaces: [ProjectPlace], _ newPlaces: [ProjectPlace], limit: Int
  ) -> [(Int, Int)] {
    var pairs = SharedBigrams(vocabulary, limit: limit).pairs(
      oldPlaces.map { oldTexts[$0.filing][$0.index] }, newPlaces.map { newTexts[$0.filing][$0.index] })
    var columnOfCode: [String: Int] = [:]
    for column in newPlaces.indices.reversed() {
      if let code = new[newPlaces[column].filing].projects[newPlaces[column].index].code { columnOfCode[code] = column }
    }
    let known = Set(pairs.map { $0.0 * newPlaces.count + $0.1 })
    for row in oldPlaces.indices {
      guard let code = old[oldPlaces[row].filing].projects[oldPlaces[row].index].code, let column = columnOfCode[code],
        !known.contains(row * newPlaces.count + column)
      else { continue }
      pairs.append((row, column))
    }
    return pairs.filter { !unrelated.contains(.init(old: oldPlaces[$0.0], new: newPlaces[$0.1])) }
  }

  private func free(_ isTaken: [[Bool]], _ filing: Int) -> [ProjectPlace] {
    isTaken[filing].indices.filter { !isTaken[filing][$0] }.map { ProjectPlace(filing: filing, index: $0) }
  }

  private mutating func compared(
    _ oldPlaces: [ProjectPlace], _ newPlaces: [ProjectPlace]
  ) -> ([ComparedProject], [ComparedProject]) {
    let texts =
      oldPlaces.map { oldTexts[$0.filing][$0.index] } + newPlaces.map { newTexts[$0.filing][$0.index] }
    let weighted = weigher.weigh(texts)
    func project(_ snapshot: ProjectSnapshot, _ position: Int) -> ComparedProject {
      ComparedProject(
        text: texts[position], weighted: weighted[position], code: snapshot.code, unit: snapshot.unit,
        total: snapshot.budget.total)
    }
    let rows = oldPlaces.indices.map { project(old[oldPlaces[$0].filing].projects[oldPlaces[$0].index], $0) }
    let columns = newPlaces.indices.map {
      project(new[newPlaces[$0].filing].projects[newPlaces[$0].index], oldPlaces.count + $0)
    }
    return (rows, columns)
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
      return partner[old.filing] != new.filing
    }
    let (rows, columns) = compared(oldPlaces, newPlaces)
    let prior = log(0.1 / Double(max(rows.count, columns.count)))
    for pair in GroupMatcher(rows, columns, pairs: others, prior: prior).pairs()
    where pair.score >= ProjectMatching.accepted && pair.margin >= ProjectMatching.margin {
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

  private func projectPair(
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
