import Foundation
import Testing

/// An output folder that cannot be used ends the run with a reason; an output that cannot be written costs its input.
@Suite struct OutputTests {
  let sandbox = Sandbox()

  init() {
    sandbox.write(SampleFiling(101).text, to: "in/a.txt")
    sandbox.write(Corpus.text, to: "in/b.txt")
  }

  @Test func `a folder that cannot be written is trouble`() throws {
    sandbox.makeFolder("closed")
    sandbox.setMode(0o500, of: "closed")
    let unprivileged = geteuid() == 0 ? "setpriv --bounding-set=-dac_override,-dac_read_search" : ""
    let outcome = try Program.shell("\(unprivileged) \"$JIXIAO\" convert in -o closed", in: sandbox)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("closed: 输出文件夹无法使用"))
    #expect(outcome.errors.contains("没有访问权限"))
    #expect(sandbox.files(in: "closed") == [])
  }

  @Test func `a file in the folder's place is trouble, and is left alone`() throws {
    sandbox.write("mine", to: "file")
    for output in ["file", "file/below"] {
      let outcome = try Program.run(["convert", "in", "-o", output], in: sandbox)
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("\(output): 输出文件夹无法使用：“\(output)”"))
    }
    #expect(sandbox.read("file") == "mine")
  }

  @Test func `another program's manifest is left alone`() throws {
    sandbox.write("{}", to: "Output/manifest.json")
    let outcome = try Program.run(["convert", "in"], in: sandbox)
    #expect(outcome.status == 2)
    #expect(sandbox.read("Output/manifest.json") == "{}")
  }

  @Test(arguments: ["trap '' XFSZ", "trap - XFSZ"])
  func `an output that does not fit leaves no part of it, and the others stand`(signal: String) throws {
    // The corpus filing gives far more than 40 KB, the small one and the manifest less.
    let full = try Program.shell("\(signal); ulimit -f 40; jixiao convert in", in: sandbox)
    #expect(full.status == 1)
    #expect(full.errors.hasPrefix("b.txt: 错误[disk-full]"))
    #expect(sandbox.files(in: "Output") == ["2021/130304-101.json", "manifest.json"])
    let again = try Program.run(["convert", "in"], in: sandbox)
    #expect(again.status == 0)
    #expect(again.errors.contains("未变 1 个"))
    _ = try Program.run(["convert", "in", "-o", "fresh"], in: sandbox)
    #expect(sandbox.tree("Output") == sandbox.tree("fresh"))
  }

  @Test func `a department whose name is no file name costs its file only`() throws {
    let name = String(repeating: "很长的名称", count: 40)
    sandbox.write(
      SampleFiling(102).text.replacingOccurrences(of: "102001第102局", with: name)
        .replacingOccurrences(of: "130304", with: "项目编码缺失"), to: "in/c.txt")
    let outcome = try Program.run(["convert", "in"], in: sandbox)
    #expect(outcome.status == 1)
    #expect(sandbox.failure(of: "c.txt") == "name-too-long")
    #expect(sandbox.files(in: "Output/2021").count == 2)
  }
}
