import Foundation
import TestSupport
import Testing

@testable import LanguageModel

/// What is cut short, overwritten or missing is an error that says so, and never a crash.
@Suite struct DamagedDataTests {
  private func temporary(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jixiao-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appendingPathComponent("data"))
  }

  @Test(arguments: [LanguageData.model, .dictionary])
  func aMissingFileIsNamedWithItsPackage(data: LanguageData) throws {
    let error = #expect(throws: LanguageDataError.self) { try open(data, "/nowhere/data") }
    #expect(error?.reason == .missing)
    for text in [error?.zh, error?.en] {
      #expect(text?.contains("/nowhere/data") == true)
      #expect(text?.contains("apt-get install \(data.package)") == true)
    }
  }

  @Test(arguments: [LanguageData.model, .dictionary])
  func aFolderIsNoData(data: LanguageData) {
    #expect(throws: LanguageDataError.self) { try open(data, "/usr") }
  }

  @Test(arguments: [LanguageData.model, .dictionary])
  func anotherFileIsOfAnUnknownFormat(data: LanguageData) throws {
    for content in [Data(), Data("\\data\\\nngram 1=1\n".utf8), Data(repeating: 0, count: 4_096)] {
      try temporary { file in
        try content.write(to: file)
        let error = #expect(throws: LanguageDataError.self) { try open(data, file.path) }
        #expect(error?.reason == .unknownFormat)
      }
    }
  }

  @Test(arguments: [LanguageData.model, .dictionary])
  func aFileThatIsCutShortIsDamaged(data: LanguageData) throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: data.installedPath()))
    for count in [60, 200, 4_096, whole.count / 4, whole.count / 2, whole.count * 4 / 5] {
      try temporary { file in
        try whole.prefix(count).write(to: file)
        let error = #expect(throws: LanguageDataError.self) { try open(data, file.path) }
        #expect(error?.reason == .damaged)
      }
    }
  }

  /// A few bytes may be overwritten without being found out, but then the data serve.
  @Test(arguments: [LanguageData.model, .dictionary])
  func overwrittenDataAreRefusedOrServe(data: LanguageData) throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: data.installedPath()))
    var random = SplitMix(seed: 3)
    var refused = 0
    for round in 0..<24 {
      var copy = whole
      let start = round < 4 ? 0x58 + 8 * round : Int.random(in: 0..<whole.count - 70_000, using: &random)
      let count = round % 2 == 0 ? 4 : 65_536
      for index in start..<start + count {
        copy[index] = round % 3 == 0 ? 0 : UInt8.random(in: 0...255, using: &random)
      }
      try temporary { file in
        try copy.write(to: file)
        do throws(LanguageDataError) {
          switch data {
          case .model: use(try NGramModel(path: file.path))
          case .dictionary: _ = try DictionaryFile(path: file.path)
          }
        } catch {
          refused += 1
        }
      }
    }
    #expect(refused >= 8)
  }

  private func open(_ data: LanguageData, _ path: String) throws {
    switch data {
    case .model: _ = try NGramModel(path: path)
    case .dictionary: _ = try DictionaryFile(path: path)
    }
  }

  /// Scores many pairs and triples, so that much of the file is read.
  private func use(_ model: NGramModel) {
    let frequent = "的 和 是 在 了 工作 提高 质量 建设 发展 管理 中国 人 不 有 完成 项目 资金 我们 一 年"
    let numbers = frequent.split(separator: " ").map { model.number(of: String($0)) }
    var random = SplitMix(seed: 7)
    var state = model.start
    for turn in 0..<20_000 {
      let any = UInt32.random(in: 0..<UInt32(model.wordCount), using: &random)
      let word = turn % 4 == 0 ? any : numbers[Int(any) % numbers.count]
      (_, state) = model.score(word, after: state)
    }
  }
}
