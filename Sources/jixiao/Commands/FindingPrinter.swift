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
  private var suggestionLines = SuggestionLines()
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

  /// As JSON Lines corrections take the place of findings: every line can then become a decision.
  private var printsCorrectionsOnly: Bool { format == .jsonl && (corrections || suggestions) }

  mutating func print(_ failure: Failure, path: String) {
    if printsCorrectionsOnly {
      counts.count(.error)
      Terminal.complain(path, failure, language)
      return
    }
    print([Diagnostic(failure.id, .error, failure.message)], FindingSource(unreadable: path), prefix: nil)
  }

  /// `path` is relative to the input root, `display` as the user would type it.
  mutating func print(_ result: Pipeline.Result, path: String, display: String, bytes: [UInt8]) {
    let source = FindingSource(path: display, text: result.text, lines: LineIndex(result.text))
    if printsCorrectionsOnly { return printLines(result, path, source) }
    let prefix = result.charset == "UTF-8" ? bytes.count - result.text.count : nil
    // What stands above the projects of several departments is found in the filing of each.
    var seen: Set<Diagnostic> = []
    let diagnostics = result.filings.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
    print(diagnostics, source, prefix: prefix.flatMap { $0 == 0 || $0 == 3 ? $0 : nil })
    guard format == .text, corrections || suggestions else { return }
    var shown: Set<SourceRange> = []
    var output = ""
    for filing in result.filings {
      let listed = listed(filing, path).filter { !shown.contains($0.text.source) }
      shown.formUnion(listed.map(\.text.source))
      for correction in listed { text.write(correction, in: source, to: &output) }
    }
    stream.write(output)
  }

  /// Of what stands above the projects of several departments, each has its own keys.
  private mutating func printLines(_ result: Pipeline.Result, _ path: String, _ source: FindingSource) {
    var output: [UInt8] = []
    for filing in result.filings {
      suggestionLines.write(listed(filing, path), of: filing.identity, in: source, to: &output)
    }
    stream.write(output)
  }

  /// The repairs and suggestions that were asked for.
  private func listed(_ filing: Filing, _ path: String) -> [KeyedCorrection] {
    // Where no key can be made, nothing can be decided.
    let all = (try? keyedCorrections(of: filing, path: path)) ?? []
    return all.filter { $0.isWaiting ? suggestions : corrections }
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
