internal import ICU
internal import JSON

/// Finds every change between the filings of two years whose projects are matched.
enum Changes {
  static func all(
    _ old: [Snapshot], _ new: [Snapshot], _ matches: Matches, _ details: (Bool, Int) -> SnapshotDetails
  ) throws(ICUError) -> [Change] {
    let within = try within(matches.filings.indices, old, new, matches, details)
    return try all(old, new, matches, within: within, details)
  }

  /// What changed within the pairs of filings at `range`.
  static func within(
    _ range: Range<Int>, _ old: [Snapshot], _ new: [Snapshot], _ matches: Matches,
    _ details: (Bool, Int) -> SnapshotDetails
  ) throws(ICUError) -> [Change] {
    let words = try WordComparer()
    let fates = Fates(old, new, matches)
    return withoutActuallyEscaping(details) { details in
      let cache = DetailsCache(details)
      return range.flatMap { index in
        changes(old, new, matches.filings[index], fates, words) { isNew, filing in cache.details(isNew, filing) }
      }
    }
  }

  /// All, given what changed within pairs of filings.
  static func all(
    _ old: [Snapshot], _ new: [Snapshot], _ matches: Matches, within: [Change],
    _ details: (Bool, Int) -> SnapshotDetails
  ) throws(ICUError) -> [Change] {
    let words = try WordComparer()
    return withoutActuallyEscaping(details) { details in
      let cache = DetailsCache(details)
      return found(old, new, matches, within, words) { isNew, filing in cache.details(isNew, filing) }
    }
  }

  private static func found(
    _ old: [Snapshot], _ new: [Snapshot], _ matches: Matches, _ within: [Change], _ words: WordComparer,
    _ details: @escaping (Bool, Int) -> SnapshotDetails
  ) -> [Change] {
    var result: [Change] = []
    let isContinued = Set(matches.filings.map(\.old))
    let isContinuing = Set(matches.filings.map(\.new))
    for filing in old.indices where !isContinued.contains(filing) {
      var change = Change(.filingEnded)
      change.oldFiling = filing
      change.old = Change.Side("", .string(old[filing].id))
      result.append(change)
    }
    for filing in new.indices where !isContinuing.contains(filing) {
      var change = Change(.filingAdded)
      change.newFiling = filing
      change.new = Change.Side("", .string(new[filing].id))
      result.append(change)
    }
    let fates = Fates(old, new, matches)
    result += within
    // What left its department: by pair, as its filings are no pair.
    for project in matches.pairs where project.isMoved {
      var differ = Differ(
        old[project.old.filing], project.old.filing, new[project.new.filing], project.new.filing, words,
        oldDetails: { details(false, project.old.filing) }, newDetails: { details(true, project.new.filing) })
      differ.add(.projectMoved, subject(project), name(old, project.old), name(new, project.new))
      differ.compareProjects(project.old.index, project.new.index, isAmbiguous: project.isAmbiguous)
      differ.finish()
      result += differ.changes
    }
    result += splitsAndMerges(old, new, matches, details)
    result += fates.endedAndAdded(details)
    return byFiling(result, new.count, matches)
  }

  /// What changed between two filings of one department.
  private static func changes(
    _ old: [Snapshot], _ new: [Snapshot], _ pair: FilingPair, _ fates: Fates, _ words: WordComparer,
    _ details: @escaping (Bool, Int) -> SnapshotDetails
  ) -> [Change] {
    var differ = Differ(
      old[pair.old], pair.old, new[pair.new], pair.new, words, oldDetails: { details(false, pair.old) },
      newDetails: { details(true, pair.new) })
    if pair.relation == .merged {
      differ.add(
        .departmentMerged, .init(), Change.Side("/department", .string(old[pair.old].id)),
        Change.Side("/department", .string(new[pair.new].id)))
    } else {
      differ.compareOverall()
    }
    for project in fates.within[pair] ?? [] {
      if project.isAmbiguous {
        differ.add(.projectAmbiguous, subject(project), name(old, project.old), name(new, project.new))
      }
      differ.compareProjects(project.old.index, project.new.index, isAmbiguous: project.isAmbiguous)
    }
    differ.finish()
    return differ.changes
  }

  /// Filing by filing in the order of the new ones, those that ended last; within a filing as they were found.
  private static func byFiling(_ changes: [Change], _ newCount: Int, _ matches: Matches) -> [Change] {
    let successor = Dictionary(matches.filings.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    func filing(_ change: Change) -> Int {
      if let new = change.newFiling { return new }
      let old = change.oldFiling ?? 0
      return successor[old] ?? newCount + old
    }
    return changes.enumerated().map { (filing($0.element), $0.offset) }.sorted { $0 < $1 }.map { changes[$0.1] }
  }

  private static func subject(_ pair: ProjectPair) -> Differ.Subject {
    Differ.Subject(oldProject: pair.old.index, newProject: pair.new.index, isAmbiguous: pair.isAmbiguous)
  }

  static func name(_ filings: [Snapshot], _ place: ProjectPlace) -> Change.Side {
    let project = filings[place.filing].projects[place.index]
    return Change.Side("/projects/\(place.index)", project.summary)
  }

  private static func splitsAndMerges(
    _ old: [Snapshot], _ new: [Snapshot], _ matches: Matches, _ details: (Bool, Int) -> SnapshotDetails
  ) -> [Change] {
    var result: [Change] = []
    for split in matches.splits {
      var change = Change(.projectSplit)
      change.oldFiling = split.old.filing
      change.oldProject = split.old.index
      change.newFiling = split.new.first?.filing
      change.old = name(old, split.old)
      change.new = Change.Side("/projects", .array(split.new.map { part(new, $0) }))
      change.old?.places = details(false, split.old.filing).places(of: "/projects/\(split.old.index)/name")
      change.new?.places = split.new.flatMap { details(true, $0.filing).places(of: "/projects/\($0.index)/name") }
      result.append(change)
    }
    for merge in matches.merges {
      var change = Change(.projectMerged)
      change.oldFiling = merge.old.first?.filing
      change.newFiling = merge.new.filing
      change.newProject = merge.new.index
      change.old = Change.Side("/projects", .array(merge.old.map { part(old, $0) }))
      change.new = name(new, merge.new)
      change.old?.places = merge.old.flatMap { details(false, $0.filing).places(of: "/projects/\($0.index)/name") }
      change.new?.places = details(true, merge.new.filing).places(of: "/projects/\(merge.new.index)/name")
      result.append(change)
    }
    return result
  }

  private static func part(_ filings: [Snapshot], _ place: ProjectPlace) -> JSONValue {
    guard case .object(var object) = filings[place.filing].projects[place.index].summary else { return .null }
    object["path"] = .string("/projects/\(place.index)")
    return .object(object)
  }
}

/// Keeps the details of the filings that were asked for last: the changes of one filing are found together.
private final class DetailsCache {
  private let make: (Bool, Int) -> SnapshotDetails
  private var kept: [(isNew: Bool, filing: Int, details: SnapshotDetails)] = []

  init(_ make: @escaping (Bool, Int) -> SnapshotDetails) {
    self.make = make
  }

  func details(_ isNew: Bool, _ filing: Int) -> SnapshotDetails {
    if let known = kept.first(where: { $0.isNew == isNew && $0.filing == filing }) { return known.details }
    let details = make(isNew, filing)
    if kept.count == 4 { kept.removeFirst() }
    kept.append((isNew, filing, details))
    return details
  }
}
