import ICU
import Modeling
import Provenance
import Testing

@testable import Checking

@Suite struct ExampleTests {
  @Test func everyExampleHolds() throws {
    let readings = try Shared.readings.get()
    for check in Check.all {
      for example in check.examples {
        let found = Checks.diagnostics(of: example.filing, readings: readings, checks: [check])
        #expect(
          found.isEmpty != example.isReported, "\(check.id) says \(found.map(\.message.zh))",
          sourceLocation: example.location)
        if let path = example.path {
          #expect(found.first?.path == path, "\(check.id)", sourceLocation: example.location)
        }
      }
    }
  }

  @Test func everyFindingSaysWhereItIsAndWhatItIs() throws {
    let readings = try Shared.readings.get()
    for check in Check.all {
      for example in check.examples {
        for found in Checks.diagnostics(of: example.filing, readings: readings, checks: [check]) {
          #expect(found.id == check.id, sourceLocation: example.location)
          #expect(found.path?.hasPrefix("/") == true, sourceLocation: example.location)
          #expect(!found.source.isEmpty, "\(check.id) has no place", sourceLocation: example.location)
          let text = SourceText(example.text)
          for place in found.source {
            #expect(!place.isEmpty && place.end <= text.count, sourceLocation: example.location)
          }
          for message in [found.message.zh, found.message.en] {
            #expect(message.utf8.count > 20 && !message.contains("\n"), sourceLocation: example.location)
          }
        }
      }
    }
  }

  @Test func everyCheckShowsWhatItReportsAndWhatItLeavesAlone() {
    for check in Check.all {
      #expect(check.examples.contains { $0.isReported }, "\(check.id)")
      #expect(check.examples.contains { !$0.isReported }, "\(check.id)")
      #expect(check.severity != .error, "\(check.id)")
      for message in [check.summary, check.rationale] {
        #expect(!message.zh.isEmpty && !message.en.isEmpty, "\(check.id)")
      }
    }
  }

  /// An example that is meant for one check shouldn't need excuses for another.
  @Test func silentExamplesAreReadAsMeant() {
    for check in Check.all {
      for example in check.examples {
        #expect(
          example.filing.projects.count == example.text.split(separator: "\n").count { $0.hasPrefix("项目 |") },
          sourceLocation: example.location)
      }
    }
  }
}

extension Example {
  var location: SourceLocation { SourceLocation(fileID: fileID, filePath: filePath, line: line, column: 1) }
}
