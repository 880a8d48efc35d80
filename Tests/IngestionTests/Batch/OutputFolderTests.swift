import Foundation
import Glibc
import Testing

@testable import Ingestion

@Suite struct OutputFolderTests {
  let sandbox = Sandbox()

  func folder(_ path: String = "out") throws -> OutputFolder {
    try OutputFolder(Array("\(sandbox.root)/\(path)".utf8))
  }

  @Test func foldersAreMadeAsNeeded() throws {
    let folder = try folder("new/out")
    #expect(try folder.write([1], to: "a/b/c.json"))
    #expect(sandbox.tree("new") == ["out/": "", "out/a/": "", "out/a/b/": "", "out/a/b/c.json": "\u{1}"])
  }

  @Test func aFileThatHoldsTheSameBytesIsNotTouched() throws {
    let folder = try folder()
    #expect(try folder.write([1, 2], to: "a.json"))
    let inode = sandbox.inode("out/a.json")
    #expect(try !folder.write([1, 2], to: "a.json"))
    #expect(sandbox.inode("out/a.json") == inode)
    #expect(try folder.write([1, 3], to: "a.json"))
    #expect(sandbox.read("out/a.json") == "\u{1}\u{3}")
  }

  @Test func unsafeNamesAreRefused() throws {
    let folder = try folder()
    let long = String(repeating: "a", count: 256)
    for name in ["", "/etc/x", "../x", "a/../x", ".hidden", "a/.b", "a//b", "a/", "a\u{0}b", "manifest.json"] {
      #expect(throws: FileProblem.unsafeName) { try folder.write([1], to: name) }
    }
    #expect(throws: FileProblem.nameTooLong) { try folder.write([1], to: long) }
    #expect(sandbox.tree() == [:])
    #expect(try folder.write([1], to: String(long.dropLast())))
  }

  @Test func anErrorLeavesTheOldFileAndNothingHidden() throws {
    sandbox.write("old", to: "out/a.json/b.json")
    sandbox.write("old", to: "out/file")
    let before = sandbox.tree()
    let folder = try folder()
    // A folder in the file's place, and a file in the folder's.
    #expect(throws: FileProblem.self) { try folder.write([1], to: "a.json") }
    #expect(throws: FileProblem.inTheWay) { try folder.write([1], to: "file/c.json") }
    #expect(sandbox.tree() == before)
  }

  @Test func aFullDiskIsAnErrorOfThatFile() throws {
    #expect(FileProblem(SystemError(code: ENOSPC)) == .diskFull)
    let full = try System.open(Array("/dev/full".utf8), O_WRONLY)
    #expect(throws: SystemError(code: ENOSPC)) { try System.write([1], to: full.number) }
  }

  @Test(.enabled(if: geteuid() == 0)) func aFullDiskLeavesNoHalfFile() async throws {
    sandbox.makeFolder("out")
    guard unsafe mount("tmpfs", "\(sandbox.root)/out", "tmpfs", 0, "size=64k") == 0 else { return }
    defer { unsafe _ = umount2("\(sandbox.root)/out", Int32(MNT_DETACH)) }
    sandbox.write("small: 1", to: "in/a.txt")
    sandbox.write("large: " + String(repeating: "x", count: 100_000), to: "in/b.txt")
    sandbox.write("other: 2", to: "in/c.txt")
    let result = try await sandbox.run()
    #expect(result.failures.map(\.failure.id) == ["disk-full"])
    #expect(result.converted == 2)
    #expect(sandbox.tree().keys.sorted() == ["2021/", "2021/other.json", "2021/small.json", "manifest.json"])
  }

  @Test func emptyFoldersGoWithTheirLastFile() throws {
    let folder = try folder()
    _ = try folder.write([1], to: "a/b/c.json")
    _ = try folder.write([1], to: "a/d.json")
    folder.remove("a/b/c.json")
    folder.remove("missing/e.json")
    #expect(sandbox.tree().keys.sorted() == ["a/", "a/d.json"])
  }

  @Test func temporariesOfAKilledRunAreRemovedAndNothingElse() throws {
    for name in [".jixiao-77-1.tmp", "2021/.jixiao-77-2.tmp", "2021/.other.tmp", "2021/a.tmp", ".git/.jixiao-1-1.tmp"] {
      sandbox.write("x", to: "out/\(name)")
    }
    try folder().removeTemporaries()
    #expect(
      sandbox.tree().keys.filter { !$0.hasSuffix("/") }.sorted() == [
        ".git/.jixiao-1-1.tmp", "2021/.other.tmp", "2021/a.tmp",
      ])
  }
}
