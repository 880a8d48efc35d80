extension InputList {
  /// Notes where earlier runs have recorded their inputs; those that are not given now are added as kept.
  /// The journal of a run that was stopped is younger than the manifest, so its entries count.
  mutating func note(manifest: borrowing Descriptor?, journal: borrowing Journal) throws(BatchError) {
    do {
      switch manifest {
      case .some(let manifest):
        try note(EntryFile(file: manifest.number)) { offset in Location(manifest: offset) }
      case nil: break
      }
      if journal.isContinued {
        try note(journal.entries) { offset in Location(journal: offset) }
      }
    } catch {
      throw .output(FileProblem(error))
    }
    sort()
  }

  private mutating func note(_ entries: EntryFile, _ location: (_ offset: Int) -> Location) throws(SystemError) {
    try entries.forEach { offset, entry in
      if let path = EntryFile.path(in: entry) { note(PathText.bytes(of: path), recordedAt: location(offset)) }
    }
  }
}
