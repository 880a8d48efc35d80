/// Names that follow a project through all years: the id of the filing in which it was first seen, `/`, and its code
/// there (its name where it has no code).
///
/// A project that goes on keeps its name; of the parts of a split the one with the largest budget does, of merged ones
/// the largest gives its own; the others begin anew and say what they came from. What is only probably the same begins
/// anew as well, until someone confirms it.
package struct Continuity: Sendable {
  /// By year (position), filing and project.
  package private(set) var ids: [[[String]]]
  /// For those that begin anew out of another: what they came from.
  package private(set) var origins: [String: [String]] = [:]

  /// `comparisons` are those of each year with the next. O(projects).
  package init(_ years: [[Snapshot]], _ comparisons: [Matches]) {
    ids = years.map { $0.map { Array(repeating: "", count: $0.projects.count) } }
    var used: Set<String> = []
    for year in years.indices {
      if year > 0, comparisons.indices.contains(year - 1) {
        carry(comparisons[year - 1], years[year - 1], years[year], year)
      }
      for (filing, snapshot) in years[year].enumerated() {
        for (index, project) in snapshot.projects.enumerated() {
          if ids[year][filing][index].isEmpty {
            ids[year][filing][index] = Self.minted(snapshot.id, project, index, &used)
          }
        }
      }
      if year > 0, comparisons.indices.contains(year - 1) { noteOrigins(comparisons[year - 1], year) }
    }
  }

  private mutating func carry(_ matches: Matches, _ old: [Snapshot], _ new: [Snapshot], _ year: Int) {
    func id(_ place: ProjectPlace) -> String { ids[year - 1][place.filing][place.index] }
    func total(_ filings: [Snapshot], _ place: ProjectPlace) -> Double {
      filings[place.filing].projects[place.index].budget.total ?? 0
    }
    for pair in matches.pairs where !pair.isAmbiguous { ids[year][pair.new.filing][pair.new.index] = id(pair.old) }
    for split in matches.splits {
      guard let largest = split.new.max(by: { (total(new, $0), $1) < (total(new, $1), $0) }) else { continue }
      ids[year][largest.filing][largest.index] = id(split.old)
    }
    for merge in matches.merges {
      guard let largest = merge.old.max(by: { (total(old, $0), $1) < (total(old, $1), $0) }) else { continue }
      ids[year][merge.new.filing][merge.new.index] = id(largest)
    }
  }

  private mutating func noteOrigins(_ matches: Matches, _ year: Int) {
    for split in matches.splits {
      let origin = ids[year - 1][split.old.filing][split.old.index]
      for part in split.new {
        let id = ids[year][part.filing][part.index]
        if id != origin { origins[id, default: []].append(origin) }
      }
    }
    for merge in matches.merges {
      let id = ids[year][merge.new.filing][merge.new.index]
      for part in merge.old {
        let origin = ids[year - 1][part.filing][part.index]
        if id != origin { origins[id, default: []].append(origin) }
      }
    }
  }

  private static func minted(
    _ filing: String, _ project: ProjectSnapshot, _ index: Int, _ used: inout Set<String>
  ) -> String {
    let key = project.code ?? project.name.map { $0.replacing("/", with: "%2F") } ?? "#\(index + 1)"
    let id = "\(filing)/\(key)"
    if used.insert(id).inserted { return id }
    var number = 2
    while !used.insert("\(id)#\(number)").inserted { number += 1 }
    return "\(id)#\(number)"
  }
}
