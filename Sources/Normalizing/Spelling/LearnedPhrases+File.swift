package import JSON

/// The file that `jixiao learn` writes: canonical JSON, so that equal counts are equal bytes.
extension LearnedPhrases {
  package static let format = "jixiao.evidence/1"

  package var json: JSONValue {
    .object(
      JSONObject([
        ("filings", .number(Double(filings))),
        ("format", .string(Self.format)),
        ("phrases", .object(JSONObject(counts.map { ($0.key, .number(Double($0.value))) }))),
      ]))
  }

  /// RFC 8785, and a final newline.
  package var bytes: [UInt8] {
    var writer = JSONWriter(.canonical)
    json.write(to: &writer)
    writer.finish()
    return writer.bytes + (writer.bytes.last == 0x0A ? [] : [0x0A])
  }

  /// Reads such a file, whose name is for errors.
  package init(_ bytes: [UInt8], file name: String) throws(SpellingFileError) {
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes)
    } catch {
      throw .evidence(name, error.zh, error.en)
    }
    guard case .object = value, case .string(let format)? = value["format"] else {
      throw .evidence(name, "没有 format", "it has no format")
    }
    guard format == Self.format else {
      throw .evidence(name, "格式是 \(format)", "its format is \(format)")
    }
    guard case .number(let filings)? = value["filings"], let filings = Int(exactly: filings), filings >= 0,
      case .object(let phrases)? = value["phrases"]
    else { throw .evidence(name, "缺少 filings 或 phrases", "filings or phrases is missing") }
    var counts: [String: Int] = [:]
    for member in phrases.members {
      guard case .number(let count) = member.value, let count = Int(exactly: count), count > 0 else {
        throw .evidence(name, "“\(member.key)”的次数不是正整数", "the count of “\(member.key)” is not a positive whole number")
      }
      counts[member.key] = count
    }
    self.init(counts: counts, filings: filings)
  }
}
