import Modeling
import TestSupport
import Testing

@Suite struct ProjectCodeTests {
  @Test func readsACell() throws {
    for example in try CaseFile("codes").cases {
      let code = ProjectCode.read(example[0])
      let said = code?.parts.map { "\($0.region) \($0.year)" } ?? code?.problem?.rawValue ?? "none"
      #expect(said == example[1], "\(example[0])", sourceLocation: example.location)
    }
  }

  @Test func findsACodeGluedToAName() throws {
    let code = try #require(ProjectCode.find(in: "13030421AFQYLND97B7TA政协综合事务管理"))
    #expect(code.range == 0..<21)
    #expect(code.text == "13030421AFQYLND97B7TA")
    #expect(code.parts?.regionRange == 0..<6)
    #expect(code.parts?.yearRange == 6..<8)
    #expect(ProjectCode.find(in: "政协１3030421AFQYLND97B7TA管理")?.range == 6..<29)
    #expect(ProjectCode.find(in: "政协１3030421AFQYLND97B7TA管理")?.parts?.yearRange == 14..<16)
    #expect(ProjectCode.find(in: "13030421AFQYLND97B7TAVR设备") == nil)
    #expect(ProjectCode.find(in: "政协综合事务管理") == nil)
  }

  @Test func foldsFullWidthLetters() {
    let code = ProjectCode.read("１３０３０４２１ＡＦＱＹＬＮＤ９７Ｂ７ＴＡ")
    #expect(code?.text == "13030421AFQYLND97B7TA")
    #expect(code?.parts?.yearRange == 18..<24)
  }
}

@Suite struct UnitCodeTests {
  @Test func splitsEveryForm() throws {
    for example in try CaseFile("units").cases {
      let unit = UnitCode.split(example[0])
      let said = [unit.code, unit.department, unit.name, unit.scope].map { $0.flatMap { slice(example[0], $0) } ?? "" }
      #expect(said == [example[1], example[2], example[3], example[4]], sourceLocation: example.location)
    }
  }

  @Test func everyCharacterIsSomething() throws {
    for example in try CaseFile("units").cases {
      let unit = UnitCode.split(example[0])
      let ranges = ([unit.code, unit.name, unit.scope].compactMap { $0 } + unit.furniture).sorted {
        $0.lowerBound < $1.lowerBound
      }
      var end = 0
      for range in ranges {
        let between = slice(example[0], end..<max(end, range.lowerBound))
        #expect(between?.allSatisfy(\.isWhitespace) == true, sourceLocation: example.location)
        end = range.upperBound
      }
      #expect(end == example[0].utf8.count, sourceLocation: example.location)
    }
  }

  @Test func anyTextIsSplitOnScalarBoundaries() {
    var random = SplitMix(seed: 7)
    for _ in 0..<10_000 {
      let text = RandomText.make(&random)
      let unit = UnitCode.split(text)
      let ranges = [unit.code, unit.department, unit.name, unit.scope].compactMap { $0 } + unit.furniture
      for range in ranges { #expect(slice(text, range) != nil) }
      if let code = ProjectCode.read(text) { #expect(slice(text, code.range)?.isEmpty == false) }
      if let code = ProjectCode.find(in: text) { #expect(slice(text, code.range)?.isEmpty == false) }
    }
  }
}
