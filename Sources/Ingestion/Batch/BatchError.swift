package import Provenance

/// Why a batch as a whole could not be run. What is wrong with one input never ends here.
package enum BatchError: Error, Hashable, Sendable {
  /// The output folder cannot be made, read or written.
  case unusable(Failure)
  /// Another run is writing into the output folder.
  case inUse
  /// The folder's manifest.json is not one of ours, or from a newer version.
  case foreignManifest
  /// The description of the producer holds something that JSON cannot.
  case noDigest(Message)

  /// What went wrong with the manifest or the journal.
  static func output(_ problem: FileProblem) -> BatchError { .unusable(problem.failure("manifest.json")) }

  /// What went wrong with the folder itself.
  static func output(_ problem: FileProblem, folder: [UInt8]) -> BatchError {
    .unusable(problem.failure(PathText.text(of: folder)))
  }

  package var message: Message {
    switch self {
    case .unusable(let failure):
      Message(
        zh: "输出文件夹无法使用：\(failure.message.zh)",
        en: "the output folder cannot be used: \(failure.message.en)")
    case .inUse:
      Message(
        zh: "另一个任务正在向该输出文件夹写入；请等它结束，或换一个输出文件夹。",
        en: "another run is writing into this output folder; wait for it to end, or choose another folder.")
    case .foreignManifest:
      Message(
        zh: "输出文件夹中的 manifest.json 不是本程序（或是更新的版本）写的，为免覆盖而停止；请换一个输出文件夹，或先移走该文件。",
        en: "the manifest.json in the output folder was not written by this program, or by a newer version, and will "
          + "not be overwritten; choose another folder, or move that file away.")
    case .noDigest(let message): message
    }
  }
}
