internal import Publishing
internal import Synchronization

/// Draws the progress of a batch on standard error, and only on a terminal; may be told from any task.
final class ProgressMeter: Sendable {
  private struct State {
    var line: ProgressLine
    var drawn: ContinuousClock.Instant?
    var isShown = false
  }

  private let state: Mutex<State>
  private let start = ContinuousClock.now
  private let language: Language
  private let isTerminal = Terminal.isTerminal(Terminal.error)

  init(total: Int, language: Language) {
    state = Mutex(State(line: ProgressLine(total: total)))
    self.language = language
  }

  /// One more file is done. Draws at most ten times a second.
  func advance(bytes: Int, failed: Bool) {
    let now = ContinuousClock.now
    state.withLock { state in
      state.line.done += 1
      state.line.bytes += bytes
      if failed { state.line.failures += 1 }
      guard isTerminal, state.drawn.map({ now - $0 >= .milliseconds(100) }) ?? true else { return }
      state.drawn = now
      state.isShown = true
      let columns = max(1, (Terminal.width(Terminal.error) ?? 80) - 1)
      Self.draw(state.line.text(after: (now - start) / .seconds(1), language, columns: columns))
    }
  }

  /// Makes room for something else to be printed; the next `advance` draws the line again.
  func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      Self.draw("")
    }
  }

  private static func draw(_ text: String) {
    var output = StandardOutput(Terminal.error)
    output.write("\r" + text + "\u{1B}[K")
    output.flush()
  }
}
