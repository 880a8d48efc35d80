internal import JSON
internal import Provenance

/// Reads the members of one object after the other and remembers the first thing that has the wrong type.
struct Fields {
  private(set) var problem: SnapshotError?
  private(set) var object: JSONObject
  private var path = ""

  init(_ object: JSONObject) {
    self.object = object
  }

  mutating func string(_ key: String) -> String? {
    switch object[key] {
    case nil, .null?: return nil
    case .string(let text)?: return text
    case let other?:
      refuse(key, other, Message(zh: "文字或 null", en: "a text or null"))
      return nil
    }
  }

  mutating func number(_ key: String) -> Double? {
    switch object[key] {
    case nil, .null?: return nil
    case .number(let number)?: return number
    case let other?:
      refuse(key, other, Message(zh: "数字或 null", en: "a number or null"))
      return nil
    }
  }

  mutating func strings(_ key: String) -> [String?] {
    elements(key) { fields, value, index in
      switch value {
      case .string(let text): return text
      case .null: return nil
      default:
        fields.refuse("\(key)/\(index)", value, Message(zh: "文字", en: "a text"))
        return nil
      }
    }
  }

  /// Reads the object at `key`; nil where there is none.
  mutating func object<Result>(_ key: String, _ body: (inout Fields) -> Result) -> Result? {
    switch object[key] {
    case nil, .null?: return nil
    case .object(let inner)?: return within(inner, "\(key)", body)
    case let other?:
      refuse(key, other, Message(zh: "对象", en: "an object"))
      return nil
    }
  }

  mutating func objects<Element>(_ key: String, _ body: (inout Fields) -> Element) -> [Element] {
    var result: [Element] = []
    _ = elements(key) { fields, value, index in
      if case .object(let inner) = value {
        result.append(fields.within(inner, "\(key)/\(index)", body))
      } else {
        fields.refuse("\(key)/\(index)", value, Message(zh: "对象", en: "an object"))
      }
    }
    return result
  }

  private mutating func elements<Element>(
    _ key: String, _ body: (inout Fields, JSONValue, Int) -> Element
  ) -> [Element] {
    switch object[key] {
    case nil, .null?: return []
    case .array(let values)?:
      var result: [Element] = []
      result.reserveCapacity(values.count)
      for (index, value) in values.enumerated() { result.append(body(&self, value, index)) }
      return result
    case let other?:
      refuse(key, other, Message(zh: "数组", en: "an array"))
      return []
    }
  }

  private mutating func within<Result>(
    _ inner: JSONObject, _ step: String, _ body: (inout Fields) -> Result
  ) -> Result {
    let outer = (object, path)
    object = inner
    path += "/\(step)"
    defer { (object, path) = outer }
    return body(&self)
  }

  private mutating func refuse(_ key: String, _ value: JSONValue, _ expected: Message) {
    if problem == nil {
      problem = SnapshotError("wrong-type", "\(path)/\(key)", Message(naming: value), expected)
    }
  }
}

extension Message {
  fileprivate init(naming value: JSONValue) {
    switch value {
    case .null: self.init(zh: "null", en: "null")
    case .bool: self.init(zh: "true 或 false", en: "true or false")
    case .number: self.init(zh: "数字", en: "a number")
    case .string: self.init(zh: "文字", en: "a text")
    case .array: self.init(zh: "数组", en: "an array")
    case .object: self.init(zh: "对象", en: "an object")
    }
  }
}
