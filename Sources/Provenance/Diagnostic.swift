/// Something that a reader of the filing should know: what, how grave, where.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    case error, warning, note
  }

  /// The stable name of the kind of finding, such as `cost-direction`.
  package var id: String
  package var severity: Severity
  /// The JSON pointer of the value that it is about; nil if it is about the whole file.
  package var path: String?
  package var message: Message
  /// Where in the source, in reading order.
  package var source: [SourceRange]

  package init(
    _ id: String, _ severity: Severity, path: String? = nil, _ message: Message, at source: [SourceRange] = []
  ) {
    self.id = id
    self.severity = severity
    self.path = path
    self.message = message
    self.source = source
  }
}

/// A text for people, in both languages.
package struct Message: Hashable, Sendable {
  package var zh: String
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
