internal import CWorkbook
internal import Glibc

/// The library's workbook. A cell that it refuses is an error at the end.
@safe final class Workbook {
  enum Style: Int32 {
    case plain = 0
    case wrapped, amount, heading, bold
  }

  private let book: OpaquePointer
  private let target: String
  private var isFinished = false
  private var refused = false

  /// `target` is how problems call the file; rows wait in temporary files in `folder`.
  init(_ path: String, folder: String, target: String) throws(ExportError) {
    // The library says nothing about a file that it cannot make until the end.
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw TargetFile.error(target) }
    close(file)
    guard let book = unsafe cworkbook_create(path, folder, "部门预算绩效目标") else { throw TargetFile.error(target, ENOMEM) }
    unsafe self.book = book
    self.target = target
  }

  deinit {
    if !isFinished { unsafe _ = cworkbook_finish(book) }
  }

  func addSheet(_ name: String) throws(ExportError) -> Int32 {
    let sheet = unsafe cworkbook_add_sheet(book, name)
    guard sheet >= 0 else { throw TargetFile.error(target, EIO) }
    return sheet
  }

  func setWidth(_ sheet: Int32, _ column: Int, _ width: Int) {
    unsafe cworkbook_set_width(book, sheet, UInt16(clamping: column), Double(width))
  }

  func setTable(_ sheet: Int32, rows: Int, columns: Int) {
    unsafe cworkbook_set_table(book, sheet, UInt32(clamping: rows), UInt16(clamping: columns))
  }

  func write(_ text: String, _ sheet: Int32, _ row: Int, _ column: Int, _ style: Style = .plain) {
    let code = unsafe cworkbook_write_text(
      book, sheet, UInt32(clamping: row), UInt16(clamping: column), text, style.rawValue)
    if code != 0 { refused = true }
  }

  func write(_ number: Double, _ sheet: Int32, _ row: Int, _ column: Int, _ style: Style = .plain) {
    let code = unsafe cworkbook_write_number(
      book, sheet, UInt32(clamping: row), UInt16(clamping: column), number, style.rawValue)
    if code != 0 { refused = true }
  }

  func finish() throws(ExportError) {
    isFinished = true
    errno = 0
    let code = unsafe cworkbook_finish(book)
    if code != 0 { throw TargetFile.error(target, errno == 0 ? ENOSPC : errno) }
    if refused {
      throw ExportError(
        "cell-refused", zh: "“\(target)”有单元格写不进 Excel 工作簿；请改用其他格式导出。",
        en: "A cell of \(target) does not fit into an Excel workbook; export to another format.")
    }
  }
}
