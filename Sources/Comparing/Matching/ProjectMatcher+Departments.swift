internal import Glibc

/// Matching within departments, none of which knows of another.
extension ProjectMatcher {
  /// What became of the projects of one department.
  struct Department {
    var pairs: [ProjectPair] = []
    var splits: [Split] = []
    var merges: [Merge] = []
    /// Positions of the projects that something became of.
    var old: [Int] = []
    var new: [Int] = []
  }

  mutating func matchDepartments(_ filings: [FilingPair]) {
    var weigher = Weigher(vocabulary)
    for pair in filings { add(department(pair, &weigher), pair) }
  }

  /// The same, `jobs` departments at a time: none knows of another.
  mutating func matchDepartments(_ filings: [FilingPair], jobs: Int) async {
    let matcher = self
    let stretches = await Stretches.map(filings.count, jobs: jobs) { range in
      var weigher = Weigher(matcher.vocabulary)
      return filings[range].map { matcher.department($0, &weigher) }
    }
    for (department, pair) in zip(stretches.joined(), filings) { add(department, pair) }
  }

  private mutating func add(_ department: Department, _ filings: FilingPair) {
    matches.pairs += department.pairs
    matches.splits += department.splits
    matches.merges += department.merges
    for index in department.old { isOldTaken[filings.old][index] = true }
    for index in department.new { isNewTaken[filings.new][index] = true }
  }

  private func department(_ filings: FilingPair, _ weigher: inout Weigher) -> Department {
    let oldPlaces = free(isOldTaken, filings.old)
    let newPlaces = free(isNewTaken, filings.new)
    let (rows, columns) = compared(oldPlaces, newPlaces, &weigher)
    let candidates = allowed(oldPlaces, newPlaces)
    let prior = prior(rows, columns)
    let matcher =
      isSmall(oldPlaces, newPlaces)
      ? GroupMatcher(
        rows, columns, pairs: candidates, prior: prior, SharedWeights(rows, columns, &weigher.heads))
      : GroupMatcher(rows, columns, pairs: candidates, prior: prior)
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
    func splits() -> PartFinder {
      PartFinder(wholes: rows, parts: columns, partnerOfRow, isColumnTaken) { whole, part in
        !unrelated.isEmpty && unrelated.contains(.init(old: oldPlaces[whole], new: newPlaces[part]))
      }
    }
    func merges() -> PartFinder {
      PartFinder(wholes: columns, parts: rows, partnerOfColumn, isRowTaken) { whole, part in
        !unrelated.isEmpty && unrelated.contains(.init(old: oldPlaces[part], new: newPlaces[whole]))
      }
    }
    var result = Department()
    let foundSplits = splits().found()
    for split in foundSplits {
      for part in split.parts { isColumnTaken[part] = true }
      isRowTaken[split.whole] = true
      pairs.removeAll { $0.row == split.whole }
      result.splits.append(
        Split(
          old: oldPlaces[split.whole], new: split.parts.map { newPlaces[$0] }.sorted(), ratio: split.ratio,
          score: split.score))
    }
    let splitColumns = Set(foundSplits.flatMap(\.parts))
    for merge in merges().found() where !splitColumns.contains(merge.whole) {
      for part in merge.parts { isRowTaken[part] = true }
      isColumnTaken[merge.whole] = true
      pairs.removeAll { $0.column == merge.whole }
      result.merges.append(
        Merge(
          old: merge.parts.map { oldPlaces[$0] }.sorted(), new: newPlaces[merge.whole], ratio: merge.ratio,
          score: merge.score))
    }
    result.old = rows.indices.filter { isRowTaken[$0] }.map { oldPlaces[$0].index }
    result.new = columns.indices.filter { isColumnTaken[$0] }.map { newPlaces[$0].index }
    let (otherSplits, otherMerges) = (splits(), merges())
    result.pairs = pairs.map { pair in
      var found = projectPair(pair, oldPlaces, newPlaces, rows, columns, .department)
      // That it is one of several parts is a possibility like any other project's.
      let doubt = max(otherSplits.doubt(of: pair.row), otherMerges.doubt(of: pair.column))
      if doubt > ProjectMatching.mostDoubt { found.isAmbiguous = true }
      return found
    }
    return result
  }

  private func prior(_ rows: [ComparedProject], _ columns: [ComparedProject]) -> Double {
    log(
      GroupMatcher.continuing / (1 - GroupMatcher.continuing) / Double(max(rows.count, columns.count, 1)))
  }

  private func isSmall(_ oldPlaces: [ProjectPlace], _ newPlaces: [ProjectPlace]) -> Bool {
    oldPlaces.count * newPlaces.count <= SharedBigrams.manyPairs
  }

  private func allowed(_ oldPlaces: [ProjectPlace], _ newPlaces: [ProjectPlace]) -> [(Int, Int)] {
    if !isSmall(oldPlaces, newPlaces) { return likely(oldPlaces, newPlaces, limit: 24) }
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
  func likely(
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

  func free(_ isTaken: [[Bool]], _ filing: Int) -> [ProjectPlace] {
    isTaken[filing].indices.filter { !isTaken[filing][$0] }.map { ProjectPlace(filing: filing, index: $0) }
  }

  func compared(
    _ oldPlaces: [ProjectPlace], _ newPlaces: [ProjectPlace], _ weigher: inout Weigher
  ) -> ([ComparedProject], [ComparedProject]) {
    let texts =
      oldPlaces.map { oldTexts[$0.filing][$0.index] } + newPlaces.map { newTexts[$0.filing][$0.index] }
    let weighted = weigher.weigh(texts)
    func project(_ snapshot: ProjectSnapshot, _ position: Int) -> ComparedProject {
      ComparedProject(
        text: texts[position], weighted: weighted[position], code: snapshot.code, unit: snapshot.unit,
        total: snapshot.budget.total, isGeneric: names.isCommon(texts[position].foldedName))
    }
    let rows = oldPlaces.indices.map { project(old[oldPlaces[$0].filing].projects[oldPlaces[$0].index], $0) }
    let columns = newPlaces.indices.map {
      project(new[newPlaces[$0].filing].projects[newPlaces[$0].index], oldPlaces.count + $0)
    }
    return (rows, columns)
  }
}
