import Foundation
import Testing

/// A run that is stopped leaves whole files only, and the next run ends up where one run would have.
@Suite struct InterruptionTests {
  let sandbox = Sandbox()
  private static let count = 120

  init() {
    for number in 0..<Self.count {
      sandbox.write(SampleFiling(100 + number).text, to: "in/\(number).txt")
    }
  }

  /// Starts a run and sends the signal when some outputs stand. Nil if the run was over before.
  private func stop(with signal: Int32, after outputs: Int) throws -> Outcome? {
    let run = try Program.start(["convert", "--no-spelling", "in", "--jobs", "2"], in: sandbox)
    while run.isRunning, sandbox.files(in: "Output/2021").count < outputs { usleep(3000) }
    let isStopped = run.isRunning
    run.send(signal)
    let outcome = try run.end()
    return isStopped && outcome.status != 0 ? outcome : nil
  }

  private func expectWholeFiles(at place: SourceLocation = #_sourceLocation) {
    for name in sandbox.files(in: "Output/2021") where !name.hasPrefix(".") {
      #expect(sandbox.object("Output/2021/\(name)")?["format"] != nil, "\(name) is cut short", sourceLocation: place)
    }
  }

  private func expectEndOfOneRun(at place: SourceLocation = #_sourceLocation) throws {
    let last = try Program.run(["convert", "in"], in: sandbox)
    #expect(last.status == 0, sourceLocation: place)
    _ = try Program.run(["convert", "in", "-o", "fresh"], in: sandbox)
    #expect(sandbox.tree("Output") == sandbox.tree("fresh"), sourceLocation: place)
    #expect(sandbox.files(in: "fresh/2021").count == Self.count, sourceLocation: place)
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a run that is interrupted says so, and the next one goes on`(signal: Int32) throws {
    let outcome = try #require(try stop(with: signal, after: 20), "The batch is too small to be interrupted.")
    #expect(outcome.status == 128 + signal && !outcome.wasKilled)
    #expect(outcome.errors.hasPrefix("已中断，下次运行将从此处继续"))
    expectWholeFiles()
    #expect(!sandbox.files(in: "Output").contains("manifest.json"))
    let next = try Program.run(["convert", "in"], in: sandbox)
    let unchanged = next.errors.components(separatedBy: "未变 ").last?.split(separator: " ").first.flatMap { Int($0) }
    #expect((unchanged ?? 0) >= 12, "What was done before is not done again: \(next.errors)")
    try expectEndOfOneRun()
  }

  @Test func `a run that is killed, and killed again, harms nothing`() throws {
    for outputs in [5, 40, 80] {
      let outcome = try stop(with: SIGKILL, after: outputs)
      #expect(outcome?.wasKilled == true, "The batch is too small to be killed.")
      expectWholeFiles()
    }
    try expectEndOfOneRun()
  }

  @Test func `two runs do not write into one folder at a time`() throws {
    let run = try Program.start(["convert", "--no-spelling", "in"], in: sandbox)
    while run.isRunning, sandbox.files(in: "Output").isEmpty { usleep(3000) }
    let second = try Program.run(["convert", "in"], in: sandbox)
    let first = try run.end()
    #expect(first.status == 0)
    #expect(second.status == 2)
    #expect(second.errors.contains("另一个任务正在向该输出文件夹写入"))
  }
}
