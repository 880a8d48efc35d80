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
    var handler = Relationships.Handler(source: part)
    try parse(name, of: archive, &handler)
    return handler.result
  }

  // MARK: Parts

  /// The parts of a type, in the order of their names, each once.
  private func parts(_ type: String) -> [String] {
    Set(relationships.all(type).map(\.part)).filter { archive[$0] != nil }.sorted()
  }

  func styles() throws(ReadingError) -> Styles {
    var handler = Styles.Handler()
    if let part = parts("styles").first { try Self.parse(part, of: archive, &handler) }
    return handler.result
  }

  func numbering() throws(ReadingError) -> Numbering {
    var handler = Numbering.Handler()
    if let part = parts("numbering").first { try Self.parse(part, of: archive, &handler) }
    return handler.result
  }

  /// Reads a part that holds a story.
  func story(_ part: String, number: Int32, _ counter: ListCounter) throws(ReadingError) -> Story {
    var story = Story(part: number, counter: counter)
    try Self.parse(part, of: archive, &story) { $0.size <= limits.textBytes }
    if story.size > limits.textBytes { throw .textTooLarge(limit: limits.textBytes) }
    return story
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
  private static func parse<Handler: XMLHandler>(
    _ part: String, of archive: Archive, _ handler: inout Handler, while goesOn: (Handler) -> Bool = { _ in true }
  ) throws(ReadingError) {
    guard let entry = archive[part] else { throw .missingPart(part) }
    guard let problem = try problem(of: entry, in: archive, &handler, isSieving: true, goesOn) else { return }
    // Where it stands is told by reading all of the part.
    var nobody = Nobody()
    let told = try Self.problem(of: entry, in: archive, &nobody, isSieving: false) { _ in true }
    throw .malformedPart(part, told ?? problem)
  }

  /// What is wrong with the XML of an entry, whose events go to a handler.
  private static func problem<Handler: XMLHandler>(
    of entry: Archive.Entry, in archive: Archive, _ handler: inout Handler, isSieving: Bool,
    _ goesOn: (Handler) -> Bool
  ) throws(ReadingError) -> XMLProblem? {
    guard let parser = XMLParser(.word, isSieving: isSieving) else { throw .archive(.noMemory) }
    var problem: XMLProblem?
    do throws(ArchiveError) {
      try archive.read(entry) { piece in
        do throws(XMLProblem) {
          try parser.parse(piece, into: &handler)
        } catch {
          problem = error
          return false
        }
        return goesOn(handler)
      }
    } catch {
      throw .archive(error)
    }
    guard problem == nil, goesOn(handler) else { return problem }
    do throws(XMLProblem) {
      try parser.finish(into: &handler)
    } catch {
      return error
    }
    return nil
  }

  private struct Nobody: XMLHandler {
    func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {}
    func end(_ space: Int, _ name: Int) {}
    func text(_ utf8: Span<UInt8>) {}
  }
}
