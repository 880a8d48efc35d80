extension Unicode.Scalar {
  /// A Chinese character, 〇 and 々 included.
  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005, 0x3007, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }

  /// White space that stays within a line: TAB, NBSP and every other Zs.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  var isDigit: Bool { ("0"..."9").contains(self) }
  var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  /// Punctuation that only Chinese text has, and that carries its own space.
  var isFullwidthPunctuation: Bool {
    switch self {
    case "，", "。", "、", "；", "：", "？", "！", "（", "）", "《", "》", "〈", "〉", "【", "】", "「", "」", "『", "』", "〔", "〕": true
    default: false
    }
  }

  /// The quotation marks that Chinese shares with other languages.
  var isQuotationMark: Bool {
    switch self {
    case "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}": true
    default: false
    }
  }
}

extension Span where Element == UInt8 {
  /// How often a character of three bytes stands in the text.
  func count(of first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    var found = 0
    var index = 0
    while index + 2 < count {
      if self[index] == first, self[index + 1] == second, self[index + 2] == third { found += 1 }
      index += 1
    }
    return found
  }

  func holds(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool { count(of: first, second, third) > 0 }
}
