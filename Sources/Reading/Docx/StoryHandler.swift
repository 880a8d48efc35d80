import Documents
import Provenance
import XML

/// Reads a part that holds a story: the body, a header, the notes, the comments. Tracked changes are read as if all
/// were accepted; the other properties that matter are in the files beside this one.
final class StoryHandler: XMLHandler {
  let part: Int32
  var counter: ListCounter
  private(set) var findings = StoryFindings()
  /// The notes and comments of the part, if it is one of those.
  private(set) var notes: [Note] = []
  /// True once a `document`, or what else the part should hold, was seen.
  private(set) var hasStory = false

  struct Note {
    var id: String
    var author: String?
    var text: String
  }

  private var assemblies = [Assembly()]
  private var suspended: [Suspended] = []
  private var paragraph: OpenParagraph?
  private var paragraphCount: Int32 = 0
  private var properties = Properties()
  private var fields: [Field] = []
  private var ruby = Ruby()
  private var note: Note?

  /// How many elements are open, and above how many of them everything is passed over.
  private var depth = 0
  private var floor = Int.max
  private var deletions = 0
  private var alternatives: [Bool] = []
  private var rowDepths: [Int] = []
  private var cellDepths: [Int] = []
  private var textSpace = 0

  /// What a text box interrupts.
  private struct Suspended {
    var paragraph: OpenParagraph?
    var properties: Properties
    var fields: [Field]
    var ruby: Ruby
    var rowDepths: [Int]
    var cellDepths: [Int]
  }

  private struct Properties {
    var run: Int32 = 0
    /// The characters of the run that were read.
    var characters: Int32 = 0
    var isInRun = false
    var isHidden = false
    var inParagraph = 0
    var inRun = 0
    var inRow = 0
    var inCell = 0
  }

  /// A field whose instruction is being read, and the text that stands in it: which is no text if it ends well.
  private struct Field {
    var isInstruction = true
    var pending: [UInt8] = []
    var box: Bool?
  }

  private struct Ruby {
    var isInAnnotation = false
    var text: [UInt8] = []
  }

  init(part: Int32, counter: ListCounter) {
    self.part = part
    self.counter = counter
  }

  /// What was read, everything closed.
  func finish() -> Assembly {
    while !suspended.isEmpty { endTextBox() }
    endParagraph()
    return assemblies[0]
  }

  /// The bytes of text read so far, about.
  var size: Int { assemblies[0].text.count + (paragraph?.text.count ?? 0) }

  private func change(_ body: (inout Assembly) -> Void) { body(&assemblies[assemblies.count - 1]) }

  // MARK: Events

  func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {
    depth += 1
    if depth > floor { return }
    let name = WordName.all[name]
    if space == WordSpace.compatibility.rawValue { return startAlternative(name) }
    if space == WordSpace.math.rawValue {
      if name == .t { textSpace = space }
      return
    }
    if name == .docPr { return describe(attributes) }
    guard space == WordSpace.word.rawValue else { return }
    switch name {
    case .document, .ftr, .hdr: hasStory = true
    case .p: beginParagraph()
    case .r: beginRun()
    case .t, .delText: textSpace = space
    case .tab, .ptab: if isInText { append(literal: "\t") }
    case .br, .cr: if isInText { append(literal: "\n") }
    case .noBreakHyphen: append(literal: "\u{2011}")
    case .softHyphen: append(literal: "\u{AD}")
    case .sym: appendSymbol(attributes)
    case .bookmarkStart: addBookmark(attributes)
    case .tbl:
      endParagraph()
      change { $0.beginTable() }
    case .tr:
      endParagraph()
      rowDepths.append(depth)
      change { $0.beginRow() }
    case .tc:
      endParagraph()
      cellDepths.append(depth)
      change { $0.beginCell() }
    case .pPr, .rPr, .trPr, .tcPr, .tblPr, .sectPr, .pPrChange, .rPrChange, .tblPrChange, .tblPrExChange, .tblGridChange,
      .tcPrChange, .trPrChange, .sectPrChange, .numberingChange:
      startProperties(name)
    case .pStyle, .numPr, .numId, .ilvl, .vanish, .gridSpan, .vMerge, .hMerge, .gridBefore, .gridAfter, .cellDel:
      readProperty(name, attributes)
    case .ins, .del, .moveFrom, .moveTo: startChange(name)
    case .fldChar: readField(attributes)
    case .checkBox: changeField { $0.box = $0.box ?? false }
    case .default, .checked: changeField { if $0.box != nil { $0.box = attributes.isOn } }
    case .rt: ruby.isInAnnotation = true
    case .txbxContent: beginTextBox()
    case .footnoteReference: anchor(.footnote, attributes)
    case .endnoteReference: anchor(.endnote, attributes)
    case .commentReference: anchor(.comment, attributes)
    case .footnote, .endnote, .comment: beginNote(attributes)
    case .altChunk: findings.chunks += 1
    default: break
    }
  }

