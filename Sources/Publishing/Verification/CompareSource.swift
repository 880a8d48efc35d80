internal import Digest
internal import JSON
internal import Modeling
internal import Provenance

/// Holds what a publication says of its source to the file itself. Whether texts, lines and columns are right is found
/// by writing with the source's own; here is what that can't see.
func compare(
  _ publication: Publication, _ value: JSONValue, _ source: SourceFile
) throws(DigestError) -> [Problem] {
  var problems: [Problem] = []
  func expect(_ key: String, _ found: String, _ expected: String) {
    if found.isSame(as: expected) { return }
    problems.append(
      Problem(
        .source, at: "/source/\(key)",
        Message(
          zh: "记录的是\(Message(quoting: found).zh)，而手头的原文件是\(Message(quoting: expected).zh)；请确认是否为同一文件。",
          en: "on record is \(Message(quoting: found).en), the source at hand has \(Message(quoting: expected).en); "
            + "check that it is the same file.")))
  }
  let record = publication.source
  expect("sha256", record.sha256, try SHA256(of: source.bytes).hex)
  expect("bytes", "\(record.bytes)", "\(source.bytes.count)")
  expect("charset", record.charset, source.charset)
  expect("reader", record.reader, source.reader)
  expect("dialect", record.dialect, source.dialect)
  expect("convertedBy", record.convertedBy.text, source.convertedBy.text)
  problems += accounted(publication.filing, source.text)
  problems += outside(value, source.text)
  return problems
}

extension SourceRecord.Converter? {
  fileprivate var text: String {
    guard let self else { return "" }
    return "\(self.name) \(self.version) \(self.textSHA256)"
  }
}

/// Fields, furniture and what is unmapped are together every character but white space.
private func accounted(_ filing: Filing, _ text: SourceText) -> [Problem] {
  var problems: [Problem] = []
  let all = printed(text[text.range])
  if filing.account.all != all {
    problems.append(
      Problem(
        .account, at: "/source/characters",
        Message(
          zh: "字段、表格用语和未归属的字符合计 \(filing.account.all) 个，而原文（空白除外）有 \(all) 个。",
          en:
            "fields, furniture and unmapped are \(filing.account.all) characters, the source has \(all), white space apart."
        )))
  }
  let listed = filing.unmapped.reduce(0) { $0 + printed(text[$1]) }
  if listed != filing.account.unmapped {
    problems.append(
      Problem(
        .account, at: "/source/characters/unmapped",
        Message(
          zh: "记录了 \(filing.account.unmapped) 个未归属的字符，而 unmapped 列出 \(listed) 个。",
          en: "\(filing.account.unmapped) characters are said to be unmapped, but unmapped lists \(listed).")))
  }
  return problems
}

/// How many Unicode scalars are not white space.
private func printed(_ text: String) -> Int {
  text.unicodeScalars.count { !$0.properties.isWhitespace }
}

/// Every place lies in the source, on whole characters.
private func outside(_ value: JSONValue, _ text: SourceText) -> [Problem] {
  func isBoundary(_ offset: Int) -> Bool {
    offset == text.count || (offset >= 0 && offset < text.count && text.utf8[offset] & 0xC0 != 0x80)
  }
  var problems: [Problem] = []
  var path = PointerPath()
  func look(_ value: JSONValue) {
    switch value {
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        path.push(index)
        look(element)
        path.pop()
      }
    case .object(let object):
      for (key, offset) in ["start", "end"].compactMap({ key in object[key].map { (key, $0) } }) {
        guard object["line"] != nil, case .number(let number) = offset, let offset = Int(exactly: number),
          !isBoundary(offset)
        else { continue }
        problems.append(
          Problem(
            .outside, at: path.text + "/" + key,
            Message(
              zh: "第 \(offset) 字节不是原文（\(text.count) 字节）中字符的边界。",
              en: "byte \(offset) is not between two characters of the source, which has \(text.count) bytes.")))
      }
      for member in object.members {
        path.push(computed: member.key)
        look(member.value)
        path.pop()
      }
    default: break
    }
  }
  // Where options stand there are no places.
  for key in ["places", "corrections", "diagnostics", "unmapped"] {
    guard let part = value[key] else { continue }
    path.push(computed: key)
    look(part)
    path.pop()
  }
  return problems
}
