internal import Digest
package import JSON
package import Provenance

/// Findings as SARIF 2.1.0, which editors and code-review systems read: one run, with the kinds of finding
/// that occur as its rules.
///
/// Results are written as they come; the rules, whose key sorts behind them, at the end. So memory holds the
/// output and nothing else.
package struct SARIFLog: ~Copyable {
  private var writer: JSONWriter
  private let language: Language
  private let version: String
  private let kinds: [String: FindingKind]
  /// The ids that occur, with their places in the list of rules.
  private var used: [String: Int] = [:]
  private var order: [(id: String, severity: Diagnostic.Severity)] = []

  /// `kinds` describes the findings that may come; one that it doesn't is listed by its id alone.
  package init(version: String, kinds: [FindingKind], language: Language = .zh, layout: JSONWriter.Layout = .indented) {
    self.version = version
    self.language = language
    self.kinds = Dictionary(kinds.map { ($0.id, $0) }) { first, _ in first }
    writer = JSONWriter(layout)
    writer.beginObject()
    writer.member(
      "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    writer.key("runs")
    writer.beginArray()
    writer.beginObject()
    writer.member("columnKind", "unicodeCodePoints")
    writer.member("language", language == .en ? "en-US" : "zh-CN")
    writer.key("results")
    writer.beginArray()
  }

  /// Adds the findings of one file. Each file is given once: equal findings in it are numbered.
  ///
  /// `prefix` is the number of bytes before the text in the file (3 for a UTF-8 byte order mark); nil if the
  /// file is not UTF-8, so that offsets into the text say nothing about the file.
  package mutating func add(_ diagnostics: [Diagnostic], of source: FindingSource, prefix: Int? = nil) {
    if diagnostics.isEmpty { return }
    let regions = SARIFRegions(source, prefix: prefix)
    let uri = Self.uri(source.path)
    var occurrences: [String: Int] = [:]
    for diagnostic in diagnostics {
      let fingerprint = Self.fingerprint(diagnostic, source.text, &occurrences)
      let index = ruleIndex(diagnostic)
      writer.beginObject()
      writer.member("level", diagnostic.severity.rawValue)
      writer.key("locations")
      writer.beginArray()
      writeLocation(uri, diagnostic.source.first, regions, pointer: diagnostic.path)
      writer.endArray()
      writer.key("message")
      writer.text(language.choose(diagnostic.message))
      if let fingerprint {
        writer.key("partialFingerprints")
        writer.beginObject()
        writer.member("jixiao/v1", fingerprint)
        writer.endObject()
      }
      if diagnostic.source.count > 1 {
        writer.key("relatedLocations")
        writer.beginArray()
        for (number, range) in diagnostic.source.enumerated().dropFirst() {
          writeLocation(uri, range, regions, number: number)
        }
        writer.endArray()
      }
      writer.member("ruleId", diagnostic.id)
      writer.key("ruleIndex")
      writer.integer(index)
      writer.endObject()
    }
  }

  /// Closes the log and gives its bytes.
  package consuming func finish() -> [UInt8] {
    writer.endArray()
    writer.key("tool")
    writer.beginObject()
    writer.key("driver")
    writer.beginObject()
    writer.member("name", "jixiao")
    writer.key("rules")
    writer.beginArray()
    for (id, severity) in order { writeRule(id, severity) }
    writer.endArray()
    writer.member("version", version)
    writer.endObject()
    writer.endObject()
    writer.endObject()
    writer.endArray()
    writer.member("version", "2.1.0")
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  private mutating func ruleIndex(_ diagnostic: Diagnostic) -> Int {
    if let index = used[diagnostic.id] { return index }
    used[diagnostic.id] = order.count
    order.append((diagnostic.id, diagnostic.severity))
    return order.count - 1
  }

  private mutating func writeRule(_ id: String, _ severity: Diagnostic.Severity) {
    let kind = kinds[id]
    writer.beginObject()
    writer.key("defaultConfiguration")
    writer.beginObject()
    writer.member("level", (kind?.severity ?? severity).rawValue)
    writer.endObject()
    if let kind {
      writer.key("fullDescription")
      writer.text(
        kind.rationale.zh + "\n\n" + kind.rationale.en,
        markdown: Self.markdown(kind.rationale.zh) + "\n\n" + Self.markdown(kind.rationale.en))
    }
    writer.member("id", id)
    if let kind {
      writer.key("shortDescription")
      writer.text(language.choose(kind.summary))
    }
    writer.endObject()
  }

  private mutating func writeLocation(
    _ uri: String, _ range: SourceRange?, _ regions: SARIFRegions, pointer: String? = nil, number: Int? = nil
  ) {
    writer.beginObject()
    if let number {
      writer.key("id")
      writer.integer(number)
    }
    if let pointer {
      writer.key("logicalLocations")
      writer.beginArray()
      writer.beginObject()
      writer.member("fullyQualifiedName", pointer)
      writer.member("kind", "value")
      writer.endObject()
      writer.endArray()
    }
    if number != nil {
      writer.key("message")
      writer.text(Wording.seeAlso(language))
    }
    writer.key("physicalLocation")
    writer.beginObject()
    writer.key("artifactLocation")
    writer.beginObject()
    writer.member("uri", uri)
    writer.endObject()
    if let range {
      writer.key("region")
      regions.write(range, to: &writer)
    }
    writer.endObject()
    writer.endObject()
  }

  /// Nil if the library refuses to digest. Stays the same while the value, its text and what is said of it do, whatever moves above it.
  private static func fingerprint(
    _ diagnostic: Diagnostic, _ text: SourceText, _ occurrences: inout [String: Int]
  ) -> String? {
    let said = diagnostic.source.map { text[$0] }.joined(separator: "\u{0}")
    let key = diagnostic.id + "\u{0}" + (diagnostic.path ?? "") + "\u{0}" + said
    let occurrence = occurrences[key, default: 0]
    occurrences[key] = occurrence + 1
    return try? SHA256(of: key + "\u{0}\(occurrence)").prefixHex(16)
  }

  /// A path as a URI reference (RFC 3986): all but unreserved characters and `/` is percent-encoded. A byte that is not
  /// UTF-8 stands in the path as `%FF` already, and a `%` that could be taken for such as `%25`.
  static func uri(_ path: String) -> String {
    var result = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    let bytes = Array(path.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "%") where bytes[(index + 1)...].prefix(2).count { isHexDigit($0) } == 2:
        result += "%"
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "a")...UInt8(ascii: "f"):
      true
    default: false
    }
  }

  /// Plain text as Markdown: what would be markup is escaped.
  static func markdown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  fileprivate mutating func text(_ text: String, markdown: String? = nil) {
    beginObject()
    if let markdown { member("markdown", markdown) }
    member("text", text)
    endObject()
  }
}
