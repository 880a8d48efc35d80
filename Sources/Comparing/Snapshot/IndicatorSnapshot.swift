internal import JSON

/// A row of an indicator table. The same boilerplate stands in thousands of projects, so what is equal may be kept once: a
/// reference that nobody changes; a change makes a new one.
package struct IndicatorSnapshot: Sendable {
  private var shared: Shared

  package init() {
    shared = Shared(Row())
  }

  package init(_ row: Row) {
    shared = Shared(row)
  }

  package struct Row: Hashable, Sendable {
    package var level1: String?
    package var level2: String?
    package var name: String?
    package var description: String?
    package var target: TargetSnapshot?
    package var basis: String?
    package var direction: String?
    package var weight: String?
    package var note: String?
    package var grades: [NamedText] = []

    package init() {}
  }

  private final class Shared: Sendable {
    let row: Row

    init(_ row: Row) {
      self.row = row
    }
  }

  package var row: Row {
    get { shared.row }
    set { shared = Shared(newValue) }
  }
}

extension IndicatorSnapshot: Hashable {
  package static func == (left: Self, right: Self) -> Bool {
    left.shared === right.shared || left.shared.row == right.shared.row
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(shared.row) }

  /// A number that rows of the same bytes have in common, and others very probably not.
  var fingerprint: UInt64 {
    let row = shared.row
    var result: UInt64 = 0
    for text in [row.level1, row.level2, row.name, row.description, row.target?.text, row.basis, row.weight] {
      result = text.map { $0.utf8.span.fingerprint(result) } ?? result &+ 1
    }
    return result
  }
}

extension IndicatorSnapshot {
  package var level1: String? {
    get { shared.row.level1 }
    set { row.level1 = newValue }
  }

  package var level2: String? {
    get { shared.row.level2 }
    set { row.level2 = newValue }
  }

  package var name: String? {
    get { shared.row.name }
    set { row.name = newValue }
  }

  package var description: String? {
    get { shared.row.description }
    set { row.description = newValue }
  }

  package var target: TargetSnapshot? {
    get { shared.row.target }
    set { row.target = newValue }
  }

  package var basis: String? {
    get { shared.row.basis }
    set { row.basis = newValue }
  }

  package var direction: String? {
    get { shared.row.direction }
    set { row.direction = newValue }
  }

  package var weight: String? {
    get { shared.row.weight }
    set { row.weight = newValue }
  }

  package var note: String? {
    get { shared.row.note }
    set { row.note = newValue }
  }

  package var grades: [NamedText] {
    get { shared.row.grades }
    set { row.grades = newValue }
  }
}
