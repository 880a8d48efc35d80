import Documents
import Provenance

/// The lines of a text with what decides their part in it, and what was counted on the way.
struct LineTable {
  enum Kind: UInt8 {
    /// Nothing at all between two line ends: the end of a row or a table, or an empty paragraph.
    case blank
    /// Begins with a TAB, bookmarks and form feeds apart.
    case cell
    /// Anything else: a paragraph of the body or a further one of a cell.
    case text
  }

  struct Line {
    /// Without the line end.
    var range: SourceRange
    /// All tabs of the line, the one that begins a cell included.
    var tabs: Int
    var kind: Kind
  }

  private(set) var lines: [Line] = []
  private(set) var bookmarks: [Document.Bookmark] = []
  /// Marks of bookmarks, and form feeds.
  private(set) var furniture: [SourceRange] = []
  private(set) var unclosedMarks: [Int] = []
  private(set) var tabs = 0
  private(set) var cellLines = 0
  /// Cell lines with a further tab.
  private(set) var rowLines = 0
  private(set) var textLines = 0
  /// Text lines with a blank line behind them.
  private(set) var spacedLines = 0

  init(_ source: SourceText) {
    lines.reserveCapacity(source.count / 20 + 8)
    var lexer = Lexer()
    let bytes = source.utf8.span
    var start = 0
    var lineTabs = 0
    var kind = Kind.blank
    while let token = lexer.next(in: bytes) {
      switch token.kind {
      case .lineEnd:
        add(Line(range: SourceRange(start, token.range.start), tabs: lineTabs, kind: kind))
        start = token.range.end
        lineTabs = 0
        kind = .blank
        continue
      case .text:
        if kind != .cell { kind = .text }
      case .tab:
        // What stands before the first tab decides: bookmarks and form feeds leave the line a cell.
        if lineTabs == 0 && (kind == .blank || hasOnlyFurniture(from: start, to: token.range.start)) { kind = .cell }
        lineTabs &+= 1
      case .bookmark:
        if kind == .blank { kind = .text }
        bookmarks.append(Document.Bookmark(range: token.range, name: Lexer.name(of: token.range)))
        furniture.append(token.range)
      case .formFeed:
        if kind == .blank { kind = .text }
        furniture.append(token.range)
      }
    }
    if start < source.count {
      add(Line(range: SourceRange(start, source.count), tabs: lineTabs, kind: kind))
    }
    unclosedMarks = lexer.unclosedMarks
  }

  @inline(__always)
  private mutating func add(_ line: Line) {
    switch line.kind {
    case .blank:
      if let last = lines.last, last.kind == .text { spacedLines &+= 1 }
    case .cell:
      cellLines &+= 1
      if line.tabs > 1 { rowLines &+= 1 }
    case .text:
      textLines &+= 1
    }
    tabs &+= line.tabs
    lines.append(line)
  }

  /// True if the furniture found last covers `start..<end`; looks at each piece once a line.
  private func hasOnlyFurniture(from start: Int, to end: Int) -> Bool {
    var end = end
    var index = furniture.count - 1
    while end > start, index >= 0, furniture[index].end == end {
      end = furniture[index].start
      index -= 1
    }
    return end <= start
  }

  /// The number of blank lines from `index` on, up to `limit`.
  func blanks(from index: Int, limit: Int) -> Int {
    var count = 0
    while count < limit, index + count < lines.count, lines[index + count].kind == .blank { count += 1 }
    return count
  }
}
