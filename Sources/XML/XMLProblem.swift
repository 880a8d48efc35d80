/// Why an XML document was not read to its end.
package struct XMLProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case notWellFormed
    /// A document type, which could define entities.
    case doctype
    case tooDeep
    case tagTooLong
    case noMemory
  }

  package var kind: Kind
  /// Counting from 1; 0 if not known.
  package var line: Int
  package var column: Int
  /// libxml2's own words; may be empty.
  package var detail: String
}
