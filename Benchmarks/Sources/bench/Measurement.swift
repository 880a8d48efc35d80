internal import Glibc
internal import Ingestion

/// Runs everything over the same inputs, one after the other, and prints one table.
struct Measurement {
  let inputs: String
  let program: String
  let peer: String

  /// The Python script gets the first folders only: it would take minutes over all.
  private let foldersForPeer = 5

  func run() async throws {
    let output = "\(temporary())/bench-\(getpid())"
    try Files.makeFolder(output)
    defer { _ = try? Bench.remove(output) }
    // Before the inputs are read: a child's peak counts from that of whoever starts it.
    var converted: [(name: String, cost: Cost, digest: String?)] = []
    for jobs in [1, 2] {
      let folder = "\(output)/jobs-\(jobs)"
      let cost = try run(convert(into: folder, jobs))
      converted.append(("files to files, --jobs \(jobs)", cost, try digest(lines(under: folder))))
      if jobs == 2 {
        converted.append(("again, unchanged, --jobs 2", try run(convert(into: folder, jobs)), nil))
      } else {
        try Bench.remove(folder)
      }
    }

    let inputs = try readInputs(under: self.inputs)
    let bytes = inputs.reduce(0) { $0 + $1.bytes.count }
    print("\(inputs.count) filings, \(fixed(Double(bytes) / 1e6, 1)) MB\n")

    var rows: [Row] = []
    func add(_ name: String, _ cost: Cost, peak: Int? = nil, digest: String? = nil) {
      rows.append(
        Row(name: name, bytes: bytes, filings: inputs.count, seconds: cost.seconds, peak: peak, digest: digest))
    }

    for threads in [1, 2] {
      let runs = try await three { try await convertAll(inputs, threads: threads) }
      let run = runs.sorted { $0.seconds < $1.seconds }[1]
      if run.failures > 0 { print("\(run.failures) inputs failed") }
      rows.append(
        Row(
          name: "in memory, \(threads) core\(threads == 1 ? "" : "s")", bytes: bytes, filings: inputs.count,
          seconds: run.seconds, peak: nil, digest: try digest(run.lines.sorted())))
    }
    for (name, cost, digest) in converted { add(name, cost, peak: cost.peak, digest: digest) }

    let (hashing, copying) = try limits(of: "\(output)/jobs-2", inputs, in: output)
    try Bench.remove("\(output)/jobs-2")
    for (name, seconds) in [
      ("hashing both forms of the outputs", hashing), ("copying the outputs", copying),
      ("hashing and copying alone", hashing + copying),
    ] {
      rows.append(Row(name: name, bytes: bytes, filings: inputs.count, seconds: seconds, peak: nil))
    }

    let all = "\(output)/all.txt"
    try Files.write(inputs.flatMap { $0.bytes }, to: all)
    add("wc -l", try run(["wc", "-l", all]))
    add("uconv -x any-nfc", try run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "any-nfc", "-o", "/dev/null", all]))

    let (subset, filings) = try subsetForPeer(inputs, in: output)
    for target in [[], ["\(output)/peer-output"]] {
      let cost = try run(["python3", peer, "\(output)/peer"] + target)
      rows.append(
        Row(
          name: target.isEmpty ? "Python, in memory" : "Python, files to files", bytes: subset, filings: filings,
          seconds: cost.seconds, peak: nil))
    }
    let byName = Dictionary(rows.map { ($0.name, $0) }) { first, _ in first }
    var bases: [String: Row] = [:]
    bases["in memory, 1 core"] = byName["Python, in memory"]
    bases["in memory, 2 cores"] = byName["in memory, 1 core"]
    bases["files to files, --jobs 1"] = byName["Python, files to files"]
    bases["files to files, --jobs 2"] = byName["files to files, --jobs 1"]
    show(rows, ratioTo: bases)
    try compare(with: "\(output)/peer-output", subset: "\(output)/peer", output)
  }

  /// What the outputs cost whoever makes them, however fast: the SHA-256 of their indented and of their canonical bytes,
  /// both of which the manifest holds, by OpenSSL's command, as long files; and writing as many files as there are.
  private func limits(
    of folder: String, _ inputs: [Input], in output: String
  ) throws -> (hashing: Double, copying: Double) {
    let forms = "\(output)/forms"
    let copy = "\(output)/copy"
    defer { for path in [forms, copy] { _ = try? Bench.remove(path) } }
    try Files.makeFolder(forms)
    var files: [String] = []
    var waiting: [UInt8] = []
    func flush() throws {
      files.append("\(forms)/\(files.count)")
      try Files.write(waiting, to: files[files.count - 1])
      waiting.removeAll(keepingCapacity: true)
    }
    var converter = try FilingConverter(spelling: false)
    for input in inputs {
      for filing in try converter.convert(input.bytes, path: input.path) {
        waiting += filing.bytes + filing.canonicalBytes
      }
      if waiting.count > 16 << 20 { try flush() }
    }
    try flush()
    let hashing = try run(["openssl", "dgst", "-sha256"] + files).seconds
    return (hashing, try run(["cp", "-r", "--", folder, copy]).seconds)
  }

  private func convert(into folder: String, _ jobs: Int) -> [String] {
    [program, "convert", inputs, "-o", folder, "--jobs", String(jobs), "--quiet", "--no-spelling"]
  }

  private func three<Result>(_ body: () async throws -> Result) async throws -> [Result] {
    [try await body(), try await body(), try await body()]
  }

  /// `sha256  file` of every file in an output folder but the manifest.
  private func lines(under folder: String) throws -> [String] {
    var lines: [String] = []
    for year in try Files.list(folder) where year != "manifest.json" {
      let files = try Files.list("\(folder)/\(year)").map { "\(folder)/\(year)/\($0)" }
      for line in try Bench.run(["sha256sum"] + files).output.split(separator: "\n") {
        lines.append(String(line.prefix(66)) + String(line.dropFirst(66 + folder.utf8.count + 1)))
      }
    }
    return lines.sorted()
  }

  private func subsetForPeer(_ inputs: [Input], in output: String) throws -> (bytes: Int, filings: Int) {
    try Files.makeFolder("\(output)/peer")
    var folders: [Substring] = []
    var bytes = 0
    var filings = 0
    for input in inputs {
      let folder = input.path.prefix { $0 != "/" }
      if folders.last != folder {
        if folders.count == foldersForPeer { break }
        folders.append(folder)
        try Files.makeFolder("\(output)/peer/\(folder)")
      }
      try Files.write(input.bytes, to: "\(output)/peer/\(input.path)")
      bytes += input.bytes.count
      filings += 1
    }
    return (bytes, filings)
  }

  /// Fails where the script's output is another than ours.
  private func compare(with theirs: String, subset: String, _ output: String) throws {
    let ours = "\(output)/ours"
    _ = try run([program, "convert", subset, "-o", ours, "--jobs", "2", "--quiet", "--no-spelling"])
    print("\n" + (try run(["python3", peer, "--compare", ours, theirs]).output))
  }

  private func run(_ command: [String]) throws -> Cost { try Bench.run(command) }
}

extension Bench {
  static func remove(_ path: String) throws { _ = try run(["rm", "-rf", "--", path]) }
}
