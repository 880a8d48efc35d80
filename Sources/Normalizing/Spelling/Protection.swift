internal import Modeling

/// What is never repaired, whatever speaks for it.
package struct Protection: Sendable {
  /// Phrases that a user listed, and the names of the filing's units.
  private var phrases = UnitTree()
  private var isEmpty = true

  package init(_ phrases: [String] = []) {
    for (number, phrase) in phrases.enumerated() { add(phrase, number) }
  }

  /// The full names of places at and above the county, and their short ones of three characters and more: 朝阳 is a word,
  /// 北戴河 is none.
  static func ofPlaces() -> Protection {
    var result = Protection()
    Regions.forEachName { name in
      if name.utf16.count < 3 { return }
      result.add(String(name))
      if name.utf16.count > 3 { result.add(String(name.dropLast())) }
    }
    return result
  }

  package mutating func add(_ phrase: String, _ number: Int = 0) {
    let units = phrase.utf16.filter { CharacterSounds.covers($0) }
    if units.count < 2 { return }
    phrases.insert(units, number)
    isEmpty = false
  }

  /// Whether a listed phrase stands over any of `range`.
  func covers(_ range: Range<Int>, of units: [UInt16]) -> Bool {
    if isEmpty { return false }
    for start in 0..<range.upperBound {
      var node = UnitTree.root
      var end = start
      while end < units.count, let next = phrases.child(of: node, units[end]) {
        node = next
        end += 1
        if end > range.lowerBound && !phrases.numbers(at: node).isEmpty { return true }
      }
    }
    return false
  }

  /// A character that is not common, or that the model doesn't know, and one that sounds the same: its simplified form,
  /// a variant, or part of a name; none of which is an error.
  static func isUnjudged(_ changes: [Int], _ units: [UInt16], _ confusion: Confusion, _ knowledge: Knowledge) -> Bool {
    guard confusion == .homophone else { return false }
    return changes.contains {
      !knowledge.lookAlikes.isCommon(units[$0]) || knowledge.score(of: units[$0]) <= Segmentation.knownCharacterScore
    }
  }

  /// Whether many write one character for the other: always, as in 活血化淤 and 活血化瘀, or in words that have both
  /// forms, as 成份 and 成分. That one is more frequent doesn't make the other an error.
  static func areInterchangeable(_ written: UInt16, _ meant: UInt16, isWord: Bool) -> Bool {
    let pair = UInt32(min(written, meant)) << 16 | UInt32(max(written, meant))
    return variants.contains(pair) || isWord && variantsInWords.contains(pair)
  }

  private static let variants = pairs("淤瘀 薰熏 黏粘 帐账 像象 唯惟 的地 得的 得地 他它 他她 她它")

  /// Of 第一批异形词整理表 (GF 1001-2001), and 权利, 权力.
  private static let variantsInWords = pairs(
    """
    份分 与预 画划 掺搀 彩采 订定 复覆 诫戒 耿梗 糊胡 浑混 愤忿 纪记 脚角 代待 跟根 连联 模摹 练炼 踞据 启起 才材 座坐 诿委 萎委 衷中 做作 \
    词辞 利力 徇循 谋牟 度渡 溶融 熔融 熔溶 叠迭
    """)

  private static func pairs(_ text: String) -> Set<UInt32> {
    var result: Set<UInt32> = []
    for pair in text.split(separator: " ") {
      let units = Array(pair.utf16)
      if units.count == 2 { result.insert(UInt32(min(units[0], units[1])) << 16 | UInt32(max(units[0], units[1]))) }
    }
    return result
  }

  /// Whether what stands at `range` is, or belongs to, the name of a person or a place: it falls into single characters,
  /// and either begins with a surname next to a title, or is followed by what places are called.
  static func isName(
    _ range: Range<Int>, _ units: [UInt16], _ segmentation: Segmentation, _ knowledge: Knowledge
  ) -> Bool {
    let words = segmentation.path.map { segmentation.edges[$0] }
    guard let first = words.firstIndex(where: { Int($0.end) > range.lowerBound }),
      let last = words.lastIndex(where: { Int($0.start) < range.upperBound })
    else { return false }
    guard words[first...last].contains(where: { $0.end - $0.start == 1 }) else { return false }
    let next = last + 1 < words.count ? text(of: words[last + 1], units) : []
    if let unit = next.first, placeEndings.contains(unit), next.count <= 2 { return true }
    if last + 2 < words.count, next.count == 1, let unit = text(of: words[last + 2], units).first,
      placeEndings.contains(unit), words[last + 2].end - words[last + 2].start == 1
    {
      return true
    }
    // A surname at the beginning, or just before.
    for begin in [first, first - 1] where words.indices.contains(begin) {
      guard let unit = text(of: words[begin], units).first, surnames.contains(unit) else { continue }
      let before = begin > 0 ? text(of: words[begin - 1], units) : []
      if titles.contains(String(decoding: before, as: UTF16.self)) { return true }
      for behind in last + 1...last + 2 where behind < words.count {
        if titles.contains(String(decoding: text(of: words[behind], units), as: UTF16.self)) { return true }
      }
    }
    return false
  }

  private static func text(of edge: Segmentation.Edge, _ units: [UInt16]) -> ArraySlice<UInt16> {
    units[Int(edge.start)..<Int(edge.end)]
  }

  private static let placeEndings = Set("镇乡村县屯寨庄街路巷旗岛峪沟坪湾".utf16)

  /// The commonest surnames of China, as the Ministry of Public Security counts them.
  private static let surnames = Set(
    """
    王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔\
    谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文施洪辛柯庄牛\
    聂涂管岳左齐庞樊柳安殷温颜俞耿倪焦关鲍祝翟申阎梅成党季
    """.utf16)

  private static let titles: Set<String> = [
    "同志", "书记", "副书记", "主任", "副主任", "局长", "副局长", "县长", "副县长", "区长", "副区长", "市长", "副市长",
    "省长", "主席", "副主席", "委员", "部长", "副部长", "科长", "镇长", "乡长", "校长", "院长", "副院长", "所长", "站长",
    "组长", "处长", "厅长", "会长", "秘书长", "先生", "女士", "教授", "院士", "医生", "医师", "律师", "教师", "总经理",
    "董事长", "检察长", "法官", "检察官", "审判员", "担任", "任", "任命", "免去", "总理", "副总理", "代表", "主持", "出任",
  ]
}
