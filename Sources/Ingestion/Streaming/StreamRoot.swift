import Provenance

/// The folder that the paths of a stream's outputs are relative to, as those of `convert` are to the folder that is
/// given to it.
package struct StreamRoot: Sendable {
  /// Its steps as it was given, and where that leads without links: paths may begin with either.
  private let names: [[[UInt8]]]
  private let location: [UInt8]

  /// Throws if there is no such folder.
  package init(_ path: [UInt8]) throws(Failure) {
    do throws(SystemError) {
      guard try System.status(of: path).kind == .folder else { throw SystemError.notAFolder }
      location = try System.absolute(path)
    } catch {
      throw FileProblem(error).failure(PathText.text(of: path))
    }
    let given = path.first == UInt8(ascii: "/") ? [Self.steps(path)] : []
    names = given + [Self.steps(location)]
  }

  /// Where a file stands, and the path that its output records. Without a root that is `/`.
  static func place(
    of path: [UInt8], below root: StreamRoot?, line: Int
  ) throws(Failure) -> (location: [UInt8], path: String) {
    let steps = steps(path)
    let shown = PathText.text(of: path)
    guard !steps.isEmpty, !steps.contains([0x2E, 0x2E]) else { throw .unclearPath(shown, line) }
    let isAbsolute = path.first == UInt8(ascii: "/")
    guard let root else {
      guard isAbsolute else { throw .relativePath(shown, line) }
      return (path, PathText.text(of: joined(steps)))
    }
    guard isAbsolute else {
      return (root.location + [UInt8(ascii: "/")] + joined(steps), PathText.text(of: joined(steps)))
    }
    for name in root.names where steps.starts(with: name) && steps.count > name.count {
      return (path, PathText.text(of: joined(Array(steps[name.count...]))))
    }
    throw .outsideRoot(shown, line)
  }

  private static func steps(_ path: [UInt8]) -> [[UInt8]] {
    path.split(separator: UInt8(ascii: "/")).map { Array($0) }.filter { $0 != [0x2E] }
  }

  private static func joined(_ steps: [[UInt8]]) -> [UInt8] {
    Array(steps.joined(separator: [UInt8(ascii: "/")]))
  }
}
