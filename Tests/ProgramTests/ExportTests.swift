import Foundation
import Testing

@Suite struct ExportTests {
  /// An output folder of two filings.
  private func converted() throws -> Sandbox {
    let folder = Sandbox()
    folder.write(SampleFiling(101).text, to: "in/101.txt")
    folder.write(SampleFiling(102).text, to: "in/102.txt")
    #expect(try Program.run(["convert", "in", "-o", "Output", "--quiet"], in: folder).status == 0)
    return folder
  }

  private func export(_ arguments: String..., in folder: Sandbox) throws -> Outcome {
    try Program.run(["export"] + arguments, in: folder)
  }

  @Test(arguments: [
    ("a.sqlite", "sqlite"), ("a.db", "sqlite"), ("a.xlsx", "excel"), ("csv", "csv"), ("rows", "jsonl"),
    ("pg", "postgres"),
  ])
  func everyTargetCanBeWrittenAndWrittenAgain(target: String, format: String) throws {
    let folder = try converted()
    for _ in 0..<2 {
      let outcome = try export("Output", "--to", format, "-o", target, in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("已导出到 \(target)"))
    }
  }

  @Test func aSecondLoadSaysThatNothingChanged() throws {
    let folder = try converted()
    #expect(try export("Output", "-o", "a.db", "--language", "en", in: folder).errors.contains("filings: 2 inserted"))
    let again = try export("Output", "-o", "a.db", "--language", "en", in: folder)
    #expect(again.errors.contains("filings: 0 inserted, 0 updated, 2 unchanged, 0 removed"))
    #expect(again.errors.contains("indicators: 0 inserted, 0 updated, 2 unchanged, 0 removed"))
  }

  @Test func filingsAreConvertedInMemoryToTheSameRows() throws {
    let folder = try converted()
    #expect(try export("Output", "--to", "jsonl", "-o", "one", in: folder).status == 0)
    #expect(try export("in", "--no-spelling", "--to", "jsonl", "-o", "two", in: folder).status == 0)
    #expect(folder.tree("one") == folder.tree("two"))
  }

  @Test func theFormatMustBeKnown() throws {
    let folder = try converted()
    let outcome = try export("Output", "-o", "folder", in: folder)
    #expect(outcome.status == 64 && outcome.errors.contains("--to"))
  }

  @Test func aTargetThatIsNotOursIsLeftAlone() throws {
    let folder = try converted()
    for (name, format) in [("a.sqlite", "sqlite"), ("a.xlsx", "excel")] {
      folder.write("mine", to: name)
      let outcome = try export("Output", "--to", format, "-o", name, in: folder)
      #expect(outcome.status == 2 && outcome.errors.contains("--force"))
      #expect(folder.read(name) == "mine")
      #expect(try export("Output", "--to", format, "-o", name, "--force", in: folder).status == 0)
    }
    for format in ["csv", "jsonl", "postgres"] {
      folder.write("mine", to: "\(format)/notes")
      #expect(try export("Output", "--to", format, "-o", format, in: folder).status == 2)
      #expect(folder.files(in: format) == ["notes"])
    }
  }

  @Test func anOutputFolderOfAnotherVersionIsRefused() throws {
    let folder = try converted()
    let manifest = try #require(folder.read("Output/manifest.json"))
    folder.write(
      manifest.replacingOccurrences(of: "jixiao.manifest/1", with: "jixiao.manifest/9"), to: "Output/manifest.json")
    let outcome = try export("Output", "-o", "a.db", in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("jixiao.manifest/1"))
    #expect(folder.read("a.db") == nil)
  }

  @Test func aFolderWithoutItsManifestIsNoSourceOfNothing() throws {
    let folder = try converted()
    #expect(try export("Output", "-o", "a.db", in: folder).status == 0)
    let before = folder.read("a.db")
    try FileManager.default.removeItem(atPath: "\(folder.root)/Output/manifest.json")
    let outcome = try export("Output", "-o", "a.db", in: folder)
    #expect(outcome.status == 2 && outcome.errors.contains("manifest.json"))
    #expect(folder.read("a.db") == before)
  }

  @Test func aFilingThatWasChangedSinceIsNamedAndTheOthersAreExported() throws {
    let folder = try converted()
    let file = try #require(folder.files(in: "Output").first { $0.contains("101") })
    folder.write((folder.read("Output/\(file)") ?? "") + " ", to: "Output/\(file)")
    let outcome = try export("Output", "--to", "jsonl", "-o", "rows", in: folder)
    #expect(outcome.status == 1 && outcome.errors.contains(file))
    #expect(folder.read("rows/filings.jsonl")?.split(separator: "\n").count == 1)
  }

