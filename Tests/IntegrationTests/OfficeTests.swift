import Foundation
import Ingestion
import JSON
import Provenance
import Reading
import TestSupport
import Testing

/// Whether the systems that these tests need are to be used: `Scripts/test-integrations` says so.
let isWanted = ProcessInfo.processInfo.environment["JIXIAO_INTEGRATIONS"] == "1"

/// LibreOffice itself: what it makes of old Word files says the same as the new ones.
@Suite(.enabled(if: isWanted, "run by Scripts/test-integrations"), .serialized) struct OfficeTests {
  private let folder = URL(filePath: FileManager.default.temporaryDirectory.path)
    .appending(path: "jixiao-office-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder.appending(path: "in"), withIntermediateDirectories: true)
  }

  /// The sample filing, and one of each family of forms.
  private static let names = ["corpus", "form-ministry", "form-scored", "form-grades", "form-overall", "form-list"]

  private static func text(_ name: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let path =
      name == "corpus" ? "Corpus/2021/131-政协秦皇岛市北戴河区委员会办公室.txt" : "Tests/IngestionTests/Cases/\(name).txt"
    return Array(try Data(contentsOf: root.appending(path: path)))
  }

  /// Has LibreOffice save a file in another format; the folder of what it saved.
  private func save(_ files: [String], as format: String) throws -> URL {
    let target = folder.appending(path: format)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      [
        "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--convert-to", format, "--outdir", target.path,
      ] + files.map { folder.appending(path: "in/\($0)").path }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return target
  }

  @Test func oldFormatsSayTheSameAsTheNewOne() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var expected: [String: [JSONValue]] = [:]
    for name in Self.names {
      let bytes = WordFile(layout: String(decoding: try Self.text(name), as: UTF8.self)).bytes
      try Data(bytes).write(to: folder.appending(path: "in/\(name).docx"))
      expected[name] = try content(bytes)
      #expect(expected[name]?.isEmpty == false)
    }
    let options = ConversionOptions(refusesSpelling: true, office: Office())
    for format in ["doc", "rtf", "odt"] {
      let saved = try save(Self.names.map { "\($0).docx" }, as: format)
      for name in Self.names {
        let bytes = Array(try Data(contentsOf: saved.appending(path: "\(name).\(format)")))
        let found = try content(bytes, options)
        #expect(found == expected[name], "\(name).\(format): \(difference(found, expected[name] ?? []))")
      }
    }
  }

  @Test func theProgramReadsThemWhateverTheyAreCalled() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes = WordFile(layout: String(decoding: try Self.text("corpus"), as: UTF8.self)).bytes
    try Data(bytes).write(to: folder.appending(path: "in/a.docx"))
    let manager = FileManager.default
    for (format, name) in [("doc", "a.wps"), ("rtf", "b.doc"), ("odt", "c.docx")] {
      let saved = try save(["a.docx"], as: format)
      try manager.copyItem(at: saved.appending(path: "a.\(format)"), to: folder.appending(path: "in/\(name)"))
    }
    let whole = Array(try Data(contentsOf: folder.appending(path: "in/a.wps")))
    try Data(whole.prefix(whole.count / 2)).write(to: folder.appending(path: "in/half.doc"))
    try Data(whole.dropLast(100)).write(to: folder.appending(path: "in/short.doc"))
    try Data("{\\rtf1 ".utf8).write(to: folder.appending(path: "in/byte.rtf"))
    try Data("{\\rtf1".utf8).write(to: folder.appending(path: "in/head.rtf"))
    try Data(CompoundFileMaker("Workbook").bytes).write(to: folder.appending(path: "in/table.doc"))
    try Data(CompoundFileMaker("WordDocument").bytes).write(to: folder.appending(path: "in/hollow.doc"))
    try manager.removeItem(at: folder.appending(path: "in/a.docx"))
    let outcome = try run(["convert", "--no-spelling", "in", "-o", "out"])
    #expect(outcome.status == 1)
    let manifest = try JSONParser.parse(Array(try Data(contentsOf: folder.appending(path: "out/manifest.json"))))
    guard case .array(let inputs)? = manifest["inputs"] else {
      Issue.record("no inputs in the manifest")
      return
    }
    func errors(_ name: String) -> String? {
      guard let input = inputs.first(where: { $0["path"] == .string(name) }) else { return "absent" }
      if case .string(let id)? = input["error"]?["id"] { return id }
      return nil
    }
    for name in ["a.wps", "b.doc", "c.docx"] { #expect(errors(name) == nil, "\(name)") }
    for name in ["half.doc", "table.doc", "hollow.doc", "byte.rtf", "head.rtf"] {
      let id = errors(name) ?? "nil"
      #expect(["input-ole2", "input-spreadsheet", "office-failed", "input-empty"].contains(id), "\(name): \(id)")
    }
    #expect(try run(["verify", "out", "--sources", "in"]).status == 0)
    for name in ["a.wps", "b.doc", "c.docx"] {
      #expect(try run(["text", "in/\(name)"]).output.contains("\t项目编码\n"), "\(name)")
    }
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes = WordFile(layout: String(decoding: try Self.text("corpus"), as: UTF8.self)).bytes
    try Data(bytes).write(to: folder.appending(path: "in/a.docx"))
    let saved = try save(["a.docx"], as: "doc")
    for cache in ["one", "two"] {
      let file = saved.appending(path: "a.doc").path
      _ = try run(["convert", "--no-spelling", file, "-o", cache], cache: "cache-\(cache)")
    }
    let outputs = try ["one", "two"].map { try Data(contentsOf: folder.appending(path: "\($0)/2021/130304-131.json")) }
    #expect(outputs[0] == outputs[1])
  }

  // MARK: Helpers

  /// All that is published of a file but its source and places.
  private func content(
    _ bytes: [UInt8], _ options: ConversionOptions = ConversionOptions(refusesSpelling: true)
  ) throws -> [JSONValue] {
    let conversion = try convert(bytes, path: "2021/a", options: options)
    if let failure = conversion.failure { throw failure }
    return try conversion.outputs.map { output in
      guard case .object(var object) = try JSONParser.parse(output.bytes) else { return .null }
      for key in ["source", "places"] { object[key] = nil }
      return withoutPlaces(.object(object))
    }
  }

  private func withoutPlaces(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(withoutPlaces))
    case .object(var object):
      for key in ["start", "end", "line", "column", "part", "paragraph", "run", "character"] { object[key] = nil }
      for member in object.members { object[member.key] = withoutPlaces(member.value) }
      return .object(object)
    default: return value
    }
  }

  /// Where two values first differ.
  private func difference(_ left: [JSONValue], _ right: [JSONValue]) -> String {
    func lines(_ values: [JSONValue]) -> [Substring] {
      var writer = JSONWriter(.indented)
      JSONValue.array(values).write(to: &writer)
      writer.finish()
      return String(decoding: writer.bytes, as: UTF8.self).split(separator: "\n")
    }
    return zip(lines(left), lines(right)).first { $0 != $1 }.map { "\($0.0) / \($0.1)" } ?? "by length"
  }

  private func run(_ arguments: [String], cache: String = "cache") throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "jixiao")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["XDG_CACHE_HOME": folder.appending(path: cache).path]) { $1 }
    let file = folder.appending(path: "printed")
    try Data().write(to: file)
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }
}
