import Foundation
import Testing

/// However odd the input, memory stays within a small multiple of it, and the time within reason.
@Suite struct MemoryTests {
  let sandbox = Sandbox()

  private static let heading = "第一部分\n部门整体绩效目标\n一、总体绩效目标\n"

  @Test func `a line of sixty megabytes`() throws {
    let size = 60 << 20
    let line = [UInt8](repeating: UInt8(ascii: "a"), count: size)
    sandbox.write(Array(Self.heading.utf8) + line, to: "line.txt")
    let outcome = try Program.run(["text", "line.txt"], in: sandbox)
    #expect(outcome.status == 0)
    #expect(outcome.bytes.count >= size)
    #expect(outcome.peakMemory > size, "The measure sees that the file was read.")
    #expect(outcome.peakMemory < 6 * size)
  }

  @Test func `a paragraph of megabytes, with and without a repair every few characters`() throws {
    let size = 2 << 20
    sandbox.write(Self.heading + String(repeating: "保障会议顺利召开", count: size / 24), to: "in/clean.txt")
    let clean = try Program.run(["convert", "in/clean.txt"], in: sandbox)
    #expect(!clean.wasKilled)
    #expect(clean.peakMemory < 64 << 20 + 30 * size)
    // Each repair is recorded with the whole text: thousands of them in one text would fill the disk.
    sandbox.write(Self.heading + String(repeating: "保障,会议 顺利", count: 50_000), to: "in/repairs.txt")
    let repairs = try Program.run(["convert", "in/repairs.txt", "-o", "repaired"], in: sandbox)
    #expect(repairs.status == 0)
    #expect(repairs.peakMemory < 400 << 20)
    let outputs = sandbox.tree("repaired").filter { $0.key != "manifest.json" }.values
    #expect(outputs.allSatisfy { $0.contains("too-many-repairs") && $0.utf8.count < 16 << 20 } && !outputs.isEmpty)
  }

  @Test func `a million tabs, as one row and as a million`() throws {
    for (name, text) in [
      ("row", String(repeating: "\t", count: 1_000_000)), ("rows", String(repeating: "\t\n", count: 500_000)),
      ("bookmarks", String(repeating: "[bookmark: ", count: 50_000)),
    ] {
      sandbox.write(Self.heading + "保障会议\n" + text, to: "\(name).txt")
      let outcome = try Program.run(["check", "\(name).txt"], in: sandbox)
      #expect(!outcome.wasKilled && outcome.status < 2, "\(name)")
      #expect(outcome.peakMemory < 400 << 20, "\(name)")
    }
  }
}
