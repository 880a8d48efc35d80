/// Words of two characters that are read alike (tones apart) and confused in official texts.
///
/// Drawn up by hand from the confusions that dictionaries of commonly mistaken words warn of. A test
/// proves that the words of a group share their readings.
enum Homophones {
  static let groups = [
    "反映 反应", "办理 班里", "知情 之情", "权利 权力", "法制 法治", "截止 截至", "必须 必需", "事务 事物 实物", "及时 即时",
    "实行 施行", "检查 检察", "考察 考查", "终止 中止", "盈利 营利 赢利", "交纳 缴纳", "界限 界线", "形式 形势", "功效 工效",
    "受权 授权", "启用 起用", "公用 共用", "记录 纪录", "部署 布署", "安装 按装", "度过 渡过", "增值 增殖", "处置 处治",
    "侦查 侦察", "审查 审察", "巡查 巡察", "勘查 勘察", "抚养 扶养", "品位 品味", "监察 监查", "培训 陪训",
    "实验 试验", "配置 配制", "编制 编织", "收缴 收交", "以致 以至", "质疑 置疑", "树立 竖立", "会计 会记", "报销 报消",
    "实施 实事", "资金 自金", "宣传 宣船", "补助 补住", "采购 彩购", "验收 验受", "覆盖 复盖", "维修 唯修", "竣工 峻工",
    "治安 置安", "参与 参于", "预警 预井", "效益 效义", "账目 帐目",
  ]

  /// Whether the two words are in one group.
  static func areConfused(_ one: (UInt32, UInt32), _ other: (UInt32, UInt32)) -> Bool {
    guard let group = table[key(one)] else { return false }
    return table[key(other)] == group
  }

  private static let table: [UInt64: Int] = {
    var result: [UInt64: Int] = [:]
    for (group, words) in groups.enumerated() {
      for word in words.split(separator: " ") {
        let scalars = word.unicodeScalars.map(\.value)
        if scalars.count == 2 { result[key((scalars[0], scalars[1]))] = group }
      }
    }
    return result
  }()

  private static func key(_ word: (UInt32, UInt32)) -> UInt64 { UInt64(word.0) << 32 | UInt64(word.1) }
}
