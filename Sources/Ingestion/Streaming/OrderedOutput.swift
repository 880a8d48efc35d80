import Glibc
import Synchronization

/// Takes results in any order and writes them in the order of their documents, each as soon as those before it have
/// been written.
final class OrderedOutput: Sendable {
  private struct State {
    var next = 1
    /// Results that wait for one before them.
    var waiting: [Int: StreamedResult] = [:]
    var result = DocumentStream.Result()
    var isStopped = false
  }

  private let state = Mutex(State())
  private let output: Int32
  private let failsFast: Bool
  /// How many results may still be begun.
  private let room: Semaphore

  /// No more than `room` results are under way or wait at a time.
  init(_ output: Int32, failsFast: Bool, room: Int) {
    self.output = output
    self.failsFast = failsFast
    self.room = Semaphore(room)
  }

  /// Nothing more is written: nobody reads it, it cannot be written, or an error is to end it.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  var result: DocumentStream.Result { state.withLock { $0.result } }

  /// Waits until another result may be begun; false if none is wanted any more.
  func waitForRoom() -> Bool {
    room.wait()
    if !isStopped { return true }
    room.signal()
    return false
  }

  /// Gives back the room of a result that will not come.
  func release() {
    room.signal()
  }

  /// Writes under the lock, so that whoever is slow to read slows down all that convert.
  func put(_ result: StreamedResult, for document: Int) {
    state.withLock { state in
      state.waiting[document] = result
      while let result = state.waiting.removeValue(forKey: state.next) {
        state.next += 1
        room.signal()
        if state.isStopped { continue }
        do throws(SystemError) {
          try System.write(result.bytes, to: output)
        } catch {
          state.isStopped = true
          state.result.isOutputIncomplete = error.code != EPIPE
          continue
        }
        state.result.documents += 1
        if result.isError {
          state.result.errors += 1
          if failsFast { state.isStopped = true }
        }
      }
    }
  }
}
