import JSON
import Provenance
import Publishing
import TestSupport
import Testing

@Suite struct PublicationReaderTests {
  let output: [UInt8]
  let value: JSONValue

  init() throws {
    output = try CorpusSample(isCut: true).output
    value = try JSONParser.parse(output)
  }

  private func problems(_ value: JSONValue) -> [PublicationError] {
    var problems: [PublicationError] = []
    _ = PublicationReader.read(value, problems: &problems)
    return problems
  }

  /// The first problem as `kind pointer: English`.
  private func problem(_ pointer: String, _ change: JSONValue?) -> String {
    guard let problem = problems(value.replacing(pointer, with: change)).first else { return "none" }
    return "\(problem.kind) \(problem.pointer): \(problem.found.en); \(problem.expected.en)"
  }

  @Test func `says what is not as the format has it, where, and what was expected`() {
    let target = "/projects/0/indicators/0/target/text"
    let places = "/places/~1projects~10~1code/0"
    let cases: [(String, JSONValue?, String)] = [
      ("/format", "jixiao.filing/2", "unknownFormat /format: \"jixiao.filing/2\"; \"jixiao.filing/1\""),
      ("/format", nil, "missingKey /format: no such key; the key \"format\""),
      ("/overall", nil, "missingKey /overall: no such key; the key \"overall\""),
      ("/overall/goal", nil, "missingKey /overall/goal: no such key; the key \"goal\""),
      ("/a~1b", 1, "unknownKey /a~1b: an unknown key; no such key"),
      ("/projects/0/colour", "red", "unknownKey /projects/0/colour: an unknown key; no such key"),
      ("/projects", "none", "wrongType /projects: \"none\"; an array"),
      ("/projects/0", 1, "wrongType /projects/0: 1; an object"),
      ("/projects/0/code", 1, "wrongType /projects/0/code: 1; a string"),
      ("/projects/0/budget/total", "1", "wrongType /projects/0/budget/total: \"1\"; a number or null"),
      ("/projects/0/goals/0", .null, "wrongType /projects/0/goals/0: null; a string"),
      (target, "≥96", "differentText \(target): \"≥96\"; \"≥95\""),
      ("\(places)/end", 1, "badPlace \(places)/end: 1; no less than start (3980)"),
      ("\(places)/text", "1", "badPlace \(places)/text: a text of 1 bytes; 21 bytes, as end - start says"),
      ("\(places)/start", -1, "wrongValue \(places)/start: -1; a whole number from 0 to 1099511627776"),
      ("\(places)/line", 0.5, "wrongValue \(places)/line: 0.5; a whole number from 1 to 1099511627776"),
      ("\(places)/role", "colour", "wrongValue \(places)/role: \"colour\"; one of value, unit, name, code"),
      (
        "/places/~1projects~10~1code", nil,
        "missingPlace /projects/0/code: no such value in places; its place in the source"
      ),
      ("/corrections/0/path", "/nothing", "differentText /overall/goals/2/goal: \"积极"),
      ("/corrections/0/order", 7, "wrongValue /corrections/0/order: 7; 0"),
      ("/corrections/0/before", "x", "unfittingCorrection /corrections/0: \"x\" at byte 60"),
      ("/corrections/0/filed", "x", "differentText /corrections/0/filed: \"x\"; \"积极组织委员参政议政"),
      ("/year/value", 12021, "wrongValue /year/value: 12021; a year of four digits"),
    ]
    for (pointer, change, expected) in cases {
      let problem = problem(pointer, change)
      #expect(problem.hasPrefix(expected), "\(pointer)")
    }
  }

  @Test func `what belongs to no value is reported`() {
    let place: JSONValue = ["line": 1, "column": 1, "start": 0, "end": 0, "role": "value", "text": ""]
    #expect(problem("/places/~1nothing", [place]).hasPrefix("stray /places/~1nothing"))
    #expect(problem("/places/~1é", [place]).hasPrefix("stray /places/~1é"))
    let moved = problems(value.replacing("/corrections/0/path", with: "/nothing"))
    #expect(moved.contains { $0.kind == .stray && $0.pointer == "/corrections/0/path" })
  }

  @Test func `two statements of one place must agree`() {
    // The kind of a target stands where its text does.
    let place = "/places/~1projects~10~1indicators~10~1target~1text/0"
    for (key, other) in [("/line", 1), ("/column", 1), ("/text", "≥9595及以下")] as [(String, JSONValue)] {
      let found = problems(value.replacing(place + key, with: other))
      #expect(found.contains { $0.kind == .contradiction }, "\(key)")
    }
  }

  @Test func `all problems are found, not only the first`() {
    let wrong = value.replacing("/projects/0/code", with: 1).replacing("/projects/0/name", with: 2)
    #expect(
      problems(wrong).filter { $0.kind == .wrongType }.map(\.pointer) == ["/projects/0/code", "/projects/0/name"])
  }

  @Test func `what is not JSON is an error, not a crash`() {
    for text in ["", "{", "[]", "null", "{}", "\u{FEFF}{}"] {
      #expect(throws: PublicationError.self) { try PublicationReader.read(Array(text.utf8)) }
    }
  }

  @Test func `no cut and no broken byte crashes it`() throws {
    var random = SplitMix(seed: 3)
    for _ in 0..<60 {
      let cut = Int.random(in: 0..<output.count - 1, using: &random)
      #expect(throws: PublicationError.self) { try PublicationReader.read(Array(output[..<cut])) }
      var broken = output
      broken[cut] = UInt8.random(in: 0...255, using: &random)
      _ = verify(broken)
    }
  }

  /// Values of every type, and numbers that arithmetic could trip over.
  private static let hostile: [JSONValue] = [
    .null, true, -1, 0, 9_007_199_254_740_992, 1e308, 0.5, "", "x", "\u{301}", [], [[]], .object(JSONObject()),
  ]

  @Test func `no value in the place of another crashes it`() throws {
    var random = SplitMix(seed: 4)
    let scalars = value.scalars
    for _ in 0..<300 {
      var changed = value
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        guard let place = scalars.randomElement(using: &random)?.pointer.tokens else { continue }
        let depth = Int.random(in: 1...max(1, place.count), using: &random)
        changed = changed.replacing(place.prefix(depth), with: Self.hostile.randomElement(using: &random) ?? nil)
      }
      _ = verify(file(changed))
    }
  }
}
