internal import CXML

/// Parses an XML document that comes in pieces. One thread.
@safe package struct XMLParser: ~Copyable {
  private let parser: OpaquePointer

  /// How deep elements may stand in one another; Word's own tables in tables stay below a hundred.
  package static let depth = 512
  /// The bytes of one tag: Word puts a whole drawing into one attribute (`o:gfxdata`).
  package static let tag = 8 << 20
  /// The attributes of one tag; Word's longest has some forty.
  package static let attributes = 512

  /// Nil if there is no memory, or the vocabulary is too large (512 names, 32 namespaces).
  ///
  /// `isSieving` leaves elements out that hold nothing and whose names are not known, before libxml2 sees them. The
  /// events are the same; but an error inside such an element is not noticed, and the place of any other is not that
  /// in the document: to report one, parse again without.
  package init?(_ vocabulary: XMLVocabulary, isSieving: Bool) {
    // The library copies the words.
    let made = unsafe vocabulary.words.withPointers { words -> OpaquePointer? in
      let names = unsafe zip(words, vocabulary.isTextual).map { name, isTextual in
        unsafe cxml_name(name: name, holds_text: isTextual ? 1 : 0)
      }
      let spaces = unsafe zip(words.dropFirst(names.count), vocabulary.spaceNumbers).map { uri, number in
        unsafe cxml_space(uri: uri, number: number)
      }
      return unsafe cxml_create(
        names, names.count, spaces, spaces.count, Int32(Self.depth), Self.tag, Self.attributes,
        isSieving ? 1 : 0)
    }
    guard let made = unsafe made.flatMap({ unsafe $0 }) else { return nil }
    unsafe parser = made
  }

  deinit {
    unsafe cxml_destroy(parser)
  }

  /// Parses some bytes, and hands over the events that they complete.
  package func parse<Handler: XMLHandler>(
    _ bytes: Span<UInt8>, into handler: inout Handler
  ) throws(XMLProblem) {
    var offset = 0
    while offset < bytes.count {
      let end = min(bytes.count, offset + Int(cxml_piece))
      try parse(piece: bytes.extracting(offset..<end), isLast: false, into: &handler)
      offset = end
    }
  }

  /// Ends the document.
  package func finish<Handler: XMLHandler>(into handler: inout Handler) throws(XMLProblem) {
    let nothing: [UInt8] = []
    try parse(piece: nothing.span, isLast: true, into: &handler)
  }

  private func parse<Handler: XMLHandler>(
    piece: Span<UInt8>, isLast: Bool, into handler: inout Handler
  ) throws(XMLProblem) {
    var batch = unsafe cxml_batch()
    let status = unsafe piece.withUnsafeBufferPointer { piece in
      unsafe cxml_parse(parser, piece.baseAddress, piece.count, isLast ? 1 : 0, &batch)
    }
    // All three live until the next piece, and the parser keeps every range within them.
    let attributes = unsafe UnsafeBufferPointer(start: batch.attributes, count: batch.attribute_count)
    let text = unsafe UnsafeBufferPointer(start: batch.text, count: batch.text_count)
    let events = unsafe UnsafeBufferPointer(start: batch.events, count: batch.event_count)
    for index in 0..<events.count {
      let event = unsafe events[index]
      let range = Int(event.first)..<Int(event.first) + Int(event.count)
      switch Int(event.kind) {
      case Int(cxml_start):
        let attributes = unsafe XMLAttributes(UnsafeBufferPointer(rebasing: attributes[range]), in: text)
        handler.start(Int(event.space), Int(event.name), attributes)
      case Int(cxml_text):
        unsafe handler.text(UnsafeBufferPointer(rebasing: text[range]).span)
      default:
        handler.end(Int(event.space), Int(event.name))
      }
    }
    if status != Int32(cxml_fine) { throw problem() }
  }

  private func problem() -> XMLProblem {
    var problem = cxml_problem()
    unsafe cxml_describe(parser, &problem)
    let kind: XMLProblem.Kind =
      switch Int(problem.kind) {
      case Int(cxml_doctype): .doctype
      case Int(cxml_too_deep): .tooDeep
      case Int(cxml_tag_too_long): .tagTooLong
      case Int(cxml_no_memory): .noMemory
      default: .notWellFormed
      }
    let detail = unsafe withUnsafeBytes(of: problem.text) { text in
      unsafe String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    }
    return XMLProblem(kind: kind, line: Int(problem.line), column: Int(problem.column), detail: detail)
  }
}
