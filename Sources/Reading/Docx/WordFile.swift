internal import Archives
internal import Documents
internal import Provenance
internal import XML

/// A Word file: the archive, and how its parts point to each other.
struct WordFile {
  let archive: Archive
  let limits: DocxLimits
  /// The part that holds the text, found by its relationship, whatever its name.
  let main: String
  let isStrict: Bool
  private let relationships: Relationships

  init(_ archive: Archive, limits: DocxLimits) throws(ReadingError) {
    self.archive = archive
    self.limits = limits
    let root = try Self.relationships(of: "", in: archive)
    guard let target = root.first("officeDocument") else { throw .unreadable(.zip) }
    guard archive[target.part] != nil else { throw .missingPart(target.part) }
    main = target.part
    isStrict = target.isStrict
    relationships = try Self.relationships(of: main, in: archive)
  }

  private static func relationships(of part: String, in archive: Archive) throws(ReadingError) -> Relationships {
    let name = Relationships.part(for: part)
    guard archive[name] != nil else { return Relationships() }
    let handler = Relationships.Handler(source: part)
    try parse(name, of: archive, handler) { true }
    return handler.result
  }

  // MARK: Parts

  /// The parts of a type, in the order of their names, each once.
  private func parts(_ type: String) -> [String] {
    Set(relationships.all(type).map(\.part)).filter { archive[$0] != nil }.sorted()
  }

  func styles() throws(ReadingError) -> Styles {
    let handler = Styles.Handler()
    if let part = parts("styles").first { try Self.parse(part, of: archive, handler) { true } }
    return handler.result
  }

  func numbering() throws(ReadingError) -> Numbering {
    let handler = Numbering.Handler()
    if let part = parts("numbering").first { try Self.parse(part, of: archive, handler) { true } }
    return handler.result
  }

  /// Reads a part that holds a story.
  func story(_ part: String, number: Int32, _ counter: ListCounter) throws(ReadingError) -> StoryHandler {
    let handler = StoryHandler(part: number, counter: counter)
    try Self.parse(part, of: archive, handler) { handler.size <= limits.textBytes }
    if handler.size > limits.textBytes { throw .textTooLarge(limit: limits.textBytes) }
    return handler
  }

  /// The parts beside the text, and what each holds.
  var besides: [(part: String, kind: Document.Aside.Kind)] {
    let kinds: [(String, Document.Aside.Kind)] = [
      ("header", .header), ("footer", .footer), ("footnotes", .footnote), ("endnotes", .endnote),
      ("comments", .comment),
    ]
    return kinds.flatMap { type, kind in parts(type).map { ($0, kind) } }
  }

  /// Feeds a part to a handler, as long as `goesOn`.
  private static func parse(
    _ part: String, of archive: Archive, _ handler: any XMLHandler, while goesOn: () -> Bool
  ) throws(ReadingError) {
    guard let entry = archive[part] else { throw .missingPart(part) }
    guard let parser = XMLParser(.word, handler) else { throw .archive(.noMemory) }
    var problem: XMLProblem?
    do throws(ArchiveError) {
      try archive.read(entry) { piece in
        do throws(XMLProblem) {
          try parser.parse(piece)
        } catch {
          problem = error
          return false
        }
        return goesOn()
      }
    } catch {
      throw .archive(error)
    }
    guard goesOn() else { return }
    do throws(XMLProblem) {
      if let problem { throw problem }
      try parser.finish()
    } catch {
      throw .malformedPart(part, error)
    }
  }
}
