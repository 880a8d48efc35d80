import Modeling
import TestSupport
import Testing

@Suite struct TargetTests {
  @Test(arguments: ["targets", "dates"]) func readsEveryForm(file: String) throws {
    for example in try CaseFile(file).cases {
      var options: [String: String] = [:]
      for option in example[3].split(separator: " ") {
        guard let equal = option.firstIndex(of: "=") else { continue }
        options[String(option[..<equal])] = String(option[option.index(after: equal)...])
      }
      let target = Target.read(
        example[0], name: example[1], unit: options["unit"], operator: options["operator"],
        year: options["year"].flatMap { Int($0) })
      #expect(describe(target) == example[2], "\(example[0])", sourceLocation: example.location)
    }
  }

  @Test func readsTheUnitThatANameStatesOrImplies() throws {
    for example in try CaseFile("names").cases {
      // Read through a target that has no unit of its own.
      let target = Target.read("≥95", name: example[0])
      let unit = target.unit.map { $0 + (target.unitInferredFrom == nil ? "" : ":inferred") } ?? "none"
      #expect(unit == example[1], "\(example[0])", sourceLocation: example.location)
    }
  }

  @Test func readsTheTargetThatANameStates() throws {
    for example in try CaseFile("stated").cases {
      let stated = Target.statedInName(example[0])
      guard example[1] != "none" else {
        #expect(stated == nil, "\(example[0])", sourceLocation: example.location)
        continue
      }
      let found = try #require(stated, "\(example[0])", sourceLocation: example.location)
      #expect(slice(example[0], found.name) == example[1], sourceLocation: example.location)
      #expect(describe(found.target) == example[2], sourceLocation: example.location)
      #expect(found.target.parts.value?.source == .name, sourceLocation: example.location)
    }
  }

  @Test func saysWhereEachPartStands() throws {
    let target = Target.read("≥95以上", name: "服务及时率（%）")
    #expect(target.parts.operator == Target.Part(.text, 0..<3))
    #expect(target.parts.value == Target.Part(.text, 3..<5))
    #expect(target.parts.tail == Target.Part(.text, 5..<11))
    #expect(target.parts.unit == Target.Part(.name, 18..<19))
    let inferred = Target.read("≥95", name: "完成率")
    #expect(inferred.parts.unit == Target.Part(.name, 6..<9))
    #expect(inferred.unitInferredFrom == .name)
    let columns = Target.read("95", unit: " 个 ", operator: "≥")
    #expect(columns.parts.operator == Target.Part(.operator, 0..<3))
    #expect(columns.parts.unit == Target.Part(.unit, 1..<4))
    let span = Target.read("80%-90%")
    #expect(span.parts.value == Target.Part(.text, 0..<2))
    #expect(span.parts.upper == Target.Part(.text, 4..<6))
    #expect(span.parts.unit == Target.Part(.text, 6..<7))
    let spoken = Target.read("百分之95以上")
    #expect(spoken.parts.unit == Target.Part(.text, 0..<9))
    #expect(spoken.parts.value == Target.Part(.text, 9..<11))
    #expect(spoken.parts.operator == Target.Part(.text, 11..<17))
  }

  @Test func readsAroundAnyWhiteSpace() {
    #expect(describe(Target.read("\u{3000}≥\u{A0}95\u{2009}%\n")) == "quantity ≥ 95 %")
    #expect(describe(Target.read("\u{3000}")) == "none")
  }
}

@Suite struct TargetLaws {
  @Test func aPrintedQuantityReadsAsItself() throws {
    var random = SplitMix(seed: 1)
    let units = ["", "%", "个", "人次", "万元", "元/人.每天", "个工作日", "℃", "平方米", "标箱", "百分比"]
    for _ in 0..<5000 {
      let sign = try #require(Target.Operator.allCases.randomElement(using: &random))
      let unit = try #require(units.randomElement(using: &random))
      let digits = Int64.random(in: 0..<1_000_000_000, using: &random)
      let value = try #require(Decimal(coefficient: digits, exponent: Int.random(in: -6...3, using: &random)))
      let text = "\(sign.rawValue)\(value)\(unit)"
      let target = Target.read(text)
      if case .unread(.ambiguousDate) = target.value { continue }
      #expect(target.value == .quantity(value), "\(text)")
      #expect(target.operator == sign, "\(text)")
      #expect(target.unit == (unit.isEmpty ? nil : unit), "\(text)")
    }
  }

  @Test func aPrintedDateReadsAsItself() throws {
    var random = SplitMix(seed: 2)
    for _ in 0..<2000 {
      let (year, month, day) = (
        Int.random(in: 1900...2100, using: &random), Int.random(in: 0...13, using: &random),
        Int.random(in: 0...32, using: &random)
      )
      let date = CivilDate(year, month, day)
      let target = Target.read("\(year)-\(month)-\(day)")
      #expect(target.value == (date.map { .date($0, $0) } ?? .unread(.impossibleDate)), "\(year)-\(month)-\(day)")
    }
  }

  @Test func whiteSpaceBeforeATextMovesItsPartsAndChangesNothingElse() throws {
    for example in try CaseFile("targets").cases {
      let plain = Target.read(example[0], name: example[1])
      var moved = Target.read("  " + example[0], name: example[1])
      moved.parts.operator = moved.parts.operator.map(back)
      moved.parts.tail = moved.parts.tail.map(back)
      moved.parts.value = moved.parts.value.map(back)
      moved.parts.upper = moved.parts.upper.map(back)
      moved.parts.unit = moved.parts.unit.map(back)
      #expect(moved == plain, sourceLocation: example.location)
    }
  }

  private func back(_ part: Target.Part) -> Target.Part {
    part.source == .text ? Target.Part(.text, part.range.lowerBound - 2..<part.range.upperBound - 2) : part
  }

  @Test func anyTextIsReadAndEveryPartLiesInsideIt() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<20_000 {
      let (text, name) = (RandomText.make(&random), RandomText.make(&random))
      let unit = Bool.random(using: &random) ? RandomText.make(&random) : nil
      let column = Bool.random(using: &random) ? RandomText.make(&random) : nil
      let target = Target.read(text, name: name, unit: unit, operator: column, year: 2021)
      let parts = target.parts
      for part in [parts.operator, parts.tail, parts.value, parts.upper, parts.unit] {
        guard let part else { continue }
        let source =
          switch part.source {
          case .text: text
          case .name: name
          case .unit: unit ?? ""
          case .operator: column ?? ""
          }
        let said = slice(source, part.range)
        #expect(said?.isEmpty == false, "\(text) \(part)")
      }
      if case .range(let minimum, let maximum) = target.value { #expect(minimum <= maximum) }
      if case .date(let first?, let last?) = target.value { #expect(first <= last) }
      if case .unread = target.value { #expect(parts == Target.Parts() && target.unit == nil) }
      if let stated = Target.statedInName(name) {
        #expect(slice(name, stated.name)?.isEmpty == false)
        #expect(slice(name, stated.text)?.isEmpty == false)
        for bracket in stated.brackets { #expect(slice(name, bracket) != nil) }
      }
    }
  }
}
