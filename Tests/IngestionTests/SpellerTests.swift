import Foundation
import Ingestion
import JSON
import Provenance
import Publishing
import Testing

@Suite struct SpellerTests {
  private let bytes: [UInt8]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Corpus/2021")
    let file = try #require(
      try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .first { $0.lastPathComponent.hasPrefix("131-") })
    bytes = Array(try Data(contentsOf: file))
  }

  private func converted(_ options: ConversionOptions) throws -> JSONValue {
    let conversion = try convert(bytes, path: "2021/131.txt", options: options)
    return try JSONParser.parse(try #require(conversion.outputs.first).bytes)
  }

  private func rules(_ output: JSONValue) -> [String] {
    guard case .array(let corrections)? = output["corrections"] else { return [] }
    return corrections.compactMap { correction in
      guard case .string(let rule)? = correction["rule"], case .bool(true)? = correction["applied"] else { return nil }
      return rule
    }
  }

  @Test func theFilingsFourMisspellingsAreRepairedOnTheWay() throws {
    let output = try converted(ConversionOptions(speller: try Speller()))
    #expect(rules(output).filter { $0 == "homophone" }.count == 4)
    guard case .array(let evidence)? = output["producer"]?["evidence"] else {
      Issue.record("no evidence")
      return
    }
    #expect(evidence.count == 2)
  }

  @Test func withoutTheEngineNothingIsSpelled() throws {
    let output = try converted(ConversionOptions(refusesSpelling: true))
    #expect(!rules(output).contains("homophone"))
    #expect(output["producer"]?["options"]?["spelling"] == .bool(false))
  }

  @Test func aProtectedTermStaysAsFiled() throws {
    let protection = Speller.File(name: "/tmp/保护.txt", bytes: Array("班里质量\n".utf8))
    let speller = try Speller(protection: protection)
    #expect(speller.evidence.last?.name == "保护.txt")
    #expect(rules(try converted(ConversionOptions(speller: speller))).filter { $0 == "homophone" }.count == 3)
  }

  @Test func aFileThatCannotBeUsedIsNamed() {
    let error = #expect(throws: Failure.self) {
      _ = try Speller(evidence: [Speller.File(name: "依据.json", bytes: Array("{".utf8))])
    }
    #expect(error?.message.zh.contains("依据.json") == true)
  }

  @Test func whatIsLearnedDoesNotDependOnTheOrder() throws {
    var first = try Learning()
    try first.learn(bytes, path: "a.txt")
    try first.learn(bytes, path: "b.txt")
    var second = try Learning()
    try second.learn(bytes, path: "b.txt")
    try second.learn(bytes, path: "a.txt")
    #expect(first.bytes == second.bytes)
    #expect(first.filings == 2)
  }
}
