internal import Glibc
internal import Provenance
internal import Synchronization

/// Makes the rows of filings on a thread of its own, a few filings ahead of whoever takes them: reading a filing takes
/// about as long as writing its rows, and so the two go on side by side. What waits is bounded, whatever there is to
/// export.
@safe final class FilingsAhead {
  enum Outcome: Sendable {
    case rows(FilingRows)
    /// Its hash is the one that is known: its rows are as they were.
    case unchanged(String)
    case failure(ExportError)
  }

  private struct State: Sendable {
    var waiting: [Outcome] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  private let room = Semaphore(8)
  private let ready = Semaphore(0)
  private let known: [String: String]
  /// The next three belong to the thread as long as there is one.
  private let items: AnyIterator<Result<ExportItem, ExportError>>
  private var seen: Set<String> = []
  private var isEmpty = false
  private var thread: pthread_t?

  /// `known` holds hashes by the ids of filings whose rows need not be made.
  init(_ source: ExportSource, known: [String: String] = [:]) {
    items = source.items.makeIterator()
    self.known = known
    var thread = pthread_t()
    // `stop`, which whoever makes this object calls, waits for the thread: the reference stays good.
    let status = unsafe pthread_create(
      &thread, nil,
      { context in
        if let context = unsafe context {
          unsafe Unmanaged<FilingsAhead>.fromOpaque(context).takeUnretainedValue().run()
        }
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
    if status == 0 { self.thread = thread }
  }

  /// What became of the next filing; nil after the last.
  func next() -> Outcome? {
    // No thread was to be had: the work is done here.
    guard thread != nil else { return make() }
    ready.wait()
    let outcome: Outcome? = state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    if outcome == nil { ready.signal() }
    room.signal()
    return outcome
  }

  /// Ends the thread, whatever is left; must be called.
  func stop() {
    guard let thread else { return }
    state.withLock { $0.isStopped = true }
    room.signal()
    pthread_join(thread, nil)
    self.thread = nil
  }

  private func run() {
    while true {
      room.wait()
      let outcome = state.withLock { $0.isStopped } ? nil : make()
      if let outcome { state.withLock { $0.waiting.append(outcome) } }
      ready.signal()
      if outcome == nil { return }
    }
  }

  /// The next filing, once an id.
  private func make() -> Outcome? {
    while !isEmpty, let next = items.next() {
      do throws(ExportError) {
        let item = try next.get()
        guard seen.insert(item.id).inserted else { continue }
        if let hash = known[item.id], hash.utf8.elementsEqual(item.sha256.utf8) { return .unchanged(item.id) }
        return .rows(try item.rows())
      } catch {
        return .failure(error)
      }
    }
    isEmpty = true
    return nil
  }
}

extension ExportSource {
  /// Calls with the rows of each filing, once an id; what cannot be had is a failure.
  func forEachFiling(
    _ result: inout ExportResult, _ body: (FilingRows) throws(ExportError) -> Void
  ) throws(ExportError) {
    let filings = FilingsAhead(self)
    defer { filings.stop() }
    while let outcome = filings.next() {
      switch outcome {
      case .failure(let error): result.failures.append(error)
      case .unchanged: result.filings += 1
      case .rows(let rows):
        result.filings += 1
        try body(rows)
      }
    }
    try result.checkThatAnyFilingWasHad(self)
  }
}

extension ExportResult {
  /// Throws if every filing failed: a target that held some is not to be emptied for that.
  func checkThatAnyFilingWasHad(_ source: ExportSource) throws(ExportError) {
    guard filings == 0, !source.isFeed, let first = failures.first else { return }
    throw ExportError(
      first.id, zh: first.message.zh + "没有一份文本可以导出（共 \(failures.count) 份有问题），目标未变。",
      en:
        "\(first.message.en) No filing could be exported (\(failures.count) have problems), so the target is as it was."
    )
  }
}
