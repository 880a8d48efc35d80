import Foundation
import Glibc

/// A temporary folder for one test; gone with the object. Paths are relative to it.
final class Sandbox: Sendable {
  let root: String

  init() {
    root = "\(FileManager.default.temporaryDirectory.path)/jixiao-program-\(UUID().uuidString)"
    makeFolder("")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  func makeFolder(_ path: String) {
    try? FileManager.default.createDirectory(atPath: "\(root)/\(path)", withIntermediateDirectories: true)
  }

  func write(_ text: String, to path: String) {
    write(Array(text.utf8), to: path)
  }

  func write(_ bytes: [UInt8], to path: String) {
    makeFolder((path as NSString).deletingLastPathComponent)
    _ = FileManager.default.createFile(atPath: "\(root)/\(path)", contents: Data(bytes))
  }

  func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: "\(root)/\(path)").map { String(decoding: $0, as: UTF8.self) }
  }

  func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: "\(root)/\(path)")
  }

  func setMode(_ mode: mode_t, of path: String) {
    unsafe _ = chmod("\(root)/\(path)", mode)
  }

  /// The names of all files below a folder, hidden ones too, in order.
  func files(in path: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: "\(root)/\(path)")?.compactMap { $0 as? String } ?? []
    return names.filter { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(root)/\(path)/\(name)")
      return attributes?[.type] as? FileAttributeType != .typeDirectory
    }.sorted()
  }

  /// All files below a folder with what is in them.
  func tree(_ path: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: files(in: path).map { ($0, read("\(path)/\($0)") ?? "") })
  }

  /// A JSON file.
  func object(_ path: String) -> [String: Any]? {
    guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else { return nil }
    return try? JSONSerialization.jsonObject(with: data) as? [String: Any]
  }

  /// What the manifest says of an input.
  func entry(_ path: String, in output: String = "Output") -> [String: Any]? {
    (object("\(output)/manifest.json")?["inputs"] as? [[String: Any]])?.first { $0["path"] as? String == path }
  }

  /// Why the manifest says that an input failed.
  func failure(of path: String, in output: String = "Output") -> String? {
    (entry(path, in: output)?["error"] as? [String: Any])?["id"] as? String
  }
}

enum Corpus {
  /// A whole filing as it was filed.
  static let text: [UInt8] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus/2021")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let data = names.first { $0.hasSuffix(".txt") }.flatMap { try? Data(contentsOf: folder.appending(path: $0)) }
    return [UInt8](data ?? Data())
  }()
}
