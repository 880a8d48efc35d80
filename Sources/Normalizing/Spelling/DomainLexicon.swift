/// The terms of budgets, performance and each kind of department: `lexicon.txt` in this folder.
///
/// A term vouches for its own spelling, and speaks for a repair that makes it.
package struct DomainLexicon: Sendable {
  package struct Term: Hashable, Sendable {
    package var text: String
    package var category: String
    var units: [UInt16]
  }

  package let terms: [Term]
  /// Terms by their characters.
  let characters: UnitTree
  let longest: Int

  package init() { self.init(text: LexiconTerms.text) }

  /// Lines that begin with `@` open a category, named up to `|`; `#` begins a comment; the rest are terms.
  package init(text: String) {
    var terms: [Term] = []
    var characters = UnitTree()
    var seen: Set<String> = []
    var category = ""
    var longest = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("@") {
        category = String(line.dropFirst().prefix { $0 != "|" }.filter { $0 != " " })
        continue
      }
      for word in line.split(separator: " ") where seen.insert(String(word)).inserted {
        let units = Array(word.utf16)
        guard units.count > 1, units.count <= 16, units.allSatisfy(CharacterSounds.covers) else { continue }
        characters.insert(units, terms.count)
        terms.append(Term(text: String(word), category: category, units: units))
        longest = max(longest, units.count)
      }
    }
    self.terms = terms
    self.characters = characters
    self.longest = longest
  }

  /// The longest term that holds all of `range` of `units`.
  func term(over range: Range<Int>, of units: [UInt16]) -> Int? {
    var best: Int?
    var most = 1
    for start in max(0, range.upperBound - longest)...max(0, range.lowerBound) where start <= range.lowerBound {
      var node = UnitTree.root
      var end = start
      while end < units.count, let next = characters.child(of: node, units[end]) {
        node = next
        end += 1
        if end >= range.upperBound, end - start > most, let number = characters.numbers(at: node).first {
          best = Int(number)
          most = end - start
        }
      }
    }
    return best
  }
}
