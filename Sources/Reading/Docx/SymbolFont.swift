/// The characters of Word's symbol fonts, which stand in the private-use area, as Unicode has them.
enum SymbolFont {
  /// What a character of Wingdings or Symbol looks like; nil if that isn't known. Bullets, boxes and ticks, which are
  /// what stands in filings.
  static func character(_ value: UInt32) -> Character? {
    switch value & 0xFF | (value & 0xFF00 == 0xF000 || value < 0x100 ? 0xF000 : value & 0xFF00) {
    case 0xF06C, 0xF09F: "\u{25CF}"
    case 0xF0B7: "\u{2022}"
    case 0xF06E, 0xF0A7: "\u{25A0}"
    case 0xF06F, 0xF0A8, 0xF071: "\u{25A1}"
    case 0xF075: "\u{25C6}"
    case 0xF0D8: "\u{27A2}"
    case 0xF0FC: "\u{2713}"
    case 0xF0FB: "\u{2717}"
    case 0xF0FE, 0xF052: "\u{2611}"
    case 0xF0FD, 0xF053: "\u{2612}"
    case 0xF0AB: "\u{2605}"
    default: nil
    }
  }
}
