package import Documents
internal import ICU
package import Provenance

/// A document, and what it was read from.
package struct ReadDocument: Hashable, Sendable {
  package var document: Document
  /// The name of the character set that the bytes were in, such as `UTF-8`, `UTF-16LE` or `GB18030`.
  package var charset: String
  /// The reader that recognised the format: `tika-text` or `docx`.
  package var reader: String
  /// The variant of the format: such as `D1` (see `Dialect`); `transitional` or `strict`.
  package var dialect: String

  package init(document: Document, charset: String, reader: String, dialect: String) {
    self.document = document
    self.charset = charset
    self.reader = reader
    self.dialect = dialect
  }
}

/// Reads a Word file (.docx), or the text that Apache Tika makes of one. What the bytes are is seen from the bytes
/// alone, never from a file name. O(bytes) in time and memory, those of a .docx inflated.
package func read(
  _ bytes: [UInt8], _ limits: DocxLimits = DocxLimits(), diagnostics: inout [Diagnostic]
) throws(ReadingError) -> ReadDocument {
  if Format.isArchive(bytes) {
    if let format = OpenDocument.format(of: bytes) { throw .unreadable(format) }
    return try readDocx(bytes, limits, diagnostics: &diagnostics)
  }
  if let format = Format(magicOf: bytes) { throw .unreadable(format) }
  let text = try decode(bytes)
  let source = SourceText(utf8: text.utf8)
  let start = WhiteSpace.end(in: source.utf8.span, from: 0, to: source.count)
  if start == source.count { throw .empty }
  if let format = Format(markupOf: source, from: start) { throw .unreadable(format) }
  text.report(to: &diagnostics)

  let lines = LineTable(source)
  if lines.cellLines == 0 && MarkdownTable.stands(in: source, lines) { throw .unreadable(.markdown) }
  let dialect = Dialect(lines)
  if dialect == .tableless { diagnostics.append(.noTables) }
  if let mark = lines.unclosedMarks.first {
    diagnostics.append(.unclosedBookmark(count: lines.unclosedMarks.count, SourceRange(mark, mark + 1)))
  }
  var reader = BlockReader(source, lines, dialect)
  let document = reader.read(&diagnostics)
  return ReadDocument(
    document: document, charset: text.charset.rawValue, reader: "tika-text", dialect: dialect.rawValue)
}

private func decode(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
  if bytes.isEmpty { throw .empty }
  do throws(CharsetError) {
    return try DecodedText(bytes)
  } catch {
    switch error {
    case .binary(let offset): throw .binary(offset: offset)
    case .unknown(let offset): throw .unknownCharset(offset: offset)
    }
  }
}

extension DecodedText {
  fileprivate func report(to diagnostics: inout [Diagnostic]) {
    if let offset = firstReplaced {
      diagnostics.append(.illFormed(count: replaced, charset.rawValue, SourceRange(offset, offset + 3)))
    }
    if let offset = firstNUL {
      diagnostics.append(.nul(count: nulCount, SourceRange(offset, offset + 1)))
    }
  }
}
