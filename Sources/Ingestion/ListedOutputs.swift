package import Provenance
internal import Reading

/// The outputs that the manifests of folders list, to be compared with what stands there.
package struct ListedOutputs {
  /// By their paths.
  private var outputs: [[UInt8]: PublishedFile] = [:]
  private var problems: [(display: String, message: Message)] = []

  package static let changed = Message(
    zh: "与 manifest.json 记录的散列值不一致，文件在转换后被改动过：请重新转换原文。",
    en:
      "is not the file whose hash manifest.json records; it was changed after the conversion: convert the source again."
  )
  private static let missing = Message(
    zh: "manifest.json 列有这个文件，现在没有了：请重新转换原文。",
    en: "manifest.json lists this file, and it is gone: convert the source again.")

  /// `paths` are files, or folders of outputs; those without a manifest list nothing.
  package init(_ paths: [[UInt8]]) {
    for path in paths {
      let folder = Self.withoutSlash(path)
      let manifest = folder + [0x2F] + PublishedFiles.manifest.utf8
      guard PublishedFiles.isFile(manifest) else { continue }
      let display = PathText.text(of: manifest)
      do throws(Failure) {
        for file in try PublishedFiles.list(manifest: manifest, display) {
          outputs[folder + [0x2F] + file.file.utf8] = file
        }
      } catch {
        problems.append((display, error.message))
      }
    }
  }

  /// False if `file` is listed, and not as it is.
  package mutating func take(_ file: InputFiles.Input) -> Bool {
    guard let listed = outputs.removeValue(forKey: file.location), case .success(let bytes) = file.content else {
      return true
    }
    return listed.isUnchanged(bytes)
  }

  /// What is wrong with outputs that were not taken, in the order of their paths.
  package func left() -> [(display: String, message: Message)] {
    problems
      + outputs.keys.filter { !PublishedFiles.isFile($0) }.sorted { $0.lexicographicallyPrecedes($1) }
      .map { (PathText.text(of: $0), Self.missing) }
  }

  private static func withoutSlash(_ path: [UInt8]) -> [UInt8] {
    guard let last = path.lastIndex(where: { $0 != 0x2F }) else { return path }
    return Array(path[...last])
  }
}
