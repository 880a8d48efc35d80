internal import Ingestion
internal import Modeling
internal import Provenance
internal import Publishing

/// Prints findings as they come, in the format asked for.
struct FindingPrinter: ~Copyable {
  private let format: Check.Format
  private let corrections: Bool
  private let suggestions: Bool
  private let language: Language
  private var stream = StandardOutput()
  private var text: FindingText
  private var lines = FindingLines()
  private var log: SARIFLog
  private var counts = FindingCounts()

  init(_ format: Check.Format, _ language: Language, corrections: Bool, suggestions: Bool) {
    self.format = format
    self.corrections = corrections
    self.suggestions = suggestions
    self.language = language
    var options = FindingText.Options()
    options.language = language
    options.isColoured = Terminal.showsColour(Terminal.output)
    options.width = Terminal.width(Terminal.output) ?? 100
    text = FindingText(options)
    log = SARIFLog(version: Product.version, kinds: FindingKinds.all, language: language)
  }

  var isClosed: Bool { stream.isClosed }

  mutating func print(_ failure: Failure, path: String) {
    print([Diagnostic(failure.id, .error, failure.message)], FindingSource(unreadable: path), prefix: nil)
  }

  mutating func print(_ result: Pipeline.Result, path: String, bytes: [UInt8]) {
    let source = FindingSource(path: path, text: result.text, lines: LineIndex(result.text))
    let prefix = result.charset == "UTF-8" ? bytes.count - result.text.count : nil
    // What stands above the projects of several departments is found in the filing of each.
    var seen: Set<Diagnostic> = []
    let diagnostics = result.filings.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
    print(diagnostics, source, prefix: prefix.flatMap { $0 == 0 || $0 == 3 ? $0 : nil })
    guard format == .text, corrections || suggestions else { return }
    var shown: Set<SourceRange> = []
    var output = ""
    for filing in result.filings {
      let leaves = correctedLeaves(of: filing).filter { !shown.contains($0.text.source) }
      shown.formUnion(leaves.map(\.text.source))
      for (path, leaf) in leaves {
        for correction in leaf.corrections where correction.applied ? corrections : suggestions {
          text.write(correction, of: leaf, at: path, in: source, to: &output)
        }
      }
    }
    stream.write(output)
  }

  private mutating func print(_ diagnostics: [Diagnostic], _ source: FindingSource, prefix: Int?) {
    for diagnostic in diagnostics { counts.count(diagnostic.severity) }
    switch format {
    case .text:
      var output = ""
      text.write(diagnostics, of: source, to: &output)
      stream.write(output)
    case .jsonl:
      var output: [UInt8] = []
      lines.write(diagnostics, of: source, to: &output)
      stream.write(output)
    case .sarif:
      log.add(diagnostics, of: source, prefix: prefix)
    }
  }

  /// Writes what is waiting, and says how much was found.
  consuming func finish() throws -> FindingCounts {
    switch format {
    case .text:
      var output = ""
      text.writeSummary(to: &output)
      stream.write(output)
    case .jsonl: break
    case .sarif: stream.write(log.finish())
    }
    try stream.end(language)
    return counts
  }
}
