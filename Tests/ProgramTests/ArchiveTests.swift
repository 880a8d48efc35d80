import Foundation
import TestSupport
import Testing

/// An archive of filings is read as a folder.
@Suite struct ArchiveTests {
  let sandbox = Sandbox()

  private func entry(_ name: String, _ department: Int) -> ZipFile.Entry {
    ZipFile.Entry(name, Array(SampleFiling(department).text.utf8))
  }

  private func write(_ entries: [ZipFile.Entry], to path: String) {
    sandbox.write(ZipFile(entries).bytes, to: path)
  }

  @Test func `every entry is an input, wherever the archive stands`() throws {
    write([entry("2021/b.txt", 102), entry("a.txt", 101)], to: "batch.zip")
    let alone = try Program.run(["convert", "batch.zip"], in: sandbox)
    #expect(alone.status == 0, "\(alone.errors)")
    #expect(sandbox.entry("batch.zip/a.txt")?["status"] as? String == "converted")
    #expect(sandbox.entry("batch.zip/2021/b.txt")?["status"] as? String == "converted")
    #expect(try Program.run(["verify", "Output", "--sources", "."], in: sandbox).status == 0)
    #expect(try Program.run(["convert", "batch.zip"], in: sandbox).errors.contains("未变 2 个"))

    sandbox.write(
      try #require(FileManager.default.contents(atPath: "\(sandbox.root)/batch.zip")).map { $0 }, to: "in/x/y.zip")
    sandbox.write(SampleFiling(103).text, to: "in/c.txt")
    let inside = try Program.run(["convert", "in", "-o", "Other", "--jobs", "2"], in: sandbox)
    #expect(inside.status == 0 && inside.errors.hasPrefix("共 3 个文件，转换 3 个；"))
    #expect(sandbox.entry("x/y.zip/2021/b.txt", in: "Other") != nil)
    #expect(try Program.run(["check", "in/x/y.zip", "--fail-on", "error"], in: sandbox).status == 0)
    #expect(try Program.run(["text", "in/x/y.zip/2021/b.txt"], in: sandbox).output.contains("\t会议组织率\n"))
    #expect(try Program.run(["trace", "batch.zip/a.txt", "/projects/0/name"], in: sandbox).output.contains("会议服务"))
  }

  @Test func `the outputs of an archive are those of a folder`() throws {
    for (name, department) in [("a.txt", 101), ("2021/b.txt", 102)] {
      sandbox.write(SampleFiling(department).text, to: "one/batch.zip/\(name)")
    }
    write([entry("2021/b.txt", 102), entry("a.txt", 101)], to: "two/batch.zip")
    for folder in ["one", "two"] {
      #expect(try Program.run(["convert", folder, "-o", "out-\(folder)"], in: sandbox).status == 0)
    }
    #expect(sandbox.tree("out-one") == sandbox.tree("out-two"))
  }

  @Test func `a Word file is no archive of filings, whatever it is called`() throws {
    sandbox.write(WordFile(layout: SampleFiling(101).text).bytes, to: "in/a.zip")
    write([ZipFile.Entry("inner/b.docx", WordFile(layout: SampleFiling(102).text).bytes)], to: "in/b.docx")
    let outcome = try Program.run(["convert", "in"], in: sandbox)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(sandbox.entry("a.zip")?["status"] as? String == "converted")
    #expect(sandbox.entry("b.docx/inner/b.docx")?["status"] as? String == "converted")
  }

  @Test func `names are read as the systems write them`() throws {
    var windows = entry("", 101)
    // 北戴河\政协.txt, and 乗.txt, whose second byte is a backslash.
    windows.nameBytes = [0xB1, 0xB1, 0xB4, 0xF7, 0xBA, 0xD3, 0x5C, 0xD5, 0xFE, 0xD0, 0xAD] + Array(".txt".utf8)
    var second = entry("", 102)
    second.nameBytes = [0x81, 0x5C] + Array(".txt".utf8)
    var flagged = entry("é绩效.txt", 103)
    flagged.flags = 0x800
    write([windows, second, flagged, entry("统计局/绩效.txt", 104)], to: "a.zip")
    #expect(try Program.run(["convert", "a.zip"], in: sandbox).status == 0)
    for name in ["北戴河/政协.txt", "乗.txt", "é绩效.txt", "统计局/绩效.txt"] {
      #expect(sandbox.entry("a.zip/\(name)")?["status"] as? String == "converted", "\(name)")
    }
  }

  @Test func `hidden entries and what is no document are passed over`() throws {
    write(
      [
        entry("a.txt", 101), entry("__MACOSX/._a.txt", 102), entry(".hidden/b.txt", 103), entry("x/.DS_Store", 104),
        entry("readme.md", 105), ZipFile.Entry("folder/", [], isDeflated: false),
      ], to: "a.zip")
    let outcome = try Program.run(["convert", "a.zip"], in: sandbox)
    #expect(outcome.status == 0 && outcome.errors.hasPrefix("共 1 个文件，转换 1 个；"), "\(outcome.errors)")
  }

  @Test func `a bad entry costs only itself`() throws {
    var encrypted = entry("encrypted.txt", 110)
    encrypted.flags = 1
    var damaged = entry("damaged.txt", 111)
    damaged.claimedSum = 1
    var short = entry("short.txt", 112)
    short.claimedSize = 5
    var method = entry("method.txt", 113)
    method.method = 12
    var bomb = ZipFile.Entry("bomb.txt", [UInt8](repeating: 0x41, count: 4 << 20))
    bomb.isDeflated = true
    var shared = entry("shared.txt", 114)
    shared.sharesHeader = 0
    write(
      [
        entry("good.txt", 101), encrypted, damaged, short, method, bomb, shared, entry("../up.txt", 115),
        entry("/absolute.txt", 116), entry("twice.txt", 117), entry("twice.txt", 118),
        ZipFile.Entry("nested.zip", ZipFile([entry("a.txt", 119)]).bytes),
        ZipFile.Entry("large.txt", [UInt8](repeating: 0x41, count: 3 << 20), isDeflated: false),
        entry("good2.txt", 102),
      ], to: "in/a.zip")
    sandbox.write(SampleFiling(103).text, to: "in/beside.txt")
    let outcome = try Program.run(["convert", "in", "--max-bytes", "\(2 << 20)"], in: sandbox)
    #expect(outcome.status == 1)
    for name in ["a.zip/good.txt", "a.zip/good2.txt", "beside.txt"] {
      #expect(sandbox.entry(name)?["status"] as? String == "converted", "\(name)")
    }
    for (name, id) in [
      "encrypted.txt": "zip-encrypted", "damaged.txt": "zip-damaged", "short.txt": "zip-damaged",
      "method.txt": "zip-method", "bomb.txt": "zip-too-large", "shared.txt": "zip-overlap", "__/up.txt": "zip-name",
      "_/absolute.txt": "zip-name", "twice.txt": "zip-duplicate", "nested.zip": "input-zip",
      "large.txt": "zip-too-large",
    ] {
      #expect(sandbox.failure(of: "a.zip/\(name)") == id, "\(name)")
    }
    let allowed = try Program.run(
      ["convert", "in", "--max-bytes", "\(8 << 20)", "--max-ratio", "20", "-o", "Other"], in: sandbox)
    #expect(allowed.status == 1)
    #expect(sandbox.failure(of: "a.zip/bomb.txt", in: "Other") == "zip-bomb")
  }

  @Test func `an archive beyond the limits is refused as a whole, in words`() throws {
    write((1...9).map { entry("\($0).txt", 100 + $0) }, to: "in/a.zip")
    sandbox.write(SampleFiling(101).text, to: "in/good.txt")
    for option in ["--max-entries=8", "--max-total-bytes=4000"] {
      let outcome = try Program.run(["convert", "in", option, "-o", "out\(option)"], in: sandbox)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains(String(option.prefix { $0 != "=" })), "\(outcome.errors)")
      #expect(sandbox.entry("good.txt", in: "out\(option)")?["status"] as? String == "converted")
    }
  }

  @Test func `an archive cut off anywhere costs at most what is in it`() throws {
    let bytes = ZipFile([entry("a.txt", 101), entry("b.txt", 102)]).bytes
    for part in 1...6 { sandbox.write(Array(bytes.prefix(bytes.count * part / 7)), to: "in/\(part).zip") }
    sandbox.write(SampleFiling(101).text, to: "in/good.txt")
    let outcome = try Program.run(["convert", "in"], in: sandbox)
    #expect(outcome.status == 1)
    for part in 1...6 { #expect(sandbox.failure(of: "\(part).zip/") == "zip-damaged") }
    #expect(sandbox.entry("good.txt")?["status"] as? String == "converted")
  }
}
