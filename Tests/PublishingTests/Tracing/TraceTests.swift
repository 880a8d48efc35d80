import JSON
import Modeling
import Provenance
import Publishing
import Testing

@Suite struct TraceTests {
  let sample: CorpusSample

  init() throws {
    sample = try CorpusSample()
  }

  private func text(
    _ pointer: String, _ choose: @escaping (Message) -> String = \.zh, view: SourceView? = nil
  ) throws -> String {
    let view = view ?? SourceView(sample.source.text)
    return TraceText.text(of: try trace(sample.publication, view, pointer), file: "131.txt", choose: choose)
  }

  @Test func `an amount is shown with its unit, in the lines of the source`() throws {
    #expect(
      try text("/projects/0/budget/total") == """
        /projects/0/budget/total: 210000
        131.txt:59:2: 值
            59 | →»21.00«
        131.txt:50:2: 单位
            50 | →»单位：万元«

        """)
  }

  @Test func `a prefix shows all below it`() throws {
    let trace = try trace(sample.publication, SourceView(sample.source.text), "/projects/0/budget")
    #expect(
      trace.values.map(\.pointer) == [
        "/projects/0/budget/fiscal", "/projects/0/budget/other", "/projects/0/budget/total",
      ])
  }

  @Test func `one index is no prefix of another`() throws {
    var (publication, _) = RandomFiling.make(seed: 1)
    publication.filing = Filing()
    publication.filing.overall.safeguards = (0...10).map {
      Safeguard(name: Revision(filed: "\($0)", source: SourceRange(0, 2)))
    }
    let values = try trace(publication, SourceView(SourceText("10")), "/overall/safeguards/1").values
    #expect(values.map(\.pointer) == ["/overall/safeguards/1/name", "/overall/safeguards/1/text"])
  }

  @Test func `a doubled target is shown step by step, with what was found about it`() throws {
    #expect(
      try text("/projects/0/indicators/0/target/text") == """
        /projects/0/indicators/0/target/text: “≥95”
        131.txt:97:2: 值
            97 | →»≥9595及以上«
               = 原文: “≥9595及以上”
               = 更正(确定)[doubled-threshold]: “≥9595及以上”已改为“≥95” → “≥95”
               = 依据: tail “及以上”
        警告[sample]: 样例
               = 字段: /projects/0/indicators/0/target

        """)
  }

  @Test func `a value that is read from a text shows the way of that text`() throws {
    #expect(
      try text("/projects/0/indicators/0/target/value", \.en) == """
        /projects/0/indicators/0/target/value: 95
        131.txt:97:2: value
            97 | →»≥9595及以上«
               = read from: /projects/0/indicators/0/target/text
               = filed: "≥9595及以上"
               = repaired(certain)[doubled-threshold]: "≥9595及以上" became "≥95" → "≥95"
               = evidence: tail "及以上"
        warning[sample]: a sample
               = field: /projects/0/indicators/0/target

        """)
  }

  @Test func `an inferred unit shows what it follows from`() throws {
    #expect(
      try text("/projects/0/indicators/0/target/unit") == """
        /projects/0/indicators/0/target/unit: “%”
        131.txt:95:12: 名称
            95 | →综合事务管理工作完成»率«
               = 读自: /projects/0/indicators/0/name
               = 推断依据: name
        警告[sample]: 样例
               = 字段: /projects/0/indicators/0/target

        """)
  }

  @Test func `a level carried down stands in the merged cell that holds it`() throws {
    #expect(
      try text("/projects/0/indicators/1/level1") == """
        /projects/0/indicators/1/level1: “产出指标”
        131.txt:93:2: 值
            93 | →»产出指标«

        """)
  }

  @Test func `a year from the codes shows every code`() throws {
    #expect(
      try text("/year") == """
        /year/value: 2021
        131.txt:53:8: 编码
            53 | →130304»21«AFQYLND97B7TA
        131.txt:164:8: 编码
           164 | →130304»21«DGDD9TGV0MA7O
        131.txt:276:8: 编码
           276 | →130304»21«OTPKRWZ31IC1P
        131.txt:387:8: 编码
           387 | →130304»21«Z8N5I3VPANL5R
               = 推断依据: projects/*/code

        """)
  }

  @Test func `suggestions are shown as such`() throws {
    #expect(
      try text("/overall/safeguards/3/text").contains(
        "       = 建议(可能)[missing-enumeration-comma]: 可补上“、”\n"))
  }

  @Test func `without the source places are shown by what was published of them`() throws {
    let (_, view) = try PublicationReader.read(sample.output)
    #expect(
      try text("/overall/goals/2/goal", view: view) == """
        /overall/goals/2/goal: “积极组织委员参政议政，提高委员履职能力。”
        131.txt:20:6: 值
            20 | »积极组织委员参政议政，提高委员履职能力。 «
               = 原文: “积极组织委员参政议政，提高委员履职能力。 ”
               = 更正(确定)[outer-spaces]: 已删去“ ” → “积极组织委员参政议政，提高委员履职能力。”

        """)
  }

  @Test func `what would command a terminal is shown as an escape`() throws {
    let hostile = "a\u{1B}[31m\u{202E}b\tc"
    var publication = sample.publication
    publication.filing.overall.goal = Revision(filed: hostile, source: SourceRange(0, hostile.utf8.count))
    let view = SourceView(SourceText(hostile))
    let output = TraceText.text(of: try trace(publication, view, "/overall/goal"), file: "x\u{1B}", choose: \.zh)
    #expect(
      output == """
        /overall/goal: “a<U+001B>[31m<U+202E>b→c”
        x<U+001B>:1:1: 值
             1 | »a<U+001B>[31m<U+202E>b→c«

        """)
  }

  @Test func `the steps lead from the filed text to the published one`() throws {
    for seed in 0..<50 {
      let (publication, source) = RandomFiling.make(seed: seed)
      let values = try trace(publication, SourceView(source), "").values
      #expect(!values.isEmpty)
      for value in values {
        guard let text = value.text else { continue }
        #expect(text.steps.last?.text ?? text.filed == text.text)
        if value.textPointer == nil, case .text(let published) = value.value { #expect(published == text.text) }
      }
      #expect(!TraceText.text(of: try trace(publication, SourceView(source), ""), file: "", choose: \.en).isEmpty)
    }
  }

  @Test func `values and places are those of the output`() throws {
    let value = try JSONParser.parse(sample.output)
    for traced in try trace(sample.publication, SourceView(sample.source.text), "").values {
      let published = try #require(JSONPointer(parsing: traced.pointer).flatMap { value[$0] }, "\(traced.pointer)")
      switch (published, traced.value) {
      case (.null, .null): break
      case (.string(let published), .text(let text)): #expect(published == text)
      case (.number(let published), .number(let number)): #expect(published == Double(number))
      default: Issue.record("\(traced.pointer): \(published), \(traced.value)")
      }
      let places = value[JSONPointer(["places", traced.pointer])]
      let starts = traced.places.map { JSONValue.number(Double($0.place.range.start)) }
      if case .array(let places)? = places {
        #expect(places.map { $0["start"] } == starts)
      } else {
        #expect(starts == [])
      }
    }
  }

  @Test func `an unknown pointer is answered with the nearest one`() {
    let cases: [(String, TraceError.Kind, String)] = [
      ("/projects/0/nmae", .unknown, "/projects/0/name"),
      ("/projects/99/name", .unknown, "/projects/3"),
      ("/projects/0/indicators/0/target/vaule", .unknown, "/projects/0/indicators/0/target/value"),
      ("/projects/0/code/x", .unknown, "/projects/0/code"),
      ("/projects/00", .unknown, "/projects/3"),
      ("/years", .unknown, "/year"),
      ("/id", .untraced, "/year"),
      ("/corrections/0", .untraced, "/region"),
      ("projects/0/name", .malformed, "/projects/0/name"),
      ("/projects/0/na~me", .malformed, "/projects/0/name"),
      ("é", .malformed, "/year"),
    ]
    for (pointer, kind, nearest) in cases {
      let error = #expect(throws: TraceError.self) {
        try trace(sample.publication, SourceView(sample.source.text), pointer)
      }
      #expect(error?.kind == kind, "\(pointer)")
      #expect(error?.nearest == nearest, "\(pointer)")
    }
  }

  @Test func `the answer is in both languages`() {
    let error = #expect(throws: TraceError.self) {
      try trace(sample.publication, SourceView(sample.source.text), "/projects/0/nmae")
    }
    #expect(error?.message.zh == "没有“/projects/0/nmae”；最接近的是“/projects/0/name”。")
    #expect(error?.message.en == "there is no \"/projects/0/nmae\"; the nearest is \"/projects/0/name\".")
  }
}
