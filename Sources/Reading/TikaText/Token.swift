package import Provenance

/// A piece of the text that Tika makes of a Word file. The tokens of a text tile it.
package struct Token: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// LF, CR LF or CR: the end of a paragraph, row or table, or a break inside a paragraph; nothing tells which.
    case lineEnd
    /// The beginning of a cell, or a tab in the text.
    case tab
    /// U+000C: a page break in texts that passed through other tools.
    case formFeed
    /// `[bookmark: name]`
    case bookmark
    case text
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
