internal import JSON
package import Provenance

/// Something in a published filing that is not as the format has it: where, what was found, what was expected.
package struct PublicationError: Error, Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Not JSON at all.
    case notJSON
    /// `format` names another format, or another version of it.
    case unknownFormat
    case missingKey, unknownKey
    /// A string where a number is expected, and the like.
    case wrongType
    /// A number or a word that may not stand there.
    case wrongValue
    /// A place whose range doesn't hold its text.
    case badPlace
    /// Two statements of one line, column or text that differ.
    case contradiction
    /// A value without a place in the source.
    case missingPlace
    /// A place or a correction of a value that doesn't exist.
    case stray
    /// A correction whose `before` does not stand where it says.
    case unfittingCorrection
    /// A text that its places and corrections do not give.
    case differentText
  }

  package var kind: Kind
  /// The JSON pointer of what is wrong.
  package var pointer: String
  package var found: Message
  package var expected: Message

  /// One sentence, and what to do.
  package var message: Message {
    if kind == .unknownFormat {
      return Message(
        zh: "格式是 \(found.zh)，本程序能读的是 \(expected.zh)；请换用相应版本的程序，或用本程序重新转换原文。",
        en: "the format is \(found.en), this program reads \(expected.en); use the program's version that wrote it, "
          + "or convert the source again.")
    }
    return Message(
      zh: "实际为\(found.zh)，应为\(expected.zh)；文件可能被改动或损坏，请重新转换原文。",
      en: "found \(found.en), expected \(expected.en); the file may have been altered or damaged: convert the source "
        + "again.")
  }

  init(_ kind: Kind, at pointer: String, found: Message, expected: Message) {
    self.kind = kind
    self.pointer = pointer
    self.found = found
    self.expected = expected
  }

  init(_ error: JSONError) {
    self.init(
      .notJSON, at: "", found: Message(zh: "（\(error.zh)）", en: "(\(error.en))"),
      expected: Message(zh: "一个完整的 JSON 值", en: "one complete JSON value"))
  }
}

extension Message {
  /// The same in both languages.
  init(_ text: String) {
    self.init(zh: text, en: text)
  }

  /// A text in quotation marks, cut after 60 characters.
  init(quoting text: String) {
    var start = String(text.unicodeScalars.prefix(60))
    if start.utf8.count < text.utf8.count { start += "…" }
    self.init(zh: "“\(start)”", en: "\"\(start)\"")
  }

  /// A value as it is spoken of: a string or a number as it stands, a container by its kind.
  init(describing value: JSONValue) {
    switch value {
    case .null: self.init("null")
    case .bool(let value): self.init(value ? "true" : "false")
    case .number(let value):
      let whole = Int(exactly: value)
      self.init(whole.map { "\($0)" } ?? "\(value)")
    case .string(let text): self.init(quoting: text)
    case .array(let elements): self.init(zh: "有 \(elements.count) 个元素的数组", en: "an array of \(elements.count)")
    case .object(let object): self.init(zh: "有 \(object.count) 个键的对象", en: "an object of \(object.count) keys")
    }
  }
}

extension String {
  /// Swift's own `==` takes canonically equivalent texts (é as one character or as two) for equal.
  func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
