/// What a target value (指标值) says, read from its text and from what stands beside it.
package struct Target: Hashable, Sendable {
  package var value: Value
  package var `operator`: Operator?
  /// As written, with half-width signs; never converted.
  package var unit: String?
  /// Set where the unit is not said but follows from the kind of name.
  package var unitInferredFrom: Source?
  /// True where a date names no year and the filing's was taken.
  package var yearIsInferred = false
  package var parts = Parts()

  package init(_ value: Value, operator: Operator? = nil, unit: String? = nil) {
    self.value = value
    self.operator = `operator`
    self.unit = unit
  }
}

extension Target {
  package enum Value: Hashable, Sendable {
    /// One number.
    case quantity(Decimal)
    /// From the lesser number to the greater, both included.
    case range(Decimal, Decimal)
    /// The day or the span of days that is named, first to last; nil where the year is not known. An operator relates
    /// to what is named: `12月底前` is ≤ with the 31st as both, `12月前` is ≤ with the whole month, because the
    /// text doesn't say which of its ends is meant.
    case date(CivilDate?, CivilDate?)
    /// Words: 优, 明显提升, 按计划实施.
    case qualitative
    /// Not applicable, or empty.
    case none
    case unread(Unread)
  }

  /// Why a text is not read.
  package enum Unread: String, Hashable, Sendable, CaseIterable {
    /// A unit without a number.
    case unitAlone
    /// An operator without a number.
    case operatorAlone
    /// Digits that don't make one number: `9%0`, `968.191 8`, `1,23`.
    case brokenNumber
    /// More than 15 significant digits.
    case tooManyDigits
    /// More numbers than one value or one range has.
    case severalNumbers
    /// The operator says one thing, and the words behind the number or the operator's column another.
    case contradiction
    /// A range with an operator.
    case operatorWithRange
    /// A range whose second end is below its first.
    case descendingRange
    /// Two units that differ.
    case unitsDiffer
    /// Words behind a number that are no known unit, and no operator that would make the number a threshold.
    case unknownUnit
    /// A number among words without an operator beside it, or with a negation before it.
    case wordsAround
    /// 左右, 上下.
    case approximate
    /// A day that the calendar doesn't have.
    case impossibleDate
    /// A number or a date, as `2023.12`; a month or a duration, as `3月内`.
    case ambiguousDate
    /// Signs that are neither number nor word.
    case unexplained
  }

  /// The texts that a target is read from.
  package enum Source: String, Hashable, Sendable, CaseIterable {
    /// The target value itself.
    case text
    /// The name of the indicator.
    case name
    /// The column of units (度量单位).
    case unit
    /// The column of operators (指标性质).
    case `operator`
  }

  /// A stretch of one of the texts, in UTF-8 offsets.
  package struct Part: Hashable, Sendable {
    package var source: Source
    package var range: Range<Int>

    package init(_ source: Source, _ range: Range<Int>) {
      self.source = source
      self.range = range
    }
  }

  /// Where the parts of a target stand.
  package struct Parts: Hashable, Sendable {
    package var `operator`: Part?
    /// Words behind the number that repeat an operator already given: 及以上.
    package var tail: Part?
    /// The number or the date; of a range or a span, the first.
    package var value: Part?
    /// The second end of a range or a span.
    package var upper: Part?
    /// Where the unit is said; where it is inferred, the ending of the name that it follows from.
    package var unit: Part?

    package init() {}
  }

  /// Whether the value is a number or a range of numbers, which may have a unit.
  package var isNumeric: Bool {
    switch value {
    case .quantity, .range: true
    default: false
    }
  }

  static func unread(_ reason: Unread) -> Target { Target(.unread(reason)) }
}
