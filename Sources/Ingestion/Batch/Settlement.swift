import Digest
import Synchronization

/// Decides, when all inputs have been seen, whose outputs stand where several inputs gave the same one.
///
/// Equal content is one output: that of the input whose path comes first. Different content is nobody's,
/// unless a preference says which supersedes. The verdict depends on the inputs' contents and paths alone,
/// not on which of them came first; memory doesn't depend on how many they are.
struct Settlement {
  /// As many paths are named in a message.
  private static let namedPaths = 8

  let run: Run
  let preference: Preference

  func settleAll() {
    let contests = run.ledger.claims.withLock { $0.contests() }
    if contests.isEmpty { return }
    var worker = Worker(run: run)
    for (key, inputs) in contests {
      if run.isStopped { return }
      for file in files(key, inputs) { settle(file, inputs, &worker) }
    }
  }

  /// The files with this key that the inputs claim: nearly always one.
  private func files(_ key: Claims.Key, _ inputs: [Int]) -> [String] {
    var files: Set<String> = []
    for input in inputs {
      guard let entry = run.ledger.entry(of: input) else { continue }
      for output in entry.outputs + entry.claims.map(\.output) where Claims.key(output.file) == key {
        files.insert(output.file)
      }
    }
    return files.sorted()
  }

  // MARK: One file

  private struct Claimant {
    let input: Int
    let entry: Entry
    let output: Entry.Output
  }

  /// What the claimants of a file say together.
  private struct Contest {
    var bestRank = Int.max
    var content = ""
    var isDisputed = false
    /// The first of the best rank whose output stands or can be made.
    var winner: Claimant?
    var paths: [String] = []
    var total = 0
  }

  private func settle(_ file: String, _ inputs: [Int], _ worker: inout Worker) {
    var excluded: Set<Int> = []
    while true {
      let contest = contest(for: file, inputs, excluding: excluded)
      guard !contest.isDisputed, let winner = contest.winner else {
        run.folder.remove(file)
        forEachClaimant(of: file, inputs) { claimant in
          apply(contest.isDisputed ? conflict(contest, claimant) : missing(claimant), to: claimant)
        }
        return
      }
      guard stands(winner, &worker) else {
        excluded.insert(winner.input)
        continue
      }
      forEachClaimant(of: file, inputs) { claimant in
        apply(verdict(winner, claimant), to: claimant)
      }
      return
    }
  }

  private func forEachClaimant(of file: String, _ inputs: [Int], _ body: (Claimant) -> Void) {
    for input in inputs {
      guard let entry = run.ledger.entry(of: input) else { continue }
      let outputs = entry.outputs + entry.claims.map(\.output)
      if let output = outputs.first(where: { $0.file == file }) {
        body(Claimant(input: input, entry: entry, output: output))
      }
    }
  }

  private func contest(for file: String, _ inputs: [Int], excluding excluded: Set<Int>) -> Contest {
    var contest = Contest()
    forEachClaimant(of: file, inputs) { claimant in
      contest.total += 1
      if contest.paths.count < Self.namedPaths { contest.paths.append(claimant.entry.path) }
      let rank = preference.rank(claimant.entry.path)
      if rank < contest.bestRank {
        contest.bestRank = rank
        contest.content = claimant.output.content
        contest.isDisputed = false
        contest.winner = nil
      }
      guard rank == contest.bestRank else { return }
      if claimant.output.content != contest.content { contest.isDisputed = true }
      if contest.winner == nil, !excluded.contains(claimant.input), isGiven(claimant) || isOnDisk(claimant) {
        contest.winner = claimant
      }
    }
    return contest
  }

  // MARK: What stands

  private func isGiven(_ claimant: Claimant) -> Bool {
    switch run.inputs.kind(claimant.input) {
    case .given, .archived: true
    case .kept, .refused: false
    }
  }

  private func isOnDisk(_ claimant: Claimant) -> Bool {
    // Whoever claimed the file first has written it, or found it as recorded; no other has written it since.
    let isOwner = run.ledger.claims.withLock { $0.isOwned(claimant.output.file, by: claimant.input) }
    return (isOwner && claimant.entry.outputs.contains(claimant.output))
      || run.folder.sha256(of: claimant.output.file)?.hex == claimant.output.sha256
  }

  /// Makes sure that the winner's output is what the folder holds.
  private func stands(_ winner: Claimant, _ worker: inout Worker) -> Bool {
    if isOnDisk(winner) { return true }
    guard let bytes = worker.reconvert(winner.input, winner.entry, for: winner.output) else { return false }
    return (try? run.folder.write(bytes, to: winner.output.file)) != nil
  }

  // MARK: Verdicts

  /// Why the claimant's output doesn't stand; nil if it does.
  private func verdict(_ winner: Claimant, _ claimant: Claimant) -> Failure? {
    if claimant.input == winner.input { return nil }
    return claimant.output.content == winner.output.content
      ? .duplicate(claimant.output.id, of: winner.entry.path) : .superseded(claimant.output.id, by: winner.entry.path)
  }

  private func conflict(_ contest: Contest, _ claimant: Claimant) -> Failure {
    .conflict(claimant.output.id, contest.paths, total: contest.total)
  }

  private func missing(_ claimant: Claimant) -> Failure {
    isGiven(claimant) ? FileProblem.changed.failure(claimant.entry.path) : .notGiven(claimant.output.id)
  }

  private func apply(_ reason: Failure?, to claimant: Claimant) {
    var entry = claimant.entry
    if let old = entry.claims.first(where: { $0.output == claimant.output })?.reason, entry.failure == old {
      entry.failure = nil
    }
    entry.outputs.removeAll { $0.file == claimant.output.file }
    entry.claims.removeAll { $0.output.file == claimant.output.file }
    if let reason {
      entry.claims.append(Entry.Claim(output: claimant.output, reason: reason))
    } else {
      entry.outputs.append(claimant.output)
    }
    entry.sortOutputs()
    if entry.failure == nil { entry.failure = entry.claims.lazy.compactMap(\.reason).first(where: \.isSettled) }
    if entry != claimant.entry { _ = run.ledger.replace(claimant.entry, of: claimant.input, with: entry) }
  }
}
