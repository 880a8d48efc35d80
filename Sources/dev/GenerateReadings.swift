import ICU

/// Makes `Readings.generated.swift`: what ICU says of every character, as string literals that cost nothing to compile
/// and next to nothing to read. A character has the id of its syllable in two digits to the base of 64.
func generateReadings(from readings: Readings) -> String {
  """
  // Generated from ICU's Han-Latin transliterator by `dev docs`. Do not edit.

  /// How each character is read.
  enum ReadingData {
    /// In the order of their ids, the first of which is 1.
    static let syllables = \"""
  \(lines(readings.syllables.dropFirst().map { $0 + " " }.joined(), width: 100))
      \"""

    /// The unified ideographs of the Basic Multilingual Plane.
    static let unified: StaticString = \"""
  \(lines(digits(of: Readings.unified, readings), width: 100))
      \"""

    /// Extension A.
    static let extensionA: StaticString = \"""
  \(lines(digits(of: Readings.extensionA, readings), width: 100))
      \"""
  }

  """
}

private let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_")

private func digits(of points: ClosedRange<UInt32>, _ readings: Readings) -> String {
  var text = ""
  for point in points {
    let id = Unicode.Scalar(point).map { Int(readings.syllable(of: $0)) } ?? 0
    text.append(alphabet[id / 64 % 64])
    text.append(alphabet[id % 64])
  }
  return text
}

/// A literal's lines, joined by backslashes.
private func lines(_ text: String, width: Int) -> String {
  var lines: [Substring] = []
  var rest = text[...]
  while !rest.isEmpty {
    lines.append(rest.prefix(width))
    rest = rest.dropFirst(width)
  }
  return lines.map { "    " + $0 }.joined(separator: "\\\n")
}
