import Synchronization

/// Inputs that wait to be got ready together.
final class Postponed: Sendable {
  private let inputs = Mutex<[Int]>([])

  func add(_ input: Int) { inputs.withLock { $0.append(input) } }

  /// In order; none wait afterwards.
  func take() -> [Int] {
    inputs.withLock { inputs in
      defer { inputs = [] }
      return inputs.sorted()
    }
  }
}

extension Run {
  /// How many inputs are got ready together, and how many bytes of them at the most.
  private static let groupCount = 32
  private static let groupBytes = 64 << 20
  /// As many groups at a time: each takes a process with some hundred megabytes.
  private static let mostGroups = 4

  /// Gets ready what was postponed, and converts it.
  func convertPostponed() async {
    let waiting = postponed.take()
    guard let prepare = batch.prepare, !waiting.isEmpty else { return }
    let share = (waiting.count + jobsForGroups - 1) / jobsForGroups
    let cursor = Cursor(count: waiting.count, chunk: max(1, min(Self.groupCount, share)))
    let threads = ThreadPerTask()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<jobsForGroups {
        group.addTask(executorPreference: threads) {
          while !isStopped, let chunk = cursor.take() {
            var files: [[UInt8]] = []
            var size = 0
            var reader = InputReader(limit: batch.maxBytes, archives: batch.archives)
            for input in waiting[chunk] {
              var bytes: [UInt8] = []
              // What can't be read any more is found out when its turn comes.
              guard (try? reader.read(inputs, input, into: &bytes)) != nil else {
                continue
              }
              if size + bytes.count > Self.groupBytes, !files.isEmpty {
                await prepare(files) { isStopped }
                (files, size) = ([], 0)
              }
              size += bytes.count
              files.append(bytes)
            }
            await prepare(files) { isStopped }
          }
        }
      }
    }
    await inParallel(over: waiting.count) { worker, range in worker.convert(postponed: waiting[range]) }
  }

  private var jobsForGroups: Int { max(1, min(batch.jobs, Self.mostGroups)) }
}
