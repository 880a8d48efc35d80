import JSON
import Provenance
import Publishing
import TestSupport
import Testing

@Suite struct VerifyTests {
  let sample: CorpusSample
  let value: JSONValue

  init() throws {
    sample = try CorpusSample(isCut: true)
    value = try JSONParser.parse(sample.output)
  }

  private func problems(_ value: JSONValue) -> [Problem] { verify(file(value), source: sample.source) }

  private func problems(_ pointer: String, _ change: JSONValue?) -> [String] {
    problems(value.replacing(pointer, with: change)).map { "\($0.kind) \($0.pointer): \($0.message.en)" }
  }

  @Test func `an output of ours has no problems, with and without its source`() throws {
    for sample in [sample, try CorpusSample()] {
      #expect(verify(sample.output) == [])
      #expect(verify(sample.output, source: sample.source) == [])
    }
  }

  @Test func `the writing itself is canonical`() throws {
    let compact = String(decoding: sample.output, as: UTF8.self).replacing("\n", with: "")
    #expect(verify(compact.utf8.map { $0 }).map(\.kind) == [.notCanonical])
    let other = String(decoding: sample.output, as: UTF8.self).replacing(
      "\"accounted\": 1,", with: "\"accounted\": 1.0,")
    #expect(verify(other.utf8.map { $0 }).map(\.kind) == [.notCanonical])
  }

  /// What one file can't tell of itself: nothing else in it, and nothing in the source, depends on it.
  private func cannotBeNoticed(_ tokens: [String], _ changed: JSONValue, in value: JSONValue) -> Bool {
    switch (tokens.first, tokens.last) {
    // What made the file. Only making it again could tell.
    case ("producer", _): true
    // Where the file stood; told only if the year was inferred from there.
    case ("source", "path") where tokens.count == 2: true
    // A finding is a judgement, and its wording is free; its path must lead somewhere, or else to the whole file.
    case ("diagnostics", "id"), ("diagnostics", "zh"), ("diagnostics", "en"): true
    case ("diagnostics", "path"): changed == .null
    // A suggestion changes nothing: what it would write leaves no trace.
    case ("corrections", "after"): value[JSONPointer(["corrections", tokens[1], "applied"])] == false
    // How far a place without a text reaches: the end of a finding's place, and of a witness's.
    case ("diagnostics", "end"): true
    // What a witness saw is not looked up again.
    case ("corrections", "kind"), ("corrections", "text"): tokens.contains("evidence")
    default: false
    }
  }

  private func changes(of value: JSONValue) -> [JSONValue] {
    switch value {
    case .null: ["x", 1]
    case .bool(let value): [.bool(!value), .null]
    case .number(let number): [.number(number + 1), .number(-number - 1), .null]
    // Two that a careless reader would take for the same: a space, and letters that are canonically equivalent.
    case .string(let text): [.string(text + " "), .string(text + "\u{301}"), .string(""), .null]
    case .array: [[.null], .null]
    case .object: [["x": 1], .null]
    }
  }

  @Test func `every change of one value is noticed`() throws {
    var shapes: Set<String> = []
    var unnoticed: [String] = []
    for (pointer, original) in value.scalars {
      // Every kind of change for the first value of each kind, one kind for every value.
      let isFirst = shapes.insert(shape(of: pointer)).inserted
      for changed in changes(of: original).prefix(isFirst ? 4 : 1) where changed != original {
        if problems(value.replacing(pointer.tokens[...], with: changed)).isEmpty,
          !cannotBeNoticed(pointer.tokens, changed, in: value)
        {
          unnoticed.append("\(pointer): \(original) -> \(changed)")
        }
      }
    }
    #expect(unnoticed == [])
  }

  /// The pointer with `*` for every index, also in the pointers that are keys.
  private func shape(of pointer: JSONPointer) -> String {
    pointer.tokens.flatMap { $0.split(separator: "/") }.map { Int($0) == nil ? String($0) : "*" }.joined(separator: "/")
  }

