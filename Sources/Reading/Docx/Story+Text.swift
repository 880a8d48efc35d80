import Documents
import Provenance
import XML

/// Paragraphs, and the runs of text in them.
extension Story {
  mutating func beginParagraph() {
    if paragraph.isMarkDeleted {
      paragraphCount &+= 1
      paragraph.isMarkDeleted = false
      // The last mark says how the whole is formatted.
      paragraph.style = nil
      paragraph.list = nil
      properties = Properties()
      return
    }
    endParagraph()
    paragraphCount &+= 1
    paragraph.open(number: paragraphCount)
    properties = Properties()
  }

  /// A paragraph whose mark was deleted goes on in the next one of its cell.
  mutating func endParagraph(evenIfJoined: Bool = false) {
    settleFields()
    if evenIfJoined || !paragraph.isMarkDeleted { layOutParagraph() }
  }

  mutating func layOutParagraph() {
    guard paragraph.isOpen else { return }
    let label = counter.label(paragraph.list, style: paragraph.style)
    assembly.add(paragraph, label: label, part: part)
    paragraph.close()
  }

  mutating func beginRun() {
    properties.run &+= 1
    properties.characters = 0
    properties.isHidden = counter.styles.hides(paragraph.style)
    properties.isInRun = true
  }

  mutating func endRun() { properties.isInRun = false }

  mutating func append(literal text: String) {
    let bytes = Array(text.utf8)
    append(bytes.span)
  }

  mutating func append(_ bytes: Span<UInt8>) {
    if deletions > 0 { return }
    if ruby.isInAnnotation {
      ruby.text.append(bytes)
    } else if let last = fields.indices.last, fields[last].isInstruction {
      fields[last].pending.append(bytes)
    } else {
      appendText(bytes)
    }
  }

  mutating func appendText(_ bytes: Span<UInt8>) {
    if bytes.isEmpty { return }
    if !paragraph.isOpen { beginParagraph() }
    let start = paragraph.text.count
    if paragraph.runs.last.map({ $0.run != properties.run || $0.paragraph != paragraphCount }) ?? true {
      paragraph.runs.append(
        Document.Run(
          start: start, part: part, paragraph: paragraphCount, run: properties.run,
          character: properties.characters &+ 1)
      )
    }
    paragraph.text.append(bytes)
    properties.characters &+= Int32(truncatingIfNeeded: bytes.scalarCount)
    if properties.isHidden { paragraph.hidden.append(SourceRange(start, paragraph.text.count)) }
  }

  mutating func addBookmark(_ attributes: XMLAttributes) {
    guard paragraph.isOpen, deletions == 0, let name = attributes[.name] else { return }
    paragraph.bookmarks.append(name.singleLine)
  }

  mutating func appendSymbol(_ attributes: XMLAttributes) {
    guard let digits = attributes[.char], let value = UInt32(digits, radix: 16) else { return }
    if let known = SymbolFont.character(value) {
      append(literal: String(known))
    } else if let scalar = Unicode.Scalar(value) {
      append(literal: String(Character(scalar)))
    }
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
    utf8.contains { $0 == 0x0A || $0 == 0x0D }
      ? String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\n" && $0 != "\r" })) : self
  }
}
