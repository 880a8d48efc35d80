import Digest
import Provenance
import Synchronization

/// Works through inputs, with memory of its own that is used again from file to file.
struct Worker: ~Copyable {
  private let run: Run
  /// Made when the first input needs it: a run over unchanged inputs converts nothing.
  private lazy var convert: Convert = run.batch.makeConvert()
  private var reader: InputReader
  private var buffer: [UInt8] = []
  private var entries = EntryBuffer()
  private var staying: [(input: Int, location: Location)] = []
  private var totals = Totals()
  private var unchanged = 0

  init(run: Run) {
    self.run = run
    reader = InputReader(limit: run.batch.maxBytes, archives: run.batch.archives)
  }

  /// Puts what was finished since the last time on record.
  mutating func commit() {
    if entries.isEmpty && staying.isEmpty { return }
    _ = run.ledger.commit(&entries, staying: staying, totals)
    run.ledger.countUnchanged(unchanged)
    staying.removeAll(keepingCapacity: true)
    totals = Totals()
    unchanged = 0
  }

  // MARK: Inputs that are not given

  /// Keeps what earlier runs recorded of inputs that are not given now, as far as their outputs still stand.
  mutating func keep(_ inputs: Range<Int>) {
    for input in inputs {
      guard case .kept = run.inputs.kind(input), let location = run.inputs.previous(input),
        let entry = run.ledger.entry(at: location)
      else { continue }
      var standing = entry
      standing.outputs.removeAll { run.folder.size(of: $0.file) != $0.bytes }
      // An entry whose outputs are all gone was an entry for them.
      if standing.outputs.isEmpty, !entry.outputs.isEmpty, entry.claims.isEmpty, entry.failure == nil { continue }
      guard standing.isWorthKeeping else { continue }
      claim(standing, for: input)
      if standing == entry { stay(entry, at: location, input) } else { finish(standing, input) }
    }
  }

  // MARK: Inputs that are given

  /// Converts the inputs of one rank, until the run is stopped.
  mutating func convert(_ inputs: Range<Int>, rank: Int, by preference: Preference) {
    for input in inputs {
      if run.interruption.isRequested { return }
      let path = run.inputs.text(input)
      if preference.rank(path) != rank { continue }
      switch run.inputs.kind(input) {
      case .kept: continue
      case .refused(let problem):
        var entry = Entry(path: path, producer: run.producer)
        entry.failure = problem.failure(path)
        replace(run.inputs.previous(input), with: entry, input)
      case .given, .archived: convert(input, path)
      }
    }
  }

  /// Converts inputs that are ready now.
  mutating func convert(postponed inputs: ArraySlice<Int>) {
    for input in inputs {
      if run.interruption.isRequested { return }
      convert(input, run.inputs.text(input))
    }
  }

  private mutating func convert(_ input: Int, _ path: String) {
    let previous = run.inputs.previous(input)
    var entry = Entry(path: path, producer: run.producer)
    do throws(Failure) {
      try read(input, into: &entry)
    } catch {
      entry.failure = error
      return replace(previous, with: entry, input)
    }
    if let previous, !run.batch.force, let old = run.ledger.entry(at: previous), isUnchanged(old, entry) {
      claim(old, for: input)
      if outputsStand(old) {
        unchanged += 1
        return stay(old, at: previous, input)
      }
    }
    let conversion = convert(buffer, entry.path)
    if run.batch.prepare != nil, conversion.failure == .postponed { return run.postponed.add(input) }
    fill(&entry, with: conversion, for: input)
    replace(previous, with: entry, input)
  }

  private mutating func read(_ input: Int, into entry: inout Entry) throws(Failure) {
    try reader.read(run.inputs, input, into: &buffer)
    entry.bytes = buffer.count
    entry.sha256 = try Self.sha256(of: buffer)
  }

  private func isUnchanged(_ old: Entry, _ new: Entry) -> Bool {
    guard old.sha256 == new.sha256, old.producer == new.producer, old.failure == nil else { return false }
    guard let converter = old.convertedBy, let present = run.batch.converterVersion() else { return true }
    return converter == present
  }

  private func outputsStand(_ entry: Entry) -> Bool {
    entry.outputs.allSatisfy { output in
      run.folder.size(of: output.file) == output.bytes
        && (!run.batch.verifyOutputs || run.folder.sha256(of: output.file)?.hex == output.sha256)
    }
  }

