internal import Glibc
internal import JSON

/// Where a value stands in its source.
struct PlaceEntry {
  var line: Cell = .null
  var column: Cell = .null
  var role = ""
  var text: Cell = .null
}

/// The places of a filing by pointer. They are two thirds of a file, and an export asks for few of them: in the layout
/// in which the program writes files they are found where they stand, and only those that are asked for are parsed.
struct PlaceTable {
  private let bytes: [UInt8]
  /// Where each member stands, its key's quotation mark first; the keys ascend byte by byte.
  private var members: [Range<Int>] = []
  /// In any other layout, the value itself.
  private let value: JSONValue?

  init(_ value: JSONValue?) {
    bytes = []
    self.value = value
  }

  /// Takes the places out of a file as `JSONWriter` indents it; what is left is whole JSON. Nil if it has none, or the
  /// layout is another. O(bytes).
  init?(takenFrom file: [UInt8], rest: inout [UInt8]) {
    value = nil
    bytes = file
    let opening = Array("\n  \"places\": {\n    \"".utf8)
    let closing = Array("\n  }".utf8)
    guard file.starts(with: Array("{\n  \"".utf8)) else { return nil }
    let text = file.span
    var members: [Range<Int>] = []
    func close(at end: Int) {
      if let last = members.last { members[members.count - 1] = last.lowerBound..<end }
    }
    var start: Int?
    var end: Int?
    // A line break stands between tokens only: inside a string it is escaped.
    var next = text.lineBreak(from: 0)
    while let index = next {
      next = text.lineBreak(from: index + 1)
      if start != nil {
        if Self.matches(text, index, closing) {
          end = index
          break
        }
        if index + 5 < text.count, text[index + 5] == 0x22, text[index + 4] == 0x20, text[index + 1] == 0x20 {
          close(at: index)
          members.append(index + 5..<index + 5)
        }
      } else if Self.matches(text, index, opening) {
        start = index
        next = index + opening.count - 6
      }
    }
    guard let start, let end else { return nil }
    close(at: end)
    self.members = members
    rest = Array(file[..<start]) + "\n  \"places\": {".utf8 + Array(file[end...])
  }

  private static func matches(_ text: Span<UInt8>, _ index: Int, _ pattern: [UInt8]) -> Bool {
    guard index + pattern.count <= text.count else { return false }
    for offset in pattern.indices where text[index + offset] != pattern[offset] { return false }
    return true
  }

  /// The places of the value at `pointer`, in reading order.
  func entries(_ pointer: String) -> [PlaceEntry] {
    if let value { return Self.entries(of: value[pointer]) }
    guard let body = found(pointer) else { return [] }
    return PlaceScanner.entries(bytes.span, body)
      ?? Self.entries(of: try? JSONParser.parse(bytes.span.extracting(body)))
  }

  private static func entries(of value: JSONValue?) -> [PlaceEntry] {
    (value?.elements ?? []).map { element in
      PlaceEntry(
        line: element["line"].cell, column: element["column"].cell, role: element["role"]?.text ?? "",
        text: element["text"].cell)
    }
  }

  /// Where the value of the member stands. O(log members).
  private func found(_ pointer: String) -> Range<Int>? {
    let key = pointer.utf8.span
    let text = bytes.span
    var low = 0
    var high = members.count
    while low < high {
      let middle = low + (high - low) / 2
      let member = members[middle]
      switch text.compare(at: member.lowerBound + 1, with: key) {
      case 0:
        let colon = member.lowerBound + 1 + key.count + 1
        let end = member.upperBound
        let hasComma = end > colon + 1 && text[end - 1] == UInt8(ascii: ",")
        return min(colon + 1, end)..<(hasComma ? end - 1 : end)
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The first line feed at or after `start`.
  fileprivate func lineBreak(from start: Int) -> Int? {
    guard start < count else { return nil }
    return unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = unsafe memchr(base + start, 0x0A, bytes.count - start) else {
        return nil
      }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Below 0 if the key that begins at `start` and ends with a quotation mark stands before `key`. Pointers hold nothing
  /// that sorts before a quotation mark.
  fileprivate func compare(at start: Int, with key: Span<UInt8>) -> Int {
    let length = Swift.min(key.count, count - start)
    guard length >= 0 else { return -1 }
    let order = unsafe withUnsafeBytes { bytes in
      unsafe key.withUnsafeBytes { key in
        guard let base = bytes.baseAddress, let key = key.baseAddress else { return 0 }
        return unsafe Int(memcmp(base + start, key, length))
      }
    }
    if order != 0 { return order }
    if length < key.count { return -1 }
    return start + length < count && self[start + length] == 0x22 ? 0 : 1
  }
}
