import Foundation
import Testing

@Suite struct TracingTests {
  let sandbox = Sandbox()

  init() {
    sandbox.write(SampleFiling(101).text, to: "in/a.txt")
    sandbox.write(SampleFiling(102, 103).text, to: "in/b.txt")
  }

  @Test func `a value is traced to its source, from the source and from the output alike`() throws {
    let target = "/projects/0/indicators/0/target"
    let source = try Program.run(["trace", "in/a.txt", target], in: sandbox)
    #expect(source.status == 0)
    for word in ["≥9595及以上", "≥95", "doubled-threshold"] { #expect(source.output.contains(word), "\(word)") }
    _ = try Program.run(["convert", "in"], in: sandbox)
    let output = try Program.run(["trace", "Output/2021/130304-101.json", target], in: sandbox)
    #expect(output.status == 0)
    #expect(output.output.contains("≥9595及以上"))
    let missing = try Program.run(["trace", "Output/2021/130304-101.json", "/projects/9"], in: sandbox)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("/projects/9"))
    let both = try Program.run(["trace", "in/b.txt", "/department/code"], in: sandbox)
    #expect(both.output.contains("130304-102-2021") && both.output.contains("130304-103-2021"))
    let one = try Program.run(["trace", "in/b.txt", "/department/code", "--id", "130304-103-2021"], in: sandbox)
    #expect(!one.output.contains("102"))
  }

  @Test func `verify finds outputs whole, and finds what was changed afterwards`() throws {
    _ = try Program.run(["convert", "in"], in: sandbox)
    let whole = try Program.run(["verify", "Output", "--sources", "in"], in: sandbox)
    #expect(whole.status == 0, "\(whole.errors)")
    #expect(whole.output == "核验 3 个文件，发现 0 个问题。\n")
    let file = "Output/2021/130304-101.json"
    let text = try #require(sandbox.read(file))
    sandbox.write(text.replacingOccurrences(of: "210000", with: "310000"), to: file)
    let changed = try Program.run(["verify", "Output"], in: sandbox)
    #expect(changed.status == 1)
    #expect(changed.errors.contains("130304-101.json"))
    sandbox.write(String(text.prefix(text.count / 2)), to: file)
    #expect(try Program.run(["verify", file], in: sandbox).status == 1)
    #expect(try Program.run(["verify", "in"], in: sandbox).status == 2)
  }

  @Test func `verify misses no output that the manifest lists`() throws {
    _ = try Program.run(["convert", "in"], in: sandbox)
    let file = "Output/2021/130304-101.json"
    let text = try #require(sandbox.read(file))
    // Nothing that verify reads or works out anew depends on it.
    let other = text.replacingOccurrences(of: #""unicode": ""#, with: #""unicode": "9"#)
    #expect(other != text)
    sandbox.write(other, to: file)
    let changed = try Program.run(["verify", "Output/", "--language", "en"], in: sandbox)
    #expect(changed.status == 1)
    #expect(changed.errors.contains("130304-101.json: is not the file whose hash manifest.json records"))
    sandbox.remove(file)
    let gone = try Program.run(["verify", "Output", "--language", "en"], in: sandbox)
    #expect(gone.status == 1)
    #expect(gone.errors.contains("130304-101.json: manifest.json lists this file, and it is gone"))
  }
}
