/// How Word writes the numbers of lists (ST_NumberFormat, ECMA-376 part 1, 17.18.59).
enum NumberFormat {
  /// The number in the format of that name. A format that isn't known, and a number that a format can't write, comes
  /// in Arabic digits.
  static func text(_ number: Int, _ format: String) -> String {
    let plain = String(number)
    switch format {
    case "none": return ""
    case "decimalZero": return number >= 0 && number < 10 ? "0" + plain : plain
    case "upperRoman": return roman(number) ?? plain
    case "lowerRoman": return roman(number)?.lowercased() ?? plain
    case "upperLetter": return letters(number) ?? plain
    case "lowerLetter": return letters(number)?.lowercased() ?? plain
    case "decimalFullWidth", "decimalFullWidth2": return fullWidth(plain)
    case "numberInDash": return "- \(plain) -"
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return enclosed(number, from: 0x2460, last: 20) ?? plain
    case "decimalEnclosedParen": return enclosed(number, from: 0x2474, last: 20) ?? "(\(plain))"
    case "decimalEnclosedFullstop": return enclosed(number, from: 0x2488, last: 20) ?? plain + "."
    case "ideographEnclosedCircle": return enclosed(number, from: 0x3280, last: 10) ?? plain
    case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand",
      "japaneseCounting", "koreanCounting":
      return counting(number, digits: Self.digits, units: ["", "十", "百", "千"]) ?? plain
    case "chineseLegalSimplified":
      return counting(number, digits: Self.capitals, units: ["", "拾", "佰", "仟"]) ?? plain
    case "ideographLegalTraditional":
      return counting(number, digits: Self.traditionalCapitals, units: ["", "拾", "佰", "仟"]) ?? plain
    case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital":
      return digitByDigit(plain)
    case "ideographTraditional": return cyclic(number, "甲乙丙丁戊己庚辛壬癸") ?? plain
    case "ideographZodiac": return cyclic(number, "子丑寅卯辰巳午未申酉戌亥") ?? plain
    case "ordinal": return plain + ordinalEnding(number)
    default: return plain
    }
  }

  private static let digits = Array("〇一二三四五六七八九")
  private static let capitals = Array("零壹贰叁肆伍陆柒捌玖")
  private static let traditionalCapitals = Array("零壹貳參肆伍陸柒捌玖")

  /// 十二, 二十, 一百零五, 一千二百; up to 9999.
  private static func counting(_ number: Int, digits: [Character], units: [String]) -> String? {
    guard number > 0, number <= 9999 else { return nil }
    let places = String(number).utf8.map { Int($0) - 0x30 }
    var result = ""
    var hasGap = false
    for (index, digit) in places.enumerated() {
      let unit = units[places.count - 1 - index]
      if digit == 0 {
        hasGap = true
        continue
      }
      if hasGap { result += "零" }
      hasGap = false
      // 十二, not 一十二.
      let isBareTen = places.count == 2 && index == 0 && digit == 1
      result += (isBareTen ? "" : String(digits[digit])) + unit
    }
    return result
  }

  private static func digitByDigit(_ plain: String) -> String {
    String(plain.utf8.compactMap { $0 >= 0x30 && $0 <= 0x39 ? digits[Int($0) - 0x30] : nil })
  }

  private static func cyclic(_ number: Int, _ signs: String) -> String? {
    let signs = Array(signs)
    return number > 0 && number <= signs.count ? String(signs[number - 1]) : nil
  }

  private static func enclosed(_ number: Int, from first: UInt32, last: Int) -> String? {
    guard number > 0, number <= last else { return nil }
    return Unicode.Scalar(first + UInt32(number) - 1).map { String(Character($0)) }
  }

  private static func fullWidth(_ plain: String) -> String {
    String(String.UnicodeScalarView(plain.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }

  /// Up to 3999.
  private static func roman(_ number: Int) -> String? {
    guard number > 0, number < 4000 else { return nil }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var result = ""
    for (value, sign) in signs {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }

  /// A … Z, AA, BB …: the letter again for each time through the alphabet; up to 30 times.
  private static func letters(_ number: Int) -> String? {
    guard number > 0, number <= 780, let letter = Unicode.Scalar(UInt32(0x41 + (number - 1) % 26)) else { return nil }
    return String(repeating: String(Character(letter)), count: (number - 1) / 26 + 1)
  }

  private static func ordinalEnding(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }
}
