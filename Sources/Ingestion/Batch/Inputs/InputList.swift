/// The inputs of a run and those that only earlier runs know, in the order of their paths' bytes.
///
/// Names stand in one run of bytes and folders once, so that an input costs its name and 24 bytes.
struct InputList: Sendable {
  enum Kind: Sendable {
    /// To be converted.
    case given
    /// To be converted, from the archive that is its folder.
    case archived
    /// Not given this time: what an earlier run recorded stays.
    case kept
    /// Found, but not to be read.
    case refused(FileProblem)
  }

  private struct Input {
    let start: Int
    /// The word of a location, 0 for none.
    var previousWord: UInt64
    let folder: UInt32
    let count: UInt16
    var kind: Kind

    var previous: Location? {
      get { Location(word: previousWord) }
      set { previousWord = newValue?.word ?? 0 }
    }
  }

  private struct Folder {
    let start: Int
    let count: Int
    /// How many of its bytes stand before the part that belongs to the relative path.
    let root: Int
  }

  private var bytes: [UInt8] = []
  private var folders: [Folder] = []
  private var inputs: [Input] = []
  /// How many of the inputs are in order; those noted since the last sort stand behind.
  private var sortedCount = 0

  var count: Int { inputs.count }
  var indices: Range<Int> { inputs.indices }

  /// What the list holds in memory, in bytes.
  var storedBytes: Int {
    bytes.capacity + folders.capacity * MemoryLayout<Folder>.stride + inputs.capacity * MemoryLayout<Input>.stride
  }

  func kind(_ index: Int) -> Kind { inputs[index].kind }

  /// Where an earlier run has recorded the input.
  func previous(_ index: Int) -> Location? { inputs[index].previous }

  /// The path relative to the input root.
  func path(_ index: Int) -> [UInt8] {
    let (folder, name) = parts(inputs[index])
    return Array(bytes[folder]) + bytes[name]
  }

  /// The path as it is shown and recorded.
  func text(_ index: Int) -> String { PathText.text(of: path(index)) }

  /// Where to open the file.
  func location(_ index: Int) -> [UInt8] {
    let folder = folders[Int(inputs[index].folder)]
    return Array(bytes[folder.start..<folder.start + folder.count]) + bytes[parts(inputs[index]).name]
  }

  /// The folder that it stands in, with `/` at the end, or an archive with `/` behind it.
  func folder(_ index: Int) -> [UInt8] {
    let folder = folders[Int(inputs[index].folder)]
    return Array(bytes[folder.start..<folder.start + folder.count])
  }

  /// Its path behind that of `folder`.
  func name(_ index: Int) -> [UInt8] { Array(bytes[parts(inputs[index]).name]) }

  // MARK: Building

  /// Takes a folder's location, which ends with `/` or is empty; its first `root` bytes are not part of
  /// the relative path.
  mutating func addFolder(_ location: [UInt8], root: Int) -> UInt32 {
    folders.append(Folder(start: bytes.count, count: location.count, root: root))
    bytes += location
    return UInt32(truncatingIfNeeded: folders.count - 1)
  }

  /// Names longer than 65,535 bytes, which no file system has, are cut.
  mutating func add(_ name: [UInt8], in folder: UInt32, _ kind: Kind, previous: Location? = nil) {
    let name = name.prefix(Int(UInt16.max))
    inputs.append(
      Input(
        start: bytes.count, previousWord: previous?.word ?? 0, folder: folder, count: UInt16(name.count), kind: kind))
    bytes += name
  }

