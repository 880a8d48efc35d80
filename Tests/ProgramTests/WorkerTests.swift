import Foundation
import Glibc
import Testing

/// `jixiao worker`: a document a line in, a filing a line out.
@Suite struct WorkerTests {
  let sandbox = Sandbox()

  private func worker(_ input: [UInt8], _ options: String...) throws -> Outcome {
    try Program.run(["worker", "--no-spelling"] + options, in: sandbox, input: input)
  }

  private func worker(_ input: [String], _ options: String...) throws -> Outcome {
    try Program.run(
      ["worker", "--no-spelling"] + options, in: sandbox, input: Array(input.joined(separator: "\n").utf8))
  }

  private func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func objects(_ outcome: Outcome) throws -> [[String: Any]] { try outcome.lines.map { try object($0) } }

  private func errorID(_ object: [String: Any]) -> String? { (object["error"] as? [String: Any])?["id"] as? String }

  private func line(_ members: [String: Any]) throws -> String {
    String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self)
  }

  @Test func `a filing is the value that convert writes`() throws {
    sandbox.write(SampleFiling(7).text, to: "in/2021/a.txt")
    sandbox.write(SampleFiling(8, 9).text, to: "in/2021/b.txt")
    #expect(try Program.run(["convert", "in", "-o", "out"], in: sandbox).status == 0)
    let outcome = try worker(["\(sandbox.root)/in/2021/a.txt", "2021/b.txt", ""], "--root", "in")
    #expect(outcome.status == 0 && outcome.errors == "")
    let lines = try objects(outcome)
    let inputs = try #require(sandbox.object("out/manifest.json")?["inputs"] as? [[String: Any]])
    let outputs = inputs.flatMap { $0["outputs"] as? [[String: Any]] ?? [] }
    #expect(outputs.count == 3)
    #expect(lines.map { $0["canonicalSha256"] as? String } == outputs.map { $0["canonicalSha256"] as? String })
    #expect(lines.map { $0["part"] as? Int } == [1, 1, 2])
    #expect(lines.map { $0["parts"] as? Int } == [1, 2, 2])
    for (line, output) in zip(lines, outputs) {
      let name = try #require(output["file"] as? String)
      let file = try #require(sandbox.object("out/\(name)"))
      #expect(line["filing"] as? NSDictionary == file as NSDictionary)
    }
  }

  @Test func `bytes and text give what a file gives`() throws {
    let text = SampleFiling(7).text
    sandbox.write(text, to: "2021/a.txt")
    let outcome = try worker(
      [
        try line(["id": "file", "path": "2021/a.txt"]),
        try line(["id": "bytes", "path": "2021/a.txt", "bytes": Data(text.utf8).base64EncodedString()]),
        try line(["id": "text", "path": "2021/a.txt", "text": text]),
      ], "--root", ".")
    let lines = try objects(outcome)
    #expect(lines.map { $0["id"] as? String } == ["file", "bytes", "text"])
    #expect(Set(lines.compactMap { $0["canonicalSha256"] as? String }).count == 1)
    #expect(lines.count == 3)
  }

  @Test func `what is wrong with a document stands in its place, and the rest goes on`() throws {
    sandbox.write(SampleFiling(7).text, to: "a.txt")
    let good = "\(sandbox.root)/a.txt"
    let cases: [(String, String, String?)] = [
      ("{broken", "line-broken", nil),
      ("[1]", "path-relative", "[1]"),
      ("a.txt", "path-relative", "a.txt"),
      (#"{"id":"x","path":"a.txt"}"#, "path-relative", "x"),
      (#"{"id":"x","path":"/a/../b.txt"}"#, "path-unclear", "x"),
      (#"{"id":"x","bytes":"QUJ"}"#, "line-base64", "x"),
      (#"{"id":"x","bytes":"QUJD\n"}"#, "line-base64", "x"),
      (#"{"id":"x","bytes":"QUI=QUJD"}"#, "line-base64", "x"),
      (#"{"id":"x","bytes":"QUJ="}"#, "line-base64", "x"),
      (#"{"id":"x","bytes":"QUI=","text":"a"}"#, "line-key", "x"),
      (#"{"id":"x","paht":"/a"}"#, "line-key", "x"),
      (#"{"id":7,"path":"/a"}"#, "line-key", nil),
      (#"{"id":"x"}"#, "line-key", "x"),
      (#"{"id":"x","text":"今天天气很好"}"#, "not-a-filing", "x"),
      (#"{"id":"x","path":"/nowhere/a.txt"}"#, "file-not-found", "x"),
      (#"{"path":"\#(sandbox.root)"}"#, "file-is-folder", sandbox.root),
      ("/dev/zero", "file-special", "/dev/zero"),
    ]
    let outcome = try worker(cases.flatMap { [$0.0, good] })
    #expect(outcome.status == 0)
    let lines = try objects(outcome)
    #expect(lines.count == 2 * cases.count)
    for (index, (input, id, name)) in cases.enumerated() where 2 * index + 1 < lines.count {
      #expect(errorID(lines[2 * index]) == id, "\(input)")
      #expect(lines[2 * index]["id"] as? String == name, "\(input)")
      #expect(lines[2 * index]["line"] as? Int == 2 * index + 1)
      let message = (lines[2 * index]["error"] as? [String: Any])?["message"] as? [String: String]
      #expect(message?["zh"]?.isEmpty == false && message?["en"]?.isEmpty == false)
      #expect(lines[2 * index + 1]["filing"] != nil)
    }
  }

  @Test func `a file outside the root is refused`() throws {
    sandbox.write(SampleFiling(7).text, to: "in/a.txt")
    sandbox.write(SampleFiling(7).text, to: "inside/a.txt")
    let lines = try objects(
      try worker(["\(sandbox.root)/inside/a.txt", "../inside/a.txt", "\(sandbox.root)/in//./a.txt"], "--root", "in"))
    #expect(lines.map(errorID) == ["path-outside-root", "path-unclear", nil])
    let source = (lines.last?["filing"] as? [String: Any])?["source"] as? [String: Any]
    #expect(source?["path"] as? String == "a.txt")
  }

  @Test func `blank lines are passed over, and lines are counted with them`() throws {
    sandbox.write(SampleFiling(7).text, to: "a.txt")
    let path = Array("\(sandbox.root)/a.txt".utf8)
    let outcome = try worker([0x0A, 0x20, 0x0A] + path + [0x0D, 0x0A, 0x0A] + path)
    let lines = try objects(outcome)
    #expect(lines.map { $0["line"] as? Int } == [3, 5])
    #expect(lines.map { $0["document"] as? Int } == [1, 2])
    let nothing = try worker([UInt8]())
    #expect(nothing.status == 0 && nothing.bytes.isEmpty)
  }

  @Test func `a line that is too long, or is not UTF-8, costs only itself`() throws {
    sandbox.write(SampleFiling(7).text, to: "a.txt")
    let path = Array("\(sandbox.root)/a.txt\n".utf8)
    let huge = [UInt8](repeating: UInt8(ascii: "x"), count: 400_000) + [0x0A]
    let outcome = try worker(
      path + huge + path + Array(#"{"id":""#.utf8) + [0xFF, 0x0A] + path + huge.dropLast(), "--max-bytes", "100000")
    #expect(
      try objects(outcome).map(errorID) == [nil, "line-too-long", nil, "line-broken", nil, "line-too-long"])
  }

  @Test func `strict and fail-fast make an error the end's status`() throws {
    sandbox.write(SampleFiling(7).text, to: "a.txt")
    let lines = ["\(sandbox.root)/a.txt", "nonsense", "\(sandbox.root)/a.txt", ""]
    let strict = try worker(lines, "--strict")
    #expect(strict.status == 1 && strict.lines.count == 3)
    let fast = try worker(lines, "--fail-fast")
    #expect(fast.status == 1 && fast.lines.count == 2)
    #expect(try worker([lines[0]], "--strict").status == 0)
    #expect(try worker([lines[0]], "--root", "nowhere").status == 2)
  }

  @Test func `ten thousand documents keep their order in little memory, by any number of jobs`() throws {
    let text = SampleFiling(7).text
    let good = try line(["id": "PLACE", "text": text])
    let count = 10_000
    var input = ""
    for number in 1...count {
      input += number % 10 == 0 ? good.replacing("PLACE", with: "\(number)") : #"{"id":"\#(number)","text":"no"}"#
      input += "\n"
    }
    let one = try worker(Array(input.utf8), "--jobs", "1")
    let four = try worker(Array(input.utf8), "--jobs", "4")
    #expect(one.status == 0 && four.status == 0)
    #expect(one.bytes == four.bytes)
    #expect(try objects(one).map { $0["id"] as? String } == (1...count).map(String.init))
    #expect(four.peakMemory < 300 << 20)
  }

  @Test(arguments: ["1", "3"]) func `each answer is there before the next question`(jobs: String) throws {
    sandbox.write(SampleFiling(7).text, to: "a.txt")
    let talk = try Conversation(["worker", "--no-spelling", "--jobs", jobs], in: sandbox)
    for number in 1...5 {
      let question = number % 2 == 0 ? "nonsense" : "\(sandbox.root)/a.txt"
      let answer = try #require(talk.ask(question))
      #expect(try object(answer)["document"] as? Int == number)
    }
    #expect(talk.hangUp() == 0)
  }

  @Test(arguments: ["1", "3"]) func `a reader that goes away ends it quietly, also while it waits`(jobs: String) throws
  {
    sandbox.write(SampleFiling(7).text, to: "a.txt")
    let talk = try Conversation(["worker", "--no-spelling", "--jobs", jobs], in: sandbox)
    _ = talk.ask("\(sandbox.root)/a.txt")
    talk.stopListening()
    #expect(talk.end() == 0)
    #expect(talk.errors == "")
  }

  @Test func `a full disk is an error`() throws {
    sandbox.write(SampleFiling(7).text, to: "a.txt")
    let outcome = try Program.shell("echo \"$PWD/a.txt\" | jixiao worker --no-spelling > /dev/full", in: sandbox)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("磁盘已满"))
  }
}

/// A program that is asked line by line.
private final class Conversation {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let trouble = Pipe()
  private var buffer = Data()

  init(_ arguments: [String], in sandbox: Sandbox) throws {
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(filePath: Program.location)
    process.arguments = arguments
    process.environment = Program.environment
    process.currentDirectoryURL = URL(filePath: sandbox.root)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = trouble
    try process.run()
    // The child has its own; with ours open, it would never see that nobody reads.
    try output.fileHandleForWriting.close()
    try trouble.fileHandleForWriting.close()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// The answer; nil if none comes in a minute.
  func ask(_ line: String) -> String? {
    try? input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8))
    let descriptor = output.fileHandleForReading.fileDescriptor
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        defer { buffer = Data(buffer[(end + 1)...]) }
        return String(decoding: buffer[..<end], as: UTF8.self)
      }
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&request, 1, 60_000) > 0 else { return nil }
      let portion = output.fileHandleForReading.availableData
      if portion.isEmpty { return nil }
      buffer += portion
    }
  }

  func stopListening() {
    try? output.fileHandleForReading.close()
  }

  /// Ends the input; the exit status.
  func hangUp() -> Int32 {
    try? input.fileHandleForWriting.close()
    return end()
  }

  /// The exit status, -1 if it goes on for a minute.
  func end() -> Int32 {
    let last = Date(timeIntervalSinceNow: 60)
    while process.isRunning, last.timeIntervalSinceNow > 0 { usleep(2000) }
    return process.isRunning ? -1 : process.terminationStatus
  }

  var errors: String {
    String(decoding: (try? trouble.fileHandleForReading.readToEnd()) ?? Data(), as: UTF8.self)
  }
}
