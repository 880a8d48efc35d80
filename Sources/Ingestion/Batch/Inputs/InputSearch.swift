import Archives
import Glibc

/// Finds the inputs in what the user named: files as they are, folders and archives with all that is in them.
///
/// Hidden files and folders are passed over, and names that `isInput` doesn't want. Links to files are
/// followed; folders behind links are read after all others, so that what can be reached both ways goes
/// by its own path, and no folder is read twice: no loop and no maze of links takes longer than the
/// folders that there are.
struct InputSearch {
  private let isInput: (_ name: [UInt8]) -> Bool
  /// The output folder, which is not searched even if it stands in an input folder.
  private let excluded: FileIdentity?
  private let archives: FolderLimits
  private var list = InputList()
  private(set) var skippedFiles = 0
  private(set) var foundTrouble = false

  private var folders: [SearchedFolder] = []
  private var seen: Set<FileIdentity> = []

  private struct SearchedFolder {
    let number: UInt32
    let location: [UInt8]
    let parent: Int?
    var identity: FileIdentity?
  }

  init(
    excluding excluded: FileIdentity?, archives: FolderLimits = FolderLimits(),
    isInput: @escaping (_ name: [UInt8]) -> Bool
  ) {
    self.excluded = excluded
    self.archives = archives
    self.isInput = isInput
  }

