import JSON
import Testing

@Suite struct JSONTemplateTests {
  private static let template = JSONTemplate(
    depth: 2,
    [
      .varying("a"), .varying("bb"), .fixed("role", "value"), .varying("s"), .varying("start"), .varying("text"),
    ])
  private static let plain = JSONTemplate(depth: 2, [.varying("a"), .varying("bb"), .varying("s"), .varying("start")])

  private static let values = [0, 7, -1, 10, 99, 12_345, 1 << 53, -(1 << 53)]
  private static let texts = ["", "a", "绩效", "\"\\\n", "a\u{1}b", String(repeating: "长", count: 3000)]

  @Test(arguments: [JSONWriter.Layout.canonical, .indented, .both])
  func anObjectByItsTemplateIsTheObjectWrittenTokenByToken(layout: JSONWriter.Layout) {
    for (index, text) in Self.texts.enumerated() {
      for value in Self.values {
        var one = Self.opened(layout)
        var other = Self.opened(layout)
        for _ in 0...index {
          one.object(Self.template, value, index, -value, 3, text.utf8.span)
          Self.write(&other, value, index, -value, 3, text)
          one.object(Self.plain, index, value, 0, -3)
          Self.write(&other, index, value, 0, -3)
        }
        #expect(Self.closed(&one) == Self.closed(&other))
      }
    }
  }

  private static func opened(_ layout: JSONWriter.Layout) -> JSONWriter {
    var json = JSONWriter(layout)
    json.beginObject()
    json.key("list")
    json.beginArray()
    return json
  }

  private static func closed(_ json: inout JSONWriter) -> [[UInt8]] {
    json.endArray()
    json.endObject()
    json.finish()
    return [json.bytes, json.canonicalBytes]
  }

  private static func write(
    _ json: inout JSONWriter, _ first: Int, _ second: Int, _ third: Int, _ fourth: Int, _ text: String? = nil
  ) {
    json.beginObject()
    json.key("a")
    json.integer(first)
    json.key("bb")
    json.integer(second)
    if text != nil {
      json.key("role")
      json.string("value")
    }
    json.key("s")
    json.integer(third)
    json.key("start")
    json.integer(fourth)
    if let text {
      json.key("text")
      json.string(text)
    }
    json.endObject()
  }
}
