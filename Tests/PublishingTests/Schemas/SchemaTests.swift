import Foundation
import JSON
import Testing

@testable import Publishing

@Suite struct SchemaTests {
  private func object(_ name: SchemaName) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(name.bytes())) as? [String: Any])
  }

  @Test(arguments: SchemaName.allCases) func `a schema is canonical JSON with an id and a draft`(_ name: SchemaName)
    throws
  {
    let schema = try object(name)
    #expect(schema["$id"] as? String == "urn:jixiao:schema:\(name.rawValue):1")
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let value = try JSONParser.parse(name.bytes())
    for layout in [JSONWriter.Layout.indented, .canonical] {
      var writer = JSONWriter(layout)
      value.write(to: &writer)
      writer.finish()
      #expect(writer.bytes == name.bytes(layout))
    }
  }

  @Test(arguments: SchemaName.allCases)
  func `every key has a title in Chinese and a description, and objects are closed`(_ name: SchemaName) throws {
    var properties = 0
    func walk(_ value: Any, _ path: String) {
      if let array = value as? [Any] { return array.forEach { walk($0, path) } }
      guard let object = value as? [String: Any] else { return }
      if object["type"] as? String == "object", !path.hasSuffix("/options") {
        #expect(object["additionalProperties"] != nil, "\(path) is open")
      }
      for (key, member) in object {
        if key == "properties", object["additionalProperties"] != nil, let members = member as? [String: [String: Any]]
        {
          for (property, schema) in members where schema["$ref"] == nil {
            properties += 1
            let title = schema["title"] as? String ?? ""
            #expect(
              title.unicodeScalars.contains { $0.properties.isIdeographic } || title == "SHA-256", "\(path)/\(property)"
            )
            #expect((schema["description"] as? String)?.isEmpty == false, "\(path)/\(property)")
          }
        }
        walk(member, path + "/" + key)
      }
    }
    walk(try object(name), "")
    #expect(properties > 5)
  }

  @Test func `references lead to definitions`() throws {
    for name in SchemaName.allCases {
      let text = String(decoding: name.bytes(.canonical), as: UTF8.self)
      let definitions = try object(name)["$defs"] as? [String: Any] ?? [:]
      for part in text.components(separatedBy: ##""$ref":"#/$defs/"##).dropFirst() {
        let target = part.prefix { $0 != "\"" }
        #expect(definitions[String(target)] != nil, "\(target)")
      }
    }
  }
}