  func end(_ space: Int, _ name: Int) {
    depth -= 1
    if depth >= floor { return }
    floor = Int.max
    let name = WordName.all[name]
    if space == WordSpace.compatibility.rawValue {
      if name == .alternateContent { _ = alternatives.popLast() }
      return
    }
    textSpace = 0
    guard space == WordSpace.word.rawValue else { return }
    switch name {
    case .p: endParagraph()
    case .r: endRun()
    case .tbl:
      endParagraph()
      change { $0.endTable() }
    case .tr:
      endParagraph(evenIfJoined: true)
      _ = rowDepths.popLast()
      properties = Properties()
      change { $0.endRow() }
    case .tc:
      endParagraph(evenIfJoined: true)
      _ = cellDepths.popLast()
      properties = Properties()
      change { $0.endCell() }
    case .pPr: properties.inParagraph = 0
    case .rPr: properties.inRun = 0
    case .trPr: properties.inRow = 0
    case .tcPr: properties.inCell = 0
    case .del, .moveFrom: if deletions > 0 { deletions -= 1 }
    case .fldChar: appendBox()
    case .rt: ruby.isInAnnotation = false
    case .ruby: endRuby()
    case .txbxContent: endTextBox()
    case .footnote, .endnote, .comment: endNote()
    default: break
    }
  }

  func text(_ utf8: Span<UInt8>) {
    // Also inside what is passed over, but for the text of deleted rows.
    guard depth <= floor else {
      if deletesBelowFloor { findings.deletedCharacters += utf8.scalarCount }
      return
    }
    guard textSpace != 0 else { return }
    if deletions > 0 {
      findings.deletedCharacters += utf8.scalarCount
      return
    }
    append(utf8)
  }

  private var deletesBelowFloor: Bool { floor == rowDepths.last || floor == cellDepths.last }

  /// True where a tab is a character, not a tab stop of the properties.
  private var isInText: Bool { properties.inParagraph == 0 && properties.isInRun }

  // MARK: Paragraphs and runs

  private func beginParagraph() {
    if paragraph?.isMarkDeleted == true {
      paragraphCount &+= 1
      paragraph?.isMarkDeleted = false
      // The last mark says how the whole is formatted.
      paragraph?.style = nil
      paragraph?.list = nil
      properties = Properties()
      return
    }
    endParagraph()
    paragraphCount &+= 1
    paragraph = OpenParagraph(number: paragraphCount)
    properties = Properties()
  }

  /// A paragraph whose mark was deleted goes on in the next one of its cell.
  private func endParagraph(evenIfJoined: Bool = false) {
    settleFields()
    guard let ended = paragraph, evenIfJoined || !ended.isMarkDeleted else { return }
    paragraph = nil
    let label = counter.label(ended.list, style: ended.style)
    change { $0.add(ended, label: label, part: part) }
  }

  private func beginRun() {
    properties.run &+= 1
    properties.characters = 0
    properties.isHidden = false
    properties.isInRun = true
  }

  private func endRun() { properties.isInRun = false }

  private func append(literal text: String) {
    let bytes = Array(text.utf8)
    append(bytes.span)
  }

  private func append(_ bytes: Span<UInt8>) {
    if deletions > 0 { return }
    if ruby.isInAnnotation {
      ruby.text.append(bytes)
    } else if let last = fields.indices.last, fields[last].isInstruction {
      fields[last].pending.append(bytes)
    } else {
      appendText(bytes)
    }
  }

