internal import Provenance

/// Exports listings as CSV or JSON Lines into a folder, with a Data Package that describes them.
package struct TextExport {
  package enum Format: String, Sendable {
    case csv, jsonl
  }

  package var folder: String
  package var format: Format
  /// Begins CSV files with a byte order mark, by which Excel knows UTF-8.
  package var hasByteOrderMark = false
  /// See `CSV.guardsFormulas`.
  package var guardsFormulas = true
  package var force = false

  package init(folder: String, format: Format) {
    self.folder = folder
    self.format = format
  }

  /// The package's description.
  static let descriptionFile = "datapackage.json"

  /// All files are written under other names first, and put into their places when they are whole.
  package func run(_ source: ExportSource) throws(ExportError) -> ExportResult {
    let target = ExportFolder(folder, mark: Self.descriptionFile, signature: "\"\(Tables.format)\"", force: force)
    try target.prepare()
    let csv = CSV(guardsFormulas: guardsFormulas)
    let listings = Listings.all
    var files: [ByteFile] = []
    for listing in listings {
      let file = try ByteFile("\(folder)/\(listing.name).\(format.rawValue)")
      if format == .csv {
        if hasByteOrderMark { try file.write { $0 += [0xEF, 0xBB, 0xBF] } }
        try file.write { csv.append(listing.columns.map { .text($0.name) }, to: &$0) }
      }
      files.append(file)
    }
    let lines = listings.map { JSONLines($0.columns) }
    var counts = listings.map { _ in RowCounts() }
    func write(_ row: ArraySlice<Cell>, _ index: Int) throws(ExportError) {
      counts[index].inserted += 1
      switch format {
      case .csv: try files[index].write { csv.append(row, to: &$0) }
      case .jsonl: try files[index].write { lines[index].append(row, to: &$0) }
      }
    }

    var result = ExportResult()
    let makeRows = ListingRows(listings)
    try source.forEachFiling(&result) { filing throws(ExportError) in
      for (index, rows) in makeRows.rows(of: filing).enumerated() {
        for row in 0..<rows.count { try write(rows[row], index) }
      }
    }
    if let changes = listings.firstIndex(where: { $0.name == "changes" }) {
      for row in source.changes ?? [] { try write(row[...], changes) }
    }
    if let removed = source.removed { try writeRemoved(removed, &files, csv) }

    var resources: [DataPackage.Resource] = []
    for (index, file) in files.enumerated() {
      let hash = try file.finish()
      let listing = index < listings.count ? listings[index] : nil
      let isEmpty = index < counts.count ? counts[index].inserted == 0 : source.removed?.isEmpty ?? true
      resources.append(
        DataPackage.Resource(listing: listing, isEmpty: isEmpty, bytes: file.bytes, sha256: hash))
    }
    let description = try ByteFile("\(folder)/\(Self.descriptionFile)")
    try description.write(DataPackage(format: format, guardsFormulas: guardsFormulas).text(resources))
    _ = try description.finish()
    for file in files { try file.place() }
    // Last: where it stands, the files are those that it describes.
    try description.place()
    try target.removeLeftovers(besides: files.map(\.path) + [description.path], of: Self.knownFiles)
    result.counts = zip(listings, counts).map { ($0.name, $0.title, $1) }
    return result
  }

  /// Filings that are gone: a table of their ids, in JSON Lines as tombstones.
  private func writeRemoved(_ ids: [String], _ files: inout [ByteFile], _ csv: CSV) throws(ExportError) {
    let file = try ByteFile("\(folder)/removed.\(format.rawValue)")
    if format == .csv { try file.write { csv.append([.text("id")], to: &$0) } }
    for id in ids {
      switch format {
      case .csv: try file.write { csv.append([.text(id)], to: &$0) }
      case .jsonl: try file.write(JSONLines.tombstone(id))
      }
    }
    files.append(file)
  }

  /// Every name that this export has ever used.
  private static let knownFiles = (Listings.all.map(\.name) + ["removed"]).flatMap { ["\($0).csv", "\($0).jsonl"] }
}
