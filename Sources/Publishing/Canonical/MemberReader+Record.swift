internal import Documents
internal import JSON
internal import Modeling
internal import Provenance

/// What a file says besides the values of the filing.
extension MemberReader {
  mutating func diagnostic() -> Diagnostic {
    let message = object("message") { reader in Message(zh: reader.string("zh"), en: reader.string("en")) }
    let severity = word("severity", Diagnostic.Severity.self)
    return Diagnostic(
      string("id"), severity ?? .error, path: nullableString("path"), message ?? Message(""),
      at: objects("source") { $0.range() })
  }

  mutating func sourceRecord() -> (SourceRecord, Account) {
    _ = number("accounted")
    let account = object("characters") { reader in
      var account = Account()
      account.fields = reader.integer("fields")
      account.furniture = reader.integer("furniture")
      account.unmapped = reader.integer("unmapped")
      return account
    }
    let record = SourceRecord(
      path: string("path"), sha256: string("sha256"), bytes: integer("bytes"), charset: string("charset"),
      reader: string("reader"), dialect: string("dialect"),
      convertedBy: has("convertedBy") ? object("convertedBy") { $0.converter() } : nil,
      asides: has("asides") ? objects("asides") { $0.aside() } : [])
    return (record, account ?? Account())
  }

  private mutating func converter() -> SourceRecord.Converter {
    SourceRecord.Converter(
      name: string("name"), version: string("version"), textSHA256: string("textSha256"))
  }

  private mutating func aside() -> SourceRecord.Aside {
    SourceRecord.Aside(
      kind: word("kind", Document.Aside.Kind.self) ?? .comment, part: string("part"), text: string("text"),
      author: has("author") ? string("author") : nil,
      anchor: has("anchor") ? object("anchor") { $0.range() } ?? nil : nil)
  }

  mutating func producer() -> Producer {
    Producer(
      name: string("name"), version: string("version"), icu: string("icu"), unicode: string("unicode"),
      options: required("options") ?? .null,
      evidence: objects("evidence") { reader in
        Producer.EvidenceFile(name: reader.string("name"), sha256: reader.string("sha256"))
      })
  }
}

extension SourceRecord {
  static let empty = SourceRecord(path: "", sha256: "", bytes: 0, charset: "", reader: "", dialect: "")
}

extension Producer {
  static let empty = Producer(
    name: "", version: "", icu: "", unicode: "", options: .null, evidence: [])
}
