import Synchronization

/// How far a run has come.
package struct BatchProgress: Hashable, Sendable {
  package internal(set) var done = 0
  package internal(set) var total: Int
  /// Read so far.
  package internal(set) var bytes = 0
  package internal(set) var failures = 0

  package init(total: Int) {
    self.total = total
  }
}

/// Tells the caller of the progress, ten times a second at most, and once at the end.
final class ProgressMeter: Sendable {
  private struct State {
    var progress: BatchProgress
    var last: ContinuousClock.Instant
  }

  private let state: Mutex<State>
  private let report: (@Sendable (BatchProgress) -> Void)?

  init(total: Int, report: (@Sendable (BatchProgress) -> Void)?) {
    state = Mutex(State(progress: BatchProgress(total: total), last: .now))
    self.report = report
  }

  func add(bytes: Int, failed: Bool) {
    state.withLock { state in
      state.progress.done += 1
      state.progress.bytes &+= bytes
      if failed { state.progress.failures += 1 }
      guard let report else { return }
      let now = ContinuousClock.now
      if now - state.last >= .milliseconds(100) {
        state.last = now
        report(state.progress)
      }
    }
  }

  func finish() -> BatchProgress {
    state.withLock { state in
      report?(state.progress)
      return state.progress
    }
  }
}
