/// The units of measure that filings use. The list decides only where a word might be something else: in a name's
/// brackets, alone in a cell, behind a number without an operator. Behind `≥95` any short word is a unit.
enum MeasureUnit {
  /// Whether `range` is a unit: a listed one, one with a multiplier (万人次), a count of uses (台次), or several joined
  /// (元/人.每天).
  static func isKnown(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.isEmpty || range.count > 40 { return false }
    var start = range.lowerBound
    var position = start
    while position < range.upperBound {
      if let joint = joints.end(bytes, at: position), joint < range.upperBound {
        guard isSimple(bytes, start..<position) else { return false }
        position = joint
        if bytes.isScalar("每", at: position) { position += 3 }
        start = position
      } else {
        position = bytes.scalarEnd(position)
      }
    }
    return isSimple(bytes, .from(start, to: range.upperBound))
  }

  private static func isSimple(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // The longest has five ideographs.
    if range.isEmpty || range.count > 18 { return false }
    if known.contains(bytes.string(range)) { return true }
    if let rest = multipliers.end(bytes, at: range.lowerBound), rest < range.upperBound {
      return known.contains(bytes.string(rest..<range.upperBound))
    }
    if bytes.has("次", endingAt: range.upperBound) {
      return known.contains(bytes.string(.from(range.lowerBound, to: range.upperBound - 3)))
    }
    return false
  }

  static func isTime(_ bytes: Span<UInt8>, endingAt end: Int) -> Bool {
    times.stands(bytes, endingAt: end)
  }

  /// As written, with half-width signs.
  static func canonical(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    if bytes.isScalar("％", at: range.lowerBound), range.count == 3 { return "%" }
    let unit = bytes.string(range)
    guard fullSlash.occur(in: range, of: bytes) else { return unit }
    var result = ""
    for scalar in unit.unicodeScalars { result.unicodeScalars.append(scalar == "／" ? "/" : scalar) }
    return result
  }

  /// Whether two units are the same one, spelled alike or not.
  static func areSame(_ one: String, _ other: String) -> Bool {
    one == other || percents.contains(one) && percents.contains(other)
  }

  private static let percents: Set<String> = ["%", "％", "百分比"]
  private static let joints = Words(["/", "／", ".", "·", "*", "×", "•"])
  private static let fullSlash = Words(["／"])
  private static let multipliers = Words(["万", "亿", "千", "百", "十"])
  private static let times = Words(["天", "日", "小时", "分钟", "秒", "周", "月", "年", "时"])

  private static let known: Set<String> = [
    "%", "％", "‰", "百分比", "百分点", "个百分点", "比例", "倍", "分", "级", "度", "℃", "°C", "成",
    "元", "万元", "亿元", "千元", "百万元", "人民币元", "美元", "万", "亿",
    "年", "月", "个月", "周", "天", "日", "工作日", "个工作日", "自然日", "小时", "分钟", "秒", "学时", "课时", "季度", "个季度",
    "人", "名", "位", "人次", "人天", "人日", "人月", "户", "户次", "家", "家次", "班", "班次", "队", "组", "对",
    "个", "项", "次", "场", "场次", "期", "批", "批次", "件", "份", "篇", "册", "本", "部", "条", "台", "套", "辆", "架", "艘",
    "座", "处", "所", "栋", "幢", "间", "层", "块", "面", "幅", "张", "支", "只", "头", "匹", "羽", "尾", "口", "眼", "盏", "根",
    "棵", "株", "片", "段", "道", "门", "节", "副", "双", "把", "顶", "床", "床位", "枚", "瓶", "箱", "袋", "盒", "桶", "包",
    "宗", "起", "例", "笔", "票", "类", "种", "款", "版", "集", "首", "字", "词", "页", "点", "个点", "点位", "路", "站", "线",
    "亩", "公顷", "平方米", "㎡", "m²", "m2", "平方公里", "平方千米", "km²", "立方米", "m³", "m3", "米", "m", "千米", "公里", "km",
    "厘米", "毫米", "cm", "mm", "延米", "延长米", "里", "方",
    "吨", "千克", "公斤", "克", "kg", "毫克", "升", "毫升", "L", "标箱", "TEU", "吨标准煤", "吨标煤",
    "千瓦", "千瓦时", "kW", "kWh", "兆瓦", "MW", "GB", "TB", "MB", "M", "G", "兆", "Mbps", "dB", "分贝", "mg", "MPa",
    "村", "个村", "行政村", "镇", "乡镇", "个乡镇", "县", "个县", "市", "省", "社区", "个社区", "街道", "单位", "企业", "学校",
    "标段", "单元", "岗位", "车次", "航次", "账户", "用户",
  ]
}