  /// The inputs in the order of their paths, whatever the order of `arguments`.
  mutating func find(_ arguments: [[UInt8]]) -> InputList {
    list = InputList()
    var roots: Set<FileIdentity> = []
    for argument in arguments.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let location = Self.withoutTrailingSlashes(argument)
      let (folder, name) = Self.split(location)
      let parent = list.addFolder(folder, root: folder.count)
      do {
        let status = try System.status(of: location)
        guard roots.insert(status.identity).inserted else { continue }
        switch status.kind {
        case .file: if !takeArchive(location, root: folder.count) { list.add(name, in: parent, .given) }
        case .folder: search(location)
        default: refuse(name, in: parent, .special)
        }
      } catch {
        refuse(name, in: parent, FileProblem(error))
      }
    }
    list.sort()
    return list
  }

  // MARK: Folders

  private mutating func search(_ root: [UInt8]) {
    folders = []
    seen = []
    let location = root.last == UInt8(ascii: "/") ? root : root + [UInt8(ascii: "/")]
    open(location, root: location.count, parent: nil)
    var own = [0]
    var linked: [Int] = []
    while let next = own.popLast() ?? linked.popLast() {
      let first = folders.count
      let links = read(next, root: location.count)
      for index in first..<folders.count {
        if links.contains(index) { linked.append(index) } else { own.append(index) }
      }
      // The one that sorts first is popped first.
      linked.sort { folders[$1].location.lexicographicallyPrecedes(folders[$0].location) }
    }
  }

  private mutating func open(_ location: [UInt8], root: Int, parent: Int?) {
    let number = list.addFolder(location, root: root)
    folders.append(SearchedFolder(number: number, location: location, parent: parent))
  }

  /// Reads one folder; returns which of the folders found in it stand behind a link.
  private mutating func read(_ index: Int, root: Int) -> Set<Int> {
    let folder = folders[index]
    var names: [(name: [UInt8], kind: FileStatus.Kind?)] = []
    do {
      let descriptor = try System.open(folder.location, O_RDONLY | O_DIRECTORY | O_NONBLOCK)
      let identity = try System.status(of: descriptor.number).identity
      if identity == excluded { return [] }
      guard seen.insert(identity).inserted else {
        if isAbove(index, identity) { refuse([], in: folder.number, .folderLoop) }
        return []
      }
      folders[index].identity = identity
      try System.forEachName(in: descriptor) { name, kind in
        if name.first != UInt8(ascii: ".") { names.append((name, kind)) }
      }
    } catch {
      refuseFolder(folder, root: root, FileProblem(error))
    }
    var links: Set<Int> = []
    for (name, kind) in names {
      if kind == .file {
        take(name, .file, in: folder, root: root)
      } else if kind == .folder {
        open(folder.location + name + [UInt8(ascii: "/")], root: root, parent: index)
      } else if kind == .special {
        take(name, .special, in: folder, root: root)
      } else if takeLink(name, in: folder, index, root: root) {
        links.insert(folders.count - 1)
      }
    }
    return links
  }

  /// Takes what stands behind a link, or whose kind the folder doesn't tell; true if it is a folder behind a link.
  private mutating func takeLink(_ name: [UInt8], in folder: SearchedFolder, _ index: Int, root: Int) -> Bool {
    let location = folder.location + name
    do {
      let isLink = try System.status(of: location, followingLinks: false).kind == .link
      let kind = try System.status(of: location).kind
      guard kind == .folder else {
        take(name, kind, in: folder, root: root)
        return false
      }
      open(location + [UInt8(ascii: "/")], root: root, parent: index)
      return isLink
    } catch {
      if isInput(name) { refuse(name, in: folder.number, FileProblem(error)) }
      return false
    }
  }

  private mutating func take(_ name: [UInt8], _ kind: FileStatus.Kind, in folder: SearchedFolder, root: Int) {
    guard isInput(name) else {
      skippedFiles += 1
      return
    }
    if kind == .file {
      if takeArchive(folder.location + name, root: root) { return }
      list.add(name, in: folder.number, .given)
    } else {
      refuse(name, in: folder.number, .special)
    }
  }

  /// Takes what is in an archive; false if the file is none.
  private mutating func takeArchive(_ location: [UInt8], root: Int) -> Bool {
    let found: ArchivedInputs?
    do throws(ArchiveError) {
      // Sizes count when an entry is read.
      found = try ArchivedInputs(location, limits: archives.archive(entryBytes: .max))
    } catch {
      guard error.isLimit || isNamedZip(location) else { return false }
      // It is read as an entry without a name, and then says why not.
      list.add([], in: list.addFolder(location + [UInt8(ascii: "/")], root: root), .archived)
      return true
    }
    guard let archive = found else { return false }
    let folder = list.addFolder(location + [UInt8(ascii: "/")], root: root)
    for path in archive.paths {
      let name = path.suffix(from: (path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)
      if isInput(Array(name)) { list.add(path, in: folder, .archived) } else { skippedFiles += 1 }
    }
    return true
  }

  /// What can't be read as an archive may be a damaged document; with this ending it is a damaged archive.
  private func isNamedZip(_ location: [UInt8]) -> Bool {
    location.suffix(4).map { $0 | 0x20 } == Array(".zip".utf8)
  }

  private mutating func refuse(_ name: [UInt8], in folder: UInt32, _ problem: FileProblem) {
    foundTrouble = true
    list.add(name, in: folder, .refused(problem))
  }

  /// The folder goes by its path with `/` at the end; a root, which has none, by its name.
  private mutating func refuseFolder(_ folder: SearchedFolder, root: Int, _ problem: FileProblem) {
    guard folder.location.count == root else { return refuse([], in: folder.number, problem) }
    let (parent, name) = Self.split(Self.withoutTrailingSlashes(folder.location))
    refuse(name + [UInt8(ascii: "/")], in: list.addFolder(parent, root: parent.count), problem)
  }

  private func isAbove(_ index: Int, _ identity: FileIdentity) -> Bool {
    var next = folders[index].parent
    while let current = next {
      if folders[current].identity == identity { return true }
      next = folders[current].parent
    }
    return false
  }

  // MARK: Paths

  private static func withoutTrailingSlashes(_ path: [UInt8]) -> [UInt8] {
    var path = path
    while path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    return path
  }

  /// The folder with its `/`, and the name.
  private static func split(_ path: [UInt8]) -> (folder: [UInt8], name: [UInt8]) {
    let start = (path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1
    return (Array(path[..<start]), Array(path[start...]))
  }
}
