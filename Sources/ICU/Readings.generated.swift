// Generated from ICU's Han-Latin transliterator by `dev docs`. Do not edit.

/// How each character is read.
enum ReadingData {
  static let syllables = ""
  static let unified: StaticString = ""
  static let extensionA: StaticString = ""
}
