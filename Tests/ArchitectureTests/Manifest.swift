import Foundation

/// What `swift package dump-package` says of the package.
struct Manifest {
  struct Target {
    let name: String
    let isTest: Bool
    /// The folder of its sources, from the root of the checkout.
    let path: String
    /// Targets and products by name.
    let dependencies: [String]
  }

  let targets: [Target]
  /// The whole dump.
  let text: String

  init() throws {
    let data = try Self.dump()
    text = String(decoding: data, as: UTF8.self)
    let package = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    targets = ((package?["targets"] as? [[String: Any]]) ?? []).compactMap { target in
      guard let name = target["name"] as? String, let type = target["type"] as? String else { return nil }
      let path = target["path"] as? String ?? (type == "test" ? "Tests/" : "Sources/") + name
      let dependencies = (target["dependencies"] as? [[String: Any]] ?? []).compactMap { dependency in
        // {"byName": ["Provenance", null]} or {"product": ["ArgumentParser", "swift-argument-parser", …]}
        (dependency.values.first as? [Any])?.first as? String
      }
      return Target(name: name, isTest: path.hasPrefix("Tests/"), path: path, dependencies: dependencies)
    }
  }

  /// Runs with a scratch folder of its own: that of the package is locked while its tests run.
  private static func dump() throws -> Data {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("jixiao-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", Checkout.root.path, "--scratch-path", scratch.path, "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return data
  }

  struct Failure: Error {
    let status: Int32
  }
}
