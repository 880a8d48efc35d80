import Provenance

// What the batch itself finds: nothing to write, or one id from several inputs.
extension Failure {
  static func nothingFound(_ path: String) -> Failure {
    Failure(
      "nothing-found",
      Message(
        zh: "“\(path)”中没有找到绩效文本，没有可输出的内容；请确认文件是否给对。",
        en: "\(path): no filing was found in it, so there is nothing to write; check that it is the right file."))
  }

  /// Different inputs, or one input twice, give `id` with different content. `paths` are the first of `total`.
  static func conflict(_ id: String, _ paths: [String], total: Int) -> Failure {
    let more = total - paths.count
    let zh = paths.map { "“\($0)”" }.joined(separator: "、") + (more > 0 ? "等 \(total) 个文件" : "")
    let en = paths.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    return Failure(
      conflictID,
      Message(
        zh: "编号 \(id) 对应内容不同的多份文本：\(zh)，均未输出；请核对哪一份有效，移走其余的，或用 --prefer 指明以哪一份为准（已不存在的旧文件可用 --prune 清除）。",
        en:
          "\(en) give the same id \(id) with different content, so none was written; find out which one holds and move "
          + "the others away, or say with --prefer which supersedes (files that no longer exist are dropped by --prune)."
      ))
  }

  static func duplicate(_ id: String, of path: String) -> Failure {
    Failure(
      "duplicate",
      Message(
        zh: "与“\(path)”内容相同（编号 \(id)），以该文件的输出为准。",
        en: "says the same as \(path) (id \(id)), whose output stands for both."))
  }

  static func superseded(_ id: String, by path: String) -> Failure {
    Failure(
      "superseded",
      Message(
        zh: "编号 \(id) 按 --prefer 以“\(path)”为准，本文件未输出。",
        en: "by --prefer, \(path) supersedes this one for the id \(id)."))
  }

  static func notGiven(_ id: String) -> Failure {
    Failure(
      notGivenID,
      Message(
        zh: "编号 \(id) 现应由本文件输出，但这次没有给出本文件；请连同它再运行一次（已不存在的旧文件可用 --prune 清除）。",
        en: "the id \(id) is now this file's to give, but the file was not given this time; run again with it (a file "
          + "that no longer exists is dropped by --prune)."))
  }

  private static let conflictID = "id-conflict"
  private static let notGivenID = "input-not-given"

  /// True if it is about several inputs, all of which it is given to.
  var isConflict: Bool { id == Self.conflictID }

  /// Found when claims were settled, so that it is looked at anew whenever they are settled again.
  var isSettled: Bool {
    id == Self.conflictID || id == Self.notGivenID || id == FileProblem.changed.id
  }
}
