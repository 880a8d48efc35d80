internal import Digest
package import Normalizing
internal import Provenance
package import Publishing

/// A decisions file that was read, with the name and hash that outputs record.
package struct DecisionsFile: Hashable, Sendable {
  /// Without its folder: outputs don't depend on where it stands.
  package let name: String
  package let sha256: String
  package let decisions: Decisions

  /// Reads `decisions.jsonl`. A file in which a line cannot be used is refused: every such line is named.
  package init(_ bytes: [UInt8], name: String) throws(DecisionsProblems) {
    decisions = try Decisions.read(bytes)
    do throws(DigestError) {
      sha256 = try SHA256(of: bytes).hex
    } catch {
      throw DecisionsProblems(problems: [DecisionsProblem(line: 0, message: Message(zh: error.zh, en: error.en))])
    }
    self.name = name.split(separator: "/").last.map(String.init) ?? name
  }

  /// As `producer.evidence` has it.
  package var evidence: Producer.EvidenceFile { Producer.EvidenceFile(name: name, sha256: sha256) }
}
