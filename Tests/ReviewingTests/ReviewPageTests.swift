import Digest
import Foundation
import JSON
import Provenance
import Publishing
import TestSupport
import Testing

@testable import Reviewing

@Suite struct ReviewPageTests {
  @Test func `the page runs its own script and style and nothing else`() throws {
    let page = String(decoding: try ReviewPage.html(ReviewBatch(), rules: []), as: UTF8.self)
    let script = try #require(page.between("</script>\n<script>", "</script>"))
    let style = try #require(page.between("<style>", "</style>"))
    let policy = try #require(page.between("Content-Security-Policy\" content=\"", "\">"))
    #expect(policy.hasPrefix("default-src 'none';"))
    #expect(policy.contains("script-src 'sha256-\(try SHA256(of: script).base64)';"))
    #expect(policy.contains("style-src 'sha256-\(try SHA256(of: style).base64)';"))
    #expect(!policy.contains("unsafe"))
    #expect(page.components(separatedBy: "<script").count == 3)
    for handler in ["onclick=", "onload=", "javascript:", "style=", "innerHTML", "eval(", "://"] {
      #expect(!page.contains(handler), "\(handler)")
    }
  }

  @Test func `no text breaks out of the data`() throws {
    let hostile = "</script><script>alert(1)</script><!-- ]]> \u{2028}\u{2029} & {{style}} \u{202E}x \"\\"
    let data = ReviewPage.embedded(Array(#"{"a":"\#(hostile.dropLast(2))"}"#.utf8))
    let text = String(decoding: data, as: UTF8.self)
    for sign in ["<", ">", "&", "\u{2028}", "\u{2029}"] {
      #expect(!text.unicodeScalars.contains(Unicode.Scalar(sign)!))
    }
    #expect(try JSONParser.parse(data)["a"] == .string(String(hostile.dropLast(2))))
  }

  /// Whatever the bytes, the value is the same and the signs are gone.
  @Test func `embedding keeps the value`() throws {
    var random = SplitMix(seed: 11)
    let alphabet = Array("<>&\u{2027}\u{2028}\u{2029}\u{202A}â€\u{00E2}/!-]s文\"\\\n\u{0}".unicodeScalars)
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0..<30, using: &random) {
        text.unicodeScalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      var writer = JSONWriter(.canonical)
      writer.string(text)
      writer.finish()
      let embedded = ReviewPage.embedded(writer.bytes)
      #expect(try JSONParser.parse(embedded) == .string(text))
      #expect(!embedded.contains { [0x3C, 0x3E, 0x26].contains($0) })
    }
  }

  @Test func `matches are written as the page reads them`() throws {
    var batch = ReviewBatch()
    batch.matches = [
      MatchItem(
        oldYear: 2020, oldCode: "A1", oldName: "会议", newYear: 2021, newCode: "B1", newName: "政协会议", relation: .renamed,
        score: 0.91, margin: 0.4, evidence: [Message(zh: "名称相近", en: "alike")], isAmbiguous: true)
    ]
    let data = try JSONParser.parse(try ReviewData().write(batch, rules: [], language: .en))
    #expect(data["language"] == "en")
    guard case .array(let matches)? = data["matches"] else { throw Missing() }
    #expect(matches[0]["relation"] == "更名" && matches[0]["ambiguous"] == true && matches[0]["score"] == 0.91)
    #expect(matches[0]["evidence"] == [["名称相近", "alike"]])
  }

  struct Missing: Error {}
}

extension String {
  /// What stands between the first `start` and the next `end`.
  func between(_ start: String, _ end: String) -> String? {
    guard let from = range(of: start), let to = self[from.upperBound...].range(of: end) else { return nil }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
