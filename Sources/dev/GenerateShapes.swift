/// Makes `Shapes.generated.swift`: of each common character the twelve that look most like it.
///
/// `properties` are lines of Unihan's files (`U+4E00<TAB>kCangjie<TAB>M`). Common characters are those of the first
/// two levels of 通用规范汉字表 (kTGH, up to 6,500) in Unicode's main block. How alike two look is estimated from how they are taken apart for typing and
/// looking up: half from their Cangjie codes, a sixth each from the codes' common beginning or end, from the four-corner
/// codes and from the numbers of strokes.
func generateShapes(from properties: [String]) -> String {
  var shapes: [UInt32: Shape] = [:]
  for line in properties where line.hasPrefix("U+") {
    let columns = line.split(separator: "\t")
    guard columns.count == 3, let value = UInt32(columns[0].dropFirst(2), radix: 16), (0x4E00...0x9FFF).contains(value)
    else { continue }
    shapes[value, default: Shape()].take(String(columns[1]), String(columns[2]))
  }
  let common = shapes.filter { $0.value.isCommon }.sorted { $0.key < $1.key }
  let lines = common.map { value, shape in
    let nearest = common.lazy.filter { $0.key != value }
      .map { (key: $0.key, similarity: shape.similarity(to: $0.value)) }
      .sorted { ($1.similarity, $0.key) < ($0.similarity, $1.key) }
      .prefix(12)
    return nearest.reduce(into: text(value)) { $0 += text($1.key) + letter($1.similarity) }
  }
  return """
    // Generated from Unicode's Unihan database by `dev shapes`. Do not edit.

    extension Shapes {
      /// A character, and twelve times one that looks like it with how much it does, from `a` to `z`; sorted.
      static var table: String {
        \"""
    \(lines.map { "    " + $0 }.joined(separator: "\n"))
        \"""
      }
    }

    """
}

private func text(_ value: UInt32) -> String { Unicode.Scalar(value).map(String.init) ?? "" }

private func letter(_ similarity: Int) -> String { text(0x61 + UInt32(similarity * 25 / Shape.most)) }

/// How a character is written.
private struct Shape {
  private var cangjie: [UInt8] = []
  private var corners: [[UInt8]] = []
  private var strokes = 0
  private(set) var isCommon = false

  mutating func take(_ property: String, _ value: String) {
    let first = value.prefix { $0 != " " }
    switch property {
    case "kCangjie": cangjie = Array(first.utf8)
    // The fifth digit, after the point, only tells characters with the same four apart.
    case "kFourCornerCode": corners = value.split(separator: " ").map { Array($0.utf8.prefix(4)) }
    case "kTotalStrokes": strokes = Int(first) ?? 0
    case "kTGH": isCommon = first.split(separator: ":").last.flatMap { Int($0) }.map { $0 <= 6_500 } ?? false
    default: break
    }
  }

  /// Six parts, in units in which all of them are whole numbers.
  static let most = 6 * part
  private static let part = 2_520

  func similarity(to other: Shape) -> Int {
    var codes = 0
    var edge = 0
    let shorter = min(cangjie.count, other.cangjie.count)
    if shorter > 0 {
      // 未 and 末 have the same letters in another order.
      let common = lettersInOrder(with: other) + letters(with: other)
      codes = common * Self.part / (cangjie.count + other.cangjie.count)
      let end = zip(cangjie.reversed(), other.cangjie.reversed()).prefix { $0 == $1 }.count
      let beginning = zip(cangjie, other.cangjie).prefix { $0 == $1 }.count
      edge = max(end, beginning) * Self.part / shorter
      // One letter in common says less of a long code.
      if shorter == 1 && max(cangjie.count, other.cangjie.count) > 2 { edge /= 2 }
    }
    var corner = 0
    for code in corners {
      for otherCode in other.corners {
        corner = max(corner, zip(code, otherCode).count { $0 == $1 } * Self.part / 4)
      }
    }
    // Where one has no four-corner code, its Cangjie code speaks for it.
    if corners.isEmpty || other.corners.isEmpty { corner = codes }
    let difference = 2 * abs(strokes - other.strokes) * Self.part / max(strokes, other.strokes, 1)
    return 3 * codes + edge + corner + max(0, Self.part - difference)
  }

  /// The length of the longest common subsequence of the Cangjie codes, which have five letters at most.
  private func lettersInOrder(with other: Shape) -> Int {
    var lengths = [Int](repeating: 0, count: other.cangjie.count + 1)
    for letter in cangjie {
      var diagonal = 0
      for index in other.cangjie.indices {
        let above = lengths[index + 1]
        lengths[index + 1] = letter == other.cangjie[index] ? diagonal + 1 : max(above, lengths[index])
        diagonal = above
      }
    }
    return lengths[other.cangjie.count]
  }

  /// How many letters the Cangjie codes share in any order.
  private func letters(with other: Shape) -> Int {
    var rest = other.cangjie
    return cangjie.count { letter in
      guard let index = rest.firstIndex(of: letter) else { return false }
      rest.remove(at: index)
      return true
    }
  }
}
