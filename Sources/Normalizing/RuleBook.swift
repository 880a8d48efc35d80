internal import Modeling
package import Provenance

/// The rules as a document for people, generated from the rules themselves.
package enum RuleBook {
  /// `Rules.md`: Chinese first, English below, with every example.
  package static func markdown(_ rules: [Rule] = Rule.all) -> String {
    var text = """
      <!-- Generated from Sources/Normalizing/Rules. Do not edit. -->

      # 规范化规则 · Normalisation rules

      规则按下列顺序运行。“确定”和“很可能”的修改会应用，并记录在 `corrections` 中；“可能”的只作提示，不改动文本。

      The rules run in this order. Changes that are certain or likely are applied and recorded under `corrections`; \
      possible ones are suggestions and change nothing. Invisible characters are shown as `\\u{…}`.


      """
    text += "| | 规则 Rule | 摘要 Summary |\n|---|---|---|\n"
    for (index, rule) in rules.enumerated() {
      text += "| \(index + 1) | [`\(rule.id)`](#\(rule.id)) | \(cell(rule.summary.zh))<br>\(cell(rule.summary.en)) |\n"
    }
    for rule in rules { text += "\n" + markdown(of: rule) }
    text += "\n# 错字 · Spelling\n"
    for rule in SpellingRule.all { text += "\n" + markdown(of: rule) }
    return text
  }

  /// The section of one rule.
  package static func markdown(of rule: Rule) -> String {
    var text = """
      ## \(rule.id)

      **\(rule.summary.zh)**（\(name(of: rule.certainty).zh)）

      \(rule.rationale.zh)

      **\(rule.summary.en)** (\(name(of: rule.certainty).en))

      \(rule.rationale.en)

      | 原文 Filed | 结果 Result |
      |---|---|

      """
    for example in rule.examples {
      let result =
        switch example.outcome {
        case .changes(let output): code(output)
        case .suggests(let output): "提示 suggests: \(code(output))"
        case .keeps: "不变 kept"
        }
      var input = code(example.input)
      if let indicator = example.field?.indicator { input += " (\(cell(indicator)))" }
      text += "| \(input) | \(result) |\n"
    }
    return text
  }

  /// The section of a kind of misspelling.
  package static func markdown(of rule: SpellingRule) -> String {
    """
    ## \(rule.id)

    **\(rule.summary.zh)**（\(name(of: .likely).zh)、\(name(of: .possible).zh)）

    \(rule.rationale.zh)

    **\(rule.summary.en)** (\(name(of: .likely).en), \(name(of: .possible).en))

    \(rule.rationale.en)

    """
  }

  package static func name(of certainty: Certainty) -> Message {
    switch certainty {
    case .certain: Message(zh: "确定", en: "certain")
    case .likely: Message(zh: "很可能", en: "likely")
    case .possible: Message(zh: "可能", en: "possible")
    }
  }

  /// A text with every character that cannot be seen written as an escape.
  package static func visible(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isEdge = index == 0 || index == scalars.count - 1 || scalars[index - 1] == " "
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case " " where !isEdge: result += " "
      case _ where isInvisible(scalar): result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Also the look-alikes whose whole point is that they cannot be told from plain characters.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
      return true
    default: break
    }
    switch scalar.value {
    case 0x2E80...0x2FDF, 0xF900...0xFAFF, 0x2F800...0x2FA1F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return true
    default: return false
    }
  }

  private static func code(_ text: String) -> String {
    text.isEmpty ? "（空 empty）" : "`" + cell(visible(text)) + "`"
  }

  /// Inside a table a bar must be escaped.
  private static func cell(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "|" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
