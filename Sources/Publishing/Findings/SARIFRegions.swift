internal import JSON
internal import Provenance

/// Ranges of one file's text as SARIF regions: lines and columns, characters, and bytes where they are known.
struct SARIFRegions {
  private let source: FindingSource
  private let prefix: Int?
  /// How many characters (Unicode scalars) stand before each line.
  private let before: [Int]

  init(_ source: FindingSource, prefix: Int?) {
    self.source = source
    self.prefix = prefix
    var before: [Int] = []
    before.reserveCapacity(source.lines.starts.count)
    var characters = 0
    var offset = 0
    for start in source.lines.starts {
      while offset < min(start, source.text.count) {
        if source.text.utf8[offset] & 0xC0 != 0x80 { characters += 1 }
        offset += 1
      }
      before.append(characters)
    }
    self.before = before
  }

  func write(_ range: SourceRange, to writer: inout JSONWriter) {
    let start = source.lines.position(of: range.start)
    let end = source.lines.position(of: range.end)
    let first = character(start)
    writer.beginObject()
    if let prefix {
      writer.member("byteLength", range.count)
      writer.member("byteOffset", prefix + range.start)
    }
    writer.member("charLength", character(end) - first)
    writer.member("charOffset", first)
    writer.member("endColumn", end.column)
    writer.member("endLine", end.line)
    writer.member("startColumn", start.column)
    writer.member("startLine", start.line)
    writer.endObject()
  }

  private func character(_ position: Position) -> Int {
    before.indices.contains(position.line - 1) ? before[position.line - 1] + position.column - 1 : 0
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }
}
