package import Provenance

/// Why an export, or a part of it, could not be made: a stable name, and a text for people that says what was found,
/// where, and what to do.
package struct ExportError: Error, Hashable, Sendable {
  package var id: String
  package var message: Message

  package init(_ id: String, zh: String, en: String) {
    self.id = id
    message = Message(zh: zh, en: en)
  }
}
