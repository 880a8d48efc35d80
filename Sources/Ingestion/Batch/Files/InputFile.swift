import Glibc

enum InputFile {
  /// Reads a whole regular file into `buffer`, whose memory is used again.
  ///
  /// Nothing is waited for: a pipe is refused, not read. More than `limit` bytes are not read, also where
  /// the file grows meanwhile.
  static func read(_ location: [UInt8], into buffer: inout [UInt8], limit: Int) throws(FileProblem) {
    buffer.removeAll(keepingCapacity: true)
    do {
      let file = try System.open(location, O_RDONLY | O_NONBLOCK | O_NOCTTY)
      let status = try System.status(of: file.number)
      switch status.kind {
      case .file: break
      case .folder: throw FileProblem.isFolder
      default: throw FileProblem.special
      }
      if status.size > limit { throw FileProblem.tooLarge }
      // One byte more than the size: room to see whether the file has grown.
      while try System.read(file.number, atMost: room(status.size + 1, buffer.count), into: &buffer) > 0 {
        if buffer.count > limit { throw FileProblem.tooLarge }
      }
    } catch let error as SystemError {
      throw FileProblem(error)
    } catch let problem as FileProblem {
      throw problem
    } catch {
      throw .failed
    }
  }

  private static func room(_ wanted: Int, _ count: Int) -> Int {
    count < wanted ? wanted - count : 65536
  }
}
