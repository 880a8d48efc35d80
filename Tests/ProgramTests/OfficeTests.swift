import Foundation
import TestSupport
import Testing

/// How the program deals with LibreOffice, played here by a script: what it makes of a file, and what goes wrong.
@Suite struct OfficeTests {
  let sandbox = Sandbox()

  init() {
    sandbox.write(SampleFiling(101).text, to: "in/good.txt")
    sandbox.write(WordFile(layout: SampleFiling(102).text).bytes, to: "made.docx")
    sandbox.write("{\\rtf1 a}", to: "in/b.doc")
  }

  /// Puts a `soffice` in place. `convert` runs for each file `$file`, to write `$made`; a line in `log` tells of each
  /// process.
  private func install(_ convert: String, version: String = "LibreOffice 1.2") {
    sandbox.write(
      """
      #!/bin/bash
      if [[ $1 == --version ]]; then echo "\(version)"; exit; fi
      root=$(dirname "$0")/..
      echo run >>"$root/log"
      printf '%s\\n' "$@" >"$root/arguments"
      while [[ $1 != --outdir ]]; do shift; done
      out=$2
      shift 2
      mkdir -p "$out"
      for file; do
        made=$out/$(basename "${file%.*}").docx
        \(convert)
      done
      """, to: "bin/soffice")
    sandbox.setMode(0o755, of: "bin/soffice")
  }

  private func run(
    _ arguments: String..., at place: SourceLocation = #_sourceLocation
  ) throws -> Outcome {
    try Program.run(arguments, in: sandbox, environment: ["PATH": "\(sandbox.root)/bin:/usr/bin:/bin"], at: place)
  }

  private var runs: Int { sandbox.read("log")?.split(separator: "\n").count ?? 0 }

  private static let copy = #"cp "$root/made.docx" "$made""#

  @Test func `an old file is converted first, and the output says so`() throws {
    install(Self.copy)
    let outcome = try run("convert", "in")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let source = sandbox.object("Output/2021/130304-102.json")?["source"] as? [String: Any]
    let converter = source?["convertedBy"] as? [String: String]
    #expect(converter?["name"] == "LibreOffice" && converter?["version"] == "1.2")
    #expect(source?["bytes"] as? Int == 9 && source?["path"] as? String == "b.doc")
    #expect(sandbox.entry("b.doc")?["convertedBy"] as? String == "LibreOffice 1.2")
    let text = try run("text", "in/b.doc")
    #expect(text.output.contains("\t会议组织率\n"))
    #expect(try run("check", "in/b.doc", "--fail-on", "never").status == 0)
    #expect(try run("trace", "in/b.doc", "/projects/0/name").output.contains("会议服务"))
    #expect(try run("verify", "Output", "--sources", "in").status == 0)
    #expect(runs == 1)
  }

  @Test func `it runs without macros, in a profile of its own`() throws {
    install(
      Self.copy
        + #"; cp "$(sed -n 's/^-env:UserInstallation=file:..//p' "$root/arguments")/user/registrymodifications.xcu" "$root""#
    )
    #expect(try run("convert", "in").status == 0)
    let arguments = sandbox.read("arguments") ?? ""
    #expect(arguments.contains("--headless\n") && arguments.contains("--norestore\n"))
    let settings = sandbox.read("registrymodifications.xcu") ?? ""
    #expect(settings.contains(#""DisableMacrosExecution" oor:op="fuse"><value>true</value>"#))
    #expect(settings.contains(#""MacroSecurityLevel" oor:op="fuse"><value>3</value>"#))
  }

  @Test func `a batch is converted by one process, each file once`() throws {
    install(Self.copy)
    for name in ["c.rtf", "d.wps"] { sandbox.write("{\\rtf1 \(name)}", to: "in/\(name)") }
    sandbox.write("{\\rtf1 a}", to: "in/same.doc")
    #expect(try run("convert", "in", "--jobs", "1").status == 0)
    #expect(runs == 1)
    let second = try run("convert", "in", "--force", "--jobs", "2")
    #expect(second.status == 0 && runs == 1)
  }

  @Test func `what was converted is damaged: it is made anew`() throws {
    install(Self.copy)
    #expect(try run("text", "in/b.doc").status == 0)
    let names = sandbox.files(in: ".cache/jixiao/office")
    #expect(names.count == 1 && runs == 1)
    for name in names { sandbox.write("PK", to: ".cache/jixiao/office/\(name)") }
    #expect(try run("text", "in/b.doc").output.contains("会议组织率"))
    #expect(runs == 2)
  }

