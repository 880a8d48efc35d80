import JSON
import TestSupport
import Testing

@Suite struct JSONValueTests {
  @Test func objectsAreEqualInAnyOrder() throws {
    let left = try JSONParser.parse(#"{"a": 1, "b": {"x": 1, "y": 2}}"#)
    let right = try JSONParser.parse(#"{"b": {"y": 2.0, "x": 1}, "a": 1}"#)
    #expect(left == right && left.hashValue == right.hashValue)
    #expect(left != (try JSONParser.parse(#"{"a": 1, "b": {"x": 1, "y": 3}}"#)))
  }

  @Test func anObjectBehavesAsADictionary() {
    var random = SplitMix(seed: 64)
    for _ in 0..<200 {
      var object = JSONObject()
      var model: [Int: Double] = [:]
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        let key = Int.random(in: 0...30, using: &random)
        let value = Bool.random(using: &random) ? Double(random.next() >> 40) : nil
        object["k\(key)"] = value.map { .number($0) }
        model[key] = value
      }
      #expect(object.count == model.count && object.isEmpty == model.isEmpty)
      for key in 0...30 { #expect(object["k\(key)"] == model[key].map { .number($0) }) }
      #expect(object.members.map(\.key) == model.keys.map { "k\($0)" }.sorted())
      #expect(JSONObject(object.members.reversed().map { ($0.key, $0.value) }) == object)
    }
  }

  @Test func theLastOfEqualKeysCounts() {
    #expect(JSONObject([("a", 1), ("b", 2), ("a", 3)])["a"] == 3)
  }

  /// RFC 6901, section 5.
  static let pointers: [(text: String, value: JSONValue)] = [
    ("/foo", ["bar", "baz"]), ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1), ("/c%d", 2), ("/e^f", 3), ("/g|h", 4),
    ("/i\\j", 5), ("/k\"l", 6), ("/ ", 7), ("/m~0n", 8),
  ]
  static let document: JSONValue = [
    "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8,
  ]

  @Test(arguments: pointers) func resolvesThePointersOfTheStandard(text: String, value: JSONValue) throws {
    let pointer = try #require(JSONPointer(parsing: text))
    #expect(Self.document[pointer] == value)
    #expect(pointer.description == text)
  }

  @Test func theEmptyPointerIsTheWholeValue() throws {
    let pointer = try #require(JSONPointer(parsing: ""))
    #expect(pointer == JSONPointer() && Self.document[pointer] == Self.document)
  }

  @Test(arguments: [
    "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/-1", "/foo/", "/foo/1e0", "/foo/99999999999999999999",
    "/foo/0/x", "/bar", "//",
  ])
  func leadsNowhere(text: String) throws {
    #expect(Self.document[try #require(JSONPointer(parsing: text))] == nil)
  }

  @Test(arguments: ["foo", "#/foo", "/a~", "/a~2", "/~/b", "~0"]) func refusesWhatIsNoPointer(text: String) {
    #expect(JSONPointer(parsing: text) == nil)
  }

  @Test func pointersAreBuiltTokenByToken() {
    let pointer = JSONPointer().appending("projects").appending(0).appending("a~/b")
    #expect(pointer.description == "/projects/0/a~0~1b")
    #expect(JSONPointer(parsing: pointer.description) == pointer)
    #expect(JSONPointer.escape("~1/") == "~01~1")
  }

  @Test func everyPointerReadsBack() {
    var random = SplitMix(seed: 6901)
    let pieces = ["~", "/", "0", "1", "~1", "~0", "指标", "é", "e\u{301}", ""]
    for _ in 0..<2_000 {
      let pointer = JSONPointer(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        })
      #expect(JSONPointer(parsing: pointer.description) == pointer)
    }
  }
}
