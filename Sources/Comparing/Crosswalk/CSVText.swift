/// Comma-separated values as RFC 4180 has them, and as spreadsheets write them: with or without a byte order mark, lines
/// that end in CRLF, LF or CR.
package enum CSVText {
  package struct Record: Hashable, Sendable {
    /// From 1, the line on which it begins.
    package var line: Int
    package var fields: [String]
  }

  /// Nil where a quotation mark is never closed. Lines without anything on them are left out. O(bytes).
  package static func records(_ bytes: [UInt8]) -> [Record]? {
    var records: [Record] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    var start = 1
    var isQuoted = false
    func endRecord() {
      fields.append(String(decoding: field, as: UTF8.self))
      if fields != [""] { records.append(Record(line: start, fields: fields)) }
      fields = []
      field = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          if byte == 0x0A { line += 1 }
          field.append(byte)
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
      case UInt8(ascii: ","):
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0D, 0x0A:
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        endRecord()
        line += 1
        start = line
      default: field.append(byte)
      }
    }
    if isQuoted { return nil }
    if !field.isEmpty || !fields.isEmpty { endRecord() }
    return records
  }

  /// One line with its CRLF. What a spreadsheet would take for a formula gets an apostrophe in front.
  package static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ field: String) -> String {
    let isFormula = field.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let field = isFormula ? "'" + field : field
    guard field.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// A field as it was before ``line(_:)`` guarded it.
  package static func unguarded(_ field: String) -> String {
    guard field.utf8.first == UInt8(ascii: "'"), let second = field.utf8.dropFirst().first,
      "=+-@\t\r".utf8.contains(second)
    else { return field }
    return String(field.dropFirst())
  }
}
