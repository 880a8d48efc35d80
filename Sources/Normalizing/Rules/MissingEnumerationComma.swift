internal import Modeling
internal import Provenance

extension Rule {
  static let missingEnumerationComma = Rule(
    "missing-enumeration-comma", .possible, for: .prose,
    summary: Message(zh: "并列的文件名称之间可能缺顿号", en: "A 、 may be missing between two listed documents"),
    rationale: Message(
      zh: """
        “预算管理制度、资金管理办法会计基础工作规范、内部控制制度”里，中间一项含两个文件名称，中间多半漏了顿号。\
        只看用顿号并列、且各项都是制度文件（制度、办法、规范、规定、细则、规程、条例、准则）的句子；只作提示。
        """,
      en: """
        In a list such as 预算管理制度、资金管理办法会计基础工作规范、内部控制制度 the middle item holds two names of \
        documents: a 、 was probably left out. Only lists whose items are all documents are looked at (制度, 办法, 规范, \
        规定, 细则, 规程, 条例, 准则), and it is only pointed out.
        """),
    examples: [
      .suggests(
        "完善预算管理制度、资金管理办法、会计基础工作规范、内部控制评价与监督制度等，为全年打好基础。",
        for: "完善预算管理制度、资金管理办法会计基础工作规范、内部控制评价与监督制度等，为全年打好基础。"),
      .keeps("完善预算管理制度、资金管理办法、会计基础工作规范、内部控制制度等。"),
      .keeps("制定预算管理制度、资金管理办法实施细则、会计工作规范。"),
      .keeps("制定预算管理制度、资金管理办法的补充规定、会计工作规范。"),
      .keeps("健全协商机制、完善协商内容管理办法会计基础工作规范。"),
      .keeps("资金管理办法会计基础工作规范"),
      .keeps("加强教育、管理、监督。"),
    ],
    .scanning(.anyOf("[、]")) { text, _ in
      // Three items or more make a list, each a document.
      if documentsBeforeCommas(text.utf8Span.span) < 2 { return [] }
      let letters = Letters(text)
      var edits: [Edit] = []
      var start = 0
      for index in 0...letters.count where endsList(letters[index]) {
        edits += missingCommas(letters, start..<index)
        start = index + 1
      }
      return edits
    })

  /// How often 、 stands behind the last character of a document: every item of a list that is looked at ends in one.
  private static func documentsBeforeCommas(_ utf8: Span<UInt8>) -> Int {
    var found = 0
    var index = 3
    while index + 2 < utf8.count {
      if utf8[index] == 0xE3, utf8[index + 1] == 0x80, utf8[index + 2] == 0x81 {
        let last = UInt32(utf8[index - 3]) << 16 | UInt32(utf8[index - 2]) << 8 | UInt32(utf8[index - 1])
        if lastCharacters.contains(last) { found += 1 }
      }
      index += 1
    }
    return found
  }

  /// Of the words that `isDocument` knows, as UTF-8.
  private static let lastCharacters = "度法范定则程例".unicodeScalars.map { scalar in
    scalar.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
  }

  private static func endsList(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    return "，。；：！？,;:!?\n（）()".unicodeScalars.contains(scalar)
  }

  private static func missingCommas(_ letters: Letters, _ list: Range<Int>) -> [Edit] {
    var items: [Range<Int>] = []
    var start = list.lowerBound
    for index in list where letters.scalars[index] == "、" {
      items.append(start..<index)
      start = index + 1
    }
    guard !items.isEmpty else { return [] }
    var last = start..<list.upperBound
    if letters[last.upperBound - 1] == "等" && !last.isEmpty { last = last.lowerBound..<last.upperBound - 1 }
    items.append(last)
    guard items.count >= 3, items.allSatisfy({ endsInDocument(letters, $0) }) else { return [] }
    return items.compactMap { item in
      guard let gap = gap(letters, item) else { return nil }
      return Edit(letters.bytes(gap..<gap), to: "、")
    }
  }

  private static func endsInDocument(_ letters: Letters, _ item: Range<Int>) -> Bool {
    item.count >= 4 && isDocument(letters, item.upperBound - 2)
  }

  private static func isDocument(_ letters: Letters, _ index: Int) -> Bool {
    switch (letters[index], letters[index + 1]) {
    case ("制", "度"), ("办", "法"), ("规", "范"), ("规", "定"), ("细", "则"), ("规", "程"), ("条", "例"), ("准", "则"): true
    default: false
    }
  }

  /// Where in `item` a first document ends and a second, complete one begins. The second has five characters or more
  /// and does not begin with a word that goes on from the first (办法实施细则, 制度的规定).
  private static func gap(_ letters: Letters, _ item: Range<Int>) -> Int? {
    let ends = item.dropFirst(2).dropLast(6).filter { isDocument(letters, $0) }.map { $0 + 2 }
    guard ends.count == 1, let gap = ends.first, gap - item.lowerBound >= 4, let next = letters[gap] else { return nil }
    if "的和与及或等化性中内下上是为以".unicodeScalars.contains(next) { return nil }
    let goesOn = [
      "实施", "执行", "落实", "建设", "管理", "考核", "评价", "监督", "检查", "修订", "制定", "补充", "配套", "相关", "有关", "体系", "汇编", "培训", "操作",
      "流程",
    ]
    return goesOn.contains { letters.starts(with: $0.unicodeScalars, at: gap) } ? nil : gap
  }
}
