import Foundation
import JSON
import Modeling
import Normalizing
import Provenance
import Publishing
import TestSupport
import Testing

@testable import Ingestion

/// The real filing under decisions: what is written, verified and read back.
@Suite struct DecisionTests {
  private let bytes: [UInt8]
  private let path = "2021/a.txt"

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Corpus/2021")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasSuffix(".txt") })
    bytes = Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// A line for each correction and suggestion, ready to be decided.
  private func lines() throws -> [String] {
    let result = try Pipeline().run(bytes, path: path)
    let filing = try #require(result.filings.first)
    let source = FindingSource(path: path, text: result.text, lines: LineIndex(result.text))
    var printer = SuggestionLines()
    var output: [UInt8] = []
    printer.write(try keyedCorrections(of: filing, path: path), of: filing.identity, in: source, to: &output)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func decide(_ line: String, _ decision: String) -> String {
    "{\"decision\":\"\(decision)\"," + line.dropFirst()
  }

  private func converted(_ lines: [String]) throws -> Conversion {
    let file = try DecisionsFile(Array(lines.joined(separator: "\n").utf8), name: "some/decisions.jsonl")
    return try convert(bytes, path: path, options: ConversionOptions(decisions: file))
  }

  private func output(_ lines: [String]) throws -> [UInt8] { try #require(try converted(lines).outputs.first).bytes }

  /// The output without the hash of the decisions file.
  private func content(_ lines: [String]) throws -> JSONValue {
    guard case .object(var object) = try JSONParser.parse(try output(lines)) else { return .null }
    object["producer"] = nil
    return .object(object)
  }

  @Test func `everything accepted, rejected or left is verified and read back`() throws {
    let lines = try lines()
    #expect(lines.count > 40)
    let read = try Pipeline().run(bytes, path: path)
    let file = SourceFile(
      bytes: bytes, text: read.text, charset: read.charset, reader: read.reader, dialect: read.dialect)
    for decision in ["accept", "reject", "unsure"] {
      let conversion = try converted(lines.map { decide($0, decision) })
      #expect(conversion.decisions.count == lines.count, "\(decision)")
      let output = try #require(conversion.outputs.first).bytes
      #expect(verify(output, source: file).map(\.message.en) == [], "\(decision)")
      let (publication, view) = try PublicationReader.read(output)
      var writer = PublicationWriter()
      try writer.write(publication, view)
      #expect(writer.bytes == output)
      let corrections = try keyedCorrections(of: publication.filing, path: path)
      #expect(corrections.allSatisfy { $0.correction.verdict != nil })
      for keyed in corrections where decision == "reject" { #expect(keyed.text.text == keyed.text.filed) }
      for keyed in corrections where decision == "accept" {
        #expect(keyed.correction.applied && keyed.correction.certainty == .certain)
      }
      #expect(publication.producer.evidence.map(\.name) == ["decisions.jsonl"])
    }
  }

  @Test func `a verdict that the correction doesn't follow is noticed`() throws {
    let output = String(decoding: try output(try lines().map { decide($0, "reject") }), as: UTF8.self)
    for (told, changed) in [
      ("\"decision\": \"reject\"", "\"decision\": \"accept\""), ("\"applied\": false", "\"applied\": true"),
      ("\"undecided\": \"≥95\"", "\"undecided\": \"≥9595及以上\""),
    ] {
      let range = try #require(output.range(of: told))
      let problems = verify(Array(output.replacingCharacters(in: range, with: changed).utf8))
      // What a target would be without decisions goes into no key.
      #expect(problems.isEmpty == told.contains("undecided"), "\(told)")
    }
  }

  @Test func `a converter in memory obeys decisions as a batch does`() throws {
    let lines = try lines().map { decide($0, "reject") }
    let decisions = Array(lines.joined(separator: "\n").utf8)
    var converter = try FilingConverter(decisions: decisions, spelling: false)
    let converted = try converter.convert(bytes, path: path).map { filing in
      guard case .object(var object) = try JSONParser.parse(filing.bytes) else { return JSONValue.null }
      // It says that spelling was refused.
      object["producer"] = nil
      return .object(object)
    }
    #expect(converted == [try content(lines)])
    #expect(throws: ConversionFailure.self) { _ = try FilingConverter(decisions: Array("{".utf8)) }
  }

  @Test func `the order of decisions about different places doesn't matter`() throws {
    let choices = ["accept", "reject", "unsure"]
    var random = SplitMix(seed: 1)
    for _ in 0..<6 {
      var lines = try lines().map { decide($0, choices.randomElement(using: &random) ?? "") }
        .filter { _ in Bool.random(using: &random) }
      let first = try content(lines)
      lines.shuffle(using: &random)
      #expect(try content(lines) == first)
    }
  }

  @Test func `random decisions of every kind keep the laws`() throws {
    var random = SplitMix(seed: 2)
    let lines = try lines()
    for _ in 0..<12 {
      let decided = lines.compactMap { line -> String? in
        let choice = Verdict.Decision.allCases.randomElement(using: &random) ?? .accept
        var line = decide(line, choice.rawValue)
        if choice == .edit, let start = line.range(of: "\"after\":\""), let end = line.range(of: "\",\"applied\"") {
          line.replaceSubrange(
            start.upperBound..<end.lowerBound, with: ["", "改", "9 5,", "及以上"].randomElement(using: &random) ?? "")
        }
        let scope = choice == .edit ? "text" : ["place", "text", "rule"].randomElement(using: &random) ?? ""
        if Bool.random(using: &random) {
          line = line.replacingOccurrences(of: "\"scope\":\"place\"", with: "\"scope\":\"\(scope)\"")
        }
        return Int.random(in: 0..<3, using: &random) == 0 ? line : nil
      }
      let output = try output(decided)
      #expect(verify(output).map(\.message.en) == [])
    }
  }

  @Test func `a decision made on a decided output holds as well`() throws {
    let all = try lines()
    let first = try converted(all.map { decide($0, "reject") })
    let (publication, view) = try PublicationReader.read(try #require(first.outputs.first).bytes)
    _ = view
    let keys = try keyedCorrections(of: publication.filing, path: path).map(\.key)
    #expect(Set(keys) == Set(first.decisions))
  }

  @Test func `the hash of the decisions is part of the output, and so is nothing of their folder`() throws {
    let one = decide(try lines()[0], "unsure")
    let (output, again) = (try output([one]), try output([one, ""]))
    #expect(output != again)
    let value = try JSONParser.parse(output)
    #expect(value["producer"]?["evidence"]?[JSONPointer(["0", "name"])] == .string("decisions.jsonl"))
  }

  @Test func `what no decision holds for is what it is without them`() throws {
    let stale = decide(try lines()[0], "reject").replacingOccurrences(of: "\"key\":\"", with: "\"key\":\"x")
    #expect(try content([stale]) == (try content([])))
    #expect(try converted([stale]).decisions == [])
  }
}
