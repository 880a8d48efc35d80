import Foundation
import Testing

/// What the README shows is what the program makes of the corpus.
@Suite struct ReadmeTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func jsonInTheReadmeStandsInTheOutput(name: String) throws {
    let output = try JSONSerialization.jsonObject(
      with: Data(contentsOf: root.appending(path: "Output/2021/130304-131.json")))
    let blocks = try codeBlocks(of: name, language: "json")
    #expect(!blocks.isEmpty)
    for block in blocks {
      let value = try JSONSerialization.jsonObject(with: Data(block.utf8))
      #expect(holds(output, value as? NSObject), "\(block)")
    }
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func textInTheReadmeStandsInTheCorpus(name: String) throws {
    let path = "Corpus/2021/131-政协秦皇岛市北戴河区委员会办公室.txt"
    let corpus = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    for block in try codeBlocks(of: name, language: "text") {
      #expect(corpus.contains(block))
    }
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func linksInTheReadmeLeadSomewhere(name: String) throws {
    let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
    let links = text.components(separatedBy: "](").dropFirst().compactMap { $0.components(separatedBy: ")").first }
    #expect(links.count > 3)
    for link in links where !link.hasPrefix("http") {
      let file = link.components(separatedBy: "#")[0]
      #expect(FileManager.default.fileExists(atPath: root.appending(path: file).path), "\(link)")
    }
  }

  private func codeBlocks(of name: String, language: String) throws -> [String] {
    let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
  }

  /// True if `value` is `tree` or stands anywhere in it.
  private func holds(_ tree: Any, _ value: NSObject?) -> Bool {
    guard let value else { return false }
    if (tree as? NSObject) == value { return true }
    if let object = tree as? [String: Any] { return object.values.contains { holds($0, value) } }
    if let array = tree as? [Any] { return array.contains { holds($0, value) } }
    return false
  }
}
