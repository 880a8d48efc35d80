internal import Provenance

/// The sheet, or the sheets, that a listing fills.
final class ListingSheet {
  let listing: Listing
  private(set) var rowCount = 0
  private let book: Workbook
  private let rowLimit: Int
  private var sheet: Int32
  private var sheetName: String
  private var sheetNumber = 1
  /// The next row of the sheet.
  private var row = 1

  init(_ listing: Listing, _ book: Workbook, rowLimit: Int) throws(ExportError) {
    self.listing = listing
    self.book = book
    self.rowLimit = max(2, rowLimit)
    sheetName = listing.title.zh
    sheet = try book.addSheet(sheetName)
    writeHeading()
  }

  private func writeHeading() {
    for (column, field) in listing.fields.enumerated() {
      book.setWidth(sheet, column, field.width)
      book.write(field.column.title, sheet, 0, column, .heading)
    }
  }

  func append(_ cells: ArraySlice<Cell>, _ cuts: inout CutCells) throws(ExportError) {
    if row == rowLimit {
      finish()
      sheetNumber += 1
      sheetName = "\(listing.title.zh) (\(sheetNumber))"
      sheet = try book.addSheet(sheetName)
      writeHeading()
      row = 1
    }
    for (column, (field, cell)) in zip(listing.fields, cells).enumerated() {
      switch cell {
      case .null: continue
      case .bool(let value): book.write(value ? "是" : "否", sheet, row, column)
      case .integer(let value): book.write(Double(value), sheet, row, column, Self.style(field))
      case .number(let value): book.write(value, sheet, row, column, Self.style(field))
      case .text(let text): write(text, column, field, &cuts)
      case .json(let value): write(value.canonicalText, column, field, &cuts)
      }
    }
    row += 1
    rowCount += 1
  }

  private static func style(_ field: Listing.Field) -> Workbook.Style {
    switch field.origin {
    case .budget, .own("amount"): .amount
    default: .plain
    }
  }

  private func write(_ text: String, _ column: Int, _ field: Listing.Field, _ cuts: inout CutCells) {
    let text = CellText.writable(text)
    let length = text.utf16.count
    guard length > CellText.limit else { return book.write(text, sheet, row, column) }
    book.write(CellText.cut(text), sheet, row, column)
    cuts.add(CutCells.Cell(sheet: sheetName, row: row + 1, title: field.column.title, length: length))
  }

  func finish() { book.setTable(sheet, rows: row, columns: listing.fields.count) }
}

/// What a cell of Excel takes.
enum CellText {
  /// UTF-16 code units.
  static let limit = 32_767
  private static let mark = "……〔全文过长，在此截断，见工作表“说明”〕"

  /// The beginning of a text that is too long, ending in a mark that says so.
  static func cut(_ text: String) -> String {
    let room = limit - mark.utf16.count
    var count = 0
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      count += scalar.value > 0xFFFF ? 2 : 1
      if count > room { break }
      result.append(scalar)
    }
    return String(result) + mark
  }

  /// Characters that XML has no place for, the way Excel writes them: `_xFFFE_`; and what looks like that without being
  /// it, with its underscore so written. The library does the former for other control characters; a NUL would end the
  /// text.
  static func writable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value == 0 || $0.value >= 0xFFFE || $0 == "_" }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0: result += "_x0000_".unicodeScalars
      case 0xFFFE: result += "_xFFFE_".unicodeScalars
      case 0xFFFF: result += "_xFFFF_".unicodeScalars
      case 0x5F where isEscape(scalars[index...]): result += "_x005F_".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// `_x`, four hexadecimal digits, `_`.
  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = scalars.prefix(7)
    return head.count == 7 && head.dropFirst().first == "x" && head.last == "_"
      && head.dropFirst(2).dropLast().allSatisfy { $0.properties.isASCIIHexDigit }
  }
}

/// The cells whose texts were cut; the first of them one by one.
struct CutCells {
  struct Cell {
    var sheet: String
    var row: Int
    var title: String
    var length: Int
  }

  private(set) var count = 0
  private(set) var first: [Cell] = []

  mutating func add(_ cell: Cell) {
    count += 1
    if first.count < 1000 { first.append(cell) }
  }
}