  @Test func `another version converts again, none leaves what there is`() throws {
    install(Self.copy)
    #expect(try run("convert", "in").status == 0)
    sandbox.remove("bin/soffice")
    let without = try Program.run(["convert", "in"], in: sandbox, environment: ["PATH": "\(sandbox.root)/bin"])
    #expect(without.status == 0 && without.errors.contains("未变 2 个"))
    install(Self.copy, version: "LibreOffice 1.3")
    #expect(try run("convert", "in").status == 0)
    #expect(runs == 2)
    #expect(sandbox.entry("b.doc")?["convertedBy"] as? String == "LibreOffice 1.3")
  }

  @Test func `without it the message names the package, and the rest is converted`() throws {
    sandbox.makeFolder("bin")
    let outcome = try Program.run(["convert", "in"], in: sandbox, environment: ["PATH": "\(sandbox.root)/bin"])
    #expect(outcome.status == 1)
    #expect(sandbox.failure(of: "b.doc") == "office-missing")
    #expect(outcome.errors.contains("libreoffice-writer"))
    #expect(sandbox.entry("good.txt")?["status"] as? String == "converted")
    let text = try Program.run(["text", "in/b.doc"], in: sandbox, environment: ["PATH": "\(sandbox.root)/bin"])
    #expect(text.status != 0 && text.errors.contains("libreoffice-writer"))
  }

  @Test(arguments: [
    ("sleep 1000 & echo $! >>\"$root/children\"; wait", "office-timeout"),
    ("kill -9 $$", "office-failed"),
    ("exit 77", "office-failed"),
    ("true", "office-failed"),
    ("echo garbage >\"$made\"", "office-failed"),
    ("head -c 500 \"$root/made.docx\" >\"$made\"", "office-failed"),
    ("mkdir \"$made\"", "office-failed"),
  ])
  func `a converter that fails costs the file`(convert: String, id: String) throws {
    install(convert)
    // Only what never ends may run out of time, however busy the machine.
    let outcome = try run("convert", "in", "--office-seconds", id == "office-timeout" ? "1" : "100")
    #expect(outcome.status == 1)
    #expect(sandbox.failure(of: "b.doc") == id, "\(outcome.errors)")
    #expect(sandbox.entry("good.txt")?["status"] as? String == "converted")
    #expect(sandbox.files(in: ".cache/jixiao/office").isEmpty)
    for child in sandbox.read("children")?.split(separator: "\n").compactMap({ pid_t($0) }) ?? [] {
      let status = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ""
      // One that has ended may stay listed until its parent looks.
      #expect(status.isEmpty || status.contains(") Z "), "what the converter started is still running")
    }
  }

  @Test func `one of many that hangs or crashes costs only itself`() throws {
    install(
      #"if grep -q hang "$file"; then sleep 1000; elif grep -q crash "$file"; then kill -9 $$; else "# + Self.copy
        + "; fi")
    for name in ["c", "d-hang", "e", "f-crash", "g"] { sandbox.write("{\\rtf1 \(name)}", to: "in/\(name).rtf") }
    let outcome = try run("convert", "in", "--office-seconds", "10", "--jobs", "1")
    #expect(outcome.status == 1)
    #expect(sandbox.failure(of: "d-hang.rtf") == "office-timeout")
    #expect(sandbox.failure(of: "f-crash.rtf") == "office-failed")
    for name in ["c", "e", "g"] { #expect(sandbox.entry("\(name).rtf")?["error"] == nil, "\(name)") }
  }

  @Test func `spreadsheets, presentations and files with a password are refused without it`() throws {
    install("exit 1")
    sandbox.write(CompoundFileMaker("Workbook").bytes, to: "in/x.doc")
    sandbox.write(CompoundFileMaker("PowerPoint Document").bytes, to: "in/y.doc")
    sandbox.write(CompoundFileMaker("EncryptedPackage").bytes, to: "in/z.docx")
    sandbox.remove("in/b.doc")
    #expect(try run("convert", "in").status == 1)
    #expect(sandbox.failure(of: "x.doc") == "input-spreadsheet")
    #expect(sandbox.failure(of: "y.doc") == "input-presentation")
    #expect(sandbox.failure(of: "z.docx") == "input-protected")
    #expect(runs == 0)
  }
}
