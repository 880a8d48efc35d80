package import JSON

/// The value of one column of one row.
package enum Cell: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case json(JSONValue)

  /// A whole number is an integer, as databases keep them.
  package init(_ number: Double) {
    if let whole = Int(exactly: number), whole.magnitude < 1 << 53 {
      self = .integer(whole)
    } else {
      self = .number(number)
    }
  }

  package init(_ text: String?) {
    self = text.map { .text($0) } ?? .null
  }

  package init(_ integer: Int?) {
    self = integer.map { .integer($0) } ?? .null
  }

  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var isNull: Bool {
    if case .null = self { true } else { false }
  }
}

extension Cell: Hashable {
  /// Texts are equal if their bytes are.
  package static func == (left: Cell, right: Cell) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.json(let left), .json(let right)): left == right
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    case .json(let value): hasher.combine(value)
    }
  }
}

extension JSONValue {
  /// The RFC 8785 text of the value.
  package var canonicalText: String {
    var writer = JSONWriter(.canonical)
    write(to: &writer)
    writer.finish()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
