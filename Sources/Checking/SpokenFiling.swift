internal import ICU
internal import Modeling
internal import Provenance

/// All that people wrote in a filing as it is spoken, text after text in document order.
struct SpokenFiling {
  private(set) var text: SpokenText
  /// Where each text begins, in scalars of `text`.
  private(set) var leaves: [(start: Int, leaf: Leaf)] = []

  init(_ filing: Filing, _ readings: Readings) {
    text = SpokenText(capacity: 1024 * (1 + filing.projects.count))
    leaves.reserveCapacity(32 + 24 * filing.projects.count)
    filing.forEachLeaf { leaf, string in
      leaves.append((text.append(string, readings), leaf))
    }
  }

  /// The scalars of the text that stands at `index` of `leaves`.
  func range(_ index: Int) -> Range<Int> {
    let end = index + 1 < leaves.count ? leaves[index + 1].start : text.count
    return leaves[index].start..<max(leaves[index].start, end - 1)
  }

  /// The text that holds `range` of all scalars, and where that range stands in the source.
  func locate(_ range: Range<Int>, in filing: Filing) -> (leaf: Leaf, places: [SourceRange])? {
    guard let found = leaves.last(where: { $0.start <= range.lowerBound }),
      let revision = found.leaf.revision(in: filing)
    else { return nil }
    var offset = 0
    var start = 0
    for (index, scalar) in revision.text.unicodeScalars.enumerated() {
      if index == range.lowerBound - found.start { start = offset }
      offset += UTF8.width(scalar)
      if index == range.upperBound - found.start - 1 { break }
    }
    return (found.leaf, revision.places(of: start..<offset))
  }
}
