import XML

/// The events of a document, as text.
struct EventList: XMLHandler {
  private(set) var lines: [String] = []
  private var text: [UInt8] = []

  static let names = ["document", "p", "t", "val"]
  static let vocabulary = XMLVocabulary(names: names, textual: [2], spaces: [("urn:w", 1)])

  mutating func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {
    endText()
    lines.append("<\(Self.names[name]) \(space)" + (attributes[3].map { " val=\($0)" } ?? "") + ">")
  }

  mutating func end(_ space: Int, _ name: Int) {
    endText()
    lines.append("</\(Self.names[name])>")
  }

  mutating func text(_ utf8: Span<UInt8>) {
    for index in utf8.indices { text.append(utf8[index]) }
  }

  private mutating func endText() {
    if !text.isEmpty { lines.append(String(decoding: text, as: UTF8.self)) }
    text = []
  }

  /// Reads a document in pieces of the sizes that `size` gives.
  static func read(
    _ document: [UInt8], isSieving: Bool, pieces size: () -> Int = { 1 << 20 }
  ) throws -> [String] {
    guard let parser = XMLParser(vocabulary, isSieving: isSieving) else { return [] }
    var events = EventList()
    var offset = 0
    while offset < document.count {
      let end = min(document.count, offset + size())
      try parser.parse(document.span.extracting(offset..<end), into: &events)
      offset = end
    }
    try parser.finish(into: &events)
    return events.lines
  }
}
