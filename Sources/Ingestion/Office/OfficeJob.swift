internal import Archives
internal import Glibc
internal import Provenance

/// Files that one process converts, one after the other; those that it didn't get to, or that ended it, are each given
/// a process of their own.
struct OfficeJob: Sendable {
  struct File: Sendable {
    /// The hash of its bytes, which names it.
    var sum: String
    var bytes: [UInt8]
    /// Of its name, so that LibreOffice takes it for what it is.
    var ending: String
  }

  var files: [File]
  /// How long each file may take.
  var limit: Duration

  typealias Results = [String: Result<[UInt8], Failure>]

  func run(until isInterrupted: @escaping @Sendable () -> Bool) async -> Results {
    var results: Results = [:]
    var left = files
    while !left.isEmpty, !isInterrupted() {
      let (end, made) = await runOnce(left, isInterrupted)
      if end == .interrupted { return results }
      for (sum, docx) in made { results[sum] = .success(docx) }
      if let only = left.first, left.count == 1 {
        if made.isEmpty { results[only.sum] = .failure(failure(end)) }
        return results
      }
      // The first one behind the last that was done has ended the process, or would keep the next one waiting, too;
      // one before that was refused. Each gets another try, alone.
      let last = left.lastIndex { made[$0.sum] != nil } ?? -1
      var alone = left.prefix(last + 1).filter { made[$0.sum] == nil }
      left.removeFirst(last + 1)
      if end == .succeeded {
        alone += left
        left = []
      } else if !left.isEmpty {
        alone.append(left.removeFirst())
      }
      for file in alone {
        results.merge(await OfficeJob(files: [file], limit: limit).run(until: isInterrupted)) { $1 }
      }
    }
    return results
  }

  private func failure(_ end: ProcessEnd) -> Failure {
    switch end {
    case .timedOut: .officeTimedOut(seconds: Int(limit.components.seconds))
    case .notFound: .officeMissing
    case .succeeded, .failed, .interrupted: .officeFailed
    }
  }

  /// Runs one process over some files; gives what it made of each.
  private func runOnce(
    _ files: [File], _ isInterrupted: @escaping @Sendable () -> Bool
  ) async -> (end: ProcessEnd, made: [String: [UInt8]]) {
    do {
      let scratch = try ScratchFolder()
      let folder = try OutputFolder(scratch.path)
      _ = try folder.write(Array(OfficeProfile.settings.utf8), to: "profile/user/registrymodifications.xcu")
      var paths: [String] = []
      for (index, file) in files.enumerated() {
        let name = "in/\(index).\(file.ending)"
        _ = try folder.write(file.bytes, to: name)
        paths.append(String(decoding: scratch.file(name), as: UTF8.self))
      }
      let output = scratch.file("out")
      let process = OfficeProcess(limit: limit, isInterrupted: isInterrupted)
      let end = await process.run(
        ["-env:UserInstallation=\(scratch.url("profile"))"] + OfficeProfile.arguments
          + ["--convert-to", "docx:MS Word 2007 XML", "--outdir", String(decoding: output, as: UTF8.self)] + paths
      ) { Self.count(output) }
      var made: [String: [UInt8]] = [:]
      for (index, file) in files.enumerated() {
        var bytes: [UInt8] = []
        let result = output + "/\(index).docx".utf8
        if (try? InputFile.read(result, into: &bytes, limit: Office.mostBytes)) != nil, Self.isWhole(bytes) {
          made[file.sum] = bytes
        }
      }
      return (end, made)
    } catch {
      return (.failed, [:])
    }
  }

  private static func count(_ folder: [UInt8]) -> Int {
    guard let opened = try? System.open(folder, O_RDONLY | O_DIRECTORY) else { return 0 }
    var count = 0
    try? System.forEachName(in: opened) { _, _ in count += 1 }
    return count
  }

  /// A file that was cut off has no directory, which stands at its end.
  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard let archive = try? Archive(bytes) else { return false }
    return archive["[Content_Types].xml"] != nil
  }
}
