import Exporting
import Foundation
import JSON
import Testing

@Suite struct SchemaTests {
  @Test func everyRowThatIsWrittenIsWhatItsSchemaSays() throws {
    let folder = try Folder()
    let filings = (0..<20).map { RandomFiling(number: 100 + $0, year: 2021, seed: 500 + $0) }
    _ = try TextExport(folder: folder["out"], format: .jsonl).run(ExportSource(filings, removed: ["x"]))
    var checked = 0
    for name in Listings.all.map(\.name) + ["removed"] {
      let schema = try #require(RowSchema.named("row-\(name)")).value
      for line in try folder.text("out/\(name).jsonl").split(separator: "\n") {
        #expect(violation(of: schema, by: try JSONParser.parse(String(line))) == nil, "\(name): \(line)")
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  /// The keywords that the schemas use.
  private func violation(of schema: JSONValue, by value: JSONValue) -> String? {
    guard case .object(let object) = value, case .object(let properties)? = schema["properties"] else {
      return "no object"
    }
    guard object.members.map(\.key).sorted() == properties.members.map(\.key).sorted() else { return "other keys" }
    for member in properties.members {
      let value = object[member.key] ?? .null
      if let constant = member.value["const"] {
        if constant != value { return member.key }
        continue
      }
      var types: [JSONValue] = []
      switch member.value["type"] {
      case .array(let several)?: types = several
      case let one?: types = [one]
      case nil: break
      }
      if !types.contains(where: { matches($0, value) }) { return member.key }
    }
    return nil
  }

  private func matches(_ type: JSONValue, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("null", .null), ("string", .string), ("boolean", .bool), ("number", .number), ("array", .array): true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }

  @Test func theDictionaryNamesEveryColumn() {
    let page = DataDictionary.markdown
    for column in Tables.all.flatMap(\.columns) + Listings.all.flatMap(\.columns) {
      #expect(page.contains("`\(column.name)`") && page.contains(column.title))
    }
  }
}
