internal import Generator

/// Writes `count` filings into folders under `folder`, by region and year.
func generate(into folder: String, count: Int, seed: UInt64) throws {
  var bytes = 0
  var folders: Set<String> = []
  try Files.makeFolder(folder)
  for number in 0..<count {
    let filing = GeneratedFiling(number: number, seed: seed)
    let name = filing.path.prefix { $0 != "/" }
    if folders.insert(String(name)).inserted { try Files.makeFolder(folder + "/" + name) }
    let text = Array(filing.text.utf8)
    bytes += text.count
    try Files.write(text, to: folder + "/" + filing.path)
  }
  print("\(count) filings, \(bytes) bytes, \(folders.count) folders, seed \(seed)")
}
