/// Protection files: terms that are never repaired, one a line; `#` begins a comment.
extension Protection {
  /// The terms of a file, whose name is for errors.
  package static func terms(in bytes: [UInt8], file name: String) throws(SpellingFileError) -> [String] {
    var terms: [String] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let text = String(validating: line, as: UTF8.self) else {
        throw .protection(name, line: number, "不是 UTF-8 编码", "it is not UTF-8")
      }
      let scalars = text.unicodeScalars.prefix { $0 != "#" }.drop { $0 == "\u{FEFF}" || $0.properties.isWhitespace }
      let length = scalars.reversed().drop { $0.properties.isWhitespace }.count
      let term = String(String.UnicodeScalarView(scalars.prefix(length)))
      if term.isEmpty { continue }
      guard term.unicodeScalars.count <= longestTerm else {
        throw .protection(name, line: number, "超过 \(longestTerm) 字", "it is longer than \(longestTerm) characters")
      }
      guard term.utf16.contains(where: CharacterSounds.covers) else {
        throw .protection(
          name, line: number, "“\(term)”中没有汉字，本来就不会更正",
          "“\(term)” holds no Chinese character; none but these are ever repaired")
      }
      terms.append(term)
    }
    return terms
  }

  private static let longestTerm = 100
}
