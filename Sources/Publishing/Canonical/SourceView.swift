package import Documents
internal import JSON
package import Provenance

/// What a publication says of places: line, column and text, worked out from the source, or as it was published.
///
/// A class, so that the sinks that write places share one.
package final class SourceView: Sendable {
  /// Nil if the source is not at hand, only what was published of it.
  let index: LineIndex?
  let source: SourceText
  private let published: [SourceRange: Published]
  /// The document, if it is a Word file.
  private let wordFile: Document?

  /// A place as a published filing states it.
  package struct Published: Hashable, Sendable {
    package var position: Position
    package var text: String?
    /// Where it begins in a Word file.
    package var word: Document.RunPosition?

    package init(position: Position, text: String?, word: Document.RunPosition? = nil) {
      self.position = position
      self.text = text
      self.word = word
    }
  }

  package init(_ source: SourceText) {
    self.source = source
    self.index = LineIndex(source)
    self.published = [:]
    self.wordFile = nil
  }

  package init(_ document: Document) {
    self.source = document.source
    self.index = LineIndex(document.source)
    self.published = [:]
    self.wordFile = document.runs.isEmpty ? nil : document
  }

  package init(published: [SourceRange: Published]) {
    self.source = SourceText(utf8: [])
    self.index = nil
    self.published = published
    self.wordFile = nil
  }

  /// The text and its lines; nil if the source is not at hand, only what was published of it.
  var lines: (source: SourceText, index: LineIndex)? {
    index.map { (source, $0) }
  }

  func position(of range: SourceRange) -> Position {
    if let index { return index.position(of: range.start) }
    return published[range]?.position ?? Position(line: 0, column: 0)
  }

  /// Where a place begins in a Word file; nil for a text.
  func word(of range: SourceRange) -> Document.RunPosition? {
    if let wordFile { return wordFile.runPosition(of: range.start) }
    return index == nil ? published[range]?.word : nil
  }

  func text(of range: SourceRange) -> String {
    index != nil ? source[range] : published[range]?.text ?? ""
  }

  func write(textOf range: SourceRange, to json: inout JSONWriter) {
    guard index != nil else {
      json.string(published[range]?.text ?? "")
      return
    }
    let start = min(max(0, range.start), source.count)
    let end = min(max(start, range.end), source.count)
    let utf8 = source.utf8
    json.string(utf8: utf8.span.extracting(start..<end))
  }
}
