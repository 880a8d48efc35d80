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
    var index = 0
    while index < text.count {
      // A line break stands between tokens only: inside a string it is escaped.
      guard text[index] == 0x0A else {
        index += 1
        continue
      }
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
        index += opening.count - 6
        continue
      }
      index += 1
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
    let elements = value.map { $0[pointer]?.elements ?? [] } ?? found(pointer)
    return elements.map { element in
      PlaceEntry(
        line: element["line"].cell, column: element["column"].cell, role: element["role"]?.text ?? "",
        text: element["text"].cell)
    }
  }

  /// O(log members).
  private func found(_ pointer: String) -> [JSONValue] {
    let key = pointer.utf8.span
    let text = bytes.span
    var low = 0
    var high = members.count
    while low < high {
      let middle = low + (high - low) / 2
      switch Self.compare(text, members[middle].lowerBound + 1, key) {
      case 0:
        let colon = members[middle].lowerBound + 1 + key.count + 1
        var body = bytes[min(colon + 1, members[middle].upperBound)..<members[middle].upperBound]
        if body.last == UInt8(ascii: ",") { body.removeLast() }
        return (try? JSONParser.parse(Array(body)))?.elements ?? []
      case ..<0: low = middle + 1
      default: high = middle
      }
    }
    return []
  }

  /// Below 0 if the key that begins at `start` and ends with a quotation mark stands before `key`.
  private static func compare(_ text: Span<UInt8>, _ start: Int, _ key: Span<UInt8>) -> Int {
    for offset in 0..<key.count {
      guard start + offset < text.count, text[start + offset] != 0x22 else { return -1 }
      let difference = Int(text[start + offset]) - Int(key[offset])
      if difference != 0 { return difference }
    }
    return start + key.count < text.count && text[start + key.count] == 0x22 ? 0 : 1
  }
}
