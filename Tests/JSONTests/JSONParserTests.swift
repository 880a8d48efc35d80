import JSON
import TestSupport
import Testing

@Suite struct JSONParserTests {
  @Test func readsEveryKindOfValue() throws {
    let text = #" { "b" : [ 1 , -0.5e1 , "x\/\ud83d\ude00\u0000é" , true , false , null , { } , [ ] ] , "a" : "" } "#
    #expect(
      try JSONParser.parse(text) == [
        "a": "", "b": [1, -5, "x/\u{1F600}\u{0}é", true, false, .null, [:], []],
      ])
    #expect(try JSONParser.parse("\t\r\n0 \n") == 0)
  }

  @Test(arguments: [
    ("0", 0.0), ("-0", 0), ("0.0e999999999999999999999", 0), ("12.50", 12.5), ("1E2", 100), ("1e+2", 100),
    ("1e-2", 0.01),
    ("123456789012345678", 123456789012345680), ("0.1", 0.1), ("9007199254740993", 9007199254740992),
    ("1.7976931348623157e308", 1.7976931348623157e308), ("5e-324", .leastNonzeroMagnitude), ("100000e-5", 1),
    ("4.35", 4.35),
    ("0.000000000000000000000000000001e30", 1), ("123456789012345678901234567890", 1.2345678901234568e29),
    ("9223372036854775807", 9223372036854775808), ("18446744073709551616", 18446744073709551616),
  ])
  func readsNumbersAsTheNearestDouble(text: String, value: Double) throws {
    #expect(try JSONParser.parse(text) == .number(value))
  }

  static let refused: [(text: String, kind: JSONError.Kind, offset: Int)] = [
    ("", .unexpectedEnd, 0),
    ("  ", .unexpectedEnd, 2),
    ("[", .unexpectedEnd, 1),
    ("[1", .unexpectedEnd, 2),
    ("[1,", .unexpectedEnd, 3),
    ("{", .unexpectedEnd, 1),
    (#"{"a""#, .unexpectedEnd, 4),
    (#"{"a":"#, .unexpectedEnd, 5),
    (#"{"a":1"#, .unexpectedEnd, 6),
    (#"{"a":1,"#, .unexpectedEnd, 7),
    (#""abc"#, .unexpectedEnd, 4),
    (#""abc\"#, .unexpectedEnd, 5),
    (#""\u12"#, .unexpectedEnd, 5),
    (#""\ud83d"#, .unexpectedEnd, 7),
    ("tru", .unexpectedEnd, 3),
    ("-", .unexpectedEnd, 1),
    ("1.", .unexpectedEnd, 2),
    ("1e", .unexpectedEnd, 2),
    ("1e+", .unexpectedEnd, 3),
    ("trux", .unexpected(expected: .value), 0),
    ("True", .unexpected(expected: .value), 0),
    ("NaN", .unexpected(expected: .value), 0),
    ("nan", .unexpected(expected: .value), 0),
    ("Infinity", .unexpected(expected: .value), 0),
    ("+1", .unexpected(expected: .value), 0),
    (".5", .unexpected(expected: .value), 0),
    ("'a'", .unexpected(expected: .value), 0),
    ("// a", .unexpected(expected: .value), 0),
    ("[,1]", .unexpected(expected: .value), 1),
    ("[1,]", .unexpected(expected: .value), 3),
    ("[1,,2]", .unexpected(expected: .value), 3),
    ("\u{A0}1", .unexpected(expected: .value), 0),
    ("\u{C}1", .unexpected(expected: .value), 0),
    (#"{"a":}"#, .unexpected(expected: .value), 5),
    ("]", .unexpected(expected: .value), 0),
    ("-a", .unexpected(expected: .digit), 1),
    ("-.5", .unexpected(expected: .digit), 1),
    ("1.e1", .unexpected(expected: .digit), 2),
    ("1ee", .unexpected(expected: .digit), 2),
    ("[1.]", .unexpected(expected: .digit), 3),
    ("[01]", .unexpected(expected: .commaOrBracket), 2),
    ("[1 2]", .unexpected(expected: .commaOrBracket), 3),
    ("[1}", .unexpected(expected: .commaOrBracket), 2),
    ("[0x1]", .unexpected(expected: .commaOrBracket), 2),
    (#"{"a":1]"#, .unexpected(expected: .commaOrBrace), 6),
    (#"{"a":1 "b":2}"#, .unexpected(expected: .commaOrBrace), 7),
    (#"{"a" 1}"#, .unexpected(expected: .colon), 5),
    ("{a:1}", .unexpected(expected: .key), 1),
    ("{1:1}", .unexpected(expected: .key), 1),
    (#"{"a":1,}"#, .unexpected(expected: .key), 7),
    ("{,}", .unexpected(expected: .key), 1),
    ("01", .trailingText, 1),
    ("1 2", .trailingText, 2),
    ("[]]", .trailingText, 2),
    ("null,", .trailingText, 4),
    ("{} // a", .trailingText, 3),
    ("\u{FEFF}{}", .byteOrderMark, 0),
    ("\"a\nb\"", .controlCharacter, 2),
    ("\"a\\\\\tb\"", .controlCharacter, 4),
    ("\"abcdefghijk\u{0}\"", .controlCharacter, 12),
    (#""\x""#, .invalidEscape, 1),
    (#""a\'""#, .invalidEscape, 2),
    (#""\u12g4""#, .invalidEscape, 1),
    (#""\U0041""#, .invalidEscape, 1),
    (#""\u+041""#, .invalidEscape, 1),
    (#""\ud83d""#, .loneSurrogate, 1),
    (#""a\ude00""#, .loneSurrogate, 2),
    (#""\ud83d\ud83d""#, .loneSurrogate, 1),
    (#""\ud83dx""#, .loneSurrogate, 1),
    (#""\ud83d\n""#, .loneSurrogate, 1),
    (#""\ud83d\u0041""#, .loneSurrogate, 1),
    (#"{"a":1,"a":2}"#, .duplicateKey("a"), 7),
    (#"{"a":1,"\u0061":1}"#, .duplicateKey("a"), 7),
    (#"{"b":1,"c":1,"a":2,"c":3,"b":4}"#, .duplicateKey("c"), 19),
    (#"[{"x":{"b":1,"a":1,"b":1}}]"#, .duplicateKey("b"), 19),
    ("1e309", .numberOutOfRange, 0),
    ("[-1e400]", .numberOutOfRange, 1),
    ("1e99999999999999999999999", .numberOutOfRange, 0),
    ("1e-400", .numberOutOfRange, 0),
    ("0.0001e-400", .numberOutOfRange, 0),
  ]

  @Test(arguments: refused) func refuses(text: String, kind: JSONError.Kind, offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(text) }
    #expect(error?.kind == kind)
    #expect(error?.offset == offset)
  }

  @Test(
    arguments: [
      ([0x22, 0xFF, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xE4, 0xB8, 0x22], 1), ([0x22, 0x61, 0xF4, 0x90, 0x80, 0x80, 0x22], 2), ([0x5B, 0x80], 1),
    ] as [([UInt8], Int)])
  func refusesWhatIsNotUTF8(bytes: [UInt8], offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(bytes) }
    #expect(error?.kind == .invalidUTF8)
    #expect(error?.offset == offset)
  }

  @Test func keysAreToldApartScalarByScalar() throws {
    let value = try JSONParser.parse("{\"e\u{301}\": 1, \"\u{E9}\": 2}")
    #expect(value["\u{E9}"] == 2 && value["e\u{301}"] == 1)
    #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
  }

  @Test func limitsTheDepthAndNothingElse() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[{\"a\":", count: depth / 2) + "0" + String(repeating: "}]", count: depth / 2)
    }
    _ = try JSONParser.parse(nested(512))
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(nested(514)) }
    #expect(error?.kind == .tooDeep(limit: 512))
    #expect(error?.offset == 256 * 6)
    #expect(throws: JSONError.self) { try JSONParser.parse(String(repeating: "[", count: 1_000_000)) }
    _ = try JSONParser.parse("[[],[],[]]", depthLimit: 2)
  }

  @Test func tellsWhereAndWhatInBothLanguages() {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse("{\n  \"名称\": \"值\", 名\n}") }
    #expect(error?.line == 2 && error?.column == 14)
    #expect(error?.zh == "第 2 行第 14 列：此处应为双引号括起的键；请改正后重试。")
    #expect(error?.en == "line 2, column 14: expected a key in double quotes here; correct the text and try again.")
    for refused in Self.refused {
      let error = #expect(throws: JSONError.self) { try JSONParser.parse(refused.text) }
      #expect(error?.zh.isEmpty == false && error?.en.isEmpty == false)
    }
  }

  @Test func noDamagedTextDoesHarm() throws {
    var random = SplitMix(seed: 8259)
    let alphabet = Array("{}[]\":,\\u0123456789eE+-.dtrfalsn \n".utf8) + [0x00, 0x80, 0xC3, 0xE4, 0xED, 0xF0, 0xFF]
    var accepted = 0
    for _ in 0..<1_000 {
      var writer = JSONWriter(.both)
      JSONValue.random(using: &random).write(to: &writer)
      writer.finish()
      var bytes = writer.bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let byte = alphabet.randomElement(using: &random) ?? 0
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes.insert(byte, at: place)
        case 2: bytes.remove(at: place)
        default: bytes[place] = byte
        }
        if bytes.isEmpty { break }
      }
      do throws(JSONError) {
        let value = try JSONParser.parse(bytes)
        accepted += 1
        // What was accepted is JSON: it survives being written.
        var writer = JSONWriter(.canonical)
        value.write(to: &writer)
        #expect(try JSONParser.parse(writer.bytes) == value)
      } catch {
        #expect((0...bytes.count).contains(error.offset))
        #expect(error.line >= 1 && error.column >= 1)
      }
    }
    #expect(accepted > 50 && accepted < 950)
  }

  @Test func everyTruncationIsRefused() throws {
    let text = Array(#"{"a": [1, -2.5e3, "x\u00e9\ud83d\ude00", true, null], "名称": {"b": false}}"#.utf8)
    _ = try JSONParser.parse(text)
    for count in text.indices {
      #expect(throws: JSONError.self) { try JSONParser.parse(Array(text[..<count])) }
    }
  }
}
