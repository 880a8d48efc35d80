import Provenance

extension Format {
  /// The format of a document that another program turns into a .docx; nil for anything else.
  package init?(convertible bytes: [UInt8]) {
    guard let format = Self.isArchive(bytes) ? OpenDocument.format(of: bytes) : Format(magicOf: bytes),
      format.isConvertible
    else { return nil }
    self = format
  }

  /// The binary format that the first bytes show; nil for what may be a text.
  init?(magicOf bytes: [UInt8]) {
    if bytes.starts(with: "%PDF".utf8) {
      self = .pdf
    } else if bytes.starts(with: #"{\rtf"#.utf8) {
      self = .rtf
    } else if CompoundFile.begins(bytes) {
      self =
        switch CompoundFile.kind(of: bytes) {
        case .word: .doc
        case .spreadsheet: .spreadsheet
        case .presentation: .presentation
        case .protectedWord, .protectedOffice: .protected
        case .other: .ole2
        }
    } else if Self.isImage(bytes) {
      self = .image
    } else {
      return nil
    }
  }

  /// True for what begins as archives do, and with them all of today's Office files.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
      || bytes.starts(with: [0x50, 0x4B, 0x07, 0x08])
  }

  private static func isImage(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) || bytes.starts(with: [0xFF, 0xD8, 0xFF])
      || bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8)
      || bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
      || isBitmap(bytes)
  }

  /// `BM`, the file's size in four bytes, four reserved bytes that are 0: the letters alone may begin a text.
  private static func isBitmap(_ bytes: [UInt8]) -> Bool {
    bytes.count > 14 && bytes.starts(with: "BM".utf8) && bytes[6..<10].allSatisfy { $0 == 0 }
  }
}

extension Format {
  private static let htmlTags: [StaticString] = [
    "<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<style", "<table", "<div", "<span", "<p",
  ]

  /// The markup that a text consists of; nil if it is plain. `start` is its first character that is not white space.
  init?(markupOf source: SourceText, from start: Int) {
    // The first kilobyte, ASCII letters in lower case.
    let opening = source.utf8[start...].prefix(1024).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let bytes = opening.span
    if ByteScan.has(#"{\rtf"#, in: bytes, at: 0) {
      self = .rtf
    } else if ByteScan.has("<?xml", in: bytes, at: 0) {
      self = opening.indices.contains { ByteScan.has("<html", in: bytes, at: $0) } ? .html : .xml
    } else if ByteScan.has("<w:", in: bytes, at: 0) || ByteScan.has("<pkg:", in: bytes, at: 0) {
      self = .xml
    } else if ByteScan.has("<!--", in: bytes, at: 0) || Self.htmlTags.contains(where: { Self.opens(bytes, $0) }) {
      self = .html
    } else if Self.hasMailHeader(bytes) {
      self = .mht
    } else {
      return nil
    }
  }

  private static func opens(_ bytes: Span<UInt8>, _ tag: StaticString) -> Bool {
    let end = tag.utf8CodeUnitCount
    return ByteScan.has(tag, in: bytes, at: 0) && end < bytes.count && (bytes[end] == 0x3E || bytes[end] <= 0x20)
  }

  private static func hasMailHeader(_ bytes: Span<UInt8>) -> Bool {
    bytes.indices.contains { offset in
      (offset == 0 || bytes[offset - 1] == 0x0A) && ByteScan.has("mime-version:", in: bytes, at: offset)
    }
  }
}

/// Tables of GitHub Flavored Markdown, as Tika 4 writes them by default.
enum MarkdownTable {
  /// True if a delimiter row such as `| --- | :-: |` stands below a line that begins with a bar.
  static func stands(in source: SourceText, _ table: LineTable) -> Bool {
    let bytes = source.utf8.span
    var isBelowBar = false
    for line in table.lines {
      let range = line.range
      let beginsWithBar = !range.isEmpty && bytes[range.start] == 0x7C
      if beginsWithBar && isBelowBar && isDelimiter(range, in: bytes) { return true }
      isBelowBar = beginsWithBar
    }
    return false
  }

  private static func isDelimiter(_ range: SourceRange, in bytes: Span<UInt8>) -> Bool {
    var dashes = 0
    for offset in range.start..<range.end {
      switch bytes[offset] {
      case 0x2D: dashes += 1
      case 0x20, 0x3A, 0x7C: break
      default: return false
      }
    }
    return dashes >= 3
  }
}
