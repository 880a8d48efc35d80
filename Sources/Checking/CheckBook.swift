package import ICU
package import Provenance

/// The checks as a document for people, generated from the checks themselves.
package enum CheckBook {
  /// `Checks.md`: Chinese first, English below, with every example and what the check says of it.
  package static func markdown(_ checks: [Check] = Check.all, readings: Readings) -> String {
    var text = """
      <!-- Generated from Sources/Checking/Checks. Do not edit. -->

      # 核对项 · Checks

      核对只提示，不改动任何内容。提示按下列顺序排列，同一项按文中先后。

      Checks only report; they change nothing. Findings stand in this order, and those of one check in the order of the \
      document.


      """
    text += "| | 核对项 Check | 摘要 Summary |\n|---|---|---|\n"
    for (index, check) in checks.enumerated() {
      text += "| \(index + 1) | [`\(check.id)`](#\(check.id)) | \(check.summary.zh)<br>\(check.summary.en) |\n"
    }
    for check in checks { text += "\n" + markdown(of: check, readings: readings) }
    return text
  }

  /// The section of one check.
  package static func markdown(of check: Check, readings: Readings) -> String {
    let severity = name(of: check.severity)
    var text = """
      ## \(check.id)

      **\(check.summary.zh)**（\(severity.zh)）

      \(check.rationale.zh)

      **\(check.summary.en)** (\(severity.en))

      \(check.rationale.en)

      """
    for example in check.examples {
      let title = example.isReported ? "提示 Reported:" : "不提示 Silent:"
      text += "\n\(title)\n\n```text\n\(example.text)\n```\n"
      for finding in Checks.diagnostics(of: example.filing, readings: readings, checks: [check]) {
        text += "\n- \(finding.message.zh)\n- \(finding.message.en)\n"
      }
    }
    return text
  }

  package static func name(of severity: Diagnostic.Severity) -> Message {
    switch severity {
    case .error: Message(zh: "错误", en: "error")
    case .warning: Message(zh: "警告", en: "warning")
    case .note: Message(zh: "提示", en: "note")
    }
  }
}
