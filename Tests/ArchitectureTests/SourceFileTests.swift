import Testing

@Suite struct SourceFileTests {
  /// A file over this many lines says why in a comment that begins with `reason`.
  static let limit = 300
  static let reason = "// Over 300 lines: "

  @Test func longFilesSayWhy() throws {
    for file in try Checkout.sources(in: "Sources") where !file.isGenerated {
      let tooLong = isTooLong(file.text)
      #expect(!tooLong, "\(file): one idea per file; or a line `\(Self.reason)…` that says why it is one")
    }
  }

  @Test func invisibleCharactersAreEscaped() throws {
    for folder in ["Sources", "Tests"] {
      for file in try Checkout.sources(in: folder) {
        let found = invisible(in: file.text)
        #expect(found.isEmpty, "\(file): \(found); write \\u{…}")
      }
    }
  }

  @Test func takesALongFileWithAReason() {
    let long = String(repeating: "\n", count: Self.limit + 1)
    #expect(isTooLong(long))
    #expect(!isTooLong(long + "  // Over 300 lines: one table.\n"))
    #expect(!isTooLong(String(repeating: "\n", count: Self.limit)))
  }

  @Test(
    arguments: [
      (0x200B, true), (0x00A0, true), (0x3000, true), (0xFEFF, true), (0x202E, true), (0x2028, true), (0x09, true),
      (0x0D, true), (0xFE0F, true), (0x3164, true), (0xE000, true), (0x20, false), (0x0A, false), (0x4E00, false),
      (0xFF0C, false), (0x0041, false),
    ] as [(UInt32, Bool)])
  func knowsAnInvisibleCharacter(value: UInt32, isInvisible: Bool) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(invisible(in: "a\(scalar)b").isEmpty != isInvisible)
  }

  private func isTooLong(_ text: String) -> Bool {
    text.utf8.count { $0 == 0x0A } > Self.limit && !text.contains(Self.reason)
  }
}

/// The characters of a text that a reader can't see or tell from a space, each with its line.
func invisible(in text: String) -> [String] {
  var found: [String] = []
  var line = 1
  for scalar in text.unicodeScalars {
    if scalar == "\n" {
      line += 1
      continue
    }
    if scalar.isASCII && scalar.value >= 0x20 && scalar.value < 0x7F { continue }
    let hidden =
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
      default: scalar.properties.isDefaultIgnorableCodePoint
      }
    if hidden { found.append("U+" + String(scalar.value, radix: 16, uppercase: true) + " in line \(line)") }
  }
  return found
}
