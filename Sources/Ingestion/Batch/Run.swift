import JSON
import Provenance
import Synchronization

/// Everything that the workers of a run share.
struct Run: Sendable {
  let batch: Batch
  let inputs: InputList
  let folder: OutputFolder
  /// The beginning of the hash over the producer's description, as entries hold it.
  let producer: String
  let interruption: Interruption
  let meter: ProgressMeter
  let ledger: Ledger
  /// What is not given is removed, not kept.
  let prunes: Bool
  let postponed = Postponed()

  /// The run is to end before all is done.
  var isStopped: Bool { interruption.isRequested || ledger.problem != nil }

  /// Lets workers go over all inputs, chunk by chunk.
  func inParallel(
    over count: Int? = nil, _ work: @escaping @Sendable (inout Worker, Range<Int>) -> Void
  ) async {
    let count = count ?? inputs.count
    let jobs = max(1, min(batch.jobs, count))
    let cursor = Cursor(count: count, jobs: jobs)
    let threads = ThreadPerTask()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask(executorPreference: threads) {
          var worker = Worker(run: self)
          while !isStopped, let chunk = cursor.take() {
            work(&worker, chunk)
            worker.commit()
          }
        }
      }
    }
  }

  // MARK: The end

  func result() -> BatchResult {
    var result = BatchResult()
    var conflicts: Set<Message> = []
    for input in inputs.indices {
      if case .kept = inputs.kind(input) { continue }
      result.inputs += 1
      guard let location = ledger.location(of: input) else { continue }
      switch location.status {
      case .converted?: result.converted += 1
      case .duplicate?: result.duplicates += 1
      case .failed?:
        result.failed += 1
        guard result.failures.count < batch.listedFailures, let entry = ledger.entry(at: location),
          let failure = entry.failure
        else {
          result.untold += 1
          continue
        }
        // It names the others.
        if failure.isConflict, !conflicts.insert(failure.message).inserted { continue }
        result.failures.append(.init(path: entry.path, failure: failure))
      case nil: break
      }
    }
    result.unchanged = ledger.unchanged
    result.totals = ledger.totals
    result.bytes = meter.finish().bytes
    result.isInterrupted = interruption.isRequested && ledger.problem == nil
    return result
  }

  /// Removes the outputs of inputs that are not given any more, unless they are now those of others.
  func removePruned() {
    guard prunes else { return }
    for input in inputs.indices {
      guard case .kept = inputs.kind(input), let location = inputs.previous(input),
        let entry = ledger.entry(at: location)
      else { continue }
      ledger.claims.withLock { claims in
        for output in entry.outputs where !claims.isClaimed(output.file) { folder.remove(output.file) }
      }
    }
  }

  /// The decisions that hold for no correction, neither in the inputs of this run nor in those of earlier ones that the
  /// manifest keeps. Their texts have changed, or the filings are not there.
  func staleDecisions() -> [PlaceDecision] {
    if batch.placeDecisions.isEmpty { return [] }
    var met: Set<String> = []
    for input in inputs.indices {
      if let location = ledger.location(of: input), let entry = ledger.entry(at: location) {
        met.formUnion(entry.decisions)
      }
    }
    return batch.placeDecisions.filter { !met.contains($0.key) }
  }

  func writeManifest(producerKey: String, staleDecisions: [PlaceDecision]) throws(BatchError) {
    var next = 0
    try Manifest.write(
      in: folder, producer: .object(batch.producer), producerKey: producerKey, staleDecisions: staleDecisions,
      totals: ledger.totals
    ) {
      while next < inputs.count {
        next += 1
        if let location = ledger.location(of: next - 1), let bytes = ledger.bytes(at: location) { return bytes }
      }
      return nil
    }
  }
}
