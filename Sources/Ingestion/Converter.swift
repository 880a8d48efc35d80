internal import Digest
internal import JSON
internal import Modeling
internal import Normalizing
internal import Provenance
internal import Publishing
internal import Reading

/// Turns one input after the other into the outputs that a batch writes. It keeps the writer's buffers, so it is for
/// one thread; the pipeline is shared.
struct Converter: ~Copyable {
  private let pipeline: Pipeline
  private let producer: Producer
  private var writer = PublicationWriter()
  private let memory = RepairMemory()

  init(_ pipeline: Pipeline, _ producer: Producer) {
    self.pipeline = pipeline
    self.producer = producer
  }

  /// For a batch: with all that the manifest says of an output.
  mutating func convert(_ bytes: [UInt8], path: String) -> Conversion {
    var conversion = Conversion()
    do throws(Failure) {
      let result = try forEachFiling(of: bytes, path: path) { filing, writer throws(DigestError) in
        let digests = try writer.digests()
        conversion.outputs.append(
          ConvertedOutput(
            id: filing.identity.id, file: filing.identity.file, bytes: writer.bytes, sha256: digests.file,
            canonical: digests.canonical, content: try writer.content(of: filing)))
        conversion.count(filing.diagnostics)
      }
      conversion.decisions = result.decided.sorted()
      conversion.convertedBy = result.convertedBy.map { "\($0.name) \($0.version)" }
    } catch {
      return Conversion(failure: error)
    }
    return conversion
  }

  /// For whoever wants the filings alone.
  mutating func filings(of bytes: [UInt8], path: String) throws(Failure) -> [ConvertedFiling] {
    var filings: [ConvertedFiling] = []
    _ = try forEachFiling(of: bytes, path: path) { filing, writer throws(DigestError) in
      let digests = try writer.digests()
      filings.append(
        ConvertedFiling(
          id: filing.identity.id, file: filing.identity.file, bytes: writer.bytes,
          canonicalBytes: writer.canonicalBytes,
          sha256: digests.file.hex, canonicalSHA256: digests.canonical.hex))
    }
    return filings
  }

  /// The RFC 8785 bytes of each filing and their SHA-256: what a stream takes.
  mutating func canonicalFilings(
    of bytes: [UInt8], path: String
  ) throws(Failure) -> [(bytes: [UInt8], sha256: SHA256)] {
    var filings: [(bytes: [UInt8], sha256: SHA256)] = []
    _ = try forEachFiling(of: bytes, path: path) { _, writer throws(DigestError) in
      filings.append((writer.canonicalBytes, try writer.canonicalDigest()))
    }
    return filings
  }

  /// Hands over each filing of a document when it has been written; returns what the document gave.
  private mutating func forEachFiling(
    of bytes: [UInt8], path: String,
    _ body: (Filing, inout PublicationWriter) throws(DigestError) -> Void
  ) throws(Failure) -> Pipeline.Result {
    let result = try pipeline.filings(bytes, path: path, memory: memory)
    do throws(DigestError) {
      let record = SourceRecord(
        path: path, sha256: try SHA256(of: bytes).hex, bytes: bytes.count, charset: result.charset,
        reader: result.reader, dialect: result.dialect, convertedBy: result.convertedBy,
        asides: result.asides)
      let view = SourceView(result.document)
      for (filing, targets) in zip(result.filings, result.targets) {
        try writer.write(Publication(filing: filing, source: record, producer: producer), view, targets)
        if writer.failed { break }
        try body(filing, &writer)
      }
    } catch {
      throw .undigested
    }
    if writer.failed { throw .unwritable }
    return result
  }
}

extension Conversion {
  fileprivate mutating func count(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
  }
}

extension Failure {
  /// No heading, label or table of a known form.
  static func notAFiling(_ text: SourceText) -> Failure {
    // Scalars, not characters: one of those may be as long as the file.
    let opening = String(decoding: text.utf8, as: UTF8.self).unicodeScalars.drop { $0.properties.isWhitespace }
    let excerpt = String(String.UnicodeScalarView(opening.prefix(30).prefix { $0 != "\n" && $0 != "\r" }))
    return Failure(
      "not-a-filing",
      Message(
        zh: "没有找到部门预算绩效文本的任何标题、标签或表格（开头是“\(excerpt)”）。请确认是否是绩效目标文本。",
        en: "No heading, label or table of a performance-target filing was found (it begins “\(excerpt)”). "
          + "Check that this is a filing."))
  }

  /// Tables of results, and none of targets.
  static let selfEvaluation = Failure(
    "not-a-filing",
    Message(
      zh: "这是绩效自评表（填报执行结果），不是绩效目标表，没有转换。请转换年初申报的绩效目标表或部门预算绩效文本。",
      en: "This is a self-evaluation (绩效自评), which reports results; it holds no table of targets and was not "
        + "converted. Convert the filing of the targets instead."))

  package static let undigested = Failure(
    "digest", Message(zh: "OpenSSL 拒绝计算 SHA-256，未输出。", en: "OpenSSL refused to compute a SHA-256; nothing was written.")
  )

  fileprivate static let unwritable = Failure(
    "number-unwritable",
    Message(
      zh: "有一个数值无法写成 JSON，未输出。请把该文件报告给本程序的维护者。",
      en: "A number cannot be written as JSON; nothing was written. Please report the file."))
}

extension Identity {
  /// Relative to the output folder: `2021/130304-131.json`. `/`, `%` and control characters in names are
  /// percent-escaped.
  var file: String { "\(yearKey)/\(escaped(regionKey))-\(escaped(departmentKey)).json" }

  private func escaped(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F || scalar == "/" || scalar == "%" || scalar == "\\" {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
