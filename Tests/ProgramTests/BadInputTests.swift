import Foundation
import TestSupport
import Testing

/// Bad input costs the one file, with a reason; the rest is converted.
@Suite struct BadInputTests {
  let sandbox = Sandbox()

  init() {
    sandbox.write(SampleFiling(101).text, to: "in/good.txt")
  }

  /// Converts the folder, in which one file is good and the others are not, and checks that each failed as it should.
  private func expect(
    _ failures: [String: String], setup: String = "", at place: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Program.shell("\(setup)jixiao convert in", in: sandbox, at: place)
    #expect(outcome.status == 1, sourceLocation: place)
    #expect(sandbox.files(in: "Output") == ["2021/130304-101.json", "manifest.json"], sourceLocation: place)
    for (name, id) in failures {
      #expect(sandbox.failure(of: name) == id, "\(name)", sourceLocation: place)
      #expect(
        outcome.errors.contains("\n\(name): 错误[\(id)]: ") || outcome.errors.hasPrefix("\(name): 错误[\(id)]: "),
        "\(name)", sourceLocation: place)
    }
    #expect(outcome.errors.split(separator: "\n").count == failures.count + 1, sourceLocation: place)
  }

  @Test func `what is no text of a filing is refused with its own reason`() throws {
    var failures: [String: String] = [:]
    func add(_ bytes: [UInt8], _ name: String, _ id: String) {
      sandbox.write(bytes, to: "in/\(name)")
      failures[name] = id
    }
    add([], "empty.txt", "input-empty")
    add(Array(" \n\t\r\n\u{3000}".utf8), "white.txt", "input-empty")
    add([0xEF, 0xBB, 0xBF], "mark.txt", "input-empty")
    add((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) & 0x0F }, "binary.txt", "input-binary")
    add([UInt8](repeating: 0, count: 5000), "zeros.txt", "input-binary")
    add((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 37) | 0x80 }, "noise.txt", "input-charset")
    add(Array("%PDF-1.7\n".utf8), "a.pdf", "input-pdf")
    add([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "a.doc", "input-ole2")
    add(Array("PK\u{3}\u{4}....word/document.xml".utf8), "a.docx", "docx-archive")
    add(Array("PK\u{3}\u{4}....xl/workbook.xml".utf8), "a.xlsx", "docx-archive")
    add(Array("<html><body>绩效</body></html>".utf8), "a.html", "input-html")
    add(Array("今天天气很好。\u{1B}[2J".utf8), "weather.txt", "not-a-filing")
    try expect(failures)
  }

  @Test func `what cannot be opened costs that file`() throws {
    sandbox.write("x", to: "in/closed/a.txt")
    sandbox.write("x", to: "in/denied.txt")
    sandbox.setMode(0, of: "in/closed")
    sandbox.setMode(0, of: "in/denied.txt")
    defer { sandbox.setMode(0o700, of: "in/closed") }
    _ = try Program.shell("mkfifo in/pipe.txt; ln -s nowhere in/link.txt; ln -s loop.txt in/loop.txt", in: sandbox)
    try expect(
      [
        "closed/": "file-denied", "denied.txt": "file-denied", "pipe.txt": "file-special",
        "link.txt": "file-not-found", "loop.txt": "link-loop",
      ], setup: "jixiao() { \(Self.unprivileged) \"$JIXIAO\" \"$@\"; }; ")
  }

  /// Root may read everything, unless it gives that up.
  private static var unprivileged: String {
    geteuid() == 0 ? "setpriv --bounding-set=-dac_override,-dac_read_search" : ""
  }

  @Test func `a path that is not UTF-8 is found, and shown so that it can be told apart`() throws {
    _ = try Program.shell(
      """
      cp in/good.txt $'in/\\xc3\\x28\\xe4.txt'; mv in/good.txt $'in/\\xff\\xfe'; printf x > $'in/bad\\xff.txt'
      mkdir $'o\\xe4'
      """, in: sandbox)
    let outcome = try Program.shell("jixiao convert in -o out", in: sandbox)
    #expect(outcome.errors.contains("bad%FF.txt: 错误[not-a-filing]"))
    #expect(sandbox.files(in: "out") == ["2021/130304-101.json", "manifest.json"])
    let given = try Program.shell("jixiao convert $'in/\\xff\\xfe' -o $'o\\xe4'; ls $'o\\xe4'/2021", in: sandbox)
    #expect(given.output == "130304-101.json\n")
    let check = try Program.shell("jixiao check $'in/\\xff\\xfe' --fail-on error", in: sandbox)
    #expect(check.status == 0)
    let text = try Program.shell("jixiao text $'in/bad\\xff.txt'", in: sandbox)
    #expect(text.output.hasPrefix("x"))
  }

  @Test func `a file above the limit is refused without being read`() throws {
    _ = try Program.shell("truncate -s 1G in/big.txt", in: sandbox)
    // With 600 MB to live in, the program could not read it if it tried.
    try expect(["big.txt": "file-too-large"], setup: "ulimit -v 600000; ")
    let piped = try Program.shell("ulimit -v 600000; jixiao convert - < in/big.txt", in: sandbox)
    #expect(piped.status == 2)
    #expect(piped.errors.hasPrefix("-: 错误[file-too-large]: 标准输入"))
    let limited = try Program.run(["convert", "in/good.txt", "--max-bytes", "100", "-o", "small"], in: sandbox)
    #expect(limited.status == 1)
    #expect(limited.errors.contains("--max-bytes"))
  }

  @Test func `a filing cut off at any byte is read as far as it goes, or refused`() throws {
    let whole = Array(SampleFiling(101).text.utf8)
    for end in whole.indices { sandbox.write(Array(whole[..<end]), to: "cut/\(10_000 + end).txt") }
    for end in stride(from: 97, to: Corpus.text.count, by: 641) {
      sandbox.write(Array(Corpus.text[..<end]), to: "cut/\(20_000 + end).txt")
    }
    let outcome = try Program.run(["check", "cut", "--format", "jsonl"], in: sandbox)
    #expect(outcome.status == 1 && !outcome.wasKilled)
    #expect(outcome.errors == "")
    // Every cut leaves something to be said: something is missing, or the text is none.
    let files = Set(outcome.lines.compactMap { $0.components(separatedBy: "\"file\":\"").last?.prefix(13) })
    #expect(files.contains("cut/10000.txt"))
    #expect(files.count > whole.count / 2)
    let ids = Set(
      outcome.lines.compactMap { line in
        line.components(separatedBy: "\"id\":\"").dropFirst().first?.prefix { $0 != "\"" }
      })
    #expect(ids.isSuperset(of: ["input-empty", "not-a-filing"]))
  }

  @Test func `damage inside a filing is said, and the rest of it is read`() throws {
    var bytes = Array(SampleFiling(102).text.utf8)
    bytes.insert(contentsOf: [0xFF, 0xFE, 0xC0], at: bytes.count / 2)
    sandbox.write(bytes, to: "damage/illformed.txt")
    sandbox.write(SampleFiling(103).text + "\u{0}\u{0}", to: "damage/nul.txt")
    sandbox.write(
      "[bookmark: " + SampleFiling(104).text + "[bookmark: " + String(repeating: "会", count: 2000) + "]",
      to: "damage/bookmark.txt")
    let check = try Program.run(["check", "damage"], in: sandbox)
    #expect(check.output.contains("damage/illformed.txt:") && check.output.contains("[ill-formed-text]"))
    #expect(check.output.contains("[nul-character]"))
    #expect(check.output.contains("damage/bookmark.txt:1:1: "))
    #expect(check.output.contains("[unclosed-bookmark]"))
    #expect(!check.bytes.contains(0))
    let convert = try Program.run(["convert", "damage"], in: sandbox)
    #expect(convert.status == 0)
    #expect(sandbox.files(in: "Output/2021").count == 3)
  }

  @Test func `five thousand tiny inputs are all accounted for`() throws {
    sandbox.makeFolder("tiny")
    for number in 0..<5000 {
      let text = number % 100 == 0 ? SampleFiling(100 + number / 100).text : "第\(number)份"
      sandbox.write(text, to: "tiny/\(number).txt")
    }
    let outcome = try Program.run(["convert", "tiny"], in: sandbox)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("共 5000 个文件，转换 50 个，失败 4950 个；"))
    #expect(outcome.errors.contains("另有 4850 个失败，见 manifest.json。"))
    #expect(sandbox.files(in: "Output/2021").count == 50)
    #expect((sandbox.object("Output/manifest.json")?["inputs"] as? [Any])?.count == 5000)
    #expect(outcome.peakMemory < 200 << 20)
  }
}
