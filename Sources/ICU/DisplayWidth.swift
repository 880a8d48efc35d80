internal import CICU

/// How many columns a text takes on a terminal, and what may be sent there in its place.
///
/// Widths follow Unicode's East Asian Width (UAX #11): Wide and Fullwidth are two columns, combining marks
/// none. What is invisible, or would command the terminal (control characters, bidirectional overrides), is
/// shown as `<U+202E>`; a TAB as `→`, one mark for the column stop that it was.
package struct DisplayWidth: Hashable, Sendable {
  /// The columns of characters such as `≥` and `…`, which many Chinese terminals show two wide: 1 or 2.
  package let ambiguous: Int

  package init(ambiguous: Int = 1) {
    self.ambiguous = ambiguous == 2 ? 2 : 1
  }

  /// A character with the combining marks that follow it: what a terminal shows in one place.
  package struct Cell: Hashable, Sendable {
    /// Its bytes in the text that was given.
    package var bytes: Range<Int>
    package var columns: Int
    /// What to show instead of the bytes.
    package var substitute: String?
  }

  /// The cells of a text, which together cover it; bytes that are not UTF-8 are shown as U+FFFD.
  package func cells(of utf8: Span<UInt8>) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(utf8.count)
    var previous = DisplayClass.hidden
    var offset = 0
    while offset < utf8.count {
      let (scalar, length) = utf8.scalar(at: offset)
      let bytes = offset..<offset + length
      let display = scalar.map(DisplayClass.init) ?? .replacement
      offset += length
      if let joined = columns(of: scalar, display, after: previous), !cells.isEmpty {
        cells[cells.count - 1].bytes = cells[cells.count - 1].bytes.lowerBound..<offset
        cells[cells.count - 1].columns += joined
        continue
      }
      cells.append(cell(scalar, display, bytes))
      previous = cells[cells.count - 1].substitute == nil ? display : .hidden
    }
    return cells
  }

  package func columns(of text: String) -> Int {
    cells(of: text.utf8.span).reduce(0) { $0 + $1.columns }
  }

  /// The text as it may be sent to a terminal.
  package func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    let utf8 = Array(text.utf8)
    return show(cells(of: utf8.span), of: utf8)
  }

  /// The cells as text; `utf8` is what they were made from.
  package func show(_ cells: some Sequence<Cell>, of utf8: [UInt8]) -> String {
    var result: [UInt8] = []
    for cell in cells {
      if let substitute = cell.substitute {
        result += substitute.utf8
      } else {
        result += utf8[cell.bytes.clamped(to: 0..<utf8.count)]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func cell(_ scalar: Unicode.Scalar?, _ display: DisplayClass, _ bytes: Range<Int>) -> Cell {
    guard let scalar else { return Cell(bytes: bytes, columns: ambiguous, substitute: "\u{FFFD}") }
    if scalar == "\t" { return Cell(bytes: bytes, columns: ambiguous, substitute: "→") }
    switch display.width {
    case .narrow: return Cell(bytes: bytes, columns: 1)
    case .wide: return Cell(bytes: bytes, columns: 2)
    case .ambiguous: return Cell(bytes: bytes, columns: ambiguous)
    case .zero, .hidden:
      // A mark with nothing to sit on would sit on what is printed before the text.
      let hex = String(scalar.value, radix: 16, uppercase: true)
      let escape = "<U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex + ">"
      return Cell(bytes: bytes, columns: escape.utf8.count, substitute: escape)
    }
  }

  /// The columns that a scalar adds to the cell before it; nil if it begins a cell of its own.
  private func columns(of scalar: Unicode.Scalar?, _ display: DisplayClass, after previous: DisplayClass) -> Int? {
    guard let scalar, previous.width != .hidden else { return nil }
    // U+FE0F asks for the picture, which is two wide.
    if scalar == "\u{FE0F}", previous.isEmoji, previous.width == .narrow { return 1 }
    if scalar == "\u{FE0F}", previous.isEmoji, previous.width == .ambiguous { return 2 - ambiguous }
    if (0x1F3FB...0x1F3FF).contains(scalar.value), previous.takesSkinTone { return 0 }
    return display.width == .zero ? 0 : nil
  }
}

/// What ICU says of one character.
private struct DisplayClass {
  enum Width: UInt8 {
    case zero, narrow, wide, ambiguous, hidden
  }

  var width: Width
  var isEmoji = false
  var takesSkinTone = false

  static let hidden = DisplayClass(width: .hidden)
  static let replacement = DisplayClass(width: .ambiguous)

  private init(width: Width) {
    self.width = width
  }

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E:
      self.init(width: .narrow)
    // CJK Unified Ideographs with extension A, CJK punctuation, fullwidth forms.
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF60:
      self.init(width: .wide)
    default:
      let flags = cicu_display(scalar.value)
      self.init(width: Width(rawValue: flags & 0xF) ?? .hidden)
      isEmoji = flags & 0x10 != 0
      takesSkinTone = flags & 0x20 != 0
    }
  }
}

extension Span where Element == UInt8 {
  /// The scalar at `offset` and its length; nil and one byte where the bytes are not UTF-8.
  fileprivate func scalar(at offset: Int) -> (scalar: Unicode.Scalar?, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, offset + length <= count else { return (nil, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in offset + 1..<offset + length {
      guard self[next] & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(self[next] & 0x3F)
    }
    // An overlong form has a shorter one; surrogates and what lies above U+10FFFF are no scalars.
    let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, length)
  }
}
