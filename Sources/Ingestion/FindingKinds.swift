internal import Checking
package import Publishing

/// What the kinds of finding are, for formats that describe them.
package enum FindingKinds {
  /// The checks'; what readers and modelling report explains itself in its message.
  package static var all: [FindingKind] {
    Check.all.map { FindingKind(id: $0.id, summary: $0.summary, rationale: $0.rationale, severity: $0.severity) }
  }
}
