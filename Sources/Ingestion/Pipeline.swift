internal import Checking
internal import Documents
internal import ICU
package import Modeling
package import Normalizing
package import Provenance
package import Reading

/// The way of one file, from bytes to filings. Each stage is a plain function from one value to the next; only
/// reading can fail.
package struct Pipeline: Sendable {
  private let form: Form
  private let normalizer: Normalizer
  private let readings: Readings
  private let year: Int?

  /// Everything that is the same for all files is made here, once.
  package init(year: Int? = nil) throws {
    self.form = try Forms.hebei()
    self.normalizer = Normalizer()
    self.readings = Readings.standard
    self.year = year
  }

  /// What one file gave: its text, to which every place points, and its filings.
  package struct Result: Sendable {
    package var text: SourceText
    package var charset: String
    package var reader: String
    package var dialect: String
    package var filings: [Filing]
    /// What the targets of each filing say.
    package var targets: [TargetReadings]

    /// False if nothing in the text belongs to a known form.
    package var isRecognised: Bool {
      filings.contains { $0.cover != nil || !$0.overall.isEmpty || !$0.projects.isEmpty }
    }
  }

  /// As `run`, with every reason to refuse the file as a failure.
  package func filings(
    _ bytes: [UInt8], path: String, memory: RepairMemory = RepairMemory()
  ) throws(Failure) -> Result {
    let result: Result
    do {
      result = try run(bytes, path: path, memory: memory)
    } catch {
      throw Failure(error.id, error.message)
    }
    guard result.isRecognised else { throw .notAFiling(result.text) }
    return result
  }

  /// `memory` makes files that repeat each other's texts faster; what comes out does not depend on it.
  package func run(
    _ bytes: [UInt8], path: String, memory: RepairMemory = RepairMemory()
  ) throws(ReadingError) -> Result {
    var findings: [Diagnostic] = []
    let read = try read(bytes, diagnostics: &findings)
    var filings: [Filing] = []
    var targets: [TargetReadings] = []
    for var filing in model(read.document, as: form) {
      normalize(&filing, normalizer, memory)
      for var filing in identify(filing, Hints(year: year, path: path)) {
        let read = TargetReadings(of: filing)
        filing.diagnostics =
          findings + filing.diagnostics + filing.unreadValues(read)
          + Checks.diagnostics(of: filing, readings: readings)
        filings.append(filing)
        targets.append(read)
      }
    }
    return Result(
      text: read.document.source, charset: read.charset, reader: read.reader, dialect: read.dialect, filings: filings,
      targets: targets)
  }
}
