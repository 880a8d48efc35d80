package import Documents
internal import Provenance

/// Reads the filings out of a document: nearly always one, more where several departments' texts stand one behind
/// the other. Nothing can fail here: what no form explains is listed as unmapped. O(source).
package func model(_ document: Document, as form: Form) -> [Filing] {
  var builder = FilingBuilder(document: document, form: form)
  return builder.build()
}

/// The state of one walk through a document. Its parts live in the files beside this one, one a section of the form.
struct FilingBuilder {
  let document: Document
  let form: Form
  var ledger: Ledger
  var folding = Folding()

  var finished: [Filing] = []
  var filing = Filing()
  var section = Section.preamble
  /// Lines above the first heading, kept until it is known what they are.
  var preamble: [Pieces] = []
  var dutyPart: Form.DutyPart?
  var openGoal: Pieces?
  var openSafeguard: OpenSafeguard?
  /// True once a safeguard began with a list mark: lines without one then go on with the one above.
  var hasMarkedSafeguards = false

  var project: Project?
  /// True from a project's heading to its first label: the labels belong to it, not to another.
  var expectsHeader = false
  var amountUnit: Revision?
  var group: Form.HeaderField?
  var stagesAreOpen = false
  var purpose: Pieces?
  var columns: IndicatorColumns?
  var carried = CarriedLevels()

  /// The part of the form that the walk is in.
  enum Section {
    case preamble, contents, overall, overallGoals, safeguards, projects
  }

  init(document: Document, form: Form) {
    self.document = document
    self.form = form
    self.ledger = Ledger(count: document.source.count)
  }

  var source: [UInt8] { document.source.utf8 }

  mutating func build() -> [Filing] {
    for range in document.furniture { ledger.enter(range, as: .furniture) }
    for bookmark in document.bookmarks { ledger.enter(bookmark.range, as: .furniture) }
    for index in document.body.indices {
      switch document.body[index] {
      case .paragraph(let paragraph):
        if let pieces = pieces(ofParagraph: paragraph) { readLine(pieces, at: index) }
      case .table(let table):
        readTable(document.tables[table])
      }
    }
    finishFiling()
    let (account, unmapped) = ledger.settle(document.source)
    for index in finished.indices { finished[index].account = account }
    assign(unmapped)
    return finished
  }

  /// One paragraph outside the tables.
  mutating func readLine(_ pieces: Pieces, at index: Int) {
    folding.fold(source, pieces)
    if isPageNumber() {
      furnish(pieces)
      return
    }
    if section == .preamble || section == .contents {
      if readContentsLine(pieces, at: index) { return }
      folding.fold(source, pieces)
    }
    if let heading = heading(of: pieces) {
      open(heading, pieces)
      return
    }
    if readProjectHeading(pieces, at: index) { return }
    switch section {
    case .preamble, .contents: preamble.append(pieces)
    case .overall: extendGoal(pieces)
    case .overallGoals: readDutyLine(pieces, at: index)
    case .safeguards: readSafeguardLine(pieces)
    case .projects: readLineAmongProjects(pieces)
    }
  }

  /// What the folded line means as a heading, its list mark left out.
  mutating func heading(of pieces: Pieces) -> Form.Heading? {
    if folding.isCut { return nil }
    if let heading = form.headings.meaning(of: folding.utf8, count: folding.utf8.count) { return heading }
    guard let mark = ListMark.find(source, in: pieces.first, loose: true), let rest = pieces.from(mark.range.end) else {
      return nil
    }
    folding.fold(source, rest)
    defer { folding.fold(source, pieces) }
    return form.headings.meaning(of: folding.utf8, count: folding.utf8.count)
  }

  mutating func open(_ heading: Form.Heading, _ pieces: Pieces) {
    if heading == .overall, project != nil || !filing.projects.isEmpty { finishFiling() }
    if section == .preamble || section == .contents, heading != .contents { readCover() }
    finishOverall()
    furnish(pieces)
    switch heading {
    case .contents:
      readCover()
      section = .contents
    case .overall, .overallGoal: section = .overall
    case .overallGoals: section = .overallGoals
    case .safeguards: section = .safeguards
    case .projects: section = .projects
    }
  }

  mutating func finishFiling() {
    if section == .preamble || section == .contents { readCover() }
    finishOverall()
    finishProject()
    finished.append(filing)
    filing = Filing()
    section = .preamble
    hasMarkedSafeguards = false
  }

  /// Gives each unmapped range to the filing in whose part of the source it stands.
  private mutating func assign(_ unmapped: [SourceRange]) {
    let starts = finished.map(\.start)
    for range in unmapped {
      let index = starts.lastIndex { start in start.map { $0 <= range.start } ?? false } ?? 0
      finished[index].unmapped.append(range)
    }
  }
}

extension Filing {
  /// Where the first text of the filing stands.
  fileprivate var start: Int? {
    [
      cover?.title, contents.first?.title, overall.goal, overall.goals.first?.name, overall.safeguards.first?.name,
      projects.first?.heading, projects.first?.code, projects.first?.name,
    ].compactMap { $0?.source.start }.min()
  }
}
