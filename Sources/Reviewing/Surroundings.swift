internal import Documents
internal import Provenance

/// Where something stands in the source: its paragraph or table row, and those beside it.
package struct Surroundings: Hashable, Sendable {
  package var isTable: Bool
  package var rows: [Row]
  /// Which row and which of its cells hold what is meant.
  package var row: Int
  package var cell: Int
  /// That cell around what is meant: what stands before it, it, what stands behind it; cut where it is long.
  package var lead: String
  package var marked: String
  package var trail: String

  package struct Row: Hashable, Sendable {
    package var line: Int
    /// Cut where they are long.
    package var cells: [String]
  }
}

/// Finds the surroundings of places in one document.
struct SurroundingsFinder {
  /// A paragraph of the body, or a row of a table, in reading order.
  private struct Unit {
    var range: SourceRange
    /// One for a paragraph.
    var cells: [SourceRange]
    /// Nil for a paragraph.
    var table: Int?
  }

  private let source: SourceText
  private let lines: LineIndex
  private let units: [Unit]

  init(_ document: Document, _ lines: LineIndex) {
    source = document.source
    self.lines = lines
    var units: [Unit] = []
    for block in document.body {
      switch block {
      case .paragraph(let index):
        let range = document.paragraphs[index].range
        if !Self.isBlank(range, document.source) { units.append(Unit(range: range, cells: [range], table: nil)) }
      case .table(let index):
        for row in document.rows[document.tables[index].rows] {
          let cells = document.cells[row.cells].map { Self.range(of: document.content[$0.content], document) }
          guard let first = cells.compactMap(\.?.start).min(), let last = cells.compactMap(\.?.end).max() else {
            continue
          }
          // A cell without text keeps its column.
          let filled = cells.map { $0 ?? SourceRange(Self.nowhere, Self.nowhere) }
          units.append(Unit(range: SourceRange(first, last), cells: filled, table: index))
        }
      }
    }
    self.units = units.sorted { $0.range < $1.range }
  }

  /// O(log paragraphs + the characters that are shown).
  func surroundings(of place: SourceRange) -> Surroundings {
    guard let index = unit(at: place.start) else { return line(of: place) }
    let unit = units[index]
    let cell = unit.cells.lastIndex { $0.start <= place.start } ?? 0
    var shown = [index]
    for step in [-1, 1] {
      let next = index + step
      guard units.indices.contains(next), units[next].table == unit.table else { continue }
      shown.insert(next, at: step < 0 ? 0 : shown.count)
    }
    let rows = shown.map { index in
      Surroundings.Row(
        line: lines.line(of: units[index].range.start) + 1, cells: units[index].cells.map { cut($0, to: Self.cellRoom) }
      )
    }
    return around(
      place, in: unit.cells.indices.contains(cell) ? unit.cells[cell] : unit.range, rows: rows,
      row: shown.firstIndex(of: index) ?? 0, cell: cell, isTable: unit.table != nil)
  }

  /// Of what stands in no block that was read.
  private func line(of place: SourceRange) -> Surroundings {
    let number = lines.line(of: min(place.start, source.count)) + 1
    let range = lines.range(ofLine: number)
    return around(
      place, in: range, rows: [.init(line: number, cells: [cut(range, to: Self.cellRoom)])], row: 0, cell: 0,
      isTable: false)
  }

  private func around(
    _ place: SourceRange, in cell: SourceRange, rows: [Surroundings.Row], row: Int, cell index: Int, isTable: Bool
  ) -> Surroundings {
    let start = min(max(place.start, cell.start), cell.end)
    let end = min(max(place.end, start), max(cell.end, start))
    let window = Window(source.utf8, cell.start..<max(cell.start, cell.end))
    return Surroundings(
      isTable: isTable, rows: rows, row: row, cell: index, lead: window.lead(start, Self.sideRoom),
      marked: window.start(SourceRange(start, end), Self.markRoom), trail: window.trail(end, Self.sideRoom))
  }

  private func unit(at offset: Int) -> Int? {
    var (low, high) = (0, units.count)
    while low < high {
      let middle = (low + high) / 2
      if units[middle].range.start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, offset <= units[low - 1].range.end else { return nil }
    return low - 1
  }

  private func cut(_ range: SourceRange, to room: Int) -> String {
    Window(source.utf8, range.start..<max(range.start, range.end)).start(range, room)
  }

  private static func range(of blocks: ArraySlice<Document.Block>, _ document: Document) -> SourceRange? {
    var range: SourceRange?
    for block in blocks {
      // Of a table inside a cell, the cell is shown without it.
      guard case .paragraph(let index) = block else { continue }
      let own = document.paragraphs[index].range
      range = SourceRange(min(range?.start ?? own.start, own.start), max(range?.end ?? own.end, own.end))
    }
    return range
  }

  private static func isBlank(_ range: SourceRange, _ source: SourceText) -> Bool {
    source.utf8[range.start..<min(range.end, source.count)].allSatisfy { $0 <= 0x20 }
  }

  /// Behind every text.
  private static let nowhere = Int.max

  /// In Unicode scalars. A cell that is wider is cut for display; the whole text of a repair is kept beside it.
  private static let cellRoom = 60
  private static let sideRoom = 160
  private static let markRoom = 240
}
