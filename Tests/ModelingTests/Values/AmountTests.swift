import Modeling
import TestSupport
import Testing

@Suite struct AmountTests {
  @Test func readsEveryForm() throws {
    for example in try CaseFile("amounts").cases {
      let declared = AmountUnit.allCases.first { $0.name == example[1] }
      let reading = Amount.read(example[0], unit: declared)
      let said =
        switch reading {
        case .amount(let amount): "\(amount.yuan) \(amount.unit.name)\(amount.unitRange == nil ? "" : " t")"
        case .none: "none"
        case .unread(let reason): "unread \(reason.rawValue)"
        }
      #expect(said == example[2], "\(example[0])", sourceLocation: example.location)
    }
  }

  @Test func findsTheDeclaredUnitAndItsPlace() throws {
    for example in try CaseFile("declarations").cases {
      let declared = AmountUnit.declared(in: example[0])
      #expect((declared?.unit.name ?? "none") == example[1], "\(example[0])", sourceLocation: example.location)
      if let declared { #expect(slice(example[0], declared.range) == declared.unit.name) }
    }
  }

  @Test func findsAmountsInSentences() throws {
    for example in try CaseFile("mentions").cases {
      let mentions = Amount.mentions(in: example[0])
      let said = mentions.isEmpty ? "none" : mentions.map(\.yuan.description).joined(separator: " ")
      #expect(said == example[1], "\(example[0])", sourceLocation: example.location)
      for mention in mentions { #expect(slice(example[0], mention.range) == mention.text) }
    }
  }

  @Test func saysWhereNumberAndUnitStand() throws {
    let amount = try #require(Amount.read(" 21.00（万元）", unit: nil).amount)
    #expect(amount.number == 1..<6)
    #expect(amount.unitRange == 9..<15)
  }

  @Test func anyTextIsReadAndEveryRangeLiesInsideIt() {
    var random = SplitMix(seed: 6)
    for _ in 0..<10_000 {
      let text = RandomText.make(&random)
      if let amount = Amount.read(text, unit: .tenThousand).amount {
        #expect(slice(text, amount.number)?.isEmpty == false)
        if let range = amount.unitRange { #expect(slice(text, range)?.isEmpty == false) }
      }
      if let declared = AmountUnit.declared(in: text) { #expect(slice(text, declared.range) == declared.unit.name) }
      for mention in Amount.mentions(in: text) { #expect(slice(text, mention.range) == mention.text) }
      if let month = Schedule.month(text) {
        #expect((1...12).contains(month.month))
        #expect(slice(text, month.range)?.isEmpty == false)
      }
      if let percent = Schedule.percent(text) { #expect(slice(text, percent.range)?.isEmpty == false) }
    }
  }
}

@Suite struct ScheduleTests {
  @Test func readsTheMonthOfALabel() throws {
    for example in try CaseFile("months").cases {
      let month = Schedule.month(example[0])
      #expect(
        (month.map { String($0.month) } ?? "none") == example[1], "\(example[0])", sourceLocation: example.location)
    }
  }

  @Test(arguments: [
    ("25.00%", "25"), ("25", "25"), ("25％", "25"), ("２５．５％", "25.5"), ("0.25", "0.25"), (" 100.00 % ", "100"),
    ("", nil),
    ("-", nil), ("25%%", nil), ("25元", nil), ("二十五", nil), ("25 50", nil),
  ]) func readsPercentPointsAsTheyStand(text: String, value: String?) {
    #expect(Schedule.percent(text)?.value.description == value)
  }
}
