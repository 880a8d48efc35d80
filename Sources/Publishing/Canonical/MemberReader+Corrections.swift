internal import JSON
internal import Provenance

/// A correction as `corrections` has it, which its text takes.
struct PublishedCorrection {
  /// Its place in the list.
  var index: Int
  /// The whole text as filed.
  var filed: String
  var correction: Correction
}

extension MemberReader {
  /// Reads `corrections`, to be taken by the texts that they belong to. What is worked out from the rest (`key`,
  /// `source`) is only read over.
  mutating func readCorrections() {
    var index = 0
    _ = objects("corrections") { reader in
      reader.readCorrection(index)
      index += 1
      return ()
    }
  }

  private mutating func readCorrection(_ index: Int) {
    let order = integer("order")
    if order != index {
      report("order", .wrongValue, found: Message("\(order)"), expected: Message("\(index)"))
    }
    _ = string("key")
    _ = objects("source") { $0.range() }
    let leaf = string("path")
    let filed = string("filed")
    let certainty = word("certainty", Certainty.self)
    let correction = Correction(
      rule: string("rule"), certainty: certainty ?? .possible, applied: bool("applied"), before: string("before"),
      after: string("after"), at: integer("at"), filed: 0..<0, evidence: objects("evidence") { $0.evidence() },
      verdict: has("verdict") ? object("verdict") { $0.verdict() } ?? nil : nil)
    guard leaf.utf8.allSatisfy({ $0 < 0x80 }) else {
      report(
        "path", .stray, found: Message(quoting: leaf),
        expected: Message(zh: "本文件中某个文字的 JSON 指针", en: "the JSON pointer of a text in this file"))
      return
    }
    corrections[leaf, default: []].append(PublishedCorrection(index: index, filed: filed, correction: correction))
  }

  private mutating func verdict() -> Verdict? {
    let after = has("after") ? string("after") : nil
    let at = has("at") ? string("at") : nil
    let by = has("by") ? string("by") : nil
    let certainty = has("certainty") ? word("certainty", Certainty.self) : nil
    let decision = word("decision", Verdict.Decision.self)
    let note = has("note") ? string("note") : nil
    let scope = word("scope", Verdict.Scope.self)
    let undecided = has("undecided") ? string("undecided") : nil
    guard let decision, let scope else { return nil }
    return Verdict(
      decision, scope, by: by, at: at, note: note, after: after, certainty: certainty, undecided: undecided)
  }

  private mutating func evidence() -> Evidence {
    let kind = string("kind")
    let score = has("score") ? number("score") : nil
    let source = has("source") ? object("source") { $0.range() } : nil
    let text = has("text") ? string("text") : nil
    return Evidence(kind, text: text, source: source ?? nil, score: score)
  }
}
