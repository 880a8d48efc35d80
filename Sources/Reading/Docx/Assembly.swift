import Documents
import Provenance

/// Lays out what is read as Tika lays it out (dialect D1), and notes where each paragraph, cell, row and table stands.
///
/// Whatever the order of its calls, the result is a document: what is missing (a row around a cell, a cell around a
/// paragraph) is put in.
struct Assembly {
  private(set) var text: [UInt8] = []
  private(set) var body: [Document.Block] = []
  private(set) var tables: [Document.Table] = []
  private(set) var rows: [Document.Row] = []
  private(set) var cells: [Document.Cell] = []
  private(set) var content: [Document.Block] = []
  private(set) var paragraphs: [Document.Paragraph] = []
  private(set) var bookmarks: [Document.Bookmark] = []
  private(set) var runs: [Document.Run] = []
  private(set) var hidden: [SourceRange] = []
  private(set) var anchors: [NoteAnchor] = []

  private var openTables: [OpenTable] = []

  private struct OpenTable {
    var rows: [Document.Row] = []
    var cells: [Document.Cell] = []
    var columnsBefore = 0
    var isRowOpen = false
    var content: [Document.Block] = []
    var span = 1
    var merge = Document.Merge.none
    var isCellOpen = false
    /// True if a row stood outside of any table, and this one was put around it.
    var isImplied = false

    mutating func endCell(content range: Range<Int>) {
      cells.append(Document.Cell(content: range, columnSpan: span, merge: merge))
      content.removeAll(keepingCapacity: true)
      span = 1
      merge = .none
      isCellOpen = false
    }

    mutating func endRow(cells range: Range<Int>) {
      rows.append(Document.Row(cells: range, columnsBefore: columnsBefore))
      cells.removeAll(keepingCapacity: true)
      columnsBefore = 0
      isRowOpen = false
    }
  }

  // MARK: Tables

  mutating func beginTable() {
    endImpliedTable()
    if let last = openTables.indices.last, !openTables[last].isCellOpen { beginCell() }
    openTables.append(OpenTable())
  }

  mutating func beginRow() {
    if openTables.isEmpty {
      beginTable()
      change { $0.isImplied = true }
    }
    endRow()
    change { $0.isRowOpen = true }
  }

  mutating func beginCell() {
    if openTables.last?.isRowOpen != true { beginRow() }
    endCell()
    change { $0.isCellOpen = true }
    text.append(0x09)
  }

  mutating func setSpan(_ span: Int) { change { $0.span = span } }
  mutating func setMerge(_ merge: Document.Merge) { change { $0.merge = merge } }
  mutating func setColumnsBefore(_ columns: Int) { change { $0.columnsBefore = columns } }

  /// Takes the open cell back, in which nothing stands yet.
  mutating func dropCell() {
    guard let table = openTables.last, table.isCellOpen, table.content.isEmpty, text.last == 0x09 else { return }
    text.removeLast()
    change {
      $0.isCellOpen = false
      $0.span = 1
      $0.merge = .none
    }
  }

  /// Takes the open row back, in which no cell stands yet.
  mutating func dropRow() {
    guard let table = openTables.last, table.isRowOpen, !table.isCellOpen, table.cells.isEmpty else { return }
    change {
      $0.isRowOpen = false
      $0.columnsBefore = 0
    }
  }

  mutating func endCell() {
    guard let last = openTables.indices.last, openTables[last].isCellOpen else { return }
    if openTables[last].content.isEmpty { text.append(0x0A) }
    let start = content.count
    content += openTables[last].content
    openTables[last].endCell(content: start..<content.count)
  }

  mutating func endRow() {
    guard openTables.last?.isRowOpen == true else { return }
    endCell()
    guard let last = openTables.indices.last else { return }
    text.append(0x0A)
    let start = cells.count
    cells += openTables[last].cells
    openTables[last].endRow(cells: start..<cells.count)
  }

  mutating func endTable() {
    endRow()
    guard let table = openTables.popLast() else { return }
    text.append(0x0A)
    let start = rows.count
    rows += table.rows
    tables.append(Document.Table(rows: start..<rows.count))
    add(.table(tables.count - 1))
  }

  /// Ends the table around a row that stood outside of any, when something else than a row follows.
  private mutating func endImpliedTable() {
    guard let table = openTables.last, table.isImplied, !table.isRowOpen else { return }
    endTable()
  }

