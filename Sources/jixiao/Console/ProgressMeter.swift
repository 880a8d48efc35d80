internal import Ingestion
internal import Publishing
internal import Synchronization

/// Draws the progress of a batch on standard error, and only on a terminal; may be told from any task.
final class ProgressMeter: Sendable {
  private let isShown = Mutex(false)
  private let start = ContinuousClock.now
  private let language: Language
  private let isTerminal = Terminal.isTerminal(Terminal.error)

  init(language: Language) {
    self.language = language
  }

  func show(_ progress: BatchProgress) {
    guard isTerminal else { return }
    isShown.withLock { isShown in
      var line = ProgressLine(total: progress.total)
      line.done = progress.done
      line.bytes = progress.bytes
      line.failures = progress.failures
      let columns = max(1, (Terminal.width(Terminal.error) ?? 80) - 1)
      Self.draw(line.text(after: (ContinuousClock.now - start) / .seconds(1), language, columns: columns))
      isShown = true
    }
  }

  /// Makes room for something else to be printed.
  func clear() {
    isShown.withLock { isShown in
      if isShown { Self.draw("") }
      isShown = false
    }
  }

  private static func draw(_ text: String) {
    var output = StandardOutput(Terminal.error)
    output.write("\r" + text + "\u{1B}[K")
    output.flush()
  }
}
