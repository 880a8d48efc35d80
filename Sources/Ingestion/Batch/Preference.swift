/// Which input supersedes another that gives the same id: the one that an earlier pattern fits.
///
/// A pattern that begins with `.` fits the end of a path (`.docx`), any other its beginning (`revised/`).
struct Preference: Sendable {
  let patterns: [String]

  /// How many ranks there are: one for each pattern, and one for what fits none.
  var ranks: Int { patterns.count + 1 }

  /// 0 for the most preferred.
  func rank(_ path: String) -> Int {
    patterns.firstIndex { pattern in
      pattern.utf8.first == UInt8(ascii: ".")
        ? path.utf8.count >= pattern.utf8.count && path.utf8.suffix(pattern.utf8.count).elementsEqual(pattern.utf8)
        : path.utf8.starts(with: pattern.utf8)
    } ?? patterns.count
  }
}
