/// What kind of text a leaf of a filing holds: decides which rules apply to it.
package struct FieldKind: OptionSet, Hashable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// A code of letters and digits: project, unit, department.
  package static var code: FieldKind { FieldKind(rawValue: 1 << 0) }
  /// The name of a project, duty, unit, department, measure or indicator.
  package static var name: FieldKind { FieldKind(rawValue: 1 << 1) }
  /// Sentences: goals, purposes, descriptions, measures.
  package static var prose: FieldKind { FieldKind(rawValue: 1 << 2) }
  /// A printed label that has a canonical name: the levels of an indicator.
  package static var taxonomy: FieldKind { FieldKind(rawValue: 1 << 3) }
  /// A target value as printed, operator and unit included.
  package static var target: FieldKind { FieldKind(rawValue: 1 << 4) }
  /// What a target is based on.
  package static var basis: FieldKind { FieldKind(rawValue: 1 << 5) }
  /// An amount of money as printed.
  package static var amount: FieldKind { FieldKind(rawValue: 1 << 6) }
  /// A point in the year or a share of the budget, as printed in a schedule.
  package static var schedule: FieldKind { FieldKind(rawValue: 1 << 7) }
  /// The cover, headings and the table of contents.
  package static var title: FieldKind { FieldKind(rawValue: 1 << 8) }

  package static var all: FieldKind { FieldKind(rawValue: 0x1FF) }
  /// Everything that people write in words.
  package static let text: FieldKind = [.name, .prose, .basis, .title]
  /// What is read as a number or a date.
  package static let numbers: FieldKind = [.target, .amount, .schedule]
}

/// A leaf as a rule sees it: its kind, and what its neighbours say that matters to it.
package struct Field: Hashable, Sendable {
  package var kind: FieldKind
  /// For a target, the name of its indicator.
  package var indicator: String?
  /// For prose that is one of several paragraphs or items, whether the others end in a full stop.
  package var siblingsEndInStop: Bool

  package init(_ kind: FieldKind, indicator: String? = nil, siblingsEndInStop: Bool = false) {
    self.kind = kind
    self.indicator = indicator
    self.siblingsEndInStop = siblingsEndInStop
  }
}
