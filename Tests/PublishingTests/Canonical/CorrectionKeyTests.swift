import Modeling
import Normalizing
import Provenance
import Publishing
import Testing

/// Decisions find corrections by the keys that are published.
@Suite struct CorrectionKeyTests {
  private struct Keyed: Hashable {
    var key: String
    var source: SourceRange
    var at: Int
    var rule: String
  }

  @Test func `the keys that decisions go by are those that are published`() throws {
    for seed in 0..<200 {
      let (publication, _) = RandomFiling.make(seed: seed)
      let path = publication.source.path
      let published = try keyedCorrections(of: publication.filing, path: path).map {
        Keyed(key: $0.key, source: $0.text.source, at: $0.correction.at, rule: $0.correction.rule)
      }
      var found: Set<Keyed> = []
      var filing = publication.filing
      var key = CorrectionKey()
      key.begin(filing.undecidedID(path: path))
      filing.forEachLeaf(&key) { text, name, key in
        for correction in text.corrections {
          let field = Array(name.utf8)
          try? key.make(field.span, correction.rule, text.filed, correction.before)
          found.insert(
            Keyed(
              key: String(decoding: key.digits, as: UTF8.self), source: text.source, at: correction.at,
              rule: correction.rule))
        }
      }
      #expect(found == Set(published), "seed \(seed)")
      #expect(filing == publication.filing)
    }
  }

  /// Decisions on file depend on it.
  @Test func `a key is what it has always been`() throws {
    let sample = try CorpusSample()
    let keyed = try keyedCorrections(of: sample.publication.filing, path: sample.publication.source.path)
    let threshold = try #require(keyed.first { $0.path == "/projects/0/indicators/0/target/text" })
    #expect(threshold.key == "310beefe8546e5b3")
  }
}
