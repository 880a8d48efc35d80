internal import CXML

/// What is done with the events of a document. Elements come by the index of their name in the vocabulary; others, and
/// characters where no element wants them, are passed over.
package protocol XMLHandler: AnyObject {
  func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes)
  func end(_ space: Int, _ name: Int)
  func text(_ utf8: Span<UInt8>)
}

/// The names and namespaces that a reader knows.
package struct XMLVocabulary: Sendable {
  package var names: [String]
  /// The indices of elements whose characters are wanted.
  package var textual: Set<Int>
  /// Namespaces, several of which may share a number.
  package var spaces: [(uri: String, number: Int)]

  package init(names: [String], textual: Set<Int>, spaces: [(uri: String, number: Int)]) {
    self.names = names
    self.textual = textual
    self.spaces = spaces
  }
}

/// The attributes of an element, valid within the event.
@safe package struct XMLAttributes {
  private let attributes: UnsafeBufferPointer<cxml_attribute>

  @unsafe init(_ attributes: UnsafeBufferPointer<cxml_attribute>) {
    unsafe self.attributes = attributes
  }

  /// The value of the first attribute of that name, in whatever namespace.
  package subscript(name: Int) -> String? {
    for index in unsafe attributes.indices where unsafe Int(attributes[index].name) == name {
      // The parser's memory, valid within the event.
      let value = unsafe UnsafeBufferPointer(start: attributes[index].value, count: attributes[index].count)
      return unsafe String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}

/// Parses an XML document that comes in pieces. One thread.
@safe package final class XMLParser {
  private let parser: OpaquePointer
  private let receiver: Receiver

  private final class Receiver {
    let handler: any XMLHandler
    init(_ handler: any XMLHandler) { self.handler = handler }
  }

  /// How deep elements may stand in one another; Word's own tables in tables stay below a hundred.
  package static let depth = 512
  /// The bytes of one tag.
  package static let tag = 256 << 10

  /// Nil if there is no memory, or the vocabulary is too large (512 names, 32 namespaces).
  package init?(_ vocabulary: XMLVocabulary, _ handler: any XMLHandler) {
    receiver = Receiver(handler)
    let handler = unsafe cxml_handler(
      start: { context, space, name, attributes, count in
        unsafe XMLParser.handler(context)?.start(
          Int(space), Int(name), XMLAttributes(UnsafeBufferPointer(start: attributes, count: Int(count))))
      },
      end: { context, space, name in unsafe XMLParser.handler(context)?.end(Int(space), Int(name)) },
      text: { context, bytes, count in
        unsafe XMLParser.handler(context)?.text(UnsafeBufferPointer(start: bytes, count: count).span)
      })
    // The library copies the words.
    let words = Words(vocabulary.names + vocabulary.spaces.map(\.uri))
    let made = unsafe words.withPointers { words -> OpaquePointer? in
      let names = unsafe vocabulary.names.indices.map { index in
        unsafe cxml_name(name: words[index], holds_text: vocabulary.textual.contains(index) ? 1 : 0)
      }
      let spaces = unsafe vocabulary.spaces.enumerated().map { index, space in
        unsafe cxml_space(
          uri: words[vocabulary.names.count + index], number: Int32(truncatingIfNeeded: space.number))
      }
      return unsafe cxml_create(
        names, names.count, spaces, spaces.count, handler, Int32(Self.depth), Self.tag)
    }
    guard let made = unsafe made.flatMap({ unsafe $0 }) else { return nil }
    unsafe parser = made
  }

  deinit {
    unsafe cxml_destroy(parser)
  }

  /// The handler of the events' receiver, which `parse` keeps alive.
  private static func handler(_ context: UnsafeMutableRawPointer?) -> (any XMLHandler)? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<Receiver>.fromOpaque(context).takeUnretainedValue().handler
  }

  /// Parses a piece; its events come before the call returns.
  package func parse(_ bytes: Span<UInt8>, isLast: Bool = false) throws(XMLProblem) {
    let status = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe cxml_parse(
        parser, bytes.baseAddress, bytes.count, isLast ? 1 : 0, Unmanaged.passUnretained(receiver).toOpaque())
    }
    if status != Int32(cxml_fine) { throw problem() }
  }

  /// Ends the document.
  package func finish() throws(XMLProblem) {
    let nothing: [UInt8] = []
    try parse(nothing.span, isLast: true)
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

/// Words as C sees them.
private struct Words {
  private var bytes: [CChar] = []
  private var starts: [Int] = []

  init(_ words: [String]) {
    for word in words {
      starts.append(bytes.count)
      bytes += word.utf8CString
    }
  }

  /// Lends a pointer to each word.
  @unsafe func withPointers<Result>(_ body: ([UnsafePointer<CChar>]) -> Result) -> Result? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      return unsafe body(starts.map { unsafe base + $0 })
    }
  }
}
