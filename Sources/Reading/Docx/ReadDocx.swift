internal import Archives
internal import Documents
internal import Provenance

/// Reads a Word file. O(XML) in time; in memory O(text), besides the file itself and its smaller parts.
func readDocx(
  _ bytes: [UInt8], _ limits: DocxLimits, diagnostics: inout [Diagnostic]
) throws(ReadingError) -> ReadDocument {
  let file = try WordFile(open(bytes, limits), limits: limits)
  let styles = try file.styles()
  let numbering = try file.numbering()

  var story = try file.story(file.main, number: 0, ListCounter(numbering, styles))
  guard story.hasStory else {
    throw .unreadable(file.main.utf8.starts(with: "xl/".utf8) ? .xlsx : .zip)
  }
  let assembly = story.finish()
  story.findings.report(hidden: assembly.hidden, to: &diagnostics)
  let anchors = assembly.anchors
  var document = assembly.document()
  document.parts = [file.main]
  let pictures = places(of: .picture, in: anchors)
  for (index, text) in story.findings.pictures.enumerated() {
    document.asides.append(Document.Aside(kind: .picture, part: 0, text: text, anchor: pictures[String(index + 1)]))
  }
  for (part, kind) in file.besides {
    let number = Int32(truncatingIfNeeded: document.parts.count)
    document.parts.append(part)
    let story = try file.story(part, number: number, ListCounter(numbering, styles))
    document.asides += asides(kind, number, story, anchors)
  }
  if document.source.utf8.allSatisfy({ $0 <= 0x20 }) { throw .emptyDocument }
  return ReadDocument(
    document: document, charset: "UTF-8", reader: "docx", dialect: file.isStrict ? "strict" : "transitional")
}

private func open(_ bytes: [UInt8], _ limits: DocxLimits) throws(ReadingError) -> Archive {
  do throws(ArchiveError) {
    return try Archive(bytes, limits: limits.archive)
  } catch {
    throw .archive(error)
  }
}

/// What a part beside the text holds: one text, or notes, each with the place of its mark.
private func asides(
  _ kind: Document.Aside.Kind, _ part: Int32, _ story: Story, _ anchors: [NoteAnchor]
) -> [Document.Aside] {
  switch kind {
  case .header, .footer, .picture:
    var story = story
    let text = String(decoding: story.finish().text, as: UTF8.self).trimmed
    return text.isEmpty ? [] : [Document.Aside(kind: kind, part: part, text: text)]
  case .footnote, .endnote, .comment:
    let places = places(of: kind, in: anchors)
    return story.notes.compactMap { note in
      let text = note.text.trimmed
      if text.isEmpty { return nil }
      return Document.Aside(kind: kind, part: part, text: text, author: note.author, anchor: places[note.id])
    }
  }
}

/// Where the marks of a kind stand, by what they refer to.
private func places(of kind: Document.Aside.Kind, in anchors: [NoteAnchor]) -> [String: SourceRange] {
  Dictionary(anchors.filter { $0.kind == kind }.map { ($0.id, $0.place) }) { first, _ in first }
}

extension String {
  /// Without white space around it.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
