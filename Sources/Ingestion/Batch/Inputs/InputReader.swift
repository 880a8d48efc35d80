import Archives
import Provenance

/// Reads inputs one after the other, wherever they stand. The archive of the last one stays open, since the next one
/// is often in it, too.
struct InputReader {
  let limit: Int
  let archives: FolderLimits
  private var last: (location: [UInt8], archive: ArchivedInputs)?

  init(limit: Int, archives: FolderLimits) {
    self.limit = limit
    self.archives = archives
  }

  /// Reads an input of a list into `buffer`.
  mutating func read(_ list: InputList, _ input: Int, into buffer: inout [UInt8]) throws(Failure) {
    let path = list.text(input)
    if case .archived = list.kind(input) {
      buffer = try member(list.name(input), of: list.folder(input), path)
      return
    }
    do throws(FileProblem) {
      try InputFile.read(list.location(input), into: &buffer, limit: limit)
    } catch {
      throw error.failure(path)
    }
  }

  /// Reads a file that was named, or an entry whose path goes on behind that of an archive; `path` is how it is shown.
  mutating func read(_ location: [UInt8], _ path: String, into buffer: inout [UInt8]) throws(Failure) {
    do throws(FileProblem) {
      try InputFile.read(location, into: &buffer, limit: limit)
    } catch {
      let slash = UInt8(ascii: "/")
      for end in location.indices where error == .inTheWay && end > 0 && location[end] == slash {
        guard (try? System.status(of: Array(location[..<end])))?.kind == .file else { continue }
        buffer = try member(Array(location[(end + 1)...]), of: Array(location[...end]), path)
        return
      }
      throw error.failure(path)
    }
  }

  /// `folder` is the archive with a `/` behind it.
  private mutating func member(_ name: [UInt8], of folder: [UInt8], _ path: String) throws(Failure) -> [UInt8] {
    if last?.location != folder {
      last = nil
      let archive: ArchivedInputs?
      do throws(ArchiveError) {
        archive = try ArchivedInputs(Array(folder.dropLast()), limits: archives.archive(entryBytes: limit))
      } catch {
        throw error.failure(path)
      }
      guard let archive else { throw FileProblem.changed.failure(path) }
      last = (folder, archive)
    }
    let bytes: [UInt8]?
    do throws(ArchiveError) { bytes = try last?.archive.bytes(of: name) } catch { throw error.failure(path) }
    guard let bytes else { throw FileProblem.notFound.failure(path) }
    return bytes
  }
}
