import Foundation
import Glibc
import Provenance
import TestSupport
import Testing

@testable import Ingestion

@Suite struct InputTests {
  let sandbox = Sandbox()

  func find(_ arguments: [String], excluding: String? = nil) -> (found: [String], skipped: Int) {
    let excluded = excluding.flatMap { try? System.status(of: bytes($0)).identity }
    var search = InputSearch(excluding: excluded, isInput: Batch.isDocument)
    let list = search.find(arguments.map(bytes))
    let found = list.indices.map { index in
      switch list.kind(index) {
      case .given, .archived: list.text(index)
      case .kept: "\(list.text(index)) kept"
      case .refused(let problem): "\(list.text(index)) \(problem.id)"
      }
    }
    return (found, search.skippedFiles)
  }

  func bytes(_ path: String) -> [UInt8] { Array("\(sandbox.root)/\(path)".utf8) }

  @Test func foldersAreReadInTheOrderOfTheirPathsBytes() {
    for path in ["b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "a-.txt", "中/文.txt", "B.txt"] {
      sandbox.write("x", to: "in/\(path)")
    }
    #expect(find(["in"]).found == ["B.txt", "a-.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "中/文.txt"])
  }

  @Test func hiddenFilesAndWhatStandsBesideDocumentsAreNoInputs() {
    for path in [".hidden.txt", ".git/a.txt", "a.json", "README", "Readme.TXT", "notes.MD", "readme", "read.txt"] {
      sandbox.write("x", to: "in/\(path)")
    }
    let (found, skipped) = find(["in"])
    #expect(found == ["read.txt"])
    #expect(skipped == 5)
  }

  @Test func aFileGivenByItselfIsTakenWhateverItsName() {
    sandbox.write("x", to: "in/.hidden.json")
    #expect(find(["in/.hidden.json"]).found == [".hidden.json"])
  }

  @Test func theOrderAndSpellingOfArgumentsDoNotMatter() {
    sandbox.write("x", to: "in/a.txt")
    sandbox.write("x", to: "other/b.txt")
    let expected = ["a.txt", "b.txt"]
    #expect(find(["in", "other"]).found == expected)
    #expect(find(["other/", "in//", "in", "./in"]).found == expected)
    #expect(find(["in/a.txt", "other", "in"]).found == expected)
  }

  @Test func differentFilesWithOneRelativePathAreRefusedWhicheverComesFirst() {
    sandbox.write("x", to: "one/a.txt")
    sandbox.write("x", to: "two/a.txt")
    #expect(find(["one", "two"]).found == ["a.txt same-path"])
    #expect(find(["two/a.txt", "one"]).found == ["a.txt same-path"])
  }