  private func appendText(_ bytes: Span<UInt8>) {
    if bytes.isEmpty { return }
    if paragraph == nil { beginParagraph() }
    guard var open = paragraph else { return }
    // One owner, so that appending does not copy.
    paragraph = nil
    let start = open.text.count
    if open.runs.last.map({ $0.run != properties.run || $0.paragraph != paragraphCount }) ?? true {
      open.runs.append(
        Document.Run(
          start: start, part: part, paragraph: paragraphCount, run: properties.run, character: properties.characters &+ 1)
      )
    }
    open.text.append(bytes)
    properties.characters &+= Int32(truncatingIfNeeded: bytes.scalarCount)
    if properties.isHidden { open.hidden.append(SourceRange(start, open.text.count)) }
    paragraph = open
  }

  private func addBookmark(_ attributes: XMLAttributes) {
    guard let name = attributes[.name], paragraph != nil, deletions == 0 else { return }
    paragraph?.bookmarks.append(name.singleLine)
  }

  private func appendSymbol(_ attributes: XMLAttributes) {
    guard let digits = attributes[.char], let value = UInt32(digits, radix: 16) else { return }
    if let known = SymbolFont.character(value) {
      append(literal: String(known))
    } else if let scalar = Unicode.Scalar(value) {
      append(literal: String(Character(scalar)))
    }
  }

  // MARK: Properties

  private func startProperties(_ name: WordName) {
    switch name {
    case .pPr: properties.inParagraph = depth
    case .rPr: properties.inRun = depth
    case .trPr: properties.inRow = depth
    case .tcPr: properties.inCell = depth
    // What is inside belongs to the past, or to the page.
    default: floor = depth
    }
  }

  private func readProperty(_ name: WordName, _ attributes: XMLAttributes) {
    switch name {
    case .pStyle: if properties.inParagraph > 0 { paragraph?.style = attributes[.val] }
    case .numPr: if properties.inParagraph > 0 { paragraph?.list = ListReference() }
    case .numId: paragraph?.list?.number = attributes.number(.val)
    case .ilvl: paragraph?.list?.level = attributes.number(.val)
    case .vanish: if properties.isInRun { properties.isHidden = attributes.isOn }
    case .gridSpan: change { $0.setSpan(columns(attributes.number(.val), least: 1)) }
    case .vMerge, .hMerge: merge(name, attributes)
    case .gridBefore: change { $0.setColumnsBefore(columns(attributes.number(.val), least: 0)) }
    case .cellDel:
      guard let cell = cellDepths.last else { return }
      findings.deletedCells += 1
      change { $0.dropCell() }
      floor = cell
    default: break
    }
  }

  /// A number of columns within bounds.
  private func columns(_ number: Int?, least: Int) -> Int {
    guard let number else { return least }
    if number < least || number > DocxLimits.columns { findings.badSpans += 1 }
    return min(max(least, number), DocxLimits.columns)
  }

  private func merge(_ name: WordName, _ attributes: XMLAttributes) {
    let isStart = attributes[.val] == "restart"
    // Cells merged from left to right stand one by one, each with its own text.
    if name == .vMerge { change { $0.setMerge(isStart ? .start : .continued) } }
  }

  // MARK: Tracked changes

  private func startChange(_ name: WordName) {
    if properties.inRow > 0 {
      guard name == .del, let row = rowDepths.last else { return }
      findings.deletedRows += 1
      change { $0.dropRow() }
      floor = row
      return
    }
    if properties.inParagraph > 0 {
      if name == .del || name == .moveFrom { paragraph?.isMarkDeleted = true }
      // An empty element: it opens nothing.
      if name == .del || name == .moveFrom { deletions += 1 }
      return
    }
    switch name {
    case .ins: findings.insertions += 1
    case .moveTo: findings.moves += 1
    case .del:
      findings.deletions += 1
      deletions += 1
    case .moveFrom: deletions += 1
    default: break
    }
  }

  // MARK: Fields