  /// Notes where an earlier run has recorded a path: of several records the last counts. A path that is not
  /// among the inputs is added as kept; the list is to be sorted again afterwards. O(log count).
  mutating func note(_ path: [UInt8], recordedAt location: Location) {
    if let index = index(of: path) {
      inputs[index].previous = location
      return
    }
    let folder = path.prefix((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)
    let isLast = folders.last.map { bytes[$0.start..<$0.start + $0.count] == folder && $0.root == 0 } ?? false
    let number = isLast ? UInt32(truncatingIfNeeded: folders.count - 1) : addFolder(Array(folder), root: 0)
    add(Array(path.dropFirst(folder.count)), in: number, .kept, previous: location)
  }

  /// Puts the inputs in order. The same file found twice under one path counts once; different files with
  /// one relative path cannot be told apart, so that they become one refused input.
  mutating func sort() {
    // Moved out, so that neither the sort nor the merge has to copy them; the list that they are compared by has none.
    var sorted: [Input] = []
    swap(&sorted, &inputs)
    let list = self
    sorted.sort { list.compare($0, $1) < 0 }
    var last = -1
    for index in sorted.indices {
      let input = sorted[index]
      guard last >= 0, list.compare(sorted[last], input) == 0 else {
        last += 1
        sorted[last] = input
        continue
      }
      switch (sorted[last].kind, input.kind) {
      case (.kept, .kept): sorted[last].previous = Location.later(sorted[last].previous, input.previous)
      default: if !list.isSameFile(sorted[last], input) { sorted[last].kind = .refused(.samePath) }
      }
    }
    sorted.removeLast(sorted.count - (last + 1))
    swap(&sorted, &inputs)
    sortedCount = inputs.count
  }

  /// The place of `path` among the inputs that are in order. O(log count).
  func index(of path: [UInt8]) -> Int? {
    var low = 0
    var high = sortedCount
    while low < high {
      let middle = (low + high) / 2
      let (folder, name) = parts(inputs[middle])
      let order = compare(folder, name, in: bytes, with: 0..<0, 0..<path.count, in: path)
      if order == 0 { return middle }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  // MARK: Order

  private func parts(_ input: Input) -> (folder: Range<Int>, name: Range<Int>) {
    let folder = folders[Int(input.folder)]
    return (folder.start + folder.root..<folder.start + folder.count, input.start..<input.start + Int(input.count))
  }

  private func compare(_ left: Input, _ right: Input) -> Int {
    let (folder, name) = parts(left)
    let (otherFolder, otherName) = parts(right)
    if left.folder == right.folder { return compare(0..<0, name, in: bytes, with: 0..<0, otherName, in: bytes) }
    return compare(folder, name, in: bytes, with: otherFolder, otherName, in: bytes)
  }

  /// Compares two paths, each given as two ranges that follow upon each other.
  private func compare(
    _ folder: Range<Int>, _ name: Range<Int>, in bytes: [UInt8],
    with otherFolder: Range<Int>, _ otherName: Range<Int>, in others: [UInt8]
  ) -> Int {
    let count = folder.count + name.count
    let otherCount = otherFolder.count + otherName.count
    for offset in 0..<min(count, otherCount) {
      let byte =
        offset < folder.count
        ? bytes[folder.lowerBound + offset] : bytes[name.lowerBound + offset - folder.count]
      let other =
        offset < otherFolder.count
        ? others[otherFolder.lowerBound + offset] : others[otherName.lowerBound + offset - otherFolder.count]
      if byte != other { return Int(byte) - Int(other) }
    }
    return count - otherCount
  }

  private func isSameFile(_ left: Input, _ right: Input) -> Bool {
    switch (left.kind, right.kind) {
    case (.given, .given), (.archived, .archived):
      guard let identity = identity(left) else { return false }
      return identity == self.identity(right)
    case (.refused(let left), .refused(let right)): return left == right
    default: return false
    }
  }

  /// Of the file, or of the archive that it is in.
  private func identity(_ input: Input) -> FileIdentity? {
    let folder = folders[Int(input.folder)]
    if case .archived = input.kind {
      return try? System.status(of: Array(bytes[folder.start..<folder.start + folder.count - 1])).identity
    }
    let location = Array(bytes[folder.start..<folder.start + folder.count]) + bytes[parts(input).name]
    return try? System.status(of: location).identity
  }
}
