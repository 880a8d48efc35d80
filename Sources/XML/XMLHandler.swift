internal import CXML

/// What is done with the events of a document. Elements come by the index of their name in the vocabulary; others, and
/// characters where no element wants them, are passed over.
package protocol XMLHandler {
  mutating func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes)
  mutating func end(_ space: Int, _ name: Int)
  mutating func text(_ utf8: Span<UInt8>)
}

/// The attributes of an element, valid within the event.
@safe package struct XMLAttributes {
  private let attributes: UnsafeBufferPointer<cxml_attribute>
  private let text: UnsafeBufferPointer<UInt8>

  /// Values are places in `text`, which the parser keeps within bounds.
  @unsafe init(_ attributes: UnsafeBufferPointer<cxml_attribute>, in text: UnsafeBufferPointer<UInt8>) {
    unsafe self.attributes = attributes
    unsafe self.text = text
  }

  /// The value of the first attribute of that name, in whatever namespace.
  package subscript(name: Int) -> String? {
    for index in unsafe attributes.indices where unsafe Int(attributes[index].name) == name {
      let start = unsafe Int(attributes[index].start)
      let value = unsafe UnsafeBufferPointer(rebasing: text[start..<start + Int(attributes[index].count)])
      return unsafe String(decoding: value, as: UTF8.self)
    }
    return nil
  }
}
