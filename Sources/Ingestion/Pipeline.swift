internal import Checking
internal import Digest
package import Documents
internal import ICU
package import Modeling
package import Normalizing
package import Provenance
package import Publishing
package import Reading

/// The way of one file, from bytes to filings. Each stage is a plain function from one value to the next; only
/// reading can fail.
package struct Pipeline: Sendable {
  private let form: Form
  private let normalizer: Normalizer
  private let readings: Readings
  private let year: Int?
  private let decisions: Decisions
  private let speller: Speller?
  private let office: Office?
  private let limits: DocxLimits

  /// Everything that is the same for all files is made here, once.
  package init(
    year: Int? = nil, decisions: Decisions = Decisions(), speller: Speller? = nil, office: Office? = nil,
    limits: DocxLimits = DocxLimits()
  ) throws {
    self.form = try Forms.all()
    self.normalizer = Normalizer()
    self.readings = Readings.standard
    self.year = year
    self.decisions = decisions
    self.speller = speller
    self.office = office
    self.limits = limits
  }

  /// What one file gave: its text, to which every place points, and its filings.
  package struct Result: Sendable {
    package var document: Document
    package var charset: String
    package var reader: String
    package var dialect: String
    /// The program that the file went through first.
    package var convertedBy: SourceRecord.Converter?
    package var filings: [Filing]
    /// The keys of the decisions about single places that hold for a correction here.
    package var decided: Set<String> = []
    /// What a Word file holds beside the text.
    package var asides: [SourceRecord.Aside]
    /// What the targets of each filing say.
    package var targets: [TargetReadings]

    package var text: SourceText { document.source }

    /// False if nothing in the text belongs to a known form.
    package var isRecognised: Bool {
      filings.contains { $0.cover != nil || !$0.overall.isEmpty || !$0.projects.isEmpty }
    }

    /// True if a table is one of 绩效自评.
    var holdsSelfEvaluation: Bool { filings.contains { $0.diagnostics.contains { $0.id == "other-form" } } }
  }

  /// As `run`, with every reason to refuse the file as a failure.
  package func filings(
    _ bytes: [UInt8], path: String, memory: RepairMemory = RepairMemory()
  ) throws(Failure) -> Result {
    let result = try run(bytes, path: path, memory: memory)
    guard result.isRecognised else {
      throw result.holdsSelfEvaluation ? .selfEvaluation : .notAFiling(result.text)
    }
    return result
  }

  /// `memory` makes files that repeat each other's texts faster; what comes out does not depend on it.
  package func run(
    _ bytes: [UInt8], path: String, memory: RepairMemory = RepairMemory()
  ) throws(Failure) -> Result {
    var findings: [Diagnostic] = []
    let input = try readInput(bytes, office: office, limits: limits, diagnostics: &findings)
    let read = input.read
    try speller?.prepare()
    var filings: [Filing] = []
    var targets: [TargetReadings] = []
    var decided: Set<String> = []
    let hints = Hints(year: year, path: path)
    for var filing in model(read.document, as: form) {
      repair(&filing, memory)
      for part in splitByDepartment(filing) {
        var filing = identified(part, hints)
        if !decisions.isEmpty {
          if let anew = try self.decided(part, as: filing.identity, &decided, memory) {
            filing = identified(anew, hints)
          }
        }
        if !read.document.runs.isEmpty { filing.noteRuns { read.document.isRunBoundary(at: $0) } }
        let values = TargetReadings(of: filing)
        filing.diagnostics =
          findings + filing.diagnostics + filing.unreadValues(values)
          + Checks.diagnostics(of: filing, readings: readings)
        filings.append(filing)
        targets.append(values)
      }
    }
    return Result(
      document: read.document, charset: read.charset, reader: read.reader, dialect: read.dialect,
      convertedBy: input.convertedBy, filings: filings, decided: decided,
      asides: SourceRecord.Aside.all(of: read.document), targets: targets)
  }

  /// Repaired once more as people decided; nil if nothing in it was decided.
  private func decided(
    _ filing: Filing, as identity: Identity, _ met: inout Set<String>, _ memory: RepairMemory
  ) throws(Failure) -> Filing? {
    do throws(DigestError) {
      return try filing.decided(by: decisions, as: identity, met: &met) { repair(&$0, memory) }
    } catch {
      throw .undigested
    }
  }

  /// From the texts as filed to those that are published.
  private func repair(_ filing: inout Filing, _ memory: RepairMemory) {
    normalize(&filing, normalizer, memory)
    speller?.spell(&filing)
  }
}
