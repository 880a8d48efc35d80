import Foundation
import Ingestion
import Testing

/// The filings in `Cases`, each with what a careful person would type from it. `dev accept` writes the expectations
/// anew; whoever does that reads the difference.
@Suite struct CaseTests {
  @Test func everyCaseGivesWhatIsExpected() throws {
    let review = ReviewCopy(try Pipeline())
    let files = try Case.all()
    #expect(files.count >= 50)
    for file in files {
      let actual = try review.text(of: file.bytes, path: file.name + ".txt")
      let expected = try file.expected()
      if actual != expected {
        Issue.record("\(file.name): \(Case.firstDifference(actual, expected))")
      }
    }
  }

  @Test func everyExpectationHasItsCase() throws {
    let names = Set(try Case.all().map(\.name))
    for url in try Case.files() where url.lastPathComponent.hasSuffix(".expected.json") {
      let name = String(url.lastPathComponent.dropLast(".expected.json".count))
      #expect(names.contains(name), "\(name).txt is missing")
    }
  }
}

/// A file of `Cases`.
struct Case {
  var name: String
  var bytes: [UInt8]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static func files() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  static func all() throws -> [Case] {
    try files().filter { $0.pathExtension == "txt" }.map { url in
      Case(name: url.deletingPathExtension().lastPathComponent, bytes: Array(try Data(contentsOf: url)))
    }
  }

  /// The published filing for 2021.
  static func corpus() throws -> Case {
    let folder = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Corpus/2021")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let file = try #require(files.first { $0.pathExtension == "txt" })
    return Case(name: "corpus", bytes: Array(try Data(contentsOf: file)))
  }

  func expected() throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appending(path: name + ".expected.json")))
  }

  /// The first line that differs, as it is and as it should be.
  static func firstDifference(_ actual: [UInt8], _ expected: [UInt8]) -> String {
    let actual = String(decoding: actual, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let expected = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, pair) in zip(actual, expected).enumerated() where pair.0 != pair.1 {
      return "line \(number + 1) is \(pair.0), should be \(pair.1)"
    }
    return "\(actual.count) lines, should be \(expected.count)"
  }
}
