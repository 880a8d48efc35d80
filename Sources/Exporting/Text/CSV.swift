internal import JSON

/// Comma-separated values as RFC 4180 has them. Null is an empty field, an empty text a pair of quotes.
struct CSV {
  /// CR LF, as the RFC has it, or LF.
  var lineEnd: [UInt8] = [0x0D, 0x0A]
  /// Puts an apostrophe before texts that a spreadsheet would take for a formula, and before those that begin with an
  /// apostrophe; to undo it, one apostrophe is removed from the beginning of a text.
  var guardsFormulas = true

  func append(_ row: some Collection<Cell>, to bytes: inout [UInt8]) {
    var isFirst = true
    for cell in row {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(cell, to: &bytes)
    }
    bytes += lineEnd
  }

  private func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .null: break
    case .bool(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): bytes += JSONValue.number(value).canonicalText.utf8
    case .text(let text): append(text, to: &bytes)
    case .json(let value): append(value.canonicalText, to: &bytes)
    }
  }

  private func append(_ text: String, to bytes: inout [UInt8]) {
    let isGuarded = guardsFormulas && Self.needsGuard(text)
    let isQuoted = text.isEmpty || Self.needsQuotes(text)
    if isQuoted { bytes.append(Self.quote) }
    if isGuarded { bytes.append(Self.apostrophe) }
    if isQuoted {
      for byte in text.utf8 {
        if byte == Self.quote { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(Self.quote)
    } else {
      bytes += text.utf8
    }
  }

  private static let quote = UInt8(ascii: "\"")
  private static let apostrophe = UInt8(ascii: "'")

  /// What spreadsheets take for the beginning of a formula, in both widths.
  private static func needsGuard(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "'", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private static func needsQuotes(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      || text.utf8.first == 0x20 || text.utf8.last == 0x20
  }
}
