internal import Digest
internal import Exporting
internal import Ingestion
internal import JSON
internal import Provenance

/// What the arguments of `export` name: output folders with their manifests, single JSON files of filings, and sources
/// that are converted in memory, one after the other.
struct ExportInputs {
  private var published: [(folder: [UInt8], file: PublishedFile)] = []
  private var documents: [[UInt8]] = []
  private let converter: () throws -> FilingConverter
  private let maxBytes: Int
  /// The filings of an older manifest that are not in the new ones, where there is an older one.
  private(set) var removed: [String]?

  /// Throws a `Failure` or an `ExportError` if a manifest cannot be used.
  init(
    _ paths: [(text: String, bytes: [UInt8])], since: (text: String, bytes: [UInt8])?, maxBytes: Int,
    converter: @escaping () throws -> FilingConverter
  ) throws {
    self.converter = converter
    self.maxBytes = maxBytes
    for path in paths {
      let manifest = path.bytes + [0x2F] + PublishedFiles.manifest.utf8
      if PublishedFiles.isFile(manifest) {
        let list = try PublishedFiles.list(manifest: manifest, "\(path.text)/\(PublishedFiles.manifest)")
        published += list.map { (path.bytes, $0) }
      } else {
        let found = InputFiles([path.bytes], maxBytes: maxBytes, isInput: Batch.isDocument)
        if found.isEmpty { throw Self.empty(path.text) }
        documents.append(path.bytes)
      }
    }
    try sortPublished()
    if let since { try keepNew(since: since) }
  }

  /// A folder of JSON files without their manifest, say.
  private static func empty(_ path: String) -> ExportError {
    ExportError(
      "nothing-to-export",
      zh: "“\(path)”中没有 manifest.json，也没有可以转换的文本，没有可导出的内容；请给出 jixiao convert 的输出文件夹，或绩效文本。",
      en: "\(path) holds neither a manifest.json nor filings to convert, so there is nothing to export; give an output "
        + "folder of jixiao convert, or filings.")
  }

  var isEmpty: Bool { published.isEmpty && documents.isEmpty && removed == nil }

  /// By id, so that the order of folders doesn't matter. A filing that stands in several is exported once.
  private mutating func sortPublished() throws {
    published.sort { $0.file.id.utf8.lexicographicallyPrecedes($1.file.id.utf8) }
    for (one, other) in zip(published, published.dropFirst())
    where one.file.id == other.file.id && one.file.sha256 != other.file.sha256 {
      throw ExportError(
        "same-id", zh: "“\(one.file.id)”在两个输出文件夹中内容不同（\(one.file.file)、\(other.file.file)）；请只导出其中一个。",
        en:
          "\(one.file.id) differs between two output folders (\(one.file.file), \(other.file.file)); export one of them."
      )
    }
  }

  private mutating func keepNew(since: (text: String, bytes: [UInt8])) throws {
    guard documents.isEmpty else {
      throw ExportError(
        "since-sources", zh: "--since 比较的是两份清单，只能用于转换所得的输出文件夹。",
        en: "--since compares two manifests, so it takes output folders only.")
    }
    let old = Dictionary(
      try PublishedFiles.list(manifest: since.bytes, since.text).map { ($0.id, $0.sha256) }, uniquingKeysWith: { $1 })
    let new = Set(published.map(\.file.id))
    removed = old.keys.filter { !new.contains($0) }.sorted()
    published.removeAll { old[$0.file.id] == $0.file.sha256 }
  }

  /// Each is read, or converted, when it is asked for.
  var items: some Sequence<Result<ExportItem, ExportError>> {
    let maxBytes = maxBytes
    let stored = published.lazy.map { entry in
      Result<ExportItem, ExportError>.success(Self.item(entry.folder, entry.file, maxBytes))
    }
    let read = InputFiles(documents, maxBytes: maxBytes, isInput: Batch.isDocument).lazy
      .flatMap { [converter = SharedConverter(converter)] input in converter.items(input) }
    return AnySequence { () -> AnyIterator<Result<ExportItem, ExportError>> in
      var stored = stored.makeIterator()
      var read = read.makeIterator()
      return AnyIterator { stored.next() ?? read.next() }
    }
  }

  private static func item(_ folder: [UInt8], _ file: PublishedFile, _ maxBytes: Int) -> ExportItem {
    ExportItem(id: file.id, sha256: file.sha256, name: file.file) { () throws(ExportError) in
      let bytes: [UInt8]
      do throws(Failure) {
        bytes = try InputFiles.read(folder + [0x2F] + Array(file.file.utf8), file.file, max(maxBytes, file.bytes)).get()
      } catch {
        throw ExportError(error)
      }
      guard let hash = try? SHA256(of: bytes).hex, hash == file.sha256 else {
        throw ExportError(
          "filing-changed", zh: "“\(file.file)”与清单所记的校验值不符：转换之后被改动过，或没有写完；请重新转换后再导出。",
          en:
            "\(file.file) is not what the manifest says: it was changed after it was converted, or not written whole; "
            + "convert again, then export.")
      }
      return bytes
    }
  }
}

/// Makes its converter when the first source is converted: its tables take a while.
private final class SharedConverter {
  private let make: () throws -> FilingConverter
  private var converter: FilingConverter?

  init(_ make: @escaping () throws -> FilingConverter) {
    self.make = make
  }

  func items(_ input: InputFiles.Input) -> [Result<ExportItem, ExportError>] {
    do {
      let bytes = try input.content.get()
      if input.path.hasSuffix(".json") { return [.success(try Self.item(bytes, input.display))] }
      if converter == nil { converter = try make() }
      let filings = try converter?.convert(bytes, path: input.path) ?? []
      return filings.map { filing in
        .success(
          ExportItem(id: filing.id, sha256: filing.sha256, name: filing.file) { () throws(ExportError) in filing.bytes }
        )
      }
    } catch let error as ConversionFailure {
      return [
        .failure(
          ExportError(error.id, zh: "\(input.display)：\(error.chinese)", en: "\(input.display): \(error.english)"))
      ]
    } catch let error as Failure {
      return [.failure(ExportError(error))]
    } catch let error as ExportError {
      return [.failure(error)]
    } catch {
      return [
        .failure(
          ExportError("icu-data", zh: "本程序的数据无法使用：\(error)。", en: "The program's data cannot be used: \(error)."))
      ]
    }
  }

  /// A filing that was converted before.
  private static func item(_ bytes: [UInt8], _ name: String) throws -> ExportItem {
    let hash = try SHA256(of: bytes).hex
    let rows = try FilingReader.rows(of: bytes, sha256: hash, name: name)
    return ExportItem(id: rows.id, sha256: hash, name: name) { () throws(ExportError) in bytes }
  }
}

extension ExportError {
  init(_ failure: Failure) {
    self.init(failure.id, zh: failure.message.zh, en: failure.message.en)
  }
}