  @Test func aFeedHoldsWhatIsNewChangedOrGone() throws {
    let folder = try converted()
    try FileManager.default.copyItem(
      atPath: "\(folder.root)/Output/manifest.json", toPath: "\(folder.root)/old.json")
    #expect(try export("Output", "-o", "feed.db", in: folder).status == 0)
    folder.remove("in/101.txt")
    folder.write(SampleFiling(103).text, to: "in/103.txt")
    #expect(try Program.run(["convert", "in", "-o", "Output", "--prune", "--quiet"], in: folder).status == 0)

    #expect(try export("Output", "--to", "jsonl", "-o", "feed", "--since", "old.json", in: folder).status == 0)
    #expect(folder.read("feed/removed.jsonl") == "{\"deleted\":true,\"id\":\"130304-101-2021\"}\n")
    #expect(folder.read("feed/filings.jsonl")?.split(separator: "\n").count == 1)
    let outcome = try export("Output", "-o", "feed.db", "--since", "old.json", "--language", "en", in: folder)
    #expect(outcome.errors.contains("filings: 1 inserted, 0 updated, 1 unchanged, 1 removed"))
    #expect(try export("Output", "--to", "postgres", "-o", "pg", "--since", "old.json", in: folder).status == 0)
    #expect(folder.read("pg/removed.csv") == "id\n130304-101-2021\n")
    #expect(folder.read("pg/load.sql")?.contains("removed.csv") == true)
  }

  @Test func aFullDiskLeavesTheOldFiles() throws {
    let folder = try converted()
    let script = "ulimit -f 8; jixiao export Output"
    for arguments in ["-o a.db", "-o a.xlsx", "--to csv -o csv", "--to jsonl -o rows", "--to postgres -o pg"] {
      #expect(try Program.shell("jixiao export in/101.txt --no-spelling \(arguments)", in: folder).status == 0)
      let before = folder.tree(".")
      let outcome = try Program.shell("\(script) \(arguments)", in: folder)
      // A limit of eight kilobytes on every file stands for a disk that is full.
      #expect(outcome.status == 2, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains("磁盘已满"), "\(arguments): \(outcome.errors)")
      #expect(folder.tree(".") == before, "\(arguments)")
    }
  }

  @Test func aKilledLoadLeavesTheOldContent() throws {
    let folder = Sandbox()
    for number in 100..<160 { folder.write(SampleFiling(number).text, to: "in/\(number).txt") }
    #expect(try Program.run(["convert", "in", "-o", "Output", "--quiet"], in: folder).status == 0)
    #expect(try export("in/100.txt", "--no-spelling", "-o", "a.db", "--quiet", in: folder).status == 0)
    var killed = 0
    for delay in [2000, 10_000, 30_000, 60_000, 90_000] as [UInt32] {
      let running = try Program.start(["export", "Output", "-o", "a.db", "--quiet"], in: folder)
      usleep(delay)
      running.send(SIGKILL)
      if try running.end().wasKilled { killed += 1 } else { break }
      let outcome = try export("in/100.txt", "--no-spelling", "--keep", "-o", "a.db", "--language", "en", in: folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      // Either nothing of the load that was killed is there, or all of it.
      let isWhole = outcome.errors.contains("filings: 0 inserted, 0 updated, 60 unchanged")
      #expect(isWhole || outcome.errors.contains("filings: 0 inserted, 0 updated, 1 unchanged"), "\(outcome.errors)")
      if isWhole { break }
    }
    #expect(killed > 0)
    #expect(try export("Output", "-o", "a.db", "--language", "en", in: folder).errors.contains("filings"))
  }

  @Test func changesAreTakenFromAFile() throws {
    let folder = try converted()
    let later = String(decoding: Corpus.text, as: UTF8.self).replacing("13030421", with: "13030422")
      .replacing("21.00", with: "25.50")
    folder.write(later, to: "later/131.txt")
    folder.write(Corpus.text, to: "early/131.txt")
    let diff = try Program.run(["diff", "early", "later", "-o", "a.changes.jsonl"], in: folder)
    #expect(diff.status == 1)
    #expect(try export("Output", "a.changes.jsonl", "--to", "csv", "-o", "csv", in: folder).status == 0)
    let table = try #require(folder.read("csv/changes.csv"))
    #expect(
      table.contains(
        ",budget.changed,130304-131-2021,130304-131-2022,/projects/0/budget/total,/projects/0/budget/total,210000,255000,filing,"
      ))
    #expect(table.contains(",政协综合事务管理,,45000,21.43,false\r\n"))
    folder.write("{}\n", to: "a.changes.jsonl")
    #expect(try export("Output", "a.changes.jsonl", "--to", "csv", "-o", "csv", in: folder).status == 2)
  }

  @Test func schemasOfRowsArePrinted() throws {
    let folder = Sandbox()
    let outcome = try Program.run(["schema", "row-projects"], in: folder)
    #expect(outcome.status == 0 && outcome.output.contains("urn:jixiao:schema:row-projects:1"))
    #expect(try Program.run(["schema"], in: folder).output.contains("table-budgets"))
  }
}
