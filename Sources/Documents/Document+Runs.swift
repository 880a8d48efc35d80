package import Provenance

extension Document {
  /// Where a stretch of the text, up to the next one's start, stands in a Word file.
  package struct Run: Hashable, Sendable {
    /// The offset in the text.
    package var start: Int
    /// Into `parts`.
    package var part: Int32
    /// The number of the paragraph in its part, in the order of the file, from 1.
    package var paragraph: Int32
    /// The number of the run in its paragraph, from 1; 0 for what Word itself shows there, as the number of a list.
    package var run: Int32
    /// The first character of the stretch among those of the run, from 1.
    package var character: Int32

    package init(start: Int, part: Int32, paragraph: Int32, run: Int32, character: Int32) {
      self.start = start
      self.part = part
      self.paragraph = paragraph
      self.run = run
      self.character = character
    }
  }

  /// A place in a Word file.
  package struct RunPosition: Hashable, Sendable {
    package var part: String
    package var paragraph: Int
    package var run: Int
    package var character: Int

    package init(part: String, paragraph: Int, run: Int, character: Int) {
      self.part = part
      self.paragraph = paragraph
      self.run = run
      self.character = character
    }
  }

  /// Where the character at `offset` stands in the Word file; nil for a text. O(log runs + the stretch).
  package func runPosition(of offset: Int) -> RunPosition? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, parts.indices.contains(Int(runs[low - 1].part)) else { return nil }
    let found = runs[low - 1]
    var before = 0
    for index in max(0, found.start)..<max(found.start, min(offset, source.count))
    where source.utf8[index] & 0xC0 != 0x80 { before += 1 }
    return RunPosition(
      part: parts[Int(found.part)], paragraph: Int(found.paragraph), run: Int(found.run),
      character: Int(found.character) + before)
  }

  /// Whether a run of a Word file begins at `offset`, and another run of the same paragraph ends there. O(log runs).
  package func isRunBoundary(at offset: Int) -> Bool {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, low < runs.count, runs[low].start == offset else { return false }
    let (before, after) = (runs[low - 1], runs[low])
    return before.part == after.part && before.paragraph == after.paragraph && before.run != after.run
      && before.run > 0 && after.run > 0
  }

  /// A text that stands beside that of the filing.
  package struct Aside: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
      case header, footer, footnote, endnote, comment, picture
    }

    package var kind: Kind
    /// Into `parts`.
    package var part: Int32
    package var text: String
    /// Who wrote a comment, if it says.
    package var author: String?
    /// Where in the text its mark stands.
    package var anchor: SourceRange?

    package init(kind: Kind, part: Int32, text: String, author: String? = nil, anchor: SourceRange? = nil) {
      self.kind = kind
      self.part = part
      self.text = text
      self.author = author
      self.anchor = anchor
    }
  }
}
