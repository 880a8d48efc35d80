internal import Glibc

/// What a program that was run to its end has cost.
struct Cost {
  var seconds: Double
  /// User and system time of all its threads.
  var processor: Double
  /// The most memory that it held at a time, in bytes.
  var peak: Int
  var output: String
}

struct ChildTrouble: Error, CustomStringConvertible {
  let command: [String]
  let status: CInt

  var description: String { "\(command.joined(separator: " ")): ended with status \(status)" }
}

extension Bench {
  /// Runs a program to its end, its standard output going to a file whose text is given back.
  static func run(_ command: [String]) throws -> Cost {
    let output = "\(temporary())/bench-output-\(getpid())"
    defer { unsafe unlink(output) }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    // Arguments are copied for the call and freed behind it; the list ends in a null.
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    var child = pid_t()
    let start = now()
    let failure = unsafe posix_spawnp(&child, command[0], &actions, nil, &arguments, environ)
    guard failure == 0 else { throw ChildTrouble(command: command, status: failure) }
    var status: CInt = 0
    var usage = rusage()
    while unsafe wait4(child, &status, 0, &usage) < 0 {
      if errno != EINTR { throw ChildTrouble(command: command, status: errno) }
    }
    let elapsed = now() - start
    guard status == 0 else { throw ChildTrouble(command: command, status: status) }
    return Cost(
      seconds: elapsed, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), peak: usage.ru_maxrss * 1024,
      output: String(decoding: try Files.read(output), as: UTF8.self))
  }
}

private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

func temporary() -> String {
  unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
}

/// The SHA-256 of lines, by the system's own tool: it shares no code with what is measured.
func digest(_ lines: [String]) throws -> String {
  let file = "\(temporary())/bench-lines-\(getpid())"
  defer { unsafe unlink(file) }
  try Files.write(Array(lines.joined(separator: "\n").utf8), to: file)
  return String(try Bench.run(["sha256sum", file]).output.prefix(64))
}
