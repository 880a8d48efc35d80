internal import Modeling
internal import Provenance

extension Rule {
  static let controlCharacters = Rule(
    "control-characters",
    summary: Message(
      zh: "删除控制字符，把其他换行符统一为换行",
      en: "Remove control characters and write every line break as a line feed"),
    rationale: Message(
      zh: """
        Word 和数据库导出的文字里夹有看不见的控制字符（如 U+0007 单元格标记），既不表意，又会使查找、比对和 JSON 读取出错。\
        竖向制表符、换页符、回车、U+0085、U+2028、U+2029 表示换行，改为换行符；换行符和制表符本身保留。
        """,
      en: """
        Texts from Word and from databases carry control characters that nobody sees, such as U+0007, the mark of a \
        cell. They mean nothing and break searches and comparisons. Those that stand for a line break (vertical tab, \
        form feed, carriage return, U+0085, U+2028, U+2029) become line feeds. LF and TAB stay.
        """),
    examples: [
      .changes("年度\u{7}工作计划", to: "年度工作计划"),
      .changes("第一段\u{B}第二段", to: "第一段\n第二段"),
      .changes("第一段\r\n第二段\r第三段", to: "第一段\n第二段\n第三段"),
      .changes("第一段\u{2028}第二段", to: "第一段\n第二段"),
      .keeps("第一段\n第二段"),
      .keeps("合计\t21.00"),
    ],
    .scanning(.anyOf("[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u2028\\u2029]")) { text, _ in
      let letters = Letters(text)
      var edits: [Edit] = []
      for index in letters.indices {
        switch letters.scalars[index].value {
        case 0x0D where letters[index + 1] == "\n": edits.append(letters.edit(index..<index + 1, to: ""))
        case 0x0B...0x0D, 0x85, 0x2028, 0x2029: edits.append(letters.edit(index..<index + 1, to: "\n"))
        case 0x00...0x08, 0x0E...0x1F, 0x7F...0x9F: edits.append(letters.edit(index..<index + 1, to: ""))
        default: break
        }
      }
      return edits
    })
}
