package import Documents
internal import Provenance

/// Reads the filings out of a document: nearly always one, more where several departments' texts stand one behind
/// the other. Nothing can fail here: what no form explains is listed as unmapped. O(source).
package func model(_ document: Document, as form: Form) -> [Filing] {
  let builder = FilingBuilder(document: document, form: form)
  return builder.build()
}

/// The state of one walk through a document. Its parts live in the files beside this one, one a section of the form.
///
/// A class, for it is large: of a struct, every call of a method that reads would copy it.
final class FilingBuilder {
  let document: Document
  let form: Form
  var ledger: Ledger
  var folding = Folding()
  /// What each cell of the document says, by its index.
  var cells: [TableCell] = []
  /// The cells of the row of indicators that is being read.
  var values: [Int] = []

  var finished: [Filing] = []
  var filing = Filing()
  var section = Section.preamble
  /// Lines above the first heading, kept until it is known what they are.
  var preamble: [Pieces] = []
  /// The first paragraph behind the table of contents.
  var contentsEnd = 0
  /// Lines that stand behind the last table: the cover of another filing, if one follows.
  var strays: [Pieces] = []
  /// The folded title of the cover; where it stands again it is a running head.
  var runningHead: [UInt8] = []
  /// Paragraphs that are running heads, told by the page breaks that they stand behind.
  var runningHeads: Set<Int> = []
  var dutyPart: Form.DutyPart?
  var openGoal: Pieces?
  var openSafeguard: OpenSafeguard?
  /// How duties are marked, once one is.
  var dutyStyle: ListMark.Style?
  var safeguardList = ListNesting()

  /// The project whose table is open, if `hasProject`.
  var project = Project()
  var hasProject = false
  /// True from a project's heading to its first label: the labels belong to it, not to another.
  var expectsHeader = false
  /// Where the unit of the amounts is said: furniture until an amount takes it.
  var amountUnit: Pieces?
  var group: Form.HeaderField?
  /// The heads of columns that the row above held.
  var columnHeads = ColumnHeads()
  /// True if the open table is about the department as a whole, and its tasks.
  var isOfWhole = false
  /// The form's own title, as long as lines that belong to it may follow.
  var titlePieces: Pieces?
  /// The mark of the goal that a cell ended in, as long as further goals may stand behind its table.
  var openGoalMark: ListMark?
  /// Where in the body the next table stands, looked for only forwards.
  var nextTable = 0
  /// What stands between the heading of part one and that of the goal: the goal, if nothing stands below that.
  var introduction: Pieces?
  /// The note below a table that was read last, and the mark of its last item, as long as it may go on.
  var openNote: (text: Pieces, last: ListMark?)?
  /// Labelled values in lines above a table, which the next project takes.
  var linesAbove: [LabelledPart] = []
  /// Who fills the form in, as said in the open table or in a line above it.
  var reporter: LabelledPart?
  var reporterAbove: LabelledPart?
  /// True once lines of the text were found in the cells of the open table.
  var readsLines = false
  var tasks: [Task] = []
  var stages = StageRow()
  var purpose: Pieces?
  /// Where 无 or a dash stands for the code.
  var absentCode: SourceRange?
  /// The same, for finished projects, by their numbers.
  var absentCodes: [Int: SourceRange] = [:]
  /// What stands behind a code in its cell: the name, unless a label gives another.
  var gluedName: Pieces?
  /// The line above the table of a project that no heading announced.
  var headingCandidate: Pieces?
  /// True from a unit of the amounts above a table to the table.
  var unitStandsAbove = false
  var columns: IndicatorColumns?
  /// The unit of a row that stands above the rows of several projects.
  var groupUnit: Pieces?
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

  func build() -> [Filing] {
    for range in document.furniture { ledger.enter(range, as: .furniture) }
    for bookmark in document.bookmarks { ledger.enter(bookmark.range, as: .furniture) }
    if !document.furniture.isEmpty { furnishRunningHeads() }
    readCells()
    for index in document.body.indices {
      switch document.body[index] {
      case .paragraph(let paragraph):
        if let pieces = pieces(ofParagraph: paragraph) { readLine(pieces, paragraph, block: index) }
      case .table(let table):
        readTable(document.tables[table])
        strays = []
      }
    }
    finishFiling()
    let (account, unmapped) = ledger.settle(document.source)
    // Where one file holds several filings, both are the file's: each of them shows all that nothing took.
    for index in finished.indices { (finished[index].account, finished[index].unmapped) = (account, unmapped) }
    return finished
  }

