internal import Ingestion
internal import Publishing

/// What a batch did, in a line.
struct BatchSummary {
  private let result: BatchResult
  private let output: String

  init(_ result: BatchResult, output: String) {
    self.result = result
    self.output = output
  }

  func text(_ language: Language) -> String {
    language.choose(zh, en, separator: "\n")
  }

  private var isEmpty: Bool { result.inputs == 0 && !result.isInterrupted }

  private var zh: String {
    if isEmpty {
      let skipped = result.skipped > 0 ? "，另有 \(result.skipped) 个其他类型的文件未读" : ""
      return "没有找到可以转换的文件（隐藏的文件和文件夹不读\(skipped)）。请检查所给的路径。输出在 \(output)。"
    }
    var parts = ["转换 \(result.converted) 个"]
    if result.unchanged > 0 { parts.append("未变 \(result.unchanged) 个") }
    if result.duplicates > 0 { parts.append("重复或被取代 \(result.duplicates) 个") }
    if result.failed > 0 { parts.append("失败 \(result.failed) 个") }
    let head = result.isInterrupted ? "已中断，下次运行将从此处继续：" : ""
    return "\(head)共 \(result.inputs) 个文件，\(parts.joined(separator: "，"))；"
      + "错误 \(result.totals.errors)、警告 \(result.totals.warnings)、提示 \(result.totals.notes)。输出在 \(output)。"
  }

  private var en: String {
    if isEmpty {
      let skipped = result.skipped > 0 ? ", and \(result.skipped) files of other kinds were passed over" : ""
      return "Found no files to convert (hidden files and folders are not read\(skipped)). Check the paths given. "
        + "Output in \(output)."
    }
    var parts = ["\(result.converted) converted"]
    if result.unchanged > 0 { parts.append("\(result.unchanged) unchanged") }
    if result.duplicates > 0 { parts.append("\(result.duplicates) duplicate or superseded") }
    if result.failed > 0 { parts.append("\(result.failed) failed") }
    let head = result.isInterrupted ? "Interrupted; the next run goes on from here: " : ""
    return "\(head)\(result.inputs) files, \(parts.joined(separator: ", ")); "
      + "\(result.totals.errors) errors, \(result.totals.warnings) warnings, \(result.totals.notes) notes. Output in \(output)."
  }
}
