internal import ArgumentParser
internal import Comparing
internal import Ingestion
internal import JSON
internal import Provenance
internal import Publishing

/// Reads what is to be compared, says what could not be read, and writes what came of it.
struct ComparisonLoader {
  let maxBytes: Int
  /// How sources are converted; asked for if there are any, since the language data takes time to read.
  private let options: () throws -> ConversionOptions
  let language: Language
  /// Whether a file could not be read.
  private(set) var isTroubled = false
  private(set) var crosswalk: Crosswalk?
  private var arguments = RawArguments()

  init(maxBytes: Int, language: Language, options: @escaping () throws -> ConversionOptions) {
    self.maxBytes = maxBytes
    self.options = options
    self.language = language
  }

  mutating func comparisons(_ paths: [String], crosswalk: String?) async throws -> YearComparisons {
    var sides: [ComparedFilings] = []
    for path in paths { sides.append(try await side([path])) }
    guard let new = sides.last else { throw Exit.trouble }
    return try await compared(sides.count > 1 ? sides[0] : nil, new, crosswalk)
  }

  /// All the years that the paths hold together.
  mutating func years(_ paths: [String], crosswalk: String?) async throws -> YearComparisons {
    try await compared(nil, try await side(paths), crosswalk)
  }

  private mutating func compared(
    _ old: ComparedFilings?, _ new: ComparedFilings, _ crosswalk: String?
  ) async throws -> YearComparisons {
    if let crosswalk { self.crosswalk = try read(crosswalk: crosswalk) }
    do throws(ComparisonProblem) {
      return try await YearComparisons(old, new, crosswalk: self.crosswalk, jobs: Terminal.processors)
    } catch {
      for line in language.choose(error.message, separator: "\n").split(separator: "\n") {
        Terminal.complain(String(line))
      }
      throw Exit.trouble
    }
  }

  /// The filings that the paths name.
  private mutating func side(_ paths: [String]) async throws -> ComparedFilings {
    let locations = arguments.paths(paths)
    let options = ComparedFilings.holdSources(locations) ? try options() : ConversionOptions()
    let filings = await ComparedFilings.read(
      locations, maxBytes: maxBytes, jobs: Terminal.processors, options: options)
    for (file, failure) in filings.failures {
      isTroubled = true
      Terminal.complain(file, failure, language)
    }
    if filings.snapshots.isEmpty {
      Terminal.complain(
        language.choose(
          "\(paths.joined(separator: " "))：没有找到可比较的文件。",
          "\(paths.joined(separator: " ")): nothing that could be compared was found."))
      throw Exit.trouble
    }
    return filings
  }

  private mutating func read(crosswalk path: String) throws -> Crosswalk {
    let bytes = try CommandInput.read(path, maxBytes, language)
    do throws(CrosswalkProblems) {
      return try Crosswalk(bytes)
    } catch {
      for problem in error.problems {
        Terminal.complain("\(path):\(problem.line): \(language.choose(problem.message))")
      }
      throw Exit.trouble
    }
  }

  /// Writes a file whole or not at all.
  func write(_ bytes: [UInt8], to path: String) throws {
    do throws(Failure) {
      var arguments = arguments
      try writeFile(bytes, to: arguments.path(path))
    } catch {
      Terminal.complain(path, error, language)
      throw Exit.trouble
    }
  }
}

/// What was found, in each of the formats.
struct ChangesReport {
  private let comparisons: YearComparisons

  init(_ comparisons: YearComparisons) {
    self.comparisons = comparisons
  }

  func bytes(_ format: Diff.Format, _ language: Language, _ loader: ComparisonLoader) throws -> [UInt8] {
    switch format {
    case .text:
      let text = ChangesText(textOptions(language))
      return Array(comparisons.years.map { text.text($0) }.joined(separator: "\n").utf8)
    case .json: return ChangesDocument.bytes(comparisons.years)
    case .jsonl:
      var bytes: [UInt8] = []
      ChangesDocument.lines(comparisons.years, to: &bytes)
      return bytes
    case .csv: return ChangesTable.bytes(comparisons.years)
    case .patch: return try patch(language)
    case .html: return ChangesPage.bytes(comparisons.years, language)
    }
  }

  /// How many changes are put into words at a time.
  private static let block = 4_000

  /// Writes the text for a terminal stretch by stretch, so that memory never holds all of it.
  func writeText(_ language: Language, to stream: inout StandardOutput) async {
    let options = textOptions(language)
    for (index, years) in comparisons.years.enumerated() {
      if index > 0 { stream.write("\n") }
      stream.write(ChangesText(options).summary(years))
      let count = years.comparison.changes.count
      for start in stride(from: 0, to: count, by: Self.block) {
        let texts = await Stretches.map(min(Self.block, count - start), jobs: Terminal.processors) { range in
          ChangesText(options).text(years, start + range.lowerBound..<start + range.upperBound)
        }
        for text in texts { stream.write(text) }
      }
    }
  }

  private func textOptions(_ language: Language) -> ChangesText.Options {
    var options = ChangesText.Options()
    options.language = language
    options.isColoured = Terminal.showsColour(Terminal.output)
    return options
  }

  func crosswalk(confirmed: Crosswalk?) -> Crosswalk {
    var result = Crosswalk()
    for years in comparisons.years { result.rows += Crosswalk(years.comparison, confirmed: confirmed).rows }
    // Rows about other years stand in each; once is enough.
    var seen: Set<Crosswalk.Row> = []
    result.rows = result.rows.filter { seen.insert($0).inserted }
    return result
  }

  /// For two filings the operations alone; for more, one line for each pair of filings.
  private func patch(_ language: Language) throws -> [UInt8] {
    var patches: [(old: String, new: String, operations: JSONValue)] = []
    for (index, years) in comparisons.years.enumerated() {
      guard comparisons.filings.indices.contains(index + 1) else {
        Terminal.complain(
          language.choose("patch 格式每边只能有一个年度。", "As a patch, each side may have one year only."))
        throw Exit.trouble
      }
      for pair in years.comparison.matches.filings {
        let (old, new) = (comparisons.filings[index], comparisons.filings[index + 1])
        let values = try [old.bytes(pair.old), new.bytes(pair.new)].map { try JSONParser.parse($0) }
        var partners = [Int?](repeating: nil, count: new.snapshots[pair.new].projects.count)
        for match in years.comparison.matches.pairs where match.old.filing == pair.old && match.new.filing == pair.new {
          partners[match.new.index] = match.old.index
        }
        patches.append(
          (
            old.snapshots[pair.old].id, new.snapshots[pair.new].id,
            .array(JSONPatch.operations(from: values[0], to: values[1], projects: partners))
          ))
      }
    }
    var writer = JSONWriter(patches.count == 1 ? .indented : .canonical)
    if patches.count == 1 {
      patches[0].operations.write(to: &writer)
      writer.finish()
      return writer.bytes
    }
    var bytes: [UInt8] = []
    for patch in patches {
      writer.removeAll(keepingCapacity: true)
      JSONValue.object(
        JSONObject([("new", .string(patch.new)), ("old", .string(patch.old)), ("patch", patch.operations)])
      ).write(to: &writer)
      writer.finish()
      bytes += writer.bytes + [0x0A]
    }
    return bytes
  }
}
