internal import Digest
internal import Glibc
internal import Provenance

/// A filing that a manifest says is in its output folder.
package struct PublishedFile: Hashable, Sendable {
  package var id: String
  /// Relative to the folder of the manifest.
  package var file: String
  package var bytes: Int
  package var sha256: String

  /// Whether `content` is what the manifest says of the file.
  package func isUnchanged(_ content: [UInt8]) -> Bool {
    content.count == bytes && (try? SHA256(of: content).hex) == sha256
  }
}

package enum PublishedFiles {
  /// The name of the manifest in an output folder.
  package static let manifest = Manifest.file

  /// Whether a file stands at `path`.
  package static func isFile(_ path: [UInt8]) -> Bool {
    (try? System.status(of: path))?.kind == .file
  }

  /// The filings that the manifest at `path` lists, in the order of their ids. Entries are read one by one; what is kept
  /// of each is a few hundred bytes. `name` is how problems call the file.
  package static func list(manifest path: [UInt8], _ name: String) throws(Failure) -> [PublishedFile] {
    var files: [PublishedFile] = []
    var isDamaged = false
    do {
      let manifest = try System.open(path, O_RDONLY | O_NONBLOCK)
      var start: [UInt8] = []
      let expected = Array("{\n  \"format\": \"\(Manifest.format)\",\n".utf8)
      _ = try System.read(manifest.number, from: 0, atMost: 256, into: &start)
      guard start.starts(with: expected) else { throw foreign(name) }
      try EntryFile(file: manifest.number).forEach { _, bytes in
        guard let entry = Entry(parsing: bytes) else {
          isDamaged = true
          return
        }
        for output in entry.outputs where OutputFolder.isSafe(output.file) {
          files.append(PublishedFile(id: output.id, file: output.file, bytes: output.bytes, sha256: output.sha256))
        }
      }
    } catch let error as SystemError {
      throw FileProblem(error).failure(name)
    } catch let error as Failure {
      throw error
    } catch {
      throw FileProblem.failed.failure(name)
    }
    if isDamaged { throw foreign(name) }
    return files.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  private static func foreign(_ name: String) -> Failure {
    Failure(
      "manifest-format",
      Message(
        zh: "“\(name)”不是本版本 jixiao 的转换清单（应为 \(Manifest.format)）；请用本版本重新转换后再导出。",
        en:
          "\(name) is no manifest of this version of jixiao (\(Manifest.format)); convert again with this version first."
      ))
  }
}
