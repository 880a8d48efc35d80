import Glibc
import Synchronization

/// Runs every task on a thread of its own. The workers read and write files, which blocks: in the shared pool
/// they would keep other tasks waiting, and never be more than the machine has cores.
final class ThreadPerTask: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let job = Job(executor: self, job: UnownedJob(job))
    // The new thread takes over the reference that is given to it here.
    let context = unsafe Unmanaged.passRetained(job).toOpaque()
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, nil,
      { context in
        if let context = unsafe context { unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, context)
    if status == 0 {
      pthread_detach(thread)
    } else {
      // No thread is to be had: the work is done here, one after the other.
      unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
    }
  }

  /// A job is run once, and keeps its executor until it has been.
  @safe private final class Job: Sendable {
    let executor: ThreadPerTask
    let job: UnownedJob

    init(executor: ThreadPerTask, job: UnownedJob) {
      self.executor = executor
      self.job = job
    }

    func run() {
      unsafe job.runSynchronously(on: executor.asUnownedTaskExecutor())
    }
  }
}

/// Hands out 0..<count in chunks, in order, to whoever asks next: nobody waits for one slow file.
final class Cursor: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int
  private let chunk: Int

  init(count: Int, jobs: Int) {
    self.count = count
    // Small enough that all have work to the end, large enough that the journal is seldom written.
    chunk = max(1, min(64, count / (jobs * 8)))
  }

  init(count: Int, chunk: Int) {
    self.count = count
    self.chunk = chunk
  }

  func take() -> Range<Int>? {
    let start = next.add(chunk, ordering: .relaxed).oldValue
    return start < count ? start..<min(count, start + chunk) : nil
  }
}
