internal import Provenance
internal import Publishing
internal import Synchronization

/// Converts the documents that the lines of one descriptor name or hold, and writes a line for each filing to another,
/// in the order of the documents and as soon as it is known.
///
/// Memory is bounded: a document a job, and the results of as many as may overtake a slow one.
package struct DocumentStream: Sendable {
  package var options: ConversionOptions
  /// What paths are relative to; nil for `/`, and then relative ones are refused.
  package var root: StreamRoot?
  package var jobs = 1
  /// The largest document in bytes; a line may be a third longer, as base64 is.
  package var maxBytes = 64 << 20
  package var archives = FolderLimits()
  /// Ends at the first error.
  package var failsFast = false

  package init(_ options: ConversionOptions) {
    self.options = options
  }

  /// What was done.
  package struct Result: Sendable {
    package var documents = 0
    package var errors = 0
    /// Why reading ended before the input did.
    package var inputFailure: Failure?
    /// Whether something could not be written, other than because nobody reads any more.
    package var isOutputIncomplete = false
  }

  /// Beside the base64: id, path, quotes, and base64's own padding.
  private static let lineAllowance = 64 << 10

  /// Runs until the input ends, or nobody reads the output any more. Throws if ICU's data cannot be used.
  package func run(from input: Int32 = 0, to output: Int32 = 1) async throws(Failure) -> Result {
    let pipeline: Pipeline
    do { pipeline = try Pipeline(options) } catch { throw .noPipeline }
    System.ignoreBrokenPipes()
    let limit = maxBytes.multipliedReportingOverflow(by: 4)
    let lines = Mutex(
      LineReader(
        input, limit: limit.overflow ? Int.max / 2 : limit.partialValue / 3 + Self.lineAllowance, unlessClosed: output))
    let results = OrderedOutput(output, failsFast: failsFast, room: 4 * jobs)
    let producer = options.producer
    // The lines stand in a lock that only a class may carry into several tasks.
    let source = Source(lines)
    let threads = ThreadPerTask()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask(executorPreference: threads) {
          var worker = StreamWorker(
            Converter(pipeline, producer), InputReader(limit: maxBytes, archives: archives), root: root)
          while results.waitForRoom(), let line = source.next(while: { !results.isStopped }) {
            results.put(worker.result(of: line), for: line.document)
          }
          results.release()
        }
      }
    }
    var result = results.result
    result.inputFailure = source.failure
    return result
  }

  private final class Source: Sendable {
    private let lines: Mutex<LineReader>

    init(_ lines: consuming sending Mutex<LineReader>) {
      self.lines = lines
    }

    func next(while isWanted: () -> Bool) -> InputLine? {
      lines.withLock { $0.next(while: isWanted) }
    }

    var failure: Failure? {
      lines.withLock { $0.failure }
    }
  }
}
