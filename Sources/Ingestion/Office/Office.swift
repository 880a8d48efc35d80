internal import Digest
internal import Provenance
internal import Reading
internal import Synchronization

/// LibreOffice, which turns old Word files into those that this program reads.
///
/// It runs in a profile of its own, without macros and network; whatever it does to a file costs that file alone. What
/// it made is kept (``OfficeCache``), so that a file is converted once.
package final class Office: Sendable {
  struct Converted: Sendable {
    var docx: [UInt8]
    /// Such as `7.4.7.2 40(Build:2)`.
    var version: String
  }

  static let name = "LibreOffice"
  /// How long a file may take, in seconds, unless the user says otherwise.
  package static let seconds = 120
  /// The largest file that it may make of one, in bytes.
  static let mostBytes = 512 << 20

  private let seconds: Int
  private let state = Mutex(State())

  private struct State {
    var version: Result<Version, Failure>?
    /// Why a file could not be converted, by its hash: that is tried once a run.
    var failures: [String: Failure] = [:]
    /// Files that wait until several are converted together.
    var postpones = false
    var prepared: Set<String> = []
  }

  private struct Version: Sendable {
    var text: String
    var cache: OfficeCache?
  }

  package init(seconds: Int = Office.seconds) {
    self.seconds = seconds
  }

  /// From now on a file that was not converted before is ``Failure/postponed`` until `prepare` has seen it, so that
  /// several may be converted by one process.
  func postpone() { state.withLock { $0.postpones = true } }

  /// As it stands in outputs and in the manifest; nil if LibreOffice is not installed.
  package var versionText: String? {
    do throws(Failure) { return "\(Self.name) \(try version().text)" } catch { return nil }
  }

  /// The .docx that LibreOffice makes of a document, now or earlier.
  func converted(_ bytes: [UInt8], _ format: Format) throws(Failure) -> Converted {
    let version = try version()
    let sum = try Self.sum(of: bytes)
    if let docx = version.cache?.file(convertedFrom: sum) { return Converted(docx: docx, version: version.text) }
    let (failure, isToWait) = state.withLock { state in
      (state.failures[sum], state.postpones && !state.prepared.contains(sum))
    }
    if let failure { throw failure }
    if isToWait { throw .postponed }
    let file = OfficeJob.File(sum: sum, bytes: bytes, ending: format.rawValue)
    let results = waiting { [seconds] in
      await OfficeJob(files: [file], limit: .seconds(seconds)).run { false }
    }
    note(results, version.cache)
    guard let result = results[sum] else { throw .officeFailed }
    return Converted(docx: try result.get(), version: version.text)
  }

  /// Converts several files by one process, as far as they weren't before.
  func prepare(_ files: [[UInt8]], until isInterrupted: @escaping @Sendable () -> Bool) async {
    let sums = files.compactMap { try? Self.sum(of: $0) }
    state.withLock { $0.prepared.formUnion(sums) }
    guard let version = try? version() else { return }
    var job = OfficeJob(files: [], limit: .seconds(seconds))
    for bytes in files {
      guard let format = Format(convertible: bytes), let sum = try? Self.sum(of: bytes),
        !job.files.contains(where: { $0.sum == sum }), version.cache?.file(convertedFrom: sum) == nil
      else { continue }
      job.files.append(OfficeJob.File(sum: sum, bytes: bytes, ending: format.rawValue))
    }
    // Without a place to keep them, each is converted when its turn comes.
    guard version.cache != nil, !job.files.isEmpty else { return }
    note(await job.run(until: isInterrupted), version.cache)
  }

  private func note(_ results: [String: Result<[UInt8], Failure>], _ cache: OfficeCache?) {
    for (sum, result) in results {
      switch result {
      case .success(let docx): cache?.keep(docx, convertedFrom: sum)
      case .failure(let failure): state.withLock { $0.failures[sum] = failure }
      }
    }
  }

  /// Asked for once a run.
  private func version() throws(Failure) -> Version {
    if let known = state.withLock({ $0.version }) { return try known.get() }
    let (end, text) = waiting { [seconds] in
      await OfficeProcess(limit: .seconds(seconds)).output(["--version"])
    }
    let result: Result<Version, Failure>
    switch end {
    case .succeeded:
      let line = text.split(separator: "\n").first { $0.hasPrefix(Self.name + " ") } ?? ""
      let version = String(line.dropFirst(Self.name.utf8.count + 1).prefix(100))
      result =
        version.isEmpty ? .failure(.officeFailed) : .success(Version(text: version, cache: .init(version: version)))
    case .notFound: result = .failure(.officeMissing)
    case .timedOut: result = .failure(.officeTimedOut(seconds: seconds))
    case .failed, .interrupted: result = .failure(.officeFailed)
    }
    state.withLock { $0.version = result }
    return try result.get()
  }

  private static func sum(of bytes: [UInt8]) throws(Failure) -> String {
    do throws(DigestError) { return try SHA256(of: bytes).hex } catch { throw .undigested }
  }
}
