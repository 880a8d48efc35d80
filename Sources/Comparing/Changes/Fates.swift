/// What became of the projects, by filing.
struct Fates {
  private(set) var within: [FilingPair: [ProjectPair]] = [:]
  private let old: [Snapshot]
  private let new: [Snapshot]
  private var isContinued: Set<ProjectPlace> = []
  private var isContinuing: Set<ProjectPlace> = []

  init(_ old: [Snapshot], _ new: [Snapshot], _ matches: Matches) {
    self.old = old
    self.new = new
    var filings: [[Int]: FilingPair] = [:]
    for pair in matches.filings { filings[[pair.old, pair.new]] = pair }
    for pair in matches.pairs {
      isContinued.insert(pair.old)
      isContinuing.insert(pair.new)
      if let filing = filings[[pair.old.filing, pair.new.filing]] { within[filing, default: []].append(pair) }
    }
    for split in matches.splits {
      isContinued.insert(split.old)
      isContinuing.formUnion(split.new)
    }
    for merge in matches.merges {
      isContinued.formUnion(merge.old)
      isContinuing.insert(merge.new)
    }
    for key in Array(within.keys) { within[key]?.sort { $0.new < $1.new } }
  }

  func endedAndAdded(_ details: (Bool, Int) -> SnapshotDetails) -> [Change] {
    var result: [Change] = []
    for filing in old.indices {
      for index in old[filing].projects.indices {
        let place = ProjectPlace(filing: filing, index: index)
        if isContinued.contains(place) { continue }
        var change = Change(.projectEnded)
        change.oldFiling = filing
        change.oldProject = index
        change.old = Changes.name(old, place)
        change.old?.places = details(false, filing).places(of: "/projects/\(index)/name")
        result.append(change)
      }
    }
    for filing in new.indices {
      for index in new[filing].projects.indices {
        let place = ProjectPlace(filing: filing, index: index)
        if isContinuing.contains(place) { continue }
        var change = Change(.projectAdded)
        change.newFiling = filing
        change.newProject = index
        change.new = Changes.name(new, place)
        change.new?.places = details(true, filing).places(of: "/projects/\(index)/name")
        result.append(change)
      }
    }
    return result
  }
}
