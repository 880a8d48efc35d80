import Foundation
import Provenance
import Testing

@testable import Publishing

@Suite struct FindingLinesTests {
  private func lines(_ diagnostics: [Diagnostic]) -> [String] {
    var output: [UInt8] = []
    var writer = FindingLines()
    writer.write(diagnostics, of: FindingSamples.source, to: &output)
    return String(decoding: output, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test func `each finding is one canonical object on a line of its own`() {
    #expect(
      lines([FindingSamples.cost, FindingSamples.undated]) == [
        #"{"column":2,"end":40,"file":"2021/131-政协 办公室.txt","id":"cost-direction","line":3,"message":"#
          + #"{"en":"A cost target with ≥; ≤ is usual.","zh":"成本指标的目标用了“≥”，通常应为“≤”。"},"#
          + #""path":"/projects/0/indicators/3/target","severity":"warning","source":[{"column":2,"end":40,"line":3,"#
          + #""start":24},{"column":2,"end":22,"line":2,"start":17}],"start":24}"#,
        #"{"column":null,"end":null,"file":"2021/131-政协 办公室.txt","id":"undated","line":null,"message":"#
          + #"{"en":"No year was found; give --year.","zh":"没有找到年度；请用 --year 指定。"},"path":null,"#
          + #""severity":"error","source":[],"start":null}"#,
        "",
      ])
  }

  @Test func `a line break in a message does not break the line`() throws {
    let finding = Diagnostic("x", .note, Message(zh: "一\n二", en: "\u{2028}"))
    let result = lines([finding])
    #expect(result.count == 2)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(result[0].utf8)) as? [String: Any])
    #expect((object["message"] as? [String: String])?["zh"] == "一\n二")
  }
}
