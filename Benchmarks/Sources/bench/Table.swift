/// One line of the table: what was run, over how much, and what it took.
struct Row {
  var name: String
  var bytes: Int
  var filings: Int
  var seconds: Double
  /// The most memory held at a time, in bytes; nil where it says nothing.
  var peak: Int?
  var digest: String?

  var speed: Double { Double(bytes) / 1e6 / seconds }
}

/// Prints rows in columns; `base` is the one that ratios are of.
func show(_ rows: [Row], ratioTo base: [String: Row]) {
  print("| what | MB/s | filings/s | ratio | peak MB | output |")
  print("|---|---:|---:|---:|---:|---|")
  for row in rows {
    let ratio = base[row.name].map { "\(fixed(row.speed / $0.speed, 1)) × \($0.name)" } ?? ""
    let peak = row.peak.map { fixed(Double($0) / 1e6, 0) } ?? ""
    let filings = row.filings > 0 ? fixed(Double(row.filings) / row.seconds, 0) : ""
    let digest = row.digest.map { String($0.prefix(16)) } ?? ""
    print("| \(row.name) | \(fixed(row.speed, 1)) | \(filings) | \(ratio) | \(peak) | \(digest) |")
  }
}
