package import Digest
package import Documents
package import Modeling
internal import Normalizing
package import Provenance
internal import Publishing

/// Everything of a batch that a person may look at, in the order of files and places.
package struct ReviewBatch: Hashable, Sendable {
  package private(set) var files: [String] = []
  package private(set) var filings: [ReviewFiling] = []
  package var items: [ReviewItem] = []
  package var matches: [MatchItem] = []
  /// What was decided before.
  package var decided: [DecisionLine] = []

  package init() {}

  /// Adds what one file gave. `path` is the input's, relative to its root.
  package mutating func add(_ filings: [Filing], of document: Document, path: String) throws(DigestError) {
    let file = files.count
    files.append(path)
    let lines = LineIndex(document.source)
    let surroundings = SurroundingsFinder(document, lines)
    var found: [(start: Int, item: ReviewItem)] = []
    // What stands above the projects of several departments is found in the filing of each.
    var seen: Set<Diagnostic> = []
    for filing in filings {
      let number = self.filings.count
      let id = filing.undecidedID(path: path)
      self.filings.append(ReviewFiling(filing, id))
      let words = PlaceWords(filing)
      for keyed in try keyedCorrections(of: filing, path: path) {
        let place = keyed.text.places(filed: keyed.correction.filed).first
        var item = ReviewItem(
          kind: keyed.correction.applied ? .correction : .suggestion, key: keyed.key, rule: keyed.correction.rule,
          certainty: keyed.correction.certainty, filing: number, file: file, path: keyed.path,
          place: words.words(keyed.path))
        item.spot = words.spot(keyed.path)
        item.isRefused = !keyed.correction.applied && !keyed.isWaiting
        item.change = ReviewItem.Change(keyed)
        item.evidence = EvidenceWords.words(keyed.correction.evidence, lines)
        item.stand(at: place, lines, surroundings)
        found.append((place?.start ?? -1, item))
      }
      var occurrences: [[String]: Int] = [:]
      for diagnostic in filing.diagnostics where seen.insert(diagnostic).inserted {
        let place = diagnostic.source.first
        let ingredients = [id, diagnostic.id, diagnostic.path ?? "", diagnostic.message.zh]
        let occurrence = occurrences[ingredients, default: 0]
        occurrences[ingredients] = occurrence + 1
        var item = ReviewItem(
          kind: .finding, key: try Self.key(ingredients + ["\(occurrence)"]), rule: diagnostic.id,
          severity: diagnostic.severity, filing: number, file: file, path: diagnostic.path,
          place: words.words(diagnostic.path))
        item.spot = words.spot(diagnostic.path)
        item.message = diagnostic.message
        item.stand(at: place, lines, surroundings)
        found.append((place?.start ?? -1, item))
      }
    }
    // Sorting is not promised to keep the order of equals.
    let order = found.indices.sorted { (found[$0].start, $0) < (found[$1].start, $1) }
    for index in order { items.append(found[index].item) }
  }

  /// Adds a file that gave nothing, with the reason.
  package mutating func add(unreadable path: String, id: String, _ message: Message) throws(DigestError) {
    var item = ReviewItem(
      kind: .finding, key: try Self.key([path, id, message.zh]), rule: id, severity: .error, file: files.count,
      place: Message(zh: "全文", en: "the whole file"))
    item.message = message
    files.append(path)
    items.append(item)
  }

  /// Names the batch to whatever keeps decisions between visits: the filings that it is made of, not their texts, so that
  /// decisions outlive a mended source.
  package var id: String {
    get throws(DigestError) { try Self.key(filings.map(\.id).sorted() + matches.map { "\($0.oldYear)-\($0.newYear)" }) }
  }

  private static func key(_ parts: [String]) throws(DigestError) -> String {
    try SHA256(of: parts.joined(separator: "\u{1F}")).prefixHex(16)
  }
}

extension ReviewItem {
  fileprivate mutating func stand(at place: SourceRange?, _ lines: LineIndex, _ finder: SurroundingsFinder) {
    guard let place else { return }
    let position = lines.position(of: place.start)
    (line, column) = (position.line, position.column)
    around = finder.surroundings(of: place)
  }
}

extension ReviewItem.Change {
  fileprivate init(_ keyed: KeyedCorrection) {
    let window = Window(keyed.text.filed)
    let range = keyed.correction.filed
    self.init(
      filed: keyed.text.filed, before: keyed.correction.before, after: keyed.correction.after,
      lead: window.lead(range.lowerBound, Self.room), trail: window.trail(range.upperBound, Self.room))
  }

  /// In Unicode scalars, on either side.
  private static let room = 48
}

extension ReviewFiling {
  fileprivate init(_ filing: Filing, _ id: String) {
    let identity = filing.identity
    self.init(
      id: id, department: "\(identity.regionKey)-\(identity.departmentKey)",
      departmentName: identity.departmentName?.value, departmentNames: identity.departmentNames, year: identity.yearKey)
  }
}
