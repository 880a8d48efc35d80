import Glibc
import Synchronization

/// The wish to stop: workers finish the file in hand, the journal stays, and the next run goes on from there.
package final class Interruption: Sendable {
  private let requested = Atomic<Bool>(false)
  private let listensToSignals: Bool

  package init() {
    listensToSignals = false
  }

  private init(listeningToSignals: Bool) {
    listensToSignals = listeningToSignals
  }

  package func request() {
    requested.store(true, ordering: .relaxed)
  }

  package var isRequested: Bool {
    requested.load(ordering: .relaxed) || (listensToSignals && received.load(ordering: .relaxed) != 0)
  }

  /// The signal that asked for the stop; 0 if none did. A shell expects the exit status 128 + signal.
  package var signal: Int32 { listensToSignals ? received.load(ordering: .relaxed) : 0 }

  /// Stops at SIGINT and SIGTERM from now on. A second one ends the program at once, which harms nothing:
  /// no file is ever half written.
  package static func atSignals() -> Interruption {
    received.store(0, ordering: .relaxed)
    for signal in [SIGINT, SIGTERM] {
      var action = sigaction()
      // The handler only stores into an atomic that has been made above, as a signal handler may.
      unsafe action.__sigaction_handler.sa_handler = { signal in received.store(signal, ordering: .relaxed) }
      // SA_RESETHAND has the sign bit set, which the importer takes for an unsigned number.
      action.sa_flags = SA_RESTART | Int32(bitPattern: 0x8000_0000)
      unsafe sigaction(signal, &action, nil)
    }
    return Interruption(listeningToSignals: true)
  }
}

private let received = Atomic<Int32>(0)
