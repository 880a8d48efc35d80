/// The files that arguments name, one after the other, for commands that look at inputs without a batch.
package struct InputFiles: Sequence {
  private let list: InputList
  private let maxBytes: Int
  private let archives: FolderLimits
  private var range: Range<Int>

  /// Files and folders as ``Batch`` finds them, in the order of their paths; `display` is how each was reached.
  package init(
    _ arguments: [[UInt8]], maxBytes: Int, archives: FolderLimits = FolderLimits(),
    isInput: @escaping (_ name: [UInt8]) -> Bool = Batch.isDocument
  ) {
    var search = InputSearch(excluding: nil, archives: archives, isInput: isInput)
    list = search.find(arguments)
    self.maxBytes = maxBytes
    self.archives = archives
    range = 0..<list.count
  }

  /// The `index`-th of `count` stretches of nearly equal length, which together are all.
  package func part(_ index: Int, of count: Int) -> InputFiles {
    var part = self
    let start = range.count * index / count
    part.range = range.lowerBound + start..<range.lowerBound + range.count * (index + 1) / count
    return part
  }

  /// Whether the arguments name nothing that is read.
  package var isEmpty: Bool { range.isEmpty }

  /// How each input is called, in their order.
  package var names: [[UInt8]] { range.map { list.location($0) } }

  package struct Input {
    /// Relative to the input root; what outputs record.
    package var path: String
    /// As the user would type it.
    package var display: String
    package var content: Result<[UInt8], Failure>
    /// Where it stands; empty for standard input.
    package var location: [UInt8]

    package init(path: String, display: String, content: Result<[UInt8], Failure>, location: [UInt8] = []) {
      self.path = path
      self.display = display
      self.content = content
      self.location = location
    }
  }

  package func makeIterator() -> AnyIterator<Input> {
    var index = range.lowerBound
    var reader = InputReader(limit: maxBytes, archives: archives)
    return AnyIterator {
      guard index < range.upperBound else { return nil }
      defer { index += 1 }
      let path = list.text(index)
      let location = list.location(index)
      var content: Result<[UInt8], Failure>
      switch list.kind(index) {
      case .refused(let problem): content = .failure(problem.failure(path))
      default:
        var bytes: [UInt8] = []
        do throws(Failure) {
          try reader.read(list, index, into: &bytes)
          content = .success(bytes)
        } catch {
          content = .failure(error)
        }
      }
      return Input(path: path, display: PathText.text(of: location), content: content, location: location)
    }
  }

  /// Reads one file, or an entry of an archive by its path behind that, or says why not.
  package static func read(
    _ location: [UInt8], _ path: String, _ maxBytes: Int, archives: FolderLimits = FolderLimits()
  ) -> Result<[UInt8], Failure> {
    var reader = InputReader(limit: maxBytes, archives: archives)
    var bytes: [UInt8] = []
    do throws(Failure) {
      try reader.read(location, path, into: &bytes)
      return .success(bytes)
    } catch {
      return .failure(error)
    }
  }
}
