package import JSON
import Digest
import Provenance

/// Converts files and folders into one output folder, and keeps its manifest.
///
/// The folder ends up as if everything it holds had been converted in one run into an empty folder: whatever
/// the order of the inputs, the number of jobs, and in how many runs. So an output that no input stands for
/// any more is removed, be it that the input has changed, now fails, or disputes its id with another.
package struct Batch: Sendable {
  /// Files and folders, in any order.
  package var inputs: [[UInt8]]
  package var output: [UInt8]
  /// Everything but an input's bytes and path that outputs depend on, as an object: name and version,
  /// options, hashes of evidence and decisions. If it changes, all is converted again.
  package var producer: JSONObject
  package var makeConvert: @Sendable () -> Convert
  /// The decisions about single corrections that the run obeys, to say which of them hold for none.
  package var placeDecisions: [PlaceDecision] = []
  /// Gets several inputs ready that the conversion has postponed (``Failure/postponed``): then each is converted again.
  package var prepare: (@Sendable (_ files: [[UInt8]], _ isInterrupted: @escaping @Sendable () -> Bool) async -> Void)?
  /// The program, with its version, that some inputs go through first. What an earlier version made of an input is made
  /// anew; if there is none now, what there is stays.
  package var converterVersion: @Sendable () -> String? = { nil }
  package var jobs = 1
  /// Larger files are not read.
  package var maxBytes = 64 << 20
  /// What an archive may hold.
  package var archives = FolderLimits()
  /// Converts again what has not changed.
  package var force = false
  /// Removes outputs whose inputs are not given any more.
  package var prune = false
  /// Which input supersedes another with the same id: endings (`.docx`) and beginnings (`revised/`) of paths.
  package var prefer: [String] = []
  /// Reads the outputs of unchanged inputs and compares their hashes; else only their sizes are looked at.
  package var verifyOutputs = false
  /// How many failures the result lists.
  package var listedFailures = 100
  /// Whether a name found in a folder is an input. A file that is given by itself always is.
  package var isInput: @Sendable (_ name: [UInt8]) -> Bool = Batch.isDocument

  package init(
    inputs: [[UInt8]], output: [UInt8], producer: JSONObject, makeConvert: @escaping @Sendable () -> Convert
  ) {
    self.inputs = inputs
    self.output = output
    self.producer = producer
    self.makeConvert = makeConvert
  }

  /// All but JSON, Markdown and files named README: what stands beside documents and is none.
  package static func isDocument(_ name: [UInt8]) -> Bool {
    let name = name.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
    return !name.suffix(5).elementsEqual(".json".utf8) && !name.suffix(3).elementsEqual(".md".utf8)
      && !name.elementsEqual("readme".utf8) && !name.starts(with: "readme.".utf8)
  }

  /// Runs to the end, or to `interruption`. Throws only if the output folder cannot be worked with.
  package func run(
    until interruption: Interruption = Interruption(), progress: (@Sendable (BatchProgress) -> Void)? = nil
  ) async throws(BatchError) -> BatchResult {
    let folder: OutputFolder
    do { folder = try OutputFolder(output) } catch { throw .output(error, folder: output) }
    let journal = try Journal.open(in: folder)
    let manifest = try Manifest.open(in: folder)
    if journal.isContinued { folder.removeTemporaries() }

    var search = InputSearch(excluding: folder.identity, archives: archives, isInput: isInput)
    var list = search.find(inputs)
    let given = list.count
    try list.note(manifest: manifest, journal: journal)

    let key = try producerKey()
    let run = Run(
      batch: self, inputs: list, folder: folder, producer: String(key.prefix(16)), interruption: interruption,
      meter: ProgressMeter(total: given, report: progress),
      ledger: Ledger(journal: journal, manifest: manifest, inputs: list.count),
      prunes: prune && !search.foundTrouble)

    // What stays claims its outputs first; then preferred inputs before others, since whoever comes first writes.
    if !run.prunes { await run.inParallel { worker, inputs in worker.keep(inputs) } }
    let preference = Preference(patterns: prefer)
    for rank in 0..<preference.ranks {
      await run.inParallel { worker, inputs in worker.convert(inputs, rank: rank, by: preference) }
      await run.convertPostponed()
    }
    if !run.isStopped {
      Settlement(run: run, preference: preference).settleAll()
    }
    if let problem = run.ledger.problem { throw .output(problem) }
    var result = run.result()
    result.skipped = search.skippedFiles
    result.didNotPrune = prune && !run.prunes
    if result.isInterrupted { return result }
    result.staleDecisions = run.staleDecisions()

    run.removePruned()
    try run.writeManifest(producerKey: key, staleDecisions: result.staleDecisions)
    folder.removeHidden(Journal.file)
    return result
  }

  /// The hash over the canonical bytes of the producer's description.
  private func producerKey() throws(BatchError) -> String {
    var writer = JSONWriter(.canonical)
    JSONValue.object(producer).write(to: &writer)
    writer.finish()
    do {
      return try SHA256(of: writer.bytes).hex
    } catch {
      throw .noDigest(Message(zh: error.zh, en: error.en))
    }
  }
}
