import ArgumentParser
import Checking
import Exporting
import Foundation
import ICU
import Normalizing

/// Makes what is generated: documents from the rules and checks, sources from data files.
struct Docs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the generated documents and sources, or checks that they are current.")

  @Flag(help: "Changes nothing; fails if a generated file is not what would be made.")
  var check = false

  func run() throws {
    var stale: [String] = []
    for file in try generatedFiles() {
      let current = try? String(contentsOfFile: file.path, encoding: .utf8)
      if current.map({ Array($0.utf8) }) == Array(file.text.utf8) { continue }
      stale.append(file.path)
      if !check { try file.text.write(toFile: file.path, atomically: true, encoding: .utf8) }
    }
    if check, !stale.isEmpty {
      print("Not current: \(stale.joined(separator: ", ")). Run `make docs` and commit the result.")
      throw ExitCode.failure
    }
  }

  /// Everything that is generated, by its path from the top of the project.
  private func generatedFiles() throws -> [(path: String, text: String)] {
    let regions = "Sources/Modeling/Regions"
    let forms = "Sources/Modeling/Forms"
    let formFiles = try FileManager.default.contentsOfDirectory(atPath: forms)
      .filter { $0.hasSuffix(".json") }.sorted()
      .map { (name: String($0.dropLast(5)), json: try read("\(forms)/\($0)")) }
    let page = "Sources/Reviewing/Page"
    let scripts = try pageScripts.map { (name: "\($0).js", text: try read("\(page)/\($0).js")) }
    return [
      (
        "\(page)/Page.generated.swift",
        generatePage(
          html: try read("\(page)/review.html"), style: try read("\(page)/review.css"), scripts: scripts)
      ),
      ("\(regions)/Regions.generated.swift", try generateRegions(from: read("\(regions)/regions.tsv"))),
      ("\(forms)/Forms.generated.swift", generateForms(from: formFiles)),
      (
        "Sources/Normalizing/Spelling/LexiconTerms.generated.swift",
        generateLexicon(from: try read("Sources/Normalizing/Spelling/lexicon.txt"))
      ),
      ("Sources/ICU/Readings.generated.swift", generateReadings(from: try Readings())),
      ("Documentation/Data/export.md", DataDictionary.markdown),
      ("Documentation/Rules.md", RuleBook.markdown()),
      ("Documentation/Checks.md", CheckBook.markdown(readings: try Readings())),
    ]
  }

  private func read(_ path: String) throws -> String {
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw ValidationError("\(path) cannot be read; run this at the top of the project.")
    }
  }
}
