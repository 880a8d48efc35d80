internal import Glibc

/// A counter that threads wait for.
@safe final class Semaphore: Sendable {
  // It has one place in memory from here to the end, as POSIX demands, and is made for being used by many threads.
  private nonisolated(unsafe) let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init(_ count: Int) {
    unsafe sem_init(semaphore, 0, UInt32(clamping: count))
  }

  deinit {
    unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  func wait() {
    while unsafe sem_wait(semaphore) != 0 && errno == EINTR {}
  }

  func signal() {
    unsafe sem_post(semaphore)
  }
}
