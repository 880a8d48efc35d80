import Ingestion
import Modeling
import Provenance
import Testing

/// Findings of all stages together, as an output holds them.
@Suite struct FindingTests {
  /// Every case, as it is, and with every name and text made as long as a broken extraction makes them.
  private func filings(_ change: (String) -> String = { $0 }) throws -> [(name: String, filing: Filing)] {
    let pipeline = try Pipeline()
    return try Case.all().flatMap { file -> [(name: String, filing: Filing)] in
      let text = change(String(decoding: file.bytes, as: UTF8.self))
      let result = try? pipeline.run(Array(text.utf8), path: file.name + ".txt")
      return (result?.filings ?? []).map { (file.name, $0) }
    }
  }

  @Test func whatCannotBeReadIsSaidOnce() throws {
    for (name, filing) in try filings() {
      for unread in filing.diagnostics where unread.id == "unread-amount" || unread.id == "unread-schedule" {
        let same = filing.diagnostics.filter { $0.path == unread.path && $0 != unread }
        #expect(same.map(\.id) == [], "\(name) \(unread.path ?? "")")
      }
    }
  }

  @Test func messagesAreBoundedWhateverTheTextsHold() throws {
    let long = String(repeating: "很长的一段文字", count: 300)
    let changed = try filings { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
        // One cell in five, so that what stands around it is still recognised.
        number % 5 == 3 && line.utf8.count > 6 && !line.contains("：") ? "\(line)\(long)" : String(line)
      }.joined(separator: "\n")
    }
    var longest = 0
    for (name, filing) in changed {
      for diagnostic in filing.diagnostics {
        let length = max(diagnostic.message.zh.unicodeScalars.count, diagnostic.message.en.unicodeScalars.count)
        longest = max(longest, length)
        #expect(length <= 600, "\(name) \(diagnostic.id): \(diagnostic.message.zh.prefix(80))")
      }
    }
    #expect(longest > 60)
  }

  @Test func everyPathOfAFindingLeadsToAProjectAndAnIndicatorThatExist() throws {
    for (name, filing) in try filings() {
      for path in filing.diagnostics.compactMap(\.path) {
        let parts = path.split(separator: "/")
        guard parts.first == "projects", parts.count > 1 else { continue }
        let project = try #require(Int(parts[1]))
        #expect(filing.projects.indices.contains(project), "\(name) \(path)")
        guard parts.count > 3, parts[2] == "indicators", filing.projects.indices.contains(project) else { continue }
        let row = try #require(Int(parts[3]))
        #expect(filing.projects[project].indicators.indices.contains(row), "\(name) \(path)")
      }
    }
  }
}
