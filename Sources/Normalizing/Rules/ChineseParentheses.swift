internal import Modeling
internal import Provenance

extension Rule {
  static let chineseParentheses = Rule(
    "chinese-parentheses", for: [.name, .prose, .basis, .title],
    summary: Message(zh: "中文里的半角括号改为全角括号", en: "Write the parentheses of Chinese text full width"),
    rationale: Message(
      zh: """
        国家标准《标点符号用法》规定中文用全角括号。成对改动：括号里有汉字（或只是计量符号），外面也是中文时才改，只有一半是全角的补成一对。\
        序号、年份、编号、英文、文件名和网址里的括号保留。
        """,
      en: """
        The national standard for punctuation has full-width parentheses in Chinese. Both of a pair change or neither: \
        there must be Chinese inside (or just a unit sign) and nothing but Chinese outside. A pair of which one half is \
        full width is completed. List marks, years, document numbers, English, file names and addresses stay.
        """),
    examples: [
      .changes("会议制度(试行)", to: "会议制度（试行）"),
      .changes("(一)政治协商", to: "（一）政治协商"),
      .changes("及时率(%)", to: "及时率（%）", in: Field(.name)),
      .changes("补助标准(元/亩)", to: "补助标准（元/亩）", in: Field(.name)),
      .changes("机柜数量(≥77台)", to: "机柜数量（≥77台）", in: Field(.name)),
      .changes("管理办法（试行)", to: "管理办法（试行）"),
      .changes("制度(试行(一))", to: "制度（试行（一））"),
      .changes("面积 (亩)", to: "面积 （亩）", in: Field(.name)),
      .changes("完成率达到95%(年度)", to: "完成率达到95%（年度）"),
      .keeps("财预(2021)101号"),
      .keeps("(1)完成会议筹备"),
      .keeps("1)完成会议(筹备"),
      .keeps("世界卫生组织(WHO)"),
      .keeps("说明(最终版).docx"),
      .keeps("Excel(表格)"),
      .keeps("f(x)"),
      .keeps("完成(试行"),
      .keeps("见(http://example.cn/中文)"),
      .keeps("会议制度（试行）"),
    ],
    .scanning(.anyOf("[()]")) { text, _ in
      let letters = Letters(text)
      var edits: [Edit] = []
      var open: [(start: Int, content: Content)] = []
      for index in letters.indices {
        let scalar = letters.scalars[index]
        switch scalar {
        // A pair stands in one line.
        case "\n": open.removeAll(keepingCapacity: true)
        case "(", "（": open.append((index, Content()))
        case ")", "）":
          guard let (start, content) = open.popLast() else { continue }
          // What stands in a pair stands in the one around it, too: so each character is looked at once.
          if let outer = open.indices.last { open[outer].content.add(content) }
          guard isChinese(letters, from: start, to: index, content) else { continue }
          if letters.scalars[start] == "(" { edits.append(letters.edit(start..<start + 1, to: "（")) }
          if letters.scalars[index] == ")" { edits.append(letters.edit(index..<index + 1, to: "）")) }
        default:
          if let last = open.indices.last { open[last].content.add(scalar, behind: letters[index - 1]) }
        }
      }
      return edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    })

  /// What stands between two parentheses.
  private struct Content {
    var hasHan = false
    var isUnitSign = true
    var isAddress = false

    mutating func add(_ scalar: Unicode.Scalar, behind before: Unicode.Scalar?) {
      switch scalar {
      case "\\", "_", "@": isAddress = true
      case "/" where before == "/": isAddress = true
      case "%", "‰", "℃", "㎡": break
      default:
        hasHan = hasHan || scalar.isHan
        isUnitSign = false
      }
    }

    mutating func add(_ inner: Content) {
      hasHan = hasHan || inner.hasHan
      isAddress = isAddress || inner.isAddress
      isUnitSign = false
    }
  }

  private static func isChinese(_ letters: Letters, from start: Int, to end: Int, _ content: Content) -> Bool {
    guard isChineseOutside(letters.before(start)), isChineseOutside(letters.after(end)), !content.isAddress else {
      return false
    }
    // `(%)` is a unit only behind a Chinese name.
    return content.hasHan || (content.isUnitSign && end > start + 1 && letters.before(start)?.isHan == true)
  }

  /// What may stand beside a Chinese parenthesis: nothing, Chinese, or what belongs to Chinese sentences as well. The
  /// answer is the same for a mark and its other width, so it does not matter which rule runs first.
  private static func isChineseOutside(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    if scalar.isHan || scalar.isDigit || scalar.isFullwidthPunctuation || scalar.isQuotationMark { return true }
    switch scalar {
    case "\n", "(", ")", ",", ";", ":", "?", "!", "\"", "\u{FF02}", "'", "%", "‰", "℃", "㎡": return true
    default: return false
    }
  }
}
