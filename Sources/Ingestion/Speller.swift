internal import Digest
internal import LanguageModel
internal import Modeling
internal import Normalizing
internal import Provenance
package import Publishing
internal import Synchronization

/// The spelling engine of a run, with the files that a user gave it. The engine is made when the first filing is
/// spelled, which takes some 0.3 s; a run over unchanged inputs need not wait for it.
package final class Speller: Sendable {
  /// What outputs name: the language model and the dictionary, then the files given, in the order of their hashes.
  package let evidence: [Producer.EvidenceFile]
  private let protection: [String]
  private let learned: LearnedPhrases?
  private let state = Mutex(State())

  private struct State {
    var engine: SpellingEngine?
    /// Those that no thread is using.
    var idle: [SpellingWorker] = []
  }

  /// A file that a user named, as it was read.
  package struct File: Sendable {
    package var name: String
    package var bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
      // Without its folder: outputs don't depend on where it stands.
      self.name = name.split(separator: "/").last.map(String.init) ?? name
      self.bytes = bytes
    }
  }

  /// Throws if the language data or a file cannot be used. Hashing the language data takes some 20 ms.
  package init(evidence files: [File] = [], protection: File? = nil) throws(Failure) {
    var merged: LearnedPhrases?
    var terms: [String] = []
    var given: [Producer.EvidenceFile] = []
    do throws(SpellingFileError) {
      for file in files {
        let learned = try LearnedPhrases(file.bytes, file: file.name)
        if merged == nil { merged = learned } else { merged?.merge(learned) }
      }
      if let protection { terms = try Protection.terms(in: protection.bytes, file: protection.name) }
    } catch {
      throw Failure("spelling-file", Message(zh: error.zh, en: error.en))
    }
    for file in files + (protection.map { [$0] } ?? []) {
      given.append(Producer.EvidenceFile(name: file.name, sha256: try Self.hash(file.bytes)))
    }
    self.protection = terms
    learned = merged
    evidence = [try Self.describe(.dictionary), try Self.describe(.model)] + given.sorted { $0.sha256 < $1.sha256 }
  }

  private static func describe(_ data: LanguageData) throws(Failure) -> Producer.EvidenceFile {
    let path: String
    do throws(LanguageDataError) { path = try data.installedPath() } catch { throw .languageData(error) }
    let bytes = try InputFiles.read(Array(path.utf8), path, 256 << 20).get()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Producer.EvidenceFile(name: "\(data.package)/\(name)", sha256: try hash(bytes))
  }

  private static func hash(_ bytes: [UInt8]) throws(Failure) -> String {
    do throws(DigestError) { return try SHA256(of: bytes).hex } catch { throw .undigested }
  }

  /// Makes the engine, if it isn't made. Throws if the language data has gone since it was hashed.
  func prepare() throws(Failure) { _ = try madeEngine() }

  /// Repairs the texts of a filing, after `prepare`.
  func spell(_ filing: inout Filing) {
    guard var worker = try? takeWorker() else { return }
    Normalizing.spell(&filing, &worker)
    state.withLock { $0.idle.append(worker) }
  }

  /// Adds the texts of a filing to what is learned.
  func learn(_ filing: Filing, into phrases: inout LearnedPhrases) throws(Failure) {
    var texts: [String] = []
    var filing = filing
    filing.forEachText { texts.append($0.text) }
    phrases.learn(texts, try madeEngine())
  }

  private func takeWorker() throws(Failure) -> SpellingWorker {
    if let worker = state.withLock({ $0.idle.popLast() }) { return worker }
    return SpellingWorker(try madeEngine())
  }

  private func madeEngine() throws(Failure) -> SpellingEngine {
    let made: Result<SpellingEngine, Failure> = state.withLock { state in
      if let engine = state.engine { return .success(engine) }
      do throws(LanguageDataError) {
        let engine = try SpellingEngine(protection: Protection(protection), learned: learned)
        state.engine = engine
        return .success(engine)
      } catch {
        return .failure(.languageData(error))
      }
    }
    return try made.get()
  }
}

extension Speller: Hashable {
  package static func == (left: Speller, right: Speller) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Failure {
  fileprivate static func languageData(_ error: LanguageDataError) -> Failure {
    Failure(
      "language-data",
      Message(
        zh: "\(error.zh) 如不需要更正错字，请加 --no-spelling。",
        en: "\(error.en); without it, --no-spelling converts and leaves spelling alone"))
  }
}
