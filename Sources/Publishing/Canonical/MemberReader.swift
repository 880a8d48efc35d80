internal import JSON
internal import Modeling
internal import Provenance

/// Reads a JSON value part by part, the counterpart of the sinks: it stands in one object at a time, hands out members
/// by key, and gathers what is not as the format has it. It never stops: what can't be read is nil or empty, and a
/// problem on record.
struct MemberReader {
  private(set) var problems: [PublicationError] = []
  var path = PointerPath()
  /// The object that it stands in.
  private var object = JSONObject()
  /// The keys that were asked for in it and in those around it, innermost last.
  private var taken: [StaticString] = []

  /// Values that stand elsewhere in the file than what they belong to, by JSON pointer; each is removed when it is
  /// used, so what is left in the end belongs to nothing.
  var places: [String: PublishedPlaces] = [:]
  var corrections: [String: [PublishedCorrection]] = [:]
  /// Every place that is stated anywhere in the file.
  var view: [SourceRange: SourceView.Published] = [:]

  // MARK: Problems

  mutating func report(
    _ kind: PublicationError.Kind, at pointer: String? = nil, found: Message, expected: Message
  ) {
    problems.append(PublicationError(kind, at: pointer ?? path.text, found: found, expected: expected))
  }

  mutating func report(_ key: StaticString, _ kind: PublicationError.Kind, found: Message, expected: Message) {
    report(kind, at: path.text + "/\(key)", found: found, expected: expected)
  }

  // MARK: Members

  /// The member `key`; nil if there is none.
  mutating func optional(_ key: StaticString) -> JSONValue? {
    guard let value = object[key.description] else { return nil }
    taken.append(key)
    return value
  }

  func has(_ key: StaticString) -> Bool { object[key.description] != nil }

  mutating func required(_ key: StaticString) -> JSONValue? {
    if let value = optional(key) { return value }
    report(
      key, .missingKey, found: Message(zh: "没有这个键", en: "no such key"),
      expected: Message(zh: "键“\(key)”", en: "the key \"\(key)\""))
    return nil
  }

  /// Reads the members of an object; those that `body` does not ask for are unknown.
  mutating func within<Result>(_ inner: JSONObject, _ body: (inout Self) -> Result) -> Result {
    let outer = object
    let mark = taken.count
    object = inner
    let result = body(&self)
    if taken.count - mark != inner.count {
      let known = Set(taken[mark...].map(\.description))
      for member in inner.members where !known.contains(where: { $0.isSame(as: member.key) }) {
        path.push(computed: member.key)
        report(
          .unknownKey, found: Message(zh: "未知的键", en: "an unknown key"),
          expected: Message(zh: "没有这个键", en: "no such key"))
        path.pop()
      }
    }
    taken.removeLast(taken.count - mark)
    object = outer
    return result
  }

  /// Reads the object at `key`; nil where null stands and `orNull` allows it.
  mutating func object<Result>(
    _ key: StaticString, orNull: Bool = false, _ body: (inout Self) -> Result
  ) -> Result? {
    guard let value = required(key) else { return nil }
    guard case .object(let inner) = value else {
      if case .null = value, orNull { return nil }
      report(key, .wrongType, found: Message(describing: value), expected: .object)
      return nil
    }
    path.push(key)
    defer { path.pop() }
    return within(inner, body)
  }

  /// Reads each element of the array at `key` with its value.
  mutating func array<Element>(
    _ key: StaticString, _ body: (inout Self, JSONValue) -> Element?
  ) -> [Element] {
    guard let value = required(key) else { return [] }
    guard case .array(let elements) = value else {
      report(key, .wrongType, found: Message(describing: value), expected: .array)
      return []
    }
    path.push(key)
    defer { path.pop() }
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      path.push(index)
      if let element = body(&self, element) { result.append(element) }
      path.pop()
    }
    return result
  }

  /// Reads an array of objects.
  mutating func objects<Element>(_ key: StaticString, _ body: (inout Self) -> Element?) -> [Element] {
    array(key) { reader, value in
      guard case .object(let inner) = value else {
        reader.report(.wrongType, found: Message(describing: value), expected: .object)
        return nil
      }
      return reader.within(inner, body)
    }
  }

  // MARK: Scalars

  mutating func string(_ key: StaticString) -> String {
    nullableString(key, orNull: false) ?? ""
  }

  mutating func nullableString(_ key: StaticString, orNull: Bool = true) -> String? {
    guard let value = required(key) else { return nil }
    if case .string(let text) = value { return text }
    if case .null = value, orNull { return nil }
    report(key, .wrongType, found: Message(describing: value), expected: .string)
    return nil
  }

  mutating func strings(_ key: StaticString) -> [String] {
    array(key) { reader, value in
      if case .string(let text) = value { return text }
      reader.report(.wrongType, found: Message(describing: value), expected: .string)
      return nil
    }
  }

  mutating func bool(_ key: StaticString) -> Bool {
    guard let value = required(key) else { return false }
    if case .bool(let value) = value { return value }
    report(
      key, .wrongType, found: Message(describing: value), expected: Message(zh: "true 或 false", en: "true or false"))
    return false
  }

  mutating func number(_ key: StaticString) -> Double? {
    guard let value = required(key) else { return nil }
    if case .number(let number) = value { return number }
    report(key, .wrongType, found: Message(describing: value), expected: .number)
    return nil
  }

  /// A whole number in `range`; offsets and counts stay far below where sums of them would overflow.
  mutating func integer(_ key: StaticString, in range: ClosedRange<Int> = 0...Self.most) -> Int {
    guard let number = number(key) else { return range.lowerBound }
    if let whole = Int(exactly: number), range.contains(whole) { return whole }
    report(
      key, .wrongValue, found: Message(describing: .number(number)),
      expected: Message(
        zh: "\(range.lowerBound) 到 \(range.upperBound) 之间的整数",
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
    return range.lowerBound
  }

  /// A terabyte.
  static var most: Int { 1 << 40 }

  /// One of the words that `Word` has.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(_ key: StaticString, _: Word.Type) -> Word? {
    guard let value = required(key) else { return nil }
    if case .string(let text) = value, let word = Word.allCases.first(where: { $0.rawValue.isSame(as: text) }) {
      return word
    }
    let words = Word.allCases.map(\.rawValue)
    report(
      key, .wrongValue, found: Message(describing: value),
      expected: Message(zh: words.joined(separator: "、") + " 之一", en: "one of " + words.joined(separator: ", ")))
    return nil
  }
}

extension Message {
  static let object = Message(zh: "对象", en: "an object")
  static let array = Message(zh: "数组", en: "an array")
  static let string = Message(zh: "字符串", en: "a string")
  static let number = Message(zh: "数字", en: "a number")
}
