/// A file that a user named, and that can't be used; with the line where that is known.
package struct SpellingFileError: Error, Hashable, Sendable {
  package var zh: String
  package var en: String

  init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  static func evidence(_ name: String, _ zh: String, _ en: String) -> SpellingFileError {
    // What a parser says may end in a full stop.
    let zh = zh.hasSuffix("。") ? String(zh.dropLast()) : zh
    return SpellingFileError(
      zh: "依据文件 \(name) 无法使用：\(zh)。应为 jixiao learn 输出的文件（\(LearnedPhrases.format)），请重新生成。",
      en: "the evidence file \(name) cannot be used: \(en); what `jixiao learn` writes (\(LearnedPhrases.format)) is "
        + "expected: make it anew")
  }

  static func protection(_ name: String, line: Int, _ zh: String, _ en: String) -> SpellingFileError {
    SpellingFileError(
      zh: "保护词文件 \(name) 第 \(line) 行：\(zh)。每行写一个词，# 之后是注释。",
      en: "line \(line) of the protection file \(name): \(en); one term a line is expected, and comments behind #")
  }
}
