import Foundation
import JSON
import Provenance
import Testing

@testable import Publishing

@Suite struct SARIFLogTests {
  private typealias Object = [String: Any]

  private func run(_ diagnostics: [Diagnostic], prefix: Int? = 0, language: Language = .zh) throws -> Object {
    var log = SARIFLog(version: "1.2.3", kinds: FindingSamples.kinds, language: language, layout: .canonical)
    log.add(diagnostics, of: FindingSamples.source, prefix: prefix)
    let top = try #require(try JSONSerialization.jsonObject(with: Data(log.finish())) as? Object)
    #expect(top["version"] as? String == "2.1.0")
    return try #require((top["runs"] as? [Object])?.first)
  }

  private func results(_ run: Object) throws -> [Object] { try #require(run["results"] as? [Object]) }

  private func region(_ location: Any?) -> [String: Int]? {
    ((location as? Object)?["physicalLocation"] as? Object)?["region"] as? [String: Int]
  }

  @Test func `the driver names itself and the rules that occur, once each`() throws {
    let run = try run([FindingSamples.cost, FindingSamples.undated, FindingSamples.cost])
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    #expect(driver["name"] as? String == "jixiao")
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [Object])
    #expect(rules.map { $0["id"] as? String } == ["cost-direction", "undated"])
    #expect((rules[0]["shortDescription"] as? [String: String])?["text"] == "成本指标方向")
    #expect((rules[0]["fullDescription"] as? [String: String])?["text"] == "成本越低越好。\n\nCosts should *not* grow.")
    #expect(
      (rules[0]["fullDescription"] as? [String: String])?["markdown"] == "成本越低越好。\n\nCosts should \\*not\\* grow.")
    #expect(rules.map { ($0["defaultConfiguration"] as? [String: String])?["level"] } == ["warning", "error"])
    #expect(try results(run).map { $0["ruleIndex"] as? Int } == [0, 1, 0])
  }

  @Test func `a result says where in lines, characters and bytes`() throws {
    let result = try #require(try results(run([FindingSamples.cost], prefix: 3)).first)
    #expect(result["level"] as? String == "warning")
    #expect((result["message"] as? [String: String])?["text"] == "成本指标的目标用了“≥”，通常应为“≤”。")
    let location = try #require((result["locations"] as? [Object])?.first)
    let artifact = (location["physicalLocation"] as? Object)?["artifactLocation"] as? [String: String]
    #expect(artifact?["uri"] == "2021/131-%E6%94%BF%E5%8D%8F%20%E5%8A%9E%E5%85%AC%E5%AE%A4.txt")
    #expect(
      region(location) == [
        "startLine": 3, "startColumn": 2, "endLine": 3, "endColumn": 10, "charOffset": 14, "charLength": 8,
        "byteOffset": 27, "byteLength": 16,
      ])
    let logical = try #require((location["logicalLocations"] as? [Object])?.first)
    #expect(logical["fullyQualifiedName"] as? String == "/projects/0/indicators/3/target")
    let related = try #require(result["relatedLocations"] as? [Object])
    #expect(related.count == 1)
    #expect(related[0]["id"] as? Int == 1)
    #expect(region(related[0])?["startLine"] == 2)
  }

  @Test func `without UTF-8 there are no byte offsets, and without a place no region`() throws {
    let all = try results(run([FindingSamples.cost, FindingSamples.undated], prefix: nil))
    #expect(region((all[0]["locations"] as? [Object])?.first)?["byteOffset"] == nil)
    #expect(region((all[0]["locations"] as? [Object])?.first)?["charOffset"] == 14)
    let location = try #require((all[1]["locations"] as? [Object])?.first)
    #expect(region(location) == nil)
    #expect(location["physicalLocation"] != nil)
    #expect(all[1]["relatedLocations"] == nil)
  }

  @Test func `fingerprints tell equal findings apart and don't depend on what stands above`() throws {
    func fingerprints(_ diagnostics: [Diagnostic]) throws -> [String] {
      try results(run(diagnostics)).compactMap { ($0["partialFingerprints"] as? [String: String])?["jixiao/v1"] }
    }
    let twice = try fingerprints([FindingSamples.cost, FindingSamples.cost])
    #expect(Set(twice).count == 2)
    #expect(twice.allSatisfy { $0.utf8.count == 16 })
    #expect(try fingerprints([FindingSamples.note, FindingSamples.undated, FindingSamples.cost]).last == twice[0])
  }

  @Test func `messages are in the language that was asked for`() throws {
    let run = try run([FindingSamples.note], language: .both)
    #expect((try results(run)[0]["message"] as? [String: String])?["text"] == "重复。 / Repeated.")
    #expect(run["language"] as? String == "zh-CN")
  }

  @Test func `a log without findings is a log`() throws {
    #expect(try results(run([])).isEmpty)
  }

  @Test func `paths become URI references`() {
    #expect(SARIFLog.uri("a b/c:d%e.txt") == "a%20b/c%3Ad%25e.txt")
    // A byte that is not UTF-8 is shown as %FF, and a % in front of two such digits as %25.
    #expect(SARIFLog.uri("2021/%FF%e4.txt") == "2021/%FF%e4.txt")
    #expect(SARIFLog.uri("100%25FF.txt") == "100%25FF.txt")
    #expect(SARIFLog.uri("100%, 5%f") == "100%25%2C%205%25f")
    #expect(SARIFLog.uri("/tmp/\u{1}x") == "file:///tmp/%01x")
  }
}
