internal import JSON

/// How schemas are put together. Objects are closed: a key that is not named is an error.
extension Schema {
  /// One key of an object.
  struct Member {
    var name: String
    var schema: Schema
    var isRequired: Bool

    static func required(_ name: String, _ schema: Schema) -> Member {
      Member(name: name, schema: schema, isRequired: true)
    }

    /// May be absent.
    static func optional(_ name: String, _ schema: Schema) -> Member {
      Member(name: name, schema: schema, isRequired: false)
    }
  }

  static func object(_ members: [Member]) -> Schema {
    type("object")
      .with("additionalProperties", false)
      .with("properties", members.map { ($0.name, $0.schema) })
      .with("required", strings: members.filter(\.isRequired).map(\.name))
  }

  /// An object whose keys are data: each of the form that `names` allows.
  static func map(names: Schema, to value: Schema) -> Schema {
    type("object").with("propertyNames", names).with("additionalProperties", value)
  }

  static func array(of items: Schema, atLeast count: Int? = nil) -> Schema {
    let array = type("array").with("items", items)
    return count.map { array.with("minItems", .number(Double($0))) } ?? array
  }

  /// A text with at least one character: what is unknown is null or absent, never "".
  static let text = type("string").with("minLength", 1)
  /// A text that may be empty, where that says something.
  static let anyText = type("string")
  static let bool = type("boolean")
  static let number = type("number")

  static func text(matching pattern: String) -> Schema { type("string").with("pattern", .string(pattern)) }

  static func integer(_ range: ClosedRange<Int>) -> Schema {
    type("integer").with("minimum", .number(Double(range.lowerBound))).with(
      "maximum", .number(Double(range.upperBound)))
  }

  static func integer(atLeast minimum: Int) -> Schema { type("integer").with("minimum", .number(Double(minimum))) }

  static func number(_ range: ClosedRange<Double>) -> Schema {
    number.with("minimum", .number(range.lowerBound)).with("maximum", .number(range.upperBound))
  }

  static func constant(_ text: String) -> Schema { Schema().with("const", .string(text)) }
  static func choice(_ texts: [String]) -> Schema { Schema().with("enum", strings: texts) }
  static func oneOf(_ schemas: [Schema]) -> Schema { Schema().with("oneOf", schemas) }
  static func reference(_ name: String) -> Schema { Schema().with("$ref", .string("#/$defs/" + name)) }

  private static func type(_ name: String) -> Schema { Schema().with("type", .string(name)) }

  /// The same, or null.
  var orNull: Schema {
    if case .string(let type) = keywords["type"] {
      return with("type", strings: [type, "null"])
    }
    if case .array(let values) = keywords["enum"] { return with("enum", .array(values + [.null])) }
    return Schema().with("anyOf", [self, Self.type("null")])
  }

  /// The title in Chinese, and what it means in Chinese and English.
  func said(_ title: String, _ zh: String, _ en: String) -> Schema {
    with("title", .string(title)).with("description", .string(zh + en))
  }
}
