import Documents
import Provenance
import XML

/// A part that holds a story (the body, a header, the notes, the comments), as it is being read. Tracked changes are
/// read as if all were accepted; the other properties that matter are in the files beside this one.
struct Story: XMLHandler {
  let part: Int32
  var counter: ListCounter
  var findings = StoryFindings()
  /// The notes and comments of the part, if it is one of those.
  var notes: [Note] = []
  /// True once a `document`, or what else the part should hold, was seen.
  var hasStory = false

  struct Note {
    var id: String
    var author: String?
    var text: String
  }

  var assembly = Assembly()
  var suspended: [Suspended] = []
  var paragraph = OpenParagraph()
  var paragraphCount: Int32 = 0
  var properties = Properties()
  var fields: [Field] = []
  var ruby = Ruby()
  var note: Note?

  /// How many elements are open, and above how many of them everything is passed over.
  var depth = 0
  var floor = Int.max
  var deletions = 0
  var alternatives: [Bool] = []
  var rowDepths: [Int] = []
  var cellDepths: [Int] = []
  var textSpace = 0
  private let names = WordName.all

  /// What a text box interrupts.
  struct Suspended {
    var assembly: Assembly
    var paragraph: OpenParagraph
    var properties: Properties
    var fields: [Field]
    var ruby: Ruby
    var rowDepths: [Int]
    var cellDepths: [Int]
  }

  struct Properties {
    var run: Int32 = 0
    /// The characters of the run that were read.
    var characters: Int32 = 0
    var isInRun = false
    var isHidden = false
    var inParagraph = 0
    var inRow = 0
  }

  /// A field whose instruction is being read, and the text that stands in it: which is no text if it ends well.
  struct Field {
    var isInstruction = true
    var pending: [UInt8] = []
    var box: Bool?
  }

  struct Ruby {
    var isInAnnotation = false
    var text: [UInt8] = []
  }

  init(part: Int32, counter: ListCounter) {
    self.part = part
    self.counter = counter
  }

  /// What was read, everything closed.
  mutating func finish() -> Assembly {
    while !suspended.isEmpty { endTextBox() }
    endParagraph(evenIfJoined: true)
    return assembly
  }

  /// The bytes of text read so far, about.
  var size: Int { outermost.text.count + paragraph.text.count }

  /// What stands outside of all text boxes.
  var outermost: Assembly {
    get { suspended.first?.assembly ?? assembly }
    set { if suspended.isEmpty { assembly = newValue } else { suspended[0].assembly = newValue } }
  }

  // MARK: Events

  mutating func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {
    depth += 1
    if depth > floor { return }
    let name = names[name]
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
      endParagraph(evenIfJoined: true)
      assembly.beginTable()
    case .tr:
      endParagraph(evenIfJoined: true)
      rowDepths.append(depth)
      assembly.beginRow()
    case .tc:
      endParagraph(evenIfJoined: true)
      cellDepths.append(depth)
      assembly.beginCell()
    case .pPr, .trPr, .tblPr, .sectPr, .pPrChange, .rPrChange, .tblPrChange, .tblPrExChange,
      .tblGridChange,
      .tcPrChange, .trPrChange, .sectPrChange, .numberingChange:
      startProperties(name)
    case .pStyle, .rStyle, .numPr, .numId, .ilvl, .vanish, .gridSpan, .vMerge, .gridBefore, .cellIns, .cellDel:
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

  mutating func end(_ space: Int, _ name: Int) {
    depth -= 1
    if depth >= floor { return }
    floor = Int.max
    let name = names[name]
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
      endParagraph(evenIfJoined: true)
      assembly.endTable()
    case .tr:
      endParagraph(evenIfJoined: true)
      _ = rowDepths.popLast()
      properties = Properties()
      assembly.endRow()
    case .tc:
      endParagraph(evenIfJoined: true)
      _ = cellDepths.popLast()
      properties = Properties()
      assembly.endCell()
    case .pPr: properties.inParagraph = 0
    case .trPr: properties.inRow = 0
    case .del, .moveFrom: if deletions > 0 { deletions -= 1 }
    case .fldChar: appendBox()
    case .rt: ruby.isInAnnotation = false
    case .ruby: endRuby()
    case .txbxContent: endTextBox()
    case .footnote, .endnote, .comment: endNote()
    default: break
    }
  }

  mutating func text(_ utf8: Span<UInt8>) {
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
}
