/// Where a value stands in the source, and what part that place played in it.
package struct Place: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// The text of the value itself.
    case value
    /// Where its unit is said.
    case unit
    /// A name from which something was inferred.
    case name
    /// A code from which something was inferred.
    case code
  }

  package var range: SourceRange
  package var role: Role

  package init(_ range: SourceRange, _ role: Role = .value) {
    self.range = range
    self.role = role
  }
}
