/// Why a text is not the JSON that we read, and where.
package struct JSONError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The text ends inside a value, or holds none.
    case unexpectedEnd
    /// A byte or character that cannot stand there; `expected` as the grammar names it.
    case unexpected(expected: Expectation)
    /// Anything but white space after the value.
    case trailingText
    /// A byte order mark at the start, which RFC 8259 forbids.
    case byteOrderMark
    case invalidUTF8
    /// A character below U+0020 inside a string.
    case controlCharacter
    case invalidEscape
    /// A `\u` escape of half a surrogate pair.
    case loneSurrogate
    case duplicateKey(String)
    /// A number that a double cannot hold: beyond 1.8e308, or so small that it would become 0.
    case numberOutOfRange
    /// More containers within each other than `limit`.
    case tooDeep(limit: Int)
  }

  package enum Expectation: Hashable, Sendable {
    case value, key, colon, commaOrBracket, commaOrBrace, digit
  }

  package var kind: Kind
  /// The byte at which reading stopped.
  package var offset: Int
  /// From 1; a line ends at LF.
  package var line: Int
  /// From 1, in Unicode scalars.
  package var column: Int

  init(_ kind: Kind, at offset: Int, in text: Span<UInt8>) {
    self.kind = kind
    self.offset = offset
    line = 1
    column = 1
    for index in 0..<min(offset, text.count) {
      if text[index] == 0x0A {
        line += 1
        column = 1
      } else if text[index] & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}

// What was found, where, what was expected, what to do.
extension JSONError {
  package var zh: String { "第 \(line) 行第 \(column) 列：\(kind.zh)" }
  package var en: String { "line \(line), column \(column): \(kind.en)" }
}

extension JSONError.Kind {
  fileprivate var zh: String {
    switch self {
    case .unexpectedEnd: "JSON 到此中断，内容不完整；请重新获取完整的文件。"
    case .unexpected(let expected): "此处应为\(expected.zh)；请改正后重试。"
    case .trailingText: "JSON 到前面已经结束，此处却还有内容；一个文件只能有一个值，请删去多余部分。"
    case .byteOrderMark: "文件以字节顺序标记（BOM）开头；请另存为不带 BOM 的 UTF-8。"
    case .invalidUTF8: "此处的字节不是 UTF-8；请将文件另存为 UTF-8 编码。"
    case .controlCharacter: "字符串中有换行或其他控制字符；请改写为 \\n 等转义形式。"
    case .invalidEscape: "反斜杠后的转义写法不正确；可用的有 \\\" \\\\ \\/ \\b \\f \\n \\r \\t 和 \\u 加四位十六进制数。"
    case .loneSurrogate: "\\u 转义只有代理对的一半，不成其为字符；请补全或删去。"
    case .duplicateKey(let key): "同一对象中键“\(key)”出现了两次；请只保留一个。"
    case .numberOutOfRange: "数值超出可表示的范围（双精度浮点数）；请核对数值，或改写为字符串。"
    case .tooDeep(let limit): "嵌套超过 \(limit) 层；请检查文件是否损坏。"
    }
  }

  fileprivate var en: String {
    switch self {
    case .unexpectedEnd: "the JSON breaks off here; get the whole file again."
    case .unexpected(let expected): "expected \(expected.en) here; correct the text and try again."
    case .trailingText: "the JSON value has ended, but more text follows; a file holds one value, remove the rest."
    case .byteOrderMark: "the file begins with a byte order mark; save it as UTF-8 without one."
    case .invalidUTF8: "these bytes are not UTF-8; save the file as UTF-8."
    case .controlCharacter:
      "a line break or other control character inside a string; write it as an escape such as \\n."
    case .invalidEscape:
      "not an escape; there are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits."
    case .loneSurrogate: "this \\u escape is half of a surrogate pair, so not a character; complete or remove it."
    case .duplicateKey(let key): "the key \"\(key)\" stands twice in one object; keep one."
    case .numberOutOfRange: "a number beyond what a double can hold; check it, or write it as a string."
    case .tooDeep(let limit): "nested deeper than \(limit) levels; check whether the file is damaged."
    }
  }
}

extension JSONError.Expectation {
  fileprivate var zh: String {
    switch self {
    case .value: "一个值（对象、数组、字符串、数字、true、false 或 null）"
    case .key: "双引号括起的键"
    case .colon: "冒号“:”"
    case .commaOrBracket: "逗号“,”或右方括号“]”"
    case .commaOrBrace: "逗号“,”或右花括号“}”"
    case .digit: "数字"
    }
  }

  fileprivate var en: String {
    switch self {
    case .value: "a value (an object, an array, a string, a number, true, false or null)"
    case .key: "a key in double quotes"
    case .colon: "a colon"
    case .commaOrBracket: "a comma or a closing bracket"
    case .commaOrBrace: "a comma or a closing brace"
    case .digit: "a digit"
    }
  }
}
