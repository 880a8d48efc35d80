/// A text as it was read: valid UTF-8 without a byte order mark. Every place points into it.
package struct SourceText: Hashable, Sendable {
  /// The bytes; always valid UTF-8.
  package let utf8: [UInt8]

  /// Takes bytes that are known to be valid UTF-8; anything else becomes U+FFFD when it is shown.
  package init(utf8: [UInt8]) {
    self.utf8 = utf8
  }

  package init(_ text: String) {
    self.utf8 = Array(text.utf8)
  }

  package var count: Int { utf8.count }
  package var range: SourceRange { SourceRange(0, utf8.count) }

  /// The text that stands at `range`, clamped to the source.
  package subscript(range: SourceRange) -> String {
    let start = Swift.min(Swift.max(0, range.start), utf8.count)
    let end = Swift.min(Swift.max(start, range.end), utf8.count)
    if let text = try? UTF8Span(validating: utf8.span.extracting(start..<end)) { return String(copying: text) }
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