  @Test func whatCannotBeReadIsAnEntryAndTheRestGoesOn() {
    sandbox.write("x", to: "in/a.txt")
    sandbox.link("in/dangling.txt", to: "nowhere")
    sandbox.link("in/self.txt", to: "self.txt")
    sandbox.makePipe("in/pipe.txt")
    #expect(
      find(["in", "missing", "in/pipe.txt"]).found == [
        "a.txt", "dangling.txt file-not-found", "missing file-not-found", "pipe.txt file-special",
        "self.txt link-loop",
      ])
  }

  @Test func aLoopOfFoldersIsReportedAndEveryFolderReadOnce() {
    sandbox.write("x", to: "in/a/b/c.txt")
    sandbox.link("in/a/b/up", to: "../..")
    sandbox.link("in/Again", to: "a/b")
    sandbox.link("in/file.txt", to: "a/b/c.txt")
    sandbox.write("x", to: "far/f.txt")
    sandbox.link("in/link", to: "../far")
    #expect(find(["in"]).found == ["a/b/c.txt", "a/b/up/ folder-loop", "file.txt", "link/f.txt"])
  }

  @Test func aMazeOfLinksTakesNoLongerThanItsFolders() {
    for level in 0..<40 {
      sandbox.makeFolder("in/\(level)")
      sandbox.link("in/\(level)/one", to: "../\(level + 1)")
      sandbox.link("in/\(level)/two", to: "../\(level + 1)")
    }
    sandbox.write("x", to: "in/40/a.txt")
    #expect(find(["in"]).found == ["40/a.txt"])
  }

  @Test func theOutputFolderIsNotSearched() {
    sandbox.write("x", to: "in/a.txt")
    sandbox.write("x", to: "in/out/b.txt")
    #expect(find(["in"], excluding: "in/out").found == ["a.txt"])
  }

  @Test(.enabled(if: geteuid() != 0)) func aFolderWithoutPermissionIsAnEntry() {
    sandbox.write("x", to: "in/closed/a.txt")
    sandbox.write("x", to: "in/b.txt")
    sandbox.setMode(0, of: "in/closed")
    defer { sandbox.setMode(0o700, of: "in/closed") }
    #expect(find(["in"]).found == ["b.txt", "closed/ file-denied"])
  }

  @Test func namesThatAreNotUTF8AreShownEscapedAndOpenedAsTheyAre() throws {
    let name = Array("\(sandbox.root)/in/".utf8) + [0xB2, 0xE2] + Array("%20.txt".utf8)
    _ = try System.open(name, O_WRONLY | O_CREAT)
    var search = InputSearch(excluding: nil, isInput: Batch.isDocument)
    let list = search.find([bytes("in")])
    #expect(list.indices.map(list.text) == ["%B2%E2%2520.txt"])
    #expect(list.location(0) == name)
  }

  @Test func pathsComeBackFromTheirTexts() {
    var random = SplitMix(seed: 7)
    let pieces: [[UInt8]] = [
      [0xFF], [0x25], Array("41".utf8), Array("文".utf8), [0xE6], Array("a/".utf8), [0x25, 0x32],
    ]
    var texts: [String: [UInt8]] = [:]
    for _ in 0..<5000 {
      let path = (0..<Int.random(in: 1...6, using: &random)).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
      let text = PathText.text(of: path)
      #expect(PathText.bytes(of: text) == path)
      #expect(texts[text] == nil || texts[text] == path)
      texts[text] = path
    }
    #expect(PathText.text(of: Array("50%的（公开）.txt".utf8)) == "50%的（公开）.txt")
  }

  @Test func filesAreReadWholeOrRefused() throws {
    sandbox.write(String(repeating: "x", count: 100), to: "in/a.txt")
    var buffer = [UInt8](repeating: 0, count: 7)
    try InputFile.read(bytes("in/a.txt"), into: &buffer, limit: 100)
    #expect(buffer.count == 100)
    #expect(throws: FileProblem.tooLarge) { try InputFile.read(bytes("in/a.txt"), into: &buffer, limit: 99) }
    #expect(throws: FileProblem.isFolder) { try InputFile.read(bytes("in"), into: &buffer, limit: 99) }
    #expect(throws: FileProblem.notFound) { try InputFile.read(bytes("in/b.txt"), into: &buffer, limit: 99) }
    sandbox.makePipe("pipe")
    #expect(throws: FileProblem.special) { try InputFile.read(bytes("pipe"), into: &buffer, limit: 99) }
    // A file that says it is empty and is not: the limit holds all the same.
    #expect(throws: FileProblem.tooLarge) {
      try InputFile.read(Array("/proc/self/maps".utf8), into: &buffer, limit: 99)
    }
    try InputFile.read(Array("/proc/self/maps".utf8), into: &buffer, limit: 1 << 26)
    #expect(buffer.count > 100)
  }

  @Test func aListOfManyInputsStaysSmall() {
    var list = InputList()
    for folder in 0..<200 {
      let number = list.addFolder(Array("/data/corpus/\(folder)/".utf8), root: 13)
      for file in 0..<100 { list.add(Array("131-\(file).txt".utf8), in: number, .given) }
    }
    list.sort()
    #expect(list.count == 20_000)
    #expect(list.storedBytes < 20_000 * 100)
    #expect(
      zip(list.indices, list.indices.dropFirst()).allSatisfy {
        list.path($0).lexicographicallyPrecedes(list.path($1))
      })
    #expect(list.indices.allSatisfy { list.index(of: list.path($0)) == $0 })
    #expect(list.index(of: Array("nowhere".utf8)) == nil)
  }

  @Test func everyProblemHasItsOwnNameAndTexts() {
    let failures = FileProblem.allCases.map { $0.failure("甲.txt") }
    #expect(Set(failures.map(\.id)).count == failures.count)
    #expect(Set(failures.map(\.message)).count == failures.count)
    #expect(failures.allSatisfy { $0.message.zh.contains("甲.txt") && $0.message.en.contains("甲.txt") })
  }
}
