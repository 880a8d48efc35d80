import Foundation
import Glibc
import Testing

/// The built program, run as its users run it: in a process of its own.
enum Program {
  /// The package manager puts the program beside the bundle of tests.
  static let location = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "jixiao").path

  /// Nothing of the machine that the tests run on reaches the program. Without a language of its own it speaks Chinese.
  static let environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"]

  /// Runs the program with `arguments` in `folder`; without spelling unless `spells`, since a debug build takes seconds
  /// to make its engine.
  static func run(
    _ arguments: [String], in folder: Sandbox, input: [UInt8] = [], environment: [String: String] = [:],
    spells: Bool = false, at place: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    try start(spells ? arguments : withoutSpelling(arguments), in: folder, input: input, environment: environment)
      .end(at: place)
  }

  /// The arguments of a command that spells, told not to.
  static func withoutSpelling(_ arguments: [String]) -> [String] {
    guard let command = arguments.first,
      ["convert", "check", "diff", "history", "review", "trace"].contains(command), arguments.count > 1,
      !arguments.contains("--help"), !arguments.contains("--no-spelling"), !arguments.contains("--evidence"),
      !arguments.contains("--protect")
    else { return arguments }
    return [command, "--no-spelling"] + arguments.dropFirst()
  }

  /// Runs a bash script in which `jixiao` is the program.
  static func shell(
    _ script: String, in folder: Sandbox, environment: [String: String] = [:],
    at place: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    let script =
      """
      jixiao() {
        case $1 in
          convert | check | diff | history | review | trace) "$JIXIAO" "$1" --no-spelling "${@:2}" ;;
          *) "$JIXIAO" "$@" ;;
        esac
      }

      """ + script
    return try start(program: "/bin/bash", ["-c", script], in: folder, environment: environment).end(at: place)
  }

  static func start(
    program: String = location, _ arguments: [String], in folder: Sandbox, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Running {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.root)
    process.environment = Self.environment.merging(["JIXIAO": location, "HOME": folder.root]) { $1 }
      .merging(environment) { $1 }
    return try Running(process, input: input)
  }
}

/// What a process left behind.
struct Outcome {
  /// The exit status; 128 and the signal if a signal ended it, as a shell says it.
  var status: Int32
  var wasKilled: Bool
  var bytes: [UInt8]
  var errorBytes: [UInt8]
  /// The most memory that it had at a time, in bytes, as far as it was seen.
  var peakMemory: Int

  var output: String { String(decoding: bytes, as: UTF8.self) }
  var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false).dropLast() }
}

/// A process and the files that it writes its streams to: a file is never full, and nobody has to read it meanwhile.
final class Running {
  private let process: Process
  private let streams: URL
  private var peakMemory = 0

  /// Far beyond what anything here takes: only what hangs is ended by it.
  private static let patience: TimeInterval = 240

  init(_ process: Process, input: [UInt8]) throws {
    self.process = process
    streams = FileManager.default.temporaryDirectory.appending(path: "jixiao-streams-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    for name in ["out", "err"] { try Data().write(to: streams.appending(path: name)) }
    try Data(input).write(to: streams.appending(path: "in"))
    process.standardInput = try FileHandle(forReadingFrom: streams.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: streams.appending(path: "err"))
    try process.run()
  }

  deinit {
    try? FileManager.default.removeItem(at: streams)
  }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Waits for the end; a process that hangs is ended, and the test fails.
  func end(at place: SourceLocation = #_sourceLocation) throws -> Outcome {
    let last = Date(timeIntervalSinceNow: Self.patience)
    while process.isRunning {
      noteMemory()
      usleep(2000)
      if last.timeIntervalSinceNow < 0 {
        Issue.record("the program hangs: \(process.arguments ?? [])", sourceLocation: place)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
    }
    let wasKilled = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: process.terminationStatus + (wasKilled ? 128 : 0), wasKilled: wasKilled,
      bytes: [UInt8](try Data(contentsOf: streams.appending(path: "out"))),
      errorBytes: [UInt8](try Data(contentsOf: streams.appending(path: "err"))), peakMemory: peakMemory)
  }

  /// The kernel keeps the highest mark, so that it does not matter when one looks.
  private func noteMemory() {
    guard let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: { " \t".contains($0) }).dropFirst().first.flatMap({ Int($0) })
    else { return }
    peakMemory = max(peakMemory, kilobytes * 1024)
  }
}
