/// A JSON Pointer (RFC 6901): the way from a value to one inside it, such as `/projects/0/name`.
package struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
  package private(set) var tokens: [String]

  package init(_ tokens: [String] = []) {
    self.tokens = tokens
  }

  /// Reads the textual form; nil if it does not begin with `/` (and is not empty) or holds a `~` that
  /// neither 0 nor 1 follows.
  package init?(parsing text: String) {
    tokens = []
    guard !text.isEmpty else { return }
    var token: [UInt8] = []
    var isFirst = true
    var isEscape = false
    for byte in text.utf8 {
      switch (byte, isEscape) {
      case (UInt8(ascii: "0"), true): token.append(UInt8(ascii: "~"))
      case (UInt8(ascii: "1"), true): token.append(UInt8(ascii: "/"))
      case (_, true): return nil
      case (UInt8(ascii: "/"), false):
        if !isFirst { tokens.append(String(decoding: token, as: UTF8.self)) }
        isFirst = false
        token.removeAll(keepingCapacity: true)
      case _ where isFirst: return nil
      case (UInt8(ascii: "~"), false):
        isEscape = true
        continue
      default: token.append(byte)
      }
      isEscape = false
    }
    guard !isEscape else { return nil }
    tokens.append(String(decoding: token, as: UTF8.self))
  }

  package func appending(_ token: String) -> JSONPointer { JSONPointer(tokens + [token]) }
  package func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

  /// The textual form.
  package var description: String {
    tokens.reduce(into: "") { text, token in text += "/" + Self.escape(token) }
  }

  /// `~` as `~0` and `/` as `~1`.
  package static func escape(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    var escaped: [UInt8] = []
    for byte in token.utf8 {
      switch byte {
      case UInt8(ascii: "~"): escaped += [UInt8(ascii: "~"), UInt8(ascii: "0")]
      case UInt8(ascii: "/"): escaped += [UInt8(ascii: "~"), UInt8(ascii: "1")]
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// An array's index: 0, or digits that don't begin with 0. Nil for all else, `-` (behind the last
  /// element) among it.
  fileprivate static func index(_ token: String) -> Int? {
    let utf8 = token.utf8
    guard utf8.count == 1 || utf8.first != UInt8(ascii: "0") else { return nil }
    guard utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    return Int(token)
  }

  package static func == (left: JSONPointer, right: JSONPointer) -> Bool {
    left.tokens.count == right.tokens.count
      && zip(left.tokens, right.tokens).allSatisfy { $0.hasSameScalars(as: $1) }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(tokens.count)
    for token in tokens { token.hashScalars(into: &hasher) }
  }
}

extension JSONValue {
  /// The value that `pointer` leads to; nil if there is none.
  package subscript(pointer: JSONPointer) -> JSONValue? {
    var value = self
    for token in pointer.tokens {
      switch value {
      case .object(let object):
        guard let next = object[token] else { return nil }
        value = next
      case .array(let elements):
        guard let index = JSONPointer.index(token), elements.indices.contains(index) else { return nil }
        value = elements[index]
      default: return nil
      }
    }
    return value
  }
}