  private func readField(_ attributes: XMLAttributes) {
    switch attributes[.fldCharType] {
    case "begin": fields.append(Field())
    case "separate":
      changeField {
        $0.isInstruction = false
        $0.pending = []
      }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  private func changeField(_ body: (inout Field) -> Void) {
    guard let last = fields.indices.last else { return }
    body(&fields[last])
  }

  private func appendBox() {
    guard let last = fields.indices.last, let box = fields[last].box else { return }
    fields[last].box = nil
    let sign = Array((box ? "\u{2611}" : "\u{2610}").utf8)
    appendText(sign.span)
  }

  /// No instruction goes on in the next paragraph: one that does lacks its end, and what stands behind it is text.
  private func settleFields() {
    for index in fields.indices where fields[index].isInstruction {
      fields[index].isInstruction = false
      let pending = fields[index].pending
      fields[index].pending = []
      if paragraph != nil { appendText(pending.span) }
    }
  }

  private func endRuby() {
    let annotation = ruby.text
    ruby = Ruby()
    if !annotation.isEmpty { append(literal: " (" + String(decoding: annotation, as: UTF8.self) + ")") }
  }

  // MARK: Alternatives and text boxes

  /// Of several forms of one thing the first is read.
  private func startAlternative(_ name: WordName) {
    switch name {
    case .alternateContent: alternatives.append(false)
    case .choice, .fallback:
      guard let last = alternatives.indices.last else { return }
      if alternatives[last] { floor = depth }
      alternatives[last] = true
    default: break
    }
  }

  private func beginTextBox() {
    suspended.append(
      Suspended(
        paragraph: paragraph, properties: properties, fields: fields, ruby: ruby, rowDepths: rowDepths,
        cellDepths: cellDepths))
    paragraph = nil
    properties = Properties()
    fields = []
    ruby = Ruby()
    rowDepths = []
    cellDepths = []
    assemblies.append(Assembly())
    findings.textBoxes += 1
  }

  private func endTextBox() {
    guard let before = suspended.popLast(), var inner = assemblies.popLast() else { return }
    endParagraphOfTextBox(&inner)
    inner.finish()
    paragraph = before.paragraph
    properties = before.properties
    fields = before.fields
    ruby = before.ruby
    rowDepths = before.rowDepths
    cellDepths = before.cellDepths
    if paragraph == nil { beginParagraph() }
    paragraph?.inserted.append(inner)
  }

  private func endParagraphOfTextBox(_ inner: inout Assembly) {
    guard let ended = paragraph else { return }
    paragraph = nil
    inner.add(ended, label: counter.label(ended.list, style: ended.style), part: part)
  }

  private func describe(_ attributes: XMLAttributes) {
    guard let text = attributes[.descr], !text.isEmpty else { return }
    let end = paragraph?.text.count ?? 0
    findings.pictures.append(text)
    paragraph?.anchors.append(NoteAnchor(kind: .picture, id: String(findings.pictures.count), place: SourceRange(end, end)))
  }

  // MARK: Notes

  private func anchor(_ kind: Document.Aside.Kind, _ attributes: XMLAttributes) {
    guard let id = attributes[.id], deletions == 0 else { return }
    if paragraph == nil { beginParagraph() }
    let end = paragraph?.text.count ?? 0
    paragraph?.anchors.append(NoteAnchor(kind: kind, id: id, place: SourceRange(end, end)))
  }

  private func beginNote(_ attributes: XMLAttributes) {
    endParagraph()
    // Separators and the like are lines, not notes.
    let isNote = attributes[.type].map { $0 == "normal" } ?? true
    note = isNote ? Note(id: attributes[.id] ?? "", author: attributes[.author], text: "") : nil
    assemblies[0] = Assembly()
    hasStory = true
  }

  private func endNote() {
    endParagraph(evenIfJoined: true)
    var assembly = assemblies[0]
    assembly.finish()
    assemblies[0] = Assembly()
    guard var ended = note else { return }
    note = nil
    ended.text = String(decoding: assembly.text, as: UTF8.self)
    notes.append(ended)
  }
}

extension Span<UInt8> {
  /// How many scalars this UTF-8 begins.
  var scalarCount: Int {
    var result = 0
    for index in indices where self[index] & 0xC0 != 0x80 { result += 1 }
    return result
  }
}

extension [UInt8] {
  mutating func append(_ bytes: Span<UInt8>) {
    // Copied within the call.
    unsafe bytes.withUnsafeBufferPointer { bytes in unsafe append(contentsOf: bytes) }
  }
}

extension String {
  /// Without line ends, which would make a mark of one line several.
  fileprivate var singleLine: String {
    utf8.contains { $0 == 0x0A || $0 == 0x0D } ? String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\n" && $0 != "\r" })) : self
  }
}
