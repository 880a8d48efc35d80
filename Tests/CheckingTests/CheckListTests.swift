import Foundation
import ICU
import Provenance
import Testing

@testable import Checking

@Suite struct CheckListTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/Checking/Checks")

  @Test func everyFileHoldsOneCheckOfTheListThatIsNamedForIt() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    let listed = Check.all.map { Self.fileName(of: $0.id) }.sorted()
    #expect(files == listed)
    for check in Check.all {
      let text = try String(
        contentsOf: Self.folder.appendingPathComponent(Self.fileName(of: check.id)), encoding: .utf8)
      #expect(text.contains("\n    \"\(check.id)\", ."), "\(check.id) is not defined in its file")
      for example in check.examples {
        #expect(example.filePath.hasSuffix(Self.fileName(of: check.id)), "\(check.id)")
      }
    }
  }

  @Test func noIdStandsTwice() {
    #expect(Set(Check.all.map(\.id)).count == Check.all.count)
  }

  @Test func theDocumentShowsEveryCheckAndWhatItSays() throws {
    let readings = try Shared.readings.get()
    let text = CheckBook.markdown(readings: readings)
    #expect(text == CheckBook.markdown(readings: readings))
    for check in Check.all {
      #expect(text.contains("\n## \(check.id)\n"))
      for example in check.examples {
        #expect(text.contains(example.text))
        for found in Checks.diagnostics(of: example.filing, readings: readings, checks: [check]) {
          #expect(text.contains(found.message.zh) && text.contains(found.message.en))
        }
      }
    }
    let chinese = try #require(text.range(of: "核对只提示"))
    let english = try #require(text.range(of: "Checks only report"))
    #expect(chinese.lowerBound < english.lowerBound)
  }

  private static func fileName(of id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + ".swift"
  }
}
