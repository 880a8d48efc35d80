package import Provenance

/// A Word text as a reader saw it: blocks in reading order, each leaf a range of the source.
///
/// The tree is kept flat: a table, row or cell holds a range of indices into the array below it, so a document
/// costs a handful of allocations however many cells it has.
package struct Document: Hashable, Sendable {
  package var source: SourceText
  /// The top level, in reading order.
  package var body: [Block] = []
  package var tables: [Table] = []
  package var rows: [Row] = []
  package var cells: [Cell] = []
  /// What stands in the cells; `Cell.content` points here. Nearly always paragraphs.
  package var content: [Block] = []
  package var paragraphs: [Paragraph] = []
  package var bookmarks: [Bookmark] = []
  /// What the reader recognised as belonging to the format and not to the text: bookmark marks, page breaks.
  package var furniture: [SourceRange] = []
  /// For a Word file, where each stretch of the text comes from, in the order of the text; else empty.
  package var runs: [Run] = []
  /// The parts of the file that `runs` and `asides` name by number, such as `word/document.xml`.
  package var parts: [String] = []
  /// What the file holds beside the text: headers, notes, comments.
  package var asides: [Aside] = []

  package init(source: SourceText) {
    self.source = source
  }
}

extension Document {
  /// A paragraph or a table, by its index.
  package enum Block: Hashable, Sendable {
    case paragraph(Int)
    case table(Int)
  }

  package struct Table: Hashable, Sendable {
    /// Indices into `rows`.
    package var rows: Range<Int>

    package init(rows: Range<Int>) {
      self.rows = rows
    }
  }

  package struct Row: Hashable, Sendable {
    /// Indices into `cells`.
    package var cells: Range<Int>
    /// True where the source allows another reading: this row and the next may be one.
    package var endsSoftly: Bool
    /// Columns of the grid that the row leaves free before its first cell.
    package var columnsBefore: Int

    package init(cells: Range<Int>, endsSoftly: Bool = false, columnsBefore: Int = 0) {
      self.cells = cells
      self.endsSoftly = endsSoftly
      self.columnsBefore = columnsBefore
    }
  }

  package struct Cell: Hashable, Sendable {
    /// Indices into `content`.
    package var content: Range<Int>
    /// Columns of the grid that it spans; 1 where the format does not say.
    package var columnSpan: Int
    package var merge: Merge

    package init(content: Range<Int>, columnSpan: Int = 1, merge: Merge = .unknown) {
      self.content = content
      self.columnSpan = columnSpan
      self.merge = merge
    }
  }

  /// What the format says of a vertical merge.
  package enum Merge: Hashable, Sendable {
    /// The format does not tell an empty cell from a continued one.
    case unknown
    case none
    /// The first cell of a merged column of cells.
    case start
    /// A further cell of it.
    case continued
  }

  package struct Paragraph: Hashable, Sendable {
    /// The text without the mark that ends it. Bookmarks may stand before it or inside; see `bookmarks`.
    package var range: SourceRange
    /// Indices into `bookmarks`.
    package var bookmarks: Range<Int>

    package init(range: SourceRange, bookmarks: Range<Int>) {
      self.range = range
      self.bookmarks = bookmarks
    }
  }

  package struct Bookmark: Hashable, Sendable {
    /// The whole mark, as in `[bookmark: _Toc62808993]`.
    package var range: SourceRange
    package var name: SourceRange

    package init(range: SourceRange, name: SourceRange) {
      self.range = range
      self.name = name
    }
  }
}