  /// One paragraph outside the tables, or one that reads as a cell because it begins with a TAB; `block` is where it
  /// stands in the body, nil for such a cell.
  func readLine(_ pieces: Pieces, _ paragraph: Int, block: Int?) {
    guard let pieces = withoutComment(pieces) else { return }
    folding.fold(source, pieces)
    if PageNumber.stands(in: folding.utf8) || isRunningHead() || isSheetNumber() {
      furnish(pieces)
      return
    }
    if section == .preamble || section == .contents {
      if readContentsLine(pieces, paragraph) { return }
      folding.fold(source, pieces)
    }
    if let heading = heading(of: pieces) {
      open(heading, pieces, paragraph)
      return
    }
    if section == .projects, let (line, unit) = splitAmountUnit(pieces) {
      readLineAmongProjects(unit)
      readLine(line, paragraph, block: block)
      return
    }
    if readGoalBehindTable(pieces, block) || readProjectHeading(pieces, block) { return }
    if let (heading, text) = headingBeforeColon(pieces) {
      open(heading, pieces.clamped(to: SourceRange(pieces.start, text.start)) ?? pieces, paragraph)
      readSectionLine(text, paragraph)
      return
    }
    readSectionLine(pieces, paragraph)
  }

  private func readSectionLine(_ pieces: Pieces, _ paragraph: Int) {
    switch section {
    case .preamble, .contents: preamble.append(pieces)
    case .overall: extendGoal(pieces)
    case .overallGoals: readDutyLine(pieces, paragraph)
    case .safeguards: readSafeguardLine(pieces)
    case .projects: readLineAmongProjects(pieces)
    }
  }

  /// What the folded line means as a heading, its list mark left out. A numbered heading may say more than the form
  /// does, and is then told by its end.
  func heading(of pieces: Pieces) -> Form.Heading? {
    if folding.isCut { return nil }
    if let heading = form.headings.meaning(of: folding.utf8, count: folding.utf8.count) { return heading }
    if let part = partLength() { return headingByEnding(behind: part) }
    guard let mark = ListMark.find(source, in: pieces.first, loose: true), let rest = rest(of: pieces, behind: mark)
    else { return nil }
    folding.fold(source, rest)
    defer { folding.fold(source, pieces) }
    if let heading = form.headings.meaning(of: folding.utf8, count: folding.utf8.count) { return heading }
    return mark.style == .chinese ? headingByEnding(behind: 0) : nil
  }

  /// The length of 第一部分 or the like at the start of the folded line.
  private func partLength() -> Int? {
    folding.utf8.count > 12 && folding.utf8.starts(with: "第".utf8) && folding.utf8[6..<12].elementsEqual("部分".utf8)
      ? 12 : nil
  }

  private func headingByEnding(behind start: Int) -> Form.Heading? {
    guard folding.utf8.count - start <= Self.longestHeading else { return nil }
    for (ending, heading) in form.headingEndings where folding.utf8.hasSuffix(ending) {
      // The measures themselves may be called that.
      return heading == .safeguards && section == .safeguards ? nil : heading
    }
    return nil
  }

  /// Twenty-four Chinese characters.
  private static let longestHeading = 72

  /// A numbered heading with its text behind a colon, as in `一、总体绩效目标：办好……`.
  private func headingBeforeColon(_ pieces: Pieces) -> (Form.Heading, Pieces)? {
    guard section != .projects, folding.utf8.contains(0x3A),
      let mark = ListMark.find(source, in: pieces.first), mark.style == .chinese,
      let rest = rest(of: pieces, behind: mark)
    else { return nil }
    folding.fold(source, rest)
    defer { folding.fold(source, pieces) }
    guard let (heading, end) = labelBeforeColon(form.headings), let text = rest.from(end),
      !isBlank(text)
    else { return nil }
    return (heading, text)
  }

  private func isRunningHead() -> Bool {
    !runningHead.isEmpty && !folding.isCut && folding.utf8 == runningHead
  }

  func open(_ heading: Form.Heading, _ pieces: Pieces, _ paragraph: Int) {
    if heading == .overall || heading == .contents,
      hasProject || !filing.projects.isEmpty || section == .safeguards
    {
      finishFiling()
    }
    if section == .preamble || section == .contents, heading != .contents { readCover() }
    var before: Pieces?
    if section == .overall, heading == .overallGoal { swap(&before, &openGoal) }
    finishOverall()
    introduction = before
    furnish(pieces)
    switch heading {
    case .contents:
      readCover()
      beginContents(behind: paragraph)
    case .overall, .overallGoal: section = .overall
    case .overallGoals: section = .overallGoals
    case .safeguards: section = .safeguards
    case .projects: section = .projects
    }
  }

  func finishFiling() {
    if section == .preamble || section == .contents { readCover() }
    finishOverall()
    finishProject()
    reportMissing()
    finished.append(filing)
    filing = Filing()
    section = .preamble
    preamble = strays
    strays = []
    linesAbove = []
    reporterAbove = nil
    runningHead = []
    absentCodes = [:]
    dutyStyle = nil
    safeguardList = ListNesting()
  }
}
