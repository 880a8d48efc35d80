internal import Digest
internal import Documents
internal import JSON
internal import Provenance
package import Publishing
package import Reading

/// The filings of one document as they would be published, each with a view of its source.
package func publications(
  of bytes: [UInt8], path: String, options: ConversionOptions
) throws(Failure) -> [(publication: Publication, view: SourceView)] {
  do {
    let result = try Pipeline(options).filings(bytes, path: path)
    let record = SourceRecord(
      path: path, sha256: try SHA256(of: bytes).hex, bytes: bytes.count, charset: result.charset,
      reader: result.reader, dialect: result.dialect, convertedBy: result.convertedBy,
      asides: result.asides)
    let producer = options.producer
    let view = SourceView(result.document)
    return result.filings.map { (Publication(filing: $0, source: record, producer: producer), view) }
  } catch let failure as Failure {
    throw failure
  } catch {
    throw Failure(
      "unusable", Message(zh: "程序自带的数据无法使用：\(error)", en: "The program's own data cannot be used: \(error)"))
  }
}

/// The source that an output names, as it is read now; `folder` is the root that its path is relative to.
package func sourceFile(
  of output: [UInt8], in folder: [UInt8], maxBytes: Int, archives: FolderLimits = FolderLimits(),
  limits: DocxLimits = DocxLimits(), office: Office? = nil
) throws(Failure) -> SourceFile {
  guard let value = try? JSONParser.parse(output), case .string(let path)? = value["source"]?["path"] else {
    throw Failure(
      "source-unnamed", Message(zh: "没有写明原文的路径（source.path）。", en: "It does not name its source (source.path)."))
  }
  let bytes = try InputFiles.read(folder + [0x2F] + PathText.bytes(of: path), path, maxBytes, archives: archives)
    .get()
  var diagnostics: [Diagnostic] = []
  let input = try readInput(bytes, office: office, limits: limits, diagnostics: &diagnostics)
  let read = input.read
  return SourceFile(
    bytes: bytes, text: read.document.source, charset: read.charset, reader: read.reader, dialect: read.dialect,
    convertedBy: input.convertedBy, document: read.document)
}

/// Which files in an output folder are filings.
package enum OutputNames {
  /// JSON files, the manifest and the changes between years left out.
  package static func isFiling(_ name: [UInt8]) -> Bool {
    name.suffix(5).elementsEqual(".json".utf8) && !name.elementsEqual("manifest.json".utf8)
      && !name.suffix(12).elementsEqual("changes.json".utf8)
  }
}
