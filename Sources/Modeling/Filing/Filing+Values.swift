internal import Provenance

// Typed values, read from the texts each time they are asked for.

extension Money {
  /// In yuan; nil if the text is no amount, or no unit is said for it.
  package var yuan: Decimal? { reading.amount?.yuan }

  package var reading: Amount.Reading {
    Amount.read(text.text, unit: unit.flatMap { AmountUnit.declared(in: $0.text)?.unit })
  }
}

extension Stage {
  /// 1…12.
  package var monthValue: Int? { month.flatMap { Schedule.month($0.text)?.month } }

  /// In percent points.
  package var percentValue: Decimal? { percent.flatMap { Schedule.percent($0.text)?.value } }
}
