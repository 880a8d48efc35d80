@testable import JSON
import TestSupport
import Testing

@Suite struct JSONWriterTests {
  /// RFC 8785, 3.2.2 to 3.2.4: the text given there, its canonical form, and that form's bytes.
  @Test func writesTheSampleOfTheStandard() throws {
    let given = #"""
      {
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]
      }
      """#
    let expected: [UInt8] = [
      0x7B, 0x22, 0x6C, 0x69, 0x74, 0x65, 0x72, 0x61, 0x6C, 0x73, 0x22, 0x3A, 0x5B, 0x6E, 0x75, 0x6C, 0x6C, 0x2C, 0x74,
      0x72, 0x75, 0x65, 0x2C, 0x66, 0x61, 0x6C, 0x73, 0x65, 0x5D, 0x2C, 0x22, 0x6E, 0x75, 0x6D, 0x62, 0x65, 0x72, 0x73,
      0x22, 0x3A, 0x5B, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33, 0x2E, 0x33, 0x33, 0x33, 0x33, 0x33, 0x33,
      0x33, 0x2C, 0x31, 0x65, 0x2B, 0x33, 0x30, 0x2C, 0x34, 0x2E, 0x35, 0x2C, 0x30, 0x2E, 0x30, 0x30, 0x32, 0x2C, 0x31,
      0x65, 0x2D, 0x32, 0x37, 0x5D, 0x2C, 0x22, 0x73, 0x74, 0x72, 0x69, 0x6E, 0x67, 0x22, 0x3A, 0x22, 0xE2, 0x82, 0xAC,
      0x24, 0x5C, 0x75, 0x30, 0x30, 0x30, 0x66, 0x5C, 0x6E, 0x41, 0x27, 0x42, 0x5C, 0x22, 0x5C, 0x5C, 0x5C, 0x5C, 0x5C,
      0x22, 0x2F, 0x22, 0x7D,
    ]
    #expect(canonical(try JSONParser.parse(given)) == expected)
  }

  /// RFC 8785, 3.2.3: the order of keys by UTF-16 code units.
  @Test func sortsKeysAsTheStandardDoes() throws {
    let given = #"""
      {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"
      }
      """#
    guard case .object(let object) = try JSONParser.parse(given) else {
      Issue.record("not an object")
      return
    }
    #expect(
      object.members.map(\.value) == [
        "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
      ])
    let expected =
      #"{"\r":"Carriage Return","1":"One","\#u{80}":"Control","\#u{F6}":"Latin Small Letter O With Diaeresis","#
      + #""\#u{20AC}":"Euro Sign","\#u{1F600}":"Emoji: Grinning Face","\#u{FB33}":"Hebrew Letter Dalet With Dagesh"}"#
    #expect(canonical(.object(object)) == Array(expected.utf8))
  }

  @Test func ordersKeysAsTheirUTF16CodeUnits() {
    let scalars: [Unicode.Scalar] = [
      "a", "\u{0}", "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "一", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}",
      "\u{10FFFF}",
    ]
    var random = SplitMix(seed: 16)
    func word() -> String {
      String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...3, using: &random)).map { _ in
            scalars.randomElement(using: &random) ?? "a"
          }))
    }
    for _ in 0..<5_000 {
      let left = word()
      let right = word()
      #expect(left.precedesInUTF16(right) == left.utf16.lexicographicallyPrecedes(right.utf16), "\(left) \(right)")
    }
  }

  @Test func escapesOnlyWhatMustBe() {
    let characters = (0...0x7F).compactMap { Unicode.Scalar($0) }
    for length in 0...20 {
      for place in 0...length {
        for character in characters {
          let text =
            String(repeating: "字", count: place) + String(character) + String(repeating: "x", count: length - place)
          let escaped: String =
            switch character {
            case "\u{8}": #"\b"#
            case "\t": #"\t"#
            case "\n": #"\n"#
            case "\u{C}": #"\f"#
            case "\r": #"\r"#
            case "\"": #"\""#
            case "\\": #"\\"#
            case ..<" ": #"\u00"# + (character.value < 16 ? "0" : "") + String(character.value, radix: 16)
            default: String(character)
            }
          let expected =
            "\"" + String(repeating: "字", count: place) + escaped + String(repeating: "x", count: length - place) + "\""
          let found = String(decoding: canonical(.string(text)), as: UTF8.self)
          if found != expected { Issue.record("\(text.debugDescription) gave \(found)") }
        }
      }
    }
  }

  @Test func writesLongStringsInPieces() throws {
    for count in [4095, 4096, 4097, 8192, 20_000] {
      for character in ["\u{1}", "a", "\"", "字"] {
        let value = JSONValue.object(
          JSONObject([
            ("键" + String(repeating: character, count: count), .string(String(repeating: character, count: count)))
          ]))
        #expect(try JSONParser.parse(canonical(value)) == value)
      }
    }
  }

  @Test func indentsByTwoSpaces() {
    var writer = JSONWriter(.both)
    writer.beginObject()
    writer.key("array")
    writer.beginArray()
    writer.integer(1)
    writer.string("二")
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.beginArray()
    writer.null()
    writer.endArray()
    writer.endArray()
    writer.key("bool")
    writer.bool(false)
    writer.key(computed: "c\n")
    writer.string(utf8: Array(" a, b: [ ] ".utf8).span)
    writer.key("d")
    writer.beginObject()
    writer.key("e")
    writer.bool(true)
    writer.endObject()
    writer.endObject()
    writer.finish()
    let expected = #"""
      {
        "array": [
          1,
          "二",
          {},
          [],
          [
            null
          ]
        ],
        "bool": false,
        "c\n": " a, b: [ ] ",
        "d": {
          "e": true
        }
      }

      """#
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    let compact = #"{"array":[1,"二",{},[],[null]],"bool":false,"c\n":" a, b: [ ] ","d":{"e":true}}"#
    #expect(String(decoding: writer.canonicalBytes, as: UTF8.self) == compact)
  }

  @Test func eachLayoutGivesWhatItPromises() {
    var canonicalWriter = JSONWriter(.canonical)
    var indentedWriter = JSONWriter(.indented)
    canonicalWriter.beginArray()
    canonicalWriter.endArray()
    canonicalWriter.finish()
    indentedWriter.beginArray()
    indentedWriter.endArray()
    indentedWriter.finish()
    #expect(canonicalWriter.bytes == Array("[]".utf8) && canonicalWriter.canonicalBytes == canonicalWriter.bytes)
    #expect(indentedWriter.bytes == Array("[]\n".utf8) && indentedWriter.canonicalBytes.isEmpty)
  }

  @Test func theThreeLayoutsAgreeOnAnyValue() throws {
    var random = SplitMix(seed: 3)
    var both = JSONWriter(.both)
    var indented = JSONWriter(.indented)
    for round in 0..<1_500 {
      let value = JSONValue.random(using: &random)
      both.removeAll(keepingCapacity: round % 3 != 0)
      indented.removeAll(keepingCapacity: round % 5 != 0)
      value.write(to: &both)
      both.finish()
      value.write(to: &indented)
      indented.finish()
      let canonical = canonical(value)
      #expect(both.bytes == indented.bytes)
      #expect(both.canonicalBytes == canonical)
      #expect(try JSONParser.parse(both.bytes) == value)
      #expect(try JSONParser.parse(canonical) == value)
    }
  }

  private func canonical(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter(.canonical)
    value.write(to: &writer)
    writer.finish()
    return writer.bytes
  }
}
