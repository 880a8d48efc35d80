import Foundation
import Ingestion
import JSON
import Publishing
import TestSupport
import Testing

/// Where a Word file divides a doubled value is a witness, and no proof.
@Suite struct RunTests {
  /// The correction of a doubled target in the published filing as a Word file, whose first doubled target is written in
  /// these runs.
  private func correction(_ runs: [String]) throws -> JSONValue {
    let text = String(decoding: try Case.corpus().bytes, as: UTF8.self)
    var file = WordFile(layout: text)
    let whole = "<w:t xml:space=\"preserve\">≥9595及以上</w:t></w:r>"
    let range = try #require(file.body.range(of: whole))
    let divided = runs.joined(separator: "</w:t></w:r><w:r><w:t xml:space=\"preserve\">")
    file.body.replaceSubrange(range, with: "<w:t xml:space=\"preserve\">\(divided)</w:t></w:r>")
    var converter = try FilingConverter(spelling: false)
    let filing = try #require(try converter.convert(file.bytes, path: "2021/a.docx").first)
    #expect(verify(filing.bytes).isEmpty)
    guard case .array(let corrections)? = try JSONParser.parse(filing.bytes)["corrections"] else { return .null }
    return try #require(
      corrections.first { $0["rule"] == "doubled-threshold" && $0["filed"] == .string(runs.joined()) })
  }

  private func witness(_ correction: JSONValue) -> JSONValue? {
    guard case .array(let evidence)? = correction["evidence"] else { return nil }
    return evidence.first { $0["kind"] == "run" }
  }

  @Test func aBoundaryBetweenTheHalvesIsOnRecord() throws {
    let correction = try correction(["≥95", "95及以上"])
    #expect(correction["certainty"] == "certain" && correction["applied"] == true)
    #expect(witness(correction)?["text"] == "95及以上")
    #expect(witness(correction)?["source"]?["start"] != nil)
  }

  @Test func itDoesNotMakeSureWhatIsAmbiguous() throws {
    let correction = try correction(["≥10", "10人"])
    #expect(correction["certainty"] == "possible" && correction["applied"] == false)
    #expect(witness(correction)?["text"] == "10人")
  }

  @Test func aBoundaryElsewhereIsNoWitness() throws {
    for runs in [
      ["≥9595及以上"], ["≥", "9595及以上"], ["≥9", "595及以上"], ["≥9595", "及以上"], ["≥1", "111及以上"], ["≥111", "1及以上"],
    ] {
      #expect(witness(try correction(runs)) == nil, "\(runs)")
    }
    #expect(witness(try correction(["≥11", "11及以上"])) != nil)
  }
}