  @Test func `a change of any value of the whole filing is noticed`() throws {
    let whole = try CorpusSample()
    let value = try JSONParser.parse(whole.output)
    let scalars = value.scalars
    var random = SplitMix(seed: 5)
    for _ in 0..<40 {
      guard let (pointer, original) = scalars.randomElement(using: &random),
        let changed = changes(of: original).first, !cannotBeNoticed(pointer.tokens, changed, in: value)
      else { continue }
      let output = file(value.replacing(pointer.tokens[...], with: changed))
      #expect(verify(output, source: whole.source) != [], "\(pointer)")
    }
  }

  @Test func `every word changed for another that may stand there is noticed`() {
    var unnoticed: Set<String> = []
    let words: [[String]] = [
      Certainty.allCases.map(\.rawValue), Place.Role.allCases.map(\.rawValue),
      Diagnostic.Severity.allCases.map(\.rawValue),
    ]
    var shapes: Set<String> = []
    for (pointer, original) in value.scalars {
      guard case .string(let word) = original, let others = words.first(where: { $0.contains(word) }),
        shapes.insert(shape(of: pointer) + word).inserted
      else { continue }
      for other in others where other != word {
        if problems(value.replacing(pointer.tokens[...], with: .string(other))).isEmpty {
          unnoticed.insert(
            pointer.tokens.prefix(1).joined() + "/" + (pointer.tokens.last ?? "") + ": \(word) -> \(other)")
        }
      }
    }
    // Certain and likely are both applied: which it was only the rule knows. How grave a finding is, is a judgement.
    #expect(
      unnoticed == [
        "corrections/certainty: certain -> likely", "diagnostics/severity: warning -> error",
        "diagnostics/severity: warning -> note",
      ])
  }

  @Test func `every value left out is noticed`() {
    var unnoticed: [String] = []
    for (pointer, _) in value.scalars where !pointer.tokens.contains(where: { (Int($0) ?? 0) > 1 }) {
      if problems(value.replacing(pointer.tokens[...], with: nil)).isEmpty { unnoticed.append("\(pointer)") }
    }
    #expect(unnoticed == [])
  }

  @Test func `a problem says where, what was found and what was expected`() {
    #expect(
      problems("/projects/0/budget/total", 1) == [
        "differs /projects/0/budget/total: found 1, expected 210000."
      ])
    #expect(problems("/projects/0/indicators/0/target/value", 96).first?.hasSuffix("found 96, expected 95.") == true)
    #expect(
      problems("/corrections/0/key", "x").first?.hasPrefix("differs /corrections/0/key: found \"x\", expected") == true)
    #expect(
      problems("/id", "x") == ["differs /id: found \"x\", expected \"130304-131-2021\"."])
    #expect(problems("/source/bytes", 1).first?.hasPrefix("source /source/bytes: on record is \"1\"") == true)
    #expect(
      problems("/source/characters/fields", 1).contains {
        $0.hasPrefix("account /source/characters: fields, furniture and unmapped are")
      })
    #expect(problems("/region/name", "北戴河").first?.hasPrefix("differs /region/name: found \"北戴河\"") == true)
    #expect(
      problems("/diagnostics/0/path", "/projects/99").first?.hasPrefix("danglingPath /diagnostics/0/path") == true)
    #expect(
      problems("/corrections/0/certainty", "possible").first?.hasPrefix("certainty /corrections/0/applied") == true)
    #expect(
      problems("/diagnostics/0/source/0/end", 99999).first?.hasPrefix("outside /diagnostics/0/source/0/end") == true)
  }

  @Test func `another source than the one on record is noticed`() {
    var other = sample.source
    other.bytes[other.bytes.count - 1] ^= 1
    #expect(verify(sample.output, source: other).map(\.pointer) == ["/source/sha256"])
    other = sample.source
    other.text = SourceText("别的")
    let kinds = Set(verify(sample.output, source: other).map(\.kind))
    #expect(kinds.isSuperset(of: [.differs, .account, .outside]))
  }
}