  private mutating func change(_ body: (inout OpenTable) -> Void) {
    guard let last = openTables.indices.last else { return }
    body(&openTables[last])
  }

  private mutating func add(_ block: Document.Block) {
    guard let last = openTables.indices.last else {
      body.append(block)
      return
    }
    if !openTables[last].isCellOpen { beginCell() }
    change { $0.content.append(block) }
  }

  // MARK: Paragraphs

  /// Lays a paragraph out, `label` being its number in a list.
  mutating func add(_ paragraph: OpenParagraph, label: String?, part: Int32) {
    endImpliedTable()
    if let last = openTables.indices.last, !openTables[last].isCellOpen { beginCell() }
    let firstBookmark = bookmarks.count
    for name in paragraph.bookmarks { addBookmark(name) }
    let start = text.count
    if let label {
      runs.append(Document.Run(start: start, part: part, paragraph: paragraph.number, run: 0, character: 1))
      text += label.utf8
    }
    let shift = text.count
    text += paragraph.text
    for var run in paragraph.runs {
      run.start += shift
      runs.append(run)
    }
    for place in paragraph.hidden { hidden.append(place.shifted(by: shift)) }
    for var anchor in paragraph.anchors {
      anchor.place = anchor.place.shifted(by: shift)
      anchors.append(anchor)
    }
    let index = paragraphs.count
    paragraphs.append(
      Document.Paragraph(range: SourceRange(start, text.count), bookmarks: firstBookmark..<bookmarks.count))
    text.append(0x0A)
    add(.paragraph(index))
    for assembly in paragraph.inserted { add(assembly) }
  }

  private mutating func addBookmark(_ name: String) {
    let start = text.count
    text += "[bookmark: ".utf8
    let nameStart = text.count
    text += name.utf8
    let nameEnd = text.count
    text.append(0x5D)
    bookmarks.append(
      Document.Bookmark(range: SourceRange(start, text.count), name: SourceRange(nameStart, nameEnd)))
  }

  // MARK: Ends

  /// Closes whatever is open.
  mutating func finish() {
    while !openTables.isEmpty { endTable() }
  }

  /// Puts a finished text, as of a text box, behind what is there.
  private mutating func add(_ other: Assembly) {
    let shift = text.count
    let (firstTable, firstRow, firstCell) = (tables.count, rows.count, cells.count)
    let (firstContent, firstParagraph, firstBookmark) = (content.count, paragraphs.count, bookmarks.count)
    func moved(_ block: Document.Block) -> Document.Block {
      switch block {
      case .paragraph(let index): .paragraph(index + firstParagraph)
      case .table(let index): .table(index + firstTable)
      }
    }
    text += other.text
    tables += other.tables.map { Document.Table(rows: $0.rows.shifted(by: firstRow)) }
    rows += other.rows.map {
      Document.Row(cells: $0.cells.shifted(by: firstCell), columnsBefore: $0.columnsBefore)
    }
    cells += other.cells.map {
      Document.Cell(content: $0.content.shifted(by: firstContent), columnSpan: $0.columnSpan, merge: $0.merge)
    }
    content += other.content.map(moved)
    paragraphs += other.paragraphs.map {
      Document.Paragraph(range: $0.range.shifted(by: shift), bookmarks: $0.bookmarks.shifted(by: firstBookmark))
    }
    bookmarks += other.bookmarks.map {
      Document.Bookmark(range: $0.range.shifted(by: shift), name: $0.name.shifted(by: shift))
    }
    runs += other.runs.map { run in
      var run = run
      run.start += shift
      return run
    }
    hidden += other.hidden.map { $0.shifted(by: shift) }
    anchors += other.anchors.map { NoteAnchor(kind: $0.kind, id: $0.id, place: $0.place.shifted(by: shift)) }
    for block in other.body { add(moved(block)) }
  }

  /// The document, everything closed.
  consuming func document() -> Document {
    finish()
    var document = Document(source: SourceText(utf8: text))
    document.body = body
    document.tables = tables
    document.rows = rows
    document.cells = cells
    document.content = content
    document.paragraphs = paragraphs
    document.bookmarks = bookmarks
    document.runs = runs
    return document
  }
}

extension SourceRange {
  func shifted(by distance: Int) -> SourceRange { SourceRange(start + distance, end + distance) }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
