internal import Normalizing
internal import Publishing
package import Reading

/// Counts the phrases of filings, as evidence for their spelling; the same filings in any order give the same counts.
package struct Learning {
  private let pipeline: Pipeline
  private let speller: Speller
  private var phrases = LearnedPhrases()

  /// Throws a `Failure` if the language data cannot be used.
  package init(year: Int? = nil, office: Office? = nil, limits: DocxLimits = DocxLimits()) throws {
    pipeline = try Pipeline(year: year, office: office, limits: limits)
    speller = try Speller()
  }

  /// Counts what a file holds, as it was filed but for the rules of normalising.
  package mutating func learn(_ bytes: [UInt8], path: String) throws(Failure) {
    for filing in try pipeline.filings(bytes, path: path).filings { try speller.learn(filing, into: &phrases) }
  }

  package var filings: Int { phrases.filings }
  package var count: Int { phrases.counts.count }

  /// What `jixiao learn` writes.
  package var bytes: [UInt8] { phrases.bytes }
}

/// Writes a file whole or not at all.
package func writeFile(_ bytes: [UInt8], to path: [UInt8]) throws(Failure) {
  let name = path.split(separator: 0x2F, omittingEmptySubsequences: false).last ?? path[...]
  let folder = name.count == path.count ? Array(".".utf8) : Array(path.dropLast(name.count + 1))
  do throws(FileProblem) {
    let folder = try OutputFolder(folder.isEmpty ? Array("/".utf8) : folder)
    _ = try folder.write(bytes, to: PathText.text(of: Array(name)))
  } catch {
    throw error.failure(PathText.text(of: path))
  }
}
