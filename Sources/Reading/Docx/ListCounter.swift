/// Counts the items of the lists of a document, in its order.
struct ListCounter {
  private let numbering: Numbering
  let styles: Styles
  /// By list as defined: several lists that paragraphs name go on counting in one.
  private var counts: [Int: [Int?]] = [:]
  private var seen: Set<Int> = []

  init(_ numbering: Numbering, _ styles: Styles) {
    self.numbering = numbering
    self.styles = styles
  }

  /// What Word shows before a paragraph, with what stands between it and the text; nil for a paragraph in no list.
  mutating func label(_ own: ListReference?, style: String?) -> String? {
    let inherited = styles.list(of: style)
    guard let number = own?.number ?? inherited?.number, number > 0,
      let (abstract, levels) = numbering.definition(of: number, styles)
    else { return nil }
    let styled = style.flatMap { name in levels.first { $0.value.style == name }?.key }
    let level = min(8, max(0, own?.level ?? styled ?? inherited?.level ?? 0))
    guard let definition = levels[level] else { return nil }
    count(level, abstract, number, levels)
    guard let counted = counts[abstract] else { return nil }
    let text = definition.format == "bullet" ? bullet(definition.text) : fill(definition, levels, counted)
    if text.isEmpty { return nil }
    return definition.suffix == "nothing" ? text : text + " "
  }

  private mutating func count(_ level: Int, _ abstract: Int, _ number: Int, _ levels: [Int: Numbering.Level]) {
    var counted = counts[abstract] ?? Array(repeating: nil, count: 9)
    if seen.insert(number).inserted, let starts = numbering.instances[number]?.starts {
      for (level, start) in starts where (0..<9).contains(level) { counted[level] = start &- 1 }
    }
    for higher in 0..<level where counted[higher] == nil { counted[higher] = levels[higher]?.start ?? 1 }
    let next = counted[level].map { $0 &+ 1 } ?? levels[level]?.start ?? 1
    counted[level] = next
    for lower in (level + 1)..<max(level + 1, 9) {
      // Begins anew behind any higher level, or behind those up to the one that it names.
      if let restart = levels[lower]?.restart, restart == 0 || level >= restart { continue }
      counted[lower] = nil
    }
    counts[abstract] = counted
  }

  /// The bytes of a number as it is shown; of nine levels a hundred are rarely filled.
  private static let longest = 1024

  /// `%1.%2` with the counts in place.
  private func fill(_ level: Numbering.Level, _ levels: [Int: Numbering.Level], _ counted: [Int?]) -> String {
    var result = ""
    var scalars = level.text.unicodeScalars[...]
    while result.utf8.count < Self.longest, let scalar = scalars.popFirst() {
      if scalar == "%", let digit = scalars.first, ("1"..."9").contains(digit) {
        scalars.removeFirst()
        let index = Int(digit.value) - 0x31
        if let count = counted[index] {
          result += NumberFormat.text(count, level.isLegal ? "decimal" : levels[index]?.format ?? "decimal")
        }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The sign of a bullet; those of Wingdings and Symbol stand in the private-use area.
  private func bullet(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first else { return "" }
    return SymbolFont.character(scalar.value).map(String.init) ?? String(Character(scalar))
  }
}
