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
    return excerpt(text.text) + amount.unit.name
  }
}

extension Budget {
  /// The amounts that can be read, in yuan.
  var amounts: [Decimal] { [total, fiscal, other].compactMap { $0?.reading.amount?.yuan } }
}

extension ProjectCode {
  /// The year that the code of `text` says; nil where it has not the form of a code.
  static func year(_ text: String) -> Int? {
    if let digits = plainDigits(text) { return 2000 + digits % 100 }
    return read(text)?.parts?.year
  }

  /// The first eight digits of a code of 21 ASCII capital letters and digits: nearly all codes, told without
  /// reading them.
  static func plainDigits(_ text: String) -> Int? {
    let utf8 = text.utf8Span.span
    guard utf8.count == length else { return nil }
    var digits = 0
    for index in utf8.indices {
      let byte = utf8[index]
      let isDigit = (0x30...0x39).contains(byte)
      guard isDigit || index >= 8 && (0x41...0x5A).contains(byte) else { return nil }
      if index < 8 { digits = digits * 10 + Int(byte & 15) }
    }
    return (1...8).contains(digits / 10_000_000) ? digits : nil
  }
}

extension Filing {
  /// The target of an indicator; nil where the cell is empty.
  func target(ofIndicator indicator: Int, in project: Int) -> Target? {
    guard let text = projects[project].indicators[indicator].target?.text, !text.isEmpty else { return nil }
    return Target.read(
      text, name: projects[project].indicators[indicator].name?.text ?? "",
      unit: projects[project].indicators[indicator].unit?.text,
      operator: projects[project].indicators[indicator].operator?.text, year: identity.year?.value)
  }

  /// The places of an indicator's texts, its target first.
  func places(ofTarget indicator: Int, in project: Int) -> [SourceRange] {
    let row = projects[project].indicators[indicator]
    return Checking.places(row.target, row.name)
  }
}
