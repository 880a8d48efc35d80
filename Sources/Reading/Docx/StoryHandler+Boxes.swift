import Documents
import Provenance
import XML

/// Text boxes, what has several forms, and notes.
extension StoryHandler {
  /// Of several forms of one thing the first is read.
  func startAlternative(_ name: WordName) {
    switch name {
    case .alternateContent: alternatives.append(false)
    case .choice, .fallback:
      guard let last = alternatives.indices.last else { return }
      if alternatives[last] { floor = depth }
      alternatives[last] = true
    default: break
    }
  }

  func beginTextBox() {
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
  }

  func endTextBox() {
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

  func endParagraphOfTextBox(_ inner: inout Assembly) {
    guard let ended = paragraph else { return }
    paragraph = nil
    inner.add(ended, label: counter.label(ended.list, style: ended.style), part: part)
  }

  func describe(_ attributes: XMLAttributes) {
    guard let text = attributes[.descr], !text.isEmpty else { return }
    let end = paragraph?.text.count ?? 0
    findings.pictures.append(text)
    paragraph?.anchors.append(
      NoteAnchor(kind: .picture, id: String(findings.pictures.count), place: SourceRange(end, end)))
  }

  func anchor(_ kind: Document.Aside.Kind, _ attributes: XMLAttributes) {
    guard let id = attributes[.id], deletions == 0 else { return }
    if paragraph == nil { beginParagraph() }
    let end = paragraph?.text.count ?? 0
    paragraph?.anchors.append(NoteAnchor(kind: kind, id: id, place: SourceRange(end, end)))
  }

  func beginNote(_ attributes: XMLAttributes) {
    endParagraph()
    // Separators and the like are lines, not notes.
    let isNote = attributes[.type].map { $0 == "normal" } ?? true
    note = isNote ? Note(id: attributes[.id] ?? "", author: attributes[.author], text: "") : nil
    assemblies[0] = Assembly()
    hasStory = true
  }

  func endNote() {
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
