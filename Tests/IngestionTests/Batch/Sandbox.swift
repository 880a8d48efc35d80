import Digest
import Foundation
import Glibc
import JSON
import Provenance
import Synchronization

@testable import Ingestion

/// A temporary folder with an input and an output folder in it; gone with the object.
final class Sandbox: Sendable {
  let root: String
  let converter = FakeConverter()

  init() {
    root = "\(FileManager.default.temporaryDirectory.path)/jixiao-batch-\(UUID().uuidString)"
    makeFolder("in")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  // MARK: Files

  func makeFolder(_ path: String) {
    try? FileManager.default.createDirectory(atPath: "\(root)/\(path)", withIntermediateDirectories: true)
  }

  func write(_ text: String, to path: String) {
    makeFolder((path as NSString).deletingLastPathComponent)
    _ = FileManager.default.createFile(atPath: "\(root)/\(path)", contents: Data(text.utf8))
  }

  func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: "\(root)/\(path)").map { String(decoding: $0, as: UTF8.self) }
  }

  func remove(_ path: String) {
    try? FileManager.default.removeItem(atPath: "\(root)/\(path)")
  }

  func makePipe(_ path: String) {
    unsafe _ = mkfifo("\(root)/\(path)", 0o600)
  }

  func setMode(_ mode: mode_t, of path: String) {
    unsafe _ = chmod("\(root)/\(path)", mode)
  }

  func link(_ path: String, to target: String) {
    try? FileManager.default.createSymbolicLink(atPath: "\(root)/\(path)", withDestinationPath: target)
  }

  func inode(_ path: String) -> UInt64? {
    try? System.status(of: Array("\(root)/\(path)".utf8)).identity.inode
  }

  /// All files below a folder, hidden ones too, with what is in them; folders with `/` at the end.
  func tree(_ path: String = "out") -> [String: String] {
    var result: [String: String] = [:]
    for name in FileManager.default.enumerator(atPath: "\(root)/\(path)")?.compactMap({ $0 as? String }) ?? [] {
      let isFolder = (try? System.status(of: Array("\(root)/\(path)/\(name)".utf8)))?.kind == .folder
      result[isFolder ? "\(name)/" : name] = isFolder ? "" : read("\(path)/\(name)")
    }
    return result
  }

  // MARK: Runs

  func batch(_ inputs: [String] = ["in"], into output: String = "out") -> Batch {
    Batch(
      inputs: inputs.map { Array("\(root)/\($0)".utf8) }, output: Array("\(root)/\(output)".utf8),
      producer: JSONObject([("name", "fake"), ("version", "1")]), makeConvert: converter.make)
  }

  @discardableResult
  func run(
    _ inputs: [String] = ["in"], into output: String = "out", until interruption: Interruption = Interruption(),
    _ change: (inout Batch) -> Void = { _ in }
  ) async throws -> BatchResult {
    var batch = batch(inputs, into: output)
    change(&batch)
    return try await batch.run(until: interruption)
  }

  /// What the manifest says of an input.
  func entry(_ path: String, in output: String = "out") -> JSONValue? {
    guard let text = read("\(output)/manifest.json"), let manifest = try? JSONParser.parse(text),
      case .array(let inputs)? = manifest["inputs"]
    else { return nil }
    return inputs.first { $0["path"] == .string(path) }
  }
}

/// Converts texts whose lines are `id: content`, each to one output; other lines say what else is to happen.
final class FakeConverter: Sendable {
  private let count = Atomic<Int>(0)
  private let converters = Atomic<Int>(0)
  private let stop = Mutex<(after: Int, interruption: Interruption)?>(nil)

  /// How many inputs have been converted.
  var calls: Int { count.load(ordering: .relaxed) }
  /// How many workers have asked for a converter.
  var made: Int { converters.load(ordering: .relaxed) }

  func interrupt(_ interruption: Interruption, after calls: Int) {
    stop.withLock { $0 = (self.calls + calls, interruption) }
  }

  var make: @Sendable () -> Convert {
    { [self] in
      converters.add(1, ordering: .relaxed)
      return { bytes, path in self.convert(String(decoding: bytes, as: UTF8.self), path) }
    }
  }

  private func convert(_ text: String, _ path: String) -> Conversion {
    let calls = count.add(1, ordering: .relaxed).newValue
    stop.withLock { stop in
      if let stop, calls >= stop.after { stop.interruption.request() }
    }
    var conversion = Conversion()
    for line in text.split(separator: "\n") {
      let parts = line.components(separatedBy: ": ")
      switch (parts.first, parts.last) {
      case ("fail"?, let reason?): conversion.failure = Failure("fake", Message(zh: reason, en: reason))
      case ("warn"?, _): conversion.warnings += 1
      case (let id?, let content?):
        guard let output = try? output(id, content, path) else { continue }
        conversion.outputs.append(output)
      default: break
      }
    }
    return conversion
  }

  private func output(_ id: String, _ content: String, _ path: String) throws -> ConvertedOutput {
    var writer = JSONWriter(.both)
    writer.beginObject()
    writer.key("content")
    writer.string(content)
    writer.key("path")
    writer.string(path)
    writer.endObject()
    writer.finish()
    return ConvertedOutput(
      id: id, file: id.hasPrefix("/") || id.hasPrefix(".") ? id : "2021/\(id).json", bytes: writer.bytes,
      sha256: try SHA256(of: writer.bytes), canonical: try SHA256(of: writer.canonicalBytes),
      content: try SHA256(of: content))
  }
}
