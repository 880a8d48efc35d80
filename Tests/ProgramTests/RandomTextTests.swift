import Foundation
import TestSupport
import Testing

/// Whatever the text: the program does not crash, and every character of it is accounted for.
@Suite struct RandomTextTests {
  let sandbox = Sandbox()

  @Test func `conversion of any text accounts for all of it`() throws {
    var random = SplitMix(seed: 20_211_123)
    let count = 160
    for number in 0..<count {
      // Each in its own department, so that most get an output of their own.
      let filing = SampleFiling(100 + number, 100 + number).text
      sandbox.write(mutated(filing, &random), to: "in/\(1000 + number).txt")
    }
    let outcome = try Program.run(["convert", "in"], in: sandbox)
    #expect(!outcome.wasKilled && [0, 1].contains(outcome.status), "\(outcome.errors.suffix(400))")
    let inputs = try #require(sandbox.object("Output/manifest.json")?["inputs"] as? [[String: Any]])
    #expect(inputs.count == count)
    let refusals: Set = ["not-a-filing", "id-conflict", "input-charset", "input-binary"]
    for entry in inputs {
      guard let failure = (entry["error"] as? [String: Any])?["id"] as? String else { continue }
      #expect(refusals.contains(failure), "\(entry["path"] ?? ""): \(failure)")
    }
    let files = sandbox.files(in: "Output").filter { $0 != "manifest.json" }
    #expect(files.count > count / 2)
    for file in files { try expectAllAccounted(file, of: inputs) }
  }

  /// What is not consumed by a field or as part of the form is listed, and the share says how much it is.
  private func expectAllAccounted(_ file: String, of inputs: [[String: Any]]) throws {
    let filing = try #require(sandbox.object("Output/\(file)"))
    let source = try #require(filing["source"] as? [String: Any])
    // Of several departments in one file, each lists what stands among its own projects.
    let entry = inputs.first { $0["path"] as? String == source["path"] as? String }
    let outputs = (entry?["outputs"] as? [Any] ?? []).count + (entry?["claims"] as? [Any] ?? []).count
    if outputs > 1 { return }
    let accounted = try #require(source["accounted"] as? Double)
    let unmapped = try #require(filing["unmapped"] as? [[String: Any]])
    let isListed = unmapped.contains { place in
      (place["text"] as? String)?.unicodeScalars.contains { !$0.properties.isWhitespace } ?? true
    }
    #expect(accounted > 0 && accounted <= 1, "\(file): \(accounted)")
    #expect((accounted < 1) == isListed, "\(file): \(accounted) of the text is accounted for, \(unmapped.count) listed")
  }

  private func mutated(_ text: String, _ random: inout SplitMix) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let start = Int.random(in: 0..<scalars.count, using: &random)
      let end = min(scalars.count, start + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: scalars.removeSubrange(start..<end)
      case 1: scalars.insert(contentsOf: scalars[start..<end], at: Int.random(in: 0..<scalars.count, using: &random))
      case 2: scalars[start..<end].shuffle(using: &random)
      case 3: scalars.insert(Self.oddities.randomElement(using: &random) ?? "\t", at: start)
      case 4:
        scalars.insert(
          contentsOf: Self.phrases.randomElement(using: &random)?.unicodeScalars.map(\.self) ?? [], at: start)
      default: scalars.insert(Unicode.Scalar(UInt32.random(in: 1..<0xD800, using: &random)) ?? " ", at: start)
      }
      if scalars.isEmpty { scalars = Array("第二部分".unicodeScalars) }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let oddities: [Unicode.Scalar] = [
    "\t", "\n", "\r", "\u{C}", "\u{0}", "\u{3000}", "\u{FEFF}", "\u{200B}", "\u{202E}", "\u{2F00}", "\u{10FFFF}", "≥",
    "%", "，", "\u{301}", "[", "]", "1", "９",
  ]
  private static let phrases = [
    "[bookmark: _GoBack]", "\n\t产出指标\n", "\n2.另一个项目绩效目标表\n", "绩效目标", "\t≥9595及以上\n", "一级指标", "\n\n\n",
    "第二部分\n", "二、分项绩效目标\n", "单位：元", "三、工作保障措施\n（一）加强领导。",
  ]
}
