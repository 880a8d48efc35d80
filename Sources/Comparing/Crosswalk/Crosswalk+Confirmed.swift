extension Crosswalk {
  /// What the rows say of the projects of two years, as positions. Rows about other years say nothing here.
  ///
  /// - Throws: the rows that name unknown projects or contradict each other.
  package func confirmed(_ old: [Snapshot], _ new: [Snapshot]) throws(CrosswalkProblems) -> ProjectMatching.Confirmed {
    var reader = ConfirmedReader(old, new)
    for row in rows where row.relation != nil { reader.take(row) }
    let result = reader.result()
    if !reader.problems.isEmpty {
      throw CrosswalkProblems(problems: reader.problems.sorted { $0.line < $1.line })
    }
    return result
  }
}

private struct ConfirmedReader {
  private(set) var problems: [CrosswalkProblem] = []
  private let oldPlaces: ProjectIndex
  private let newPlaces: ProjectIndex
  private var confirmed = ProjectMatching.Confirmed()
  /// The row that took a project, by place.
  private var oldTaken: [ProjectPlace: Crosswalk.Row] = [:]
  private var newTaken: [ProjectPlace: Crosswalk.Row] = [:]
  private var splits: [ProjectPlace: [ProjectPlace]] = [:]
  private var merges: [ProjectPlace: [ProjectPlace]] = [:]
  private var related: [ProjectMatching.PlacePair: Crosswalk.Row] = [:]

  init(_ old: [Snapshot], _ new: [Snapshot]) {
    oldPlaces = ProjectIndex(old)
    newPlaces = ProjectIndex(new)
  }

  mutating func take(_ row: Crosswalk.Row) {
    guard oldPlaces.years.contains(row.oldYear), newPlaces.years.contains(row.newYear), let relation = row.relation
    else { return }
    guard let old = find(oldPlaces, row.oldYear, row.oldCode, row.oldName, "甲", row),
      let new = find(newPlaces, row.newYear, row.newCode, row.newName, "乙", row)
    else { return }
    let pair = ProjectMatching.PlacePair(old: old, new: new)
    if let other = related[pair] {
      // Said twice is said once.
      if other.relation != relation { contradict(row, other) }
      return
    }
    related[pair] = row
    switch relation {
    case .unrelated: confirmed.unrelated.insert(pair)
    case .same, .renamed, .moved:
      if let other = oldTaken[old] ?? newTaken[new] {
        contradict(row, other)
        return
      }
      oldTaken[old] = row
      newTaken[new] = row
      confirmed.pairs.append((old, new))
    case .split:
      if let other = newTaken[new] ?? oldTaken[old].flatMap({ $0.relation == .split ? nil : $0 }) {
        contradict(row, other)
        return
      }
      oldTaken[old] = row
      newTaken[new] = row
      splits[old, default: []].append(new)
    case .merged:
      if let other = oldTaken[old] ?? newTaken[new].flatMap({ $0.relation == .merged ? nil : $0 }) {
        contradict(row, other)
        return
      }
      oldTaken[old] = row
      newTaken[new] = row
      merges[new, default: []].append(old)
    }
  }

  mutating func result() -> ProjectMatching.Confirmed {
    for (old, parts) in splits.sorted(by: { $0.key < $1.key }) {
      if parts.count < 2, let row = oldTaken[old] {
        problems.append(
          CrosswalkProblem(
            row.line, zh: "拆分至少要有两行（同一个甲，不同的乙），这里只有一行。",
            en: "a split needs two rows at least (one 甲, several 乙); there is only one."))
      }
      confirmed.splits.append((old, parts))
    }
    for (new, parts) in merges.sorted(by: { $0.key < $1.key }) {
      if parts.count < 2, let row = newTaken[new] {
        problems.append(
          CrosswalkProblem(
            row.line, zh: "合并至少要有两行（不同的甲，同一个乙），这里只有一行。",
            en: "a merge needs two rows at least (several 甲, one 乙); there is only one."))
      }
      confirmed.merges.append((parts, new))
    }
    return confirmed
  }

  private mutating func contradict(_ row: Crosswalk.Row, _ other: Crosswalk.Row) {
    problems.append(
      CrosswalkProblem(
        row.line,
        zh: "与第 \(other.line) 行矛盾（“\(other.oldName)”与“\(other.newName)”：\(other.relation?.rawValue ?? "")）；请只保留一行。",
        en:
          "contradicts line \(other.line) (\(other.oldName) and \(other.newName): \(other.relation?.rawValue ?? "")); "
          + "keep one of them."))
  }

  private mutating func find(
    _ places: ProjectIndex, _ year: Int, _ code: String, _ name: String, _ side: String, _ row: Crosswalk.Row
  ) -> ProjectPlace? {
    let found = code.isEmpty ? places.named(name, year) : places.coded(code, name, year)
    if found.count == 1 { return found.first }
    let what = code.isEmpty ? "名称“\(name)”" : "编码“\(code)”"
    let whatInEnglish = code.isEmpty ? "the name \"\(name)\"" : "the code \"\(code)\""
    problems.append(
      found.isEmpty
        ? CrosswalkProblem(
          row.line, zh: "\(year) 年没有\(what)的项目（\(side)）；请核对编码与年度。",
          en: "no project of \(year) has \(whatInEnglish) (\(side)); check code and year.")
        : CrosswalkProblem(
          row.line, zh: "\(year) 年有 \(found.count) 个\(what)的项目（\(side)），无法确定是哪一个；请写明编码。",
          en: "\(found.count) projects of \(year) have \(whatInEnglish) (\(side)); give the code."))
    return nil
  }
}

/// Projects by code and by name.
private struct ProjectIndex {
  private(set) var years: Set<Int> = []
  private var byCode: [String: [ProjectPlace]] = [:]
  private var byName: [String: [ProjectPlace]] = [:]
  private let filings: [Snapshot]

  init(_ filings: [Snapshot]) {
    self.filings = filings
    for (filing, snapshot) in filings.enumerated() {
      guard let year = snapshot.year else { continue }
      years.insert(year)
      for (index, project) in snapshot.projects.enumerated() {
        let place = ProjectPlace(filing: filing, index: index)
        if let code = project.code { byCode["\(year) \(code)", default: []].append(place) }
        if let name = project.name { byName["\(year) \(name)", default: []].append(place) }
      }
    }
  }

  /// Of several that share a code, those of the name.
  func coded(_ code: String, _ name: String, _ year: Int) -> [ProjectPlace] {
    let found = byCode["\(year) \(code)"] ?? []
    if found.count < 2 { return found }
    return found.filter { filings[$0.filing].projects[$0.index].name == name }
  }

  func named(_ name: String, _ year: Int) -> [ProjectPlace] { byName["\(year) \(name)"] ?? [] }
}