  /// Claims come before looking whether a file stands, since what nobody claims may be removed meanwhile.
  private func claim(_ entry: Entry, for input: Int) {
    run.ledger.claims.withLock { claims in
      for output in entry.outputs { _ = claims.claim(output.file, by: input) }
      for claim in entry.claims {
        _ = claims.claim(claim.output.file, by: input)
        claims.contest(claim.output.file, by: input)
      }
    }
  }

  /// Writes the outputs that no other input has claimed.
  private mutating func fill(_ entry: inout Entry, with conversion: Conversion, for input: Int) {
    entry.errors = conversion.errors
    entry.warnings = conversion.warnings
    entry.notes = conversion.notes
    entry.decisions = conversion.decisions
    entry.convertedBy = conversion.convertedBy
    do throws(Failure) {
      let outputs = try Self.distinct(conversion, entry.path)
      for output in outputs {
        let claim = Entry.Claim(output: Self.describe(output), reason: nil)
        guard run.ledger.claims.withLock({ $0.claim(output.file, by: input) }) else {
          entry.claims.append(claim)
          continue
        }
        do throws(FileProblem) {
          _ = try run.folder.write(output.bytes, to: output.file)
          entry.outputs.append(claim.output)
        } catch {
          let failure = error.failure(output.file)
          entry.claims.append(Entry.Claim(output: claim.output, reason: failure))
          entry.failure = entry.failure ?? failure
        }
      }
    } catch {
      entry.failure = error
    }
    entry.sortOutputs()
  }

  /// Converts an input once more for one output that another input had claimed first; nil if it is no longer
  /// what it was.
  mutating func reconvert(_ input: Int, _ entry: Entry, for output: Entry.Output) -> [UInt8]? {
    var again = Entry(path: entry.path, producer: run.producer)
    guard (try? read(input, into: &again)) != nil, again.sha256 == entry.sha256 else { return nil }
    return convert(buffer, entry.path).outputs.first { made in
      made.file == output.file && Self.describe(made) == output
    }?.bytes
  }

  // MARK: Recording

  private mutating func finish(_ entry: Entry, _ input: Int) {
    entries.append(entry, of: input)
    totals.add(entry)
    if case .kept = run.inputs.kind(input) { return }
    run.meter.add(bytes: entry.bytes ?? 0, failed: entry.failure != nil)
  }

  private mutating func stay(_ entry: Entry, at location: Location, _ input: Int) {
    staying.append((input, location.with(entry.status)))
    totals.add(entry)
    if case .kept = run.inputs.kind(input) { return }
    run.meter.add(bytes: entry.bytes ?? 0, failed: false)
  }

  /// Records a new entry, and removes what the input was turned into before and nobody claims now.
  private mutating func replace(_ previous: Location?, with entry: Entry, _ input: Int) {
    if let previous, let old = run.ledger.entry(at: previous) {
      for output in old.outputs
      where !entry.outputs.contains(where: { $0.file == output.file })
        && !entry.claims.contains(where: { $0.output.file == output.file })
      {
        // Under the lock, so that nobody claims the file between the look and the removal.
        run.ledger.claims.withLock { claims in
          if !claims.isClaimed(output.file) || claims.isOwned(output.file, by: input) {
            run.folder.remove(output.file)
          }
        }
      }
    }
    finish(entry, input)
  }

  // MARK: Outputs

  static func describe(_ output: ConvertedOutput) -> Entry.Output {
    Entry.Output(
      id: output.id, file: output.file, bytes: output.bytes.count, sha256: output.sha256.hex,
      canonical: output.canonical.hex, content: output.content.hex)
  }

  /// The outputs, each file once. No output at all is a failure, and so are two different ones for one file.
  private static func distinct(_ conversion: Conversion, _ path: String) throws(Failure) -> [ConvertedOutput] {
    if let failure = conversion.failure { throw failure }
    guard !conversion.outputs.isEmpty else { throw .nothingFound(path) }
    var result: [ConvertedOutput] = []
    for output in conversion.outputs {
      if let refusal = OutputFolder.refusal(of: output.file) { throw refusal.failure(output.file) }
      if let same = result.first(where: { $0.file == output.file }) {
        guard same.content == output.content else { throw .conflict(output.id, [path], total: 1) }
      } else {
        result.append(output)
      }
    }
    return result
  }

  private static func sha256(of bytes: [UInt8]) throws(Failure) -> String {
    do {
      return try SHA256(of: bytes).hex
    } catch {
      throw Failure("no-digest", Message(zh: error.zh, en: error.en))
    }
  }
}
