import JSON

/// A file of entries as `Entry.write` lays them out in a manifest: each begins with a line `    {` and ends
/// with a line `    }`. No string holds a line break, so the lines tell the entries apart without parsing.
///
/// The journal has the same lines, which is why an entry can be copied from either without being read.
struct EntryFile {
  /// Borrowed: the owner keeps it open.
  let file: Int32

  /// Calls with each whole entry, in the order of the file, and where it begins; what is cut short is
  /// passed over.
  func forEach(_ body: (_ offset: Int, _ entry: [UInt8]) -> Void) throws(SystemError) {
    var window: [UInt8] = []
    var windowStart = 0
    var lineStart = 0
    var entryStart: Int?
    var isAtEnd = false
    while !isAtEnd {
      isAtEnd = try System.read(file, from: windowStart + window.count, atMost: 1 << 18, into: &window) == 0
      while let line = Self.line(in: window, at: lineStart, isAtEnd: isAtEnd) {
        if Self.isOpening(line) {
          entryStart = lineStart
        } else if Self.isClosing(line), let start = entryStart {
          body(windowStart + start, Array(window[start..<lineStart + 5]))
          entryStart = nil
        }
        lineStart = line.endIndex + 1
      }
      // No entry of ours is as long as this: the file is damaged from here on.
      if window.count > 1 << 26 { return }
      let unneeded = min(entryStart ?? lineStart, lineStart, window.count)
      window.removeSubrange(..<unneeded)
      windowStart += unneeded
      lineStart -= unneeded
      entryStart = entryStart.map { $0 - unneeded }
    }
  }

  /// The entry that begins at `offset`; nil if there is none.
  func entry(at offset: Int) -> [UInt8]? {
    var window: [UInt8] = []
    var lineStart = 0
    while (try? System.read(file, from: offset + window.count, atMost: max(4096, window.count), into: &window)) ?? 0 > 0
    {
      while let line = Self.line(in: window, at: lineStart, isAtEnd: false) {
        if lineStart == 0, !Self.isOpening(line) { return nil }
        if Self.isClosing(line) { return Array(window[..<(lineStart + 5)]) }
        lineStart = line.endIndex + 1
      }
    }
    // The last line of a file may lack its end.
    guard let line = Self.line(in: window, at: lineStart, isAtEnd: true), Self.isClosing(line) else { return nil }
    return Array(window[..<(lineStart + 5)])
  }

  /// The path that an entry is about, without parsing the rest of it.
  static func path(in entry: [UInt8]) -> String? {
    var lineStart = 0
    while let line = line(in: entry, at: lineStart, isAtEnd: true) {
      if line.starts(with: pathKey) {
        let text = line.dropFirst(pathKey.count).dropLast()
        // The value with its quotes; escapes are left to the parser.
        guard case .string(let path)? = try? JSONParser.parse(Array(text)) else { return nil }
        return path
      }
      lineStart = line.endIndex + 1
    }
    return nil
  }

  private static let pathKey = Array("      \"path\": ".utf8)

  private static func line(in window: [UInt8], at start: Int, isAtEnd: Bool) -> ArraySlice<UInt8>? {
    guard start < window.count else { return nil }
    let bytes = window.span
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end < bytes.count || isAtEnd ? window[start..<end] : nil
  }

  private static func isOpening(_ line: ArraySlice<UInt8>) -> Bool { line == opening }

  private static func isClosing(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 6 && (line == closing || line == closing + [UInt8(ascii: ",")])
  }

  private static let opening = ArraySlice("    {".utf8)
  private static let closing = ArraySlice("    }".utf8)
}
