internal import Glibc
internal import Subprocess
internal import Synchronization

/// How a process ended.
enum ProcessEnd: Hashable, Sendable {
  case succeeded
  /// With an exit status, or by a signal.
  case failed
  /// It had not done anything new for as long as it may.
  case timedOut
  /// There is no such program on the PATH.
  case notFound
  /// The user wants to stop.
  case interrupted
}

/// Starts LibreOffice (`soffice`, found on the PATH) and ends it, and all that it started, if it takes too long.
struct OfficeProcess: Sendable {
  static let program = "soffice"

  /// How long nothing new may come.
  var limit: Duration
  var isInterrupted: @Sendable () -> Bool = { false }

  private static let interval = Duration.milliseconds(40)

  /// `progress` counts what is done: whenever it grows, the time begins anew.
  func run(_ arguments: [String], progress: @escaping @Sendable () -> Int = { 0 }) async -> ProcessEnd {
    await race(progress) {
      let result = try await Subprocess.run(
        .name(Self.program), arguments: Arguments(arguments), environment: Self.environment,
        platformOptions: Self.options, output: .discarded, error: .discarded)
      return result.terminationStatus.isSuccess
    }
  }

  /// What it prints; nil unless it ends well.
  func output(_ arguments: [String]) async -> (end: ProcessEnd, text: String) {
    let text = Mutex("")
    let end = await race({ 0 }) {
      let result = try await Subprocess.run(
        .name(Self.program), arguments: Arguments(arguments), environment: Self.environment,
        platformOptions: Self.options, output: .string(limit: 1 << 16), error: .discarded)
      text.withLock { $0 = result.standardOutput }
      return result.terminationStatus.isSuccess
    }
    return (end, text.withLock { $0 })
  }

  /// A session of its own, which ends as a whole: `soffice` is a script that starts others.
  private static var options: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))]
    return options
  }

  /// As the user has it, but for what would change a document's text, or let it fetch something.
  private static let environment = Environment.inherit.updating([
    "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp", "DISPLAY": nil, "WAYLAND_DISPLAY": nil,
    "http_proxy": nowhere, "https_proxy": nowhere, "ftp_proxy": nowhere, "all_proxy": nowhere, "no_proxy": nil,
  ])

  /// The port of the discard protocol, where nobody listens.
  static let nowhere = "http://127.0.0.1:9"

  private func race(
    _ progress: @escaping @Sendable () -> Int, _ run: @escaping @Sendable () async throws -> Bool
  ) async -> ProcessEnd {
    await withTaskGroup(of: ProcessEnd.self) { group in
      group.addTask {
        do {
          return try await run() ? .succeeded : .failed
        } catch let error as SubprocessError where error.code == .executableNotFound {
          return .notFound
        } catch {
          return .failed
        }
      }
      group.addTask { await watch(progress) }
      let first = await group.next() ?? .failed
      // Whichever is left ends now; the process with its whole session.
      group.cancelAll()
      await group.waitForAll()
      return first
    }
  }

  private func watch(_ progress: @Sendable () -> Int) async -> ProcessEnd {
    let clock = ContinuousClock()
    var last = clock.now
    var done = progress()
    while true {
      do { try await Task.sleep(for: Self.interval) } catch { return .failed }
      if isInterrupted() { return .interrupted }
      let now = progress()
      if now > done { (done, last) = (now, clock.now) }
      if clock.now - last > limit { return .timedOut }
    }
  }
}

/// Waits for something asynchronous, on a thread that may be kept waiting.
///
/// The work runs on threads of its own, so that it goes on even if this thread was the last of the shared pool.
func waiting<Value: Sendable>(for work: @escaping @Sendable () async -> Value) -> Value {
  let box = ResultBox<Value>()
  Task.detached(executorPreference: ThreadPerTask()) {
    let value = await work()
    box.result.withLock { $0 = value }
  }
  while true {
    if let value = box.result.withLock({ $0 }) { return value }
    usleep(2000)
  }
}

private final class ResultBox<Value: Sendable>: Sendable {
  let result = Mutex<Value?>(nil)
}
