import TestSupport

/// Texts made of the pieces that values are made of, in any order, with some stray scalars between.
enum RandomText {
  static func make(_ random: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...7, using: &random) {
      if Int.random(in: 0..<12, using: &random) == 0 {
        let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
        if let scalar { text.unicodeScalars.append(scalar) }
      } else {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
    }
    return text
  }

  private static let pieces = [
    "≥", "≤", ">", "＝", "=", "》", "《", "-", "—", "~", "至", "1", "2", "95", "95", "100", "2023", "1999", "３", "0", ".",
    "，", ",",
    "%", "％", "‰", "元", "万元", "亿", "人", "次", "个", "天", "工作日", "率", "满意度", "（", "）", "(", ")", "以上", "及以上", "以内", "内",
    "不低于", "不", "超过", "得", "年", "月", "日", "底", "前", "季度", "第", "一", "三", "十", "百", "百分之", "点", "全年", "上半年", "无",
    "优", "提升", "单位：", "本级", " ", "\u{3000}", "\t", "A", "m2", "13030421AFQYLND97B7TA", "/", "每", "99999999999999999999",
  ]
}
