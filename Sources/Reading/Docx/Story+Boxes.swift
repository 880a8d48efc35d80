import Documents
import Provenance
import XML

/// Text boxes, what has several forms, and notes.
extension Story {
  /// Of several forms of one thing the first is read.
  mutating func startAlternative(_ name: WordName) {
    switch name {
    case .alternateContent: alternatives.append(false)
    case .choice, .fallback:
      guard let last = alternatives.indices.last else { return }
      if alternatives[last] { floor = depth }
      alternatives[last] = true
    default: break
    }
  }

  mutating func beginTextBox() {
    suspended.append(
      Suspended(
        assembly: assembly, paragraph: paragraph, properties: properties, fields: fields, ruby: ruby,
        rowDepths: rowDepths,
        cellDepths: cellDepths))
    assembly = Assembly()
    paragraph = OpenParagraph()
    properties = Properties()
    fields = []
    ruby = Ruby()
    rowDepths = []
    cellDepths = []
  }

  mutating func endTextBox() {
    guard let before = suspended.popLast() else { return }
    layOutParagraph()
    assembly.finish()
    let inner = assembly
    assembly = before.assembly
    paragraph = before.paragraph
    properties = before.properties
    fields = before.fields
    ruby = before.ruby
    rowDepths = before.rowDepths
    cellDepths = before.cellDepths
    if !paragraph.isOpen { beginParagraph() }
    paragraph.inserted.append(inner)
  }

  mutating func describe(_ attributes: XMLAttributes) {
    guard let text = attributes[.descr], !text.isEmpty else { return }
    findings.pictures.append(text)
    guard paragraph.isOpen else { return }
    let end = paragraph.text.count
    paragraph.anchors.append(
      NoteAnchor(kind: .picture, id: String(findings.pictures.count), place: SourceRange(end, end)))
  }

  mutating func anchor(_ kind: Document.Aside.Kind, _ attributes: XMLAttributes) {
    guard let id = attributes[.id], deletions == 0 else { return }
    if !paragraph.isOpen { beginParagraph() }
    let end = paragraph.text.count
    paragraph.anchors.append(NoteAnchor(kind: kind, id: id, place: SourceRange(end, end)))
  }

  mutating func beginNote(_ attributes: XMLAttributes) {
    endParagraph()
    // Separators and the like are lines, not notes.
    let isNote = attributes[.type].map { $0 == "normal" } ?? true
    note = isNote ? Note(id: attributes[.id] ?? "", author: attributes[.author], text: "") : nil
    outermost = Assembly()
    hasStory = true
  }

  mutating func endNote() {
    endParagraph(evenIfJoined: true)
    var read = outermost
    read.finish()
    outermost = Assembly()
    guard var ended = note else { return }
    note = nil
    ended.text = String(decoding: read.text, as: UTF8.self)
    notes.append(ended)
  }
}
