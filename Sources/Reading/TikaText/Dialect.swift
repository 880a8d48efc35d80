/// How a version of Tika lays out tables in plain text. Only the layout decides how a text is read; the rest is for
/// the record.
package enum Dialect: String, Hashable, Sendable, CaseIterable {
  /// A cell a line, bookmarks: Tika up to 3.3.1, `/tika`, .docx.
  case cellPerLine = "D1"
  /// A cell a line, no bookmarks: the same by way of tika-app or the Java facade, or no bookmarks in the document.
  case cellPerLineBare = "D1b"
  /// As D1b, with the line ends of an empty `<head>` in front: `/rmeta/text`.
  case cellPerLineHeaded = "D1c"
  /// A row a line, bookmarks: Tika 3.3.2, .docx.
  case rowPerLine = "D2"
  /// A row a line, no bookmarks: Tika 4, .docx.
  case rowPerLineBare = "D2b"
  /// A cell a line, a blank line after nearly every paragraph: .doc.
  case spaced = "D3"
  /// No tab anywhere: there were no tables, or they are lost, as those of RTF are.
  case tableless = "D6"

  var layout: Layout {
    self == .rowPerLine || self == .rowPerLineBare ? .rowPerLine : .cellPerLine
  }

  enum Layout {
    case cellPerLine, rowPerLine
  }

  /// Four line ends at least stand in front of D1c: two, one for each item of metadata, one for the title.
  private static let headLines = 4

  init(_ table: LineTable) {
    let hasBookmarks = !table.bookmarks.isEmpty
    if table.tabs == 0 {
      self = .tableless
    } else if table.rowLines > 0 && table.rowLines * 2 >= table.cellLines {
      self = hasBookmarks ? .rowPerLine : .rowPerLineBare
    } else if hasBookmarks {
      self = .cellPerLine
    } else if table.textLines >= 4 && table.spacedLines * 5 >= table.textLines * 4 {
      self = .spaced
    } else if table.blanks(from: 0, limit: Self.headLines) == Self.headLines {
      self = .cellPerLineHeaded
    } else {
      self = .cellPerLineBare
    }
  }
}
