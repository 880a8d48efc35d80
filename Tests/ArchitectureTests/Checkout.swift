import Foundation

/// The files of the checkout that the tests stand in.
enum Checkout {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  struct File: CustomStringConvertible {
    /// From the root of the checkout.
    let path: String
    let text: String

    var description: String { path }

    var isGenerated: Bool { text.hasPrefix("// Generated ") }
  }

  /// The source files in `folder`, in the order of their paths.
  static func sources(in folder: String) throws -> [File] {
    let base = root.appendingPathComponent(folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path).sorted()
    return try paths.filter(isSource).map {
      File(path: folder + "/" + $0, text: try String(contentsOf: base.appendingPathComponent($0), encoding: .utf8))
    }
  }

  /// What a documentation catalogue shows is for its readers' programs, and not built here.
  private static func isSource(_ path: String) -> Bool {
    ["swift", "c", "cpp", "h", "hpp"].contains((path as NSString).pathExtension) && !path.contains(".docc/")
  }
}
