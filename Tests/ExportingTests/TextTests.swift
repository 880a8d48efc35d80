import Digest
import Exporting
import Foundation
import JSON
import TestSupport
import Testing

@Suite struct TextTests {
  private let filings = (0..<10).map { RandomFiling(number: 100 + $0, year: 2021, seed: 1000 + $0) }

  /// The rows of a listing as they are meant.
  private func expected(_ listing: Listing) throws -> [[Cell]] {
    let makeRows = ListingRows([listing])
    return try filings.flatMap { filing in
      let rows = makeRows.rows(of: try filing.rows)[0]
      return (0..<rows.count).map { Array(rows[$0]) }
    }
  }

  @Test(arguments: [true, false]) func csvReadsBackToTheSameValues(isGuarded: Bool) throws {
    let folder = try Folder()
    var export = TextExport(folder: folder["out"], format: .csv)
    export.guardsFormulas = isGuarded
    _ = try export.run(ExportSource(filings))
    for listing in Listings.all {
      let rows = parseCSV(try folder.text("out/\(listing.name).csv"))
      #expect(rows.first?.map { $0 ?? "" } == listing.columns.map(\.name))
      let values = try expected(listing)
      #expect(rows.count == values.count + 1)
      for (row, cells) in zip(rows.dropFirst(), values) {
        for (field, cell) in zip(row, cells) {
          switch cell {
          case .null: #expect(field == nil)
          case .text(let text):
            if isGuarded, let first = field?.unicodeScalars.first {
              #expect(!"=+-@\t\r\n".unicodeScalars.contains(first))
            }
            let read =
              isGuarded && field?.utf8.first == 0x27 ? field.map { String($0.unicodeScalars.dropFirst()) } : field
            #expect(read.map { Array($0.utf8) } == Array(text.utf8))
          case .bool(let value): #expect(field == "\(value)")
          case .integer(let value): #expect(field.flatMap(Int.init) == value)
          case .number(let value): #expect(field.flatMap(Double.init) == value)
          case .json(let value): #expect(field.flatMap { try? JSONParser.parse($0) } == value)
          }
        }
      }
    }
  }

  @Test func linesEndWithCarriageReturnAndLineFeedAndTheMarkIsOptional() throws {
    let folder = try Folder()
    var export = TextExport(folder: folder["out"], format: .csv)
    export.hasByteOrderMark = true
    _ = try export.run(ExportSource(filings))
    let bytes = try folder.bytes("out/filings.csv")
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]) && bytes.suffix(2) == [0x0D, 0x0A])
  }

  @Test func jsonLinesReadBackToTheSameValues() throws {
    let folder = try Folder()
    _ = try TextExport(folder: folder["out"], format: .jsonl).run(ExportSource(filings))
    for listing in Listings.all {
      let lines = try folder.text("out/\(listing.name).jsonl").split(separator: "\n").map {
        try JSONParser.parse(String($0))
      }
      let values = try expected(listing)
      #expect(lines.count == values.count)
      for (line, cells) in zip(lines, values) {
        for (column, cell) in zip(listing.columns, cells) {
          let expected: JSONValue =
            switch cell {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .number(Double(value))
            case .number(let value): .number(value)
            case .text(let text): .string(text)
            case .json(let value): value
            }
          #expect(line[column.name] == expected, "\(listing.name).\(column.name)")
        }
      }
    }
  }

  @Test(arguments: [TextExport.Format.csv, .jsonl]) func thePackageHoldsTheHashOfEachFile(format: TextExport.Format)
    throws
  {
    let folder = try Folder()
    _ = try TextExport(folder: folder["out"], format: format).run(ExportSource(filings))
    let package = try JSONParser.parse(folder.text("out/datapackage.json"))
    guard case .array(let resources)? = package["resources"] else {
      Issue.record("no resources")
      return
    }
    // There are no changes, and a JSON Lines file without a line is not listed.
    #expect(resources.count == Listings.all.count - (format == .jsonl ? 1 : 0))
    for resource in resources {
      guard case .string(let path)? = resource["path"] else { continue }
      let bytes = try folder.bytes("out/\(path)")
      #expect(resource["hash"] == .string("sha256:\(try SHA256(of: bytes).hex)"))
      #expect(resource["bytes"] == .number(Double(bytes.count)))
    }
  }

  @Test func aFollowerOfTheFeedEqualsAFullLoadAfterAnyHistory() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<8 {
      let folder = try Folder()
      var current: [String: RandomFiling] = [:]
      var followed: [String: [String: String]] = [:]
      for _ in 0..<5 {
        var next = current
        for number in 100..<105 where Bool.random(using: &random) {
          let filing = RandomFiling(number: number, year: 2021, seed: Int.random(in: 0...(1 << 40), using: &random))
          next[filing.id] = Int.random(in: 0..<3, using: &random) == 0 ? nil : filing
        }
        let all = next.values.sorted { $0.id < $1.id }
        let changed = all.filter { current[$0.id]?.bytes != $0.bytes }
        let gone = current.keys.filter { next[$0] == nil }.sorted()
        _ = try TextExport(folder: folder["feed"], format: .jsonl).run(ExportSource(changed, removed: gone))
        _ = try TextExport(folder: folder["full"], format: .jsonl).run(ExportSource(all))
        try follow(folder["feed"], &followed)
        var anew: [String: [String: String]] = [:]
        try follow(folder["full"], &anew)
        #expect(followed == anew)
        current = next
      }
    }
  }

  /// The rule that the documentation gives: forget what belongs to any filing that is named, then take all lines.
  private func follow(_ folder: String, _ rows: inout [String: [String: String]]) throws {
    func lines(_ name: String) throws -> [(line: String, value: JSONValue)] {
      let path = "\(folder)/\(name).jsonl"
      guard FileManager.default.fileExists(atPath: path) else { return [] }
      let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      return try text.split(separator: "\n").map { (String($0), try JSONParser.parse(String($0))) }
    }
    func text(_ value: JSONValue?) -> String {
      if case .string(let text)? = value { text } else { "" }
    }
    let named = Set(try (lines("filings") + lines("removed")).map { text($0.value["id"]) })
    for listing in Listings.all {
      let owner = listing.name == "filings" ? "id" : "filing"
      var kept = (rows[listing.name] ?? [:]).filter { _, line in
        !named.contains(text((try? JSONParser.parse(line))?[owner]))
      }
      for (line, value) in try lines(listing.name) { kept[text(value["id"])] = line }
      rows[listing.name] = kept
    }
  }

  @Test func aFolderThatIsNotOursIsLeftAloneUnlessForced() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder["out"], withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: folder["out/notes.txt"]))
    var export = TextExport(folder: folder["out"], format: .csv)
    #expect(throws: ExportError.self) { try export.run(ExportSource(filings)) }
    export.force = true
    _ = try export.run(ExportSource(filings))
    #expect(try folder.text("out/notes.txt") == "x")
    // Now it is ours; what an earlier export left is replaced.
    _ = try TextExport(folder: folder["out"], format: .jsonl).run(ExportSource(filings, removed: []))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder["out"])
    #expect(!names.contains { $0.hasSuffix(".csv") || $0.hasSuffix(".tmp") })
    #expect(names.contains("removed.jsonl") && names.contains("notes.txt"))
  }
}
