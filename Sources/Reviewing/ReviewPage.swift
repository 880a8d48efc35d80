package import Digest
package import Publishing

/// The page on which people review a batch: one file that needs nothing else and asks nobody.
///
/// What comes from filings stands in it as data only. The browser is told to run the page's own script, known by its
/// hash, and nothing else.
package enum ReviewPage {
  /// The bytes depend on the batch, the rules and the language alone. O(batch).
  package static func html(
    _ batch: ReviewBatch, rules: [FindingKind], language: Language = .zh
  ) throws(DigestError) -> [UInt8] {
    let style = PageData.style
    let script = PageData.script
    let data = embedded(try ReviewData().write(batch, rules: rules, language: language))
    let policy = """
      default-src 'none'; script-src 'sha256-\(try SHA256(of: script).base64)'; \
      style-src 'sha256-\(try SHA256(of: style).base64)'; img-src data:; base-uri 'none'; form-action 'none'; \
      require-trusted-types-for 'script'; trusted-types 'none'
      """
    var page: [UInt8] = []
    page.reserveCapacity(data.count + style.utf8.count + script.utf8.count + PageData.html.utf8.count)
    let parts: [String: [UInt8]] = [
      "policy": Array(policy.utf8), "style": Array(style.utf8), "data": data, "script": Array(script.utf8),
      "language": Array((language == .en ? "en" : "zh-CN").utf8),
    ]
    // What is put in is not looked at again, whatever it holds.
    var rest = PageData.html.utf8[...]
    while let open = rest.firstRange(of: "{{".utf8), let close = rest[open.upperBound...].firstRange(of: "}}".utf8) {
      page += rest[..<open.lowerBound]
      page += parts[String(rest[open.upperBound..<close.lowerBound]) ?? ""] ?? []
      rest = rest[close.upperBound...]
    }
    return page + rest
  }

  /// JSON that may stand inside a script element: nothing in it ends the element, begins a comment or a CDATA section,
  /// or ends a line of a script. Outside strings JSON has none of these characters.
  package static func embedded(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count + json.count / 64)
    var index = 0
    while index < json.count {
      let byte = json[index]
      switch byte {
      case UInt8(ascii: "<"): result += #"\u003c"#.utf8
      case UInt8(ascii: ">"): result += #"\u003e"#.utf8
      case UInt8(ascii: "&"): result += #"\u0026"#.utf8
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      case 0xE2 where index + 2 < json.count && json[index + 1] == 0x80 && json[index + 2] & 0xFE == 0xA8:
        result += (json[index + 2] == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8
        index += 2
      default: result.append(byte)
      }
      index += 1
    }
    return result
  }
}
