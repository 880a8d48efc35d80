internal import Provenance

/// A text as scalars with their offsets, for rules that look at a character's neighbours.
struct Letters {
  let scalars: [Unicode.Scalar]
  /// Where each begins in UTF-8, and after them where the last ends.
  let offsets: [Int]
  private let whole: String

  init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    let count = text.utf8.count
    scalars.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
    self.whole = text
  }

  var indices: Range<Int> { scalars.indices }
  var count: Int { scalars.count }

  /// The scalar at `index`; nil before the start and after the end.
  subscript(index: Int) -> Unicode.Scalar? { scalars.indices.contains(index) ? scalars[index] : nil }

  /// The index of the nearest scalar before `index` that is not a space; a line's start stops the search.
  func before(_ index: Int) -> Unicode.Scalar? {
    var index = index - 1
    while let scalar = self[index], scalar.isSpace { index -= 1 }
    return self[index]
  }

  /// The nearest scalar after `index` that is not a space.
  func after(_ index: Int) -> Unicode.Scalar? {
    var index = index + 1
    while let scalar = self[index], scalar.isSpace { index += 1 }
    return self[index]
  }

  /// The UTF-8 range of the scalars of `range`.
  func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  func text(_ range: Range<Int>) -> String {
    let utf8 = whole.utf8
    let bytes = bytes(range)
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return String(whole[start..<utf8.index(start, offsetBy: bytes.count)])
  }

  func edit(_ range: Range<Int>, to replacement: String, evidence: [Evidence] = []) -> Edit {
    Edit(bytes(range), to: replacement, evidence: evidence)
  }

  /// The ranges of the lines, without the line feeds between them.
  var lines: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in indices where scalars[index] == "\n" {
      result.append(start..<index)
      start = index + 1
    }
    result.append(start..<count)
    return result
  }
}
