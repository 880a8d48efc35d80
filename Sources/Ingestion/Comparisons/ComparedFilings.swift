package import Comparing
internal import Provenance
internal import Publishing

/// The filings of one side of a comparison: canonical JSON as it was written, or sources, which are converted first.
package struct ComparedFilings: Sendable {
  package private(set) var snapshots: [Snapshot] = []
  /// As the user reaches them; for a source, the source.
  package private(set) var files: [String] = []
  /// What could not be read, by file.
  package private(set) var failures: [(file: String, failure: Failure)] = []
  private var origins: [Origin] = []
  /// Where the places stand in each file.
  private var places: [Range<Int>?] = []

  private enum Origin: Sendable {
    /// The location of a JSON file, to be read again.
    case file([UInt8])
    /// What a source was converted into.
    case bytes([UInt8])
  }

  private let maxBytes: Int

  /// Whether there are sources among what the paths name, to go by the names: files that don't end in `.json`.
  package static func holdSources(_ paths: [[UInt8]]) -> Bool {
    inputs(paths, maxBytes: 0).names.contains { !OutputNames.isFiling($0) }
  }

  // A folder with converted filings holds what was made of them besides (tables, pages): those are no sources.
  private static func inputs(_ paths: [[UInt8]], maxBytes: Int) -> InputFiles {
    let published = InputFiles(paths, maxBytes: maxBytes, isInput: OutputNames.isFiling)
    return published.isEmpty ? InputFiles(paths, maxBytes: maxBytes) : published
  }

  /// Reads everything that the paths name, `jobs` files at a time. Sources among it are converted with `options`.
  package static func read(
    _ paths: [[UInt8]], maxBytes: Int, jobs: Int, options: ConversionOptions
  ) async -> ComparedFilings {
    let inputs = inputs(paths, maxBytes: maxBytes)
    let jobs = max(1, jobs)
    return await withTaskGroup(of: (Int, ComparedFilings).self) { group in
      for job in 0..<jobs {
        // A task takes a stretch: in the list's order again when all are put together.
        let part = inputs.part(job, of: jobs)
        group.addTask { (job, ComparedFilings(part, maxBytes: maxBytes, options: options)) }
      }
      var parts = [ComparedFilings?](repeating: nil, count: jobs)
      for await (job, part) in group { parts[job] = part }
      var result = ComparedFilings(maxBytes: maxBytes)
      for part in parts {
        guard let part else { continue }
        result.snapshots += part.snapshots
        result.files += part.files
        result.origins += part.origins
        result.places += part.places
        result.failures += part.failures
      }
      return result
    }
  }

  private init(maxBytes: Int) {
    self.maxBytes = maxBytes
  }

  private init(_ inputs: InputFiles, maxBytes: Int, options: ConversionOptions) {
    self.maxBytes = maxBytes
    var converter: ConverterBox?
    let pool = SnapshotPool()
    for input in inputs {
      do throws(Failure) {
        let bytes = try input.content.get()
        if Self.isJSON(bytes) || OutputNames.isFiling(Array(input.display.utf8)) {
          try add(bytes, .file(input.location), input.display, pool)
        } else {
          if converter == nil { converter = try ConverterBox.made(options) }
          let conversion = converter?.convert(bytes, path: input.path)
          if let failure = conversion?.failure { throw failure }
          for output in conversion?.outputs ?? [] { try add(output.bytes, .bytes(output.bytes), input.display, pool) }
        }
      } catch {
        failures.append((input.display, error))
      }
    }
  }

  private init(_ other: ComparedFilings, _ positions: [Int]) {
    maxBytes = other.maxBytes
    for position in positions {
      snapshots.append(other.snapshots[position])
      files.append(other.files[position])
      origins.append(other.origins[position])
      places.append(other.places[position])
    }
  }

  /// Those of the years given by `isIncluded`, in their order.
  package func filter(_ isIncluded: (Snapshot) -> Bool) -> ComparedFilings {
    ComparedFilings(self, snapshots.indices.filter { isIncluded(snapshots[$0]) })
  }

  /// The years that occur, ascending.
  package var years: [Int] { Set(snapshots.compactMap(\.year)).sorted() }

  /// What a filing's file says besides its values; nothing where it can no longer be read.
  package func details(_ position: Int) -> SnapshotDetails {
    // Where there is nothing between the braces, the file needs no reading again.
    guard let range = places[position], range.count > 2, let bytes = try? bytes(position) else {
      return SnapshotDetails()
    }
    return SnapshotDetails(bytes, places: range)
  }

  /// The canonical JSON of a filing.
  package func bytes(_ position: Int) throws(Failure) -> [UInt8] {
    switch origins[position] {
    case .bytes(let bytes): return bytes
    case .file(let location): return try InputFiles.read(location, files[position], maxBytes).get()
    }
  }

  private mutating func add(
    _ bytes: [UInt8], _ origin: Origin, _ file: String, _ pool: SnapshotPool
  ) throws(Failure) {
    do throws(SnapshotError) {
      let (snapshot, places) = try SnapshotReader.read(bytes, pool)
      snapshots.append(snapshot)
      self.places.append(places)
      files.append(file)
      origins.append(origin)
    } catch {
      throw Failure(error.id, error.message)
    }
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 } == UInt8(ascii: "{")
  }
}

extension ConverterBox {
  fileprivate static func made(_ options: ConversionOptions) throws(Failure) -> ConverterBox {
    guard let pipeline = try? Pipeline(options) else { throw .noPipeline }
    return ConverterBox(pipeline, options.producer)
  }
}
