internal import Modeling
internal import Provenance

extension Money {
  /// The amount in yuan, and why there is none.
  var reading: Amount.Reading {
    Amount.read(text.text, unit: unit.flatMap { AmountUnit.declared(in: $0.text)?.unit })
  }

  /// The amount as people read it: its text, with the declared unit where the text says none.
  var shown: String {
    guard let amount = reading.amount, amount.unitRange == nil else { return quoted(text.text) }
    return text.text + amount.unit.name
  }
}

extension Budget {
  /// The amounts that can be read, in yuan.
  var amounts: [Decimal] { [total, fiscal, other].compactMap { $0?.reading.amount?.yuan } }
}

extension Filing {
  /// The target of an indicator; nil where the cell is empty.
  func target(ofIndicator indicator: Int, in project: Int) -> Target? {
    guard let text = projects[project].indicators[indicator].target?.text, !text.isEmpty else { return nil }
    return Target.read(
      text, name: projects[project].indicators[indicator].name?.text ?? "", year: identity.year?.value)
  }

  /// The places of an indicator's texts, its target first.
  func places(ofTarget indicator: Int, in project: Int) -> [SourceRange] {
    let row = projects[project].indicators[indicator]
    return Checking.places(row.target, row.name)
  }
}
