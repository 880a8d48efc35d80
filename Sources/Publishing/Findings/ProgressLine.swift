internal import ICU

/// What a running batch says about itself in one line: how far, how fast, how much longer, what failed.
package struct ProgressLine: Hashable, Sendable {
  package var done = 0
  package var total = 0
  package var bytes = 0
  package var failures = 0

  package init(total: Int) {
    self.total = total
  }

  /// The line after `seconds`, cut to `columns`: a wider one would wrap, and a terminal could not redraw it.
  /// The speed is left out at first, and the time that remains until a second has shown it.
  package func text(after seconds: Double, _ language: Language, columns: Int) -> String {
    let text = text(after: seconds, language)
    let display = DisplayWidth()
    var used = 0
    let cells = display.cells(of: text.utf8.span).prefix { cell in
      used += cell.columns
      return used <= columns
    }
    return display.show(cells, of: Array(text.utf8))
  }

  private func text(after seconds: Double, _ language: Language) -> String {
    var parts = ["\(done)/\(total)"]
    if total > 0 { parts[0] += " (\(min(100, Int(Double(done) * 100 / Double(total))))%)" }
    if seconds >= 0.1, done > 0 {
      parts.append("\(Self.rate(Double(done) / seconds)) \(language.choose("个/秒", "files/s"))")
      parts.append("\(Self.rate(Double(bytes) / seconds / 1e6)) MB/s")
    }
    if seconds >= 1, done > 0, done < total {
      let left = Self.duration(seconds / Double(done) * Double(total - done))
      parts.append(language.choose("剩余 \(left)", "\(left) left"))
    }
    if failures > 0 { parts.append(language.choose("\(failures) 个失败", "\(failures) failed")) }
    return parts.joined(separator: language == .en ? ", " : "，")
  }

  /// Three digits at most before a decimal is dropped: 0.4, 12, 5300.
  static func rate(_ value: Double) -> String {
    guard value.isFinite, value < 1e12 else { return "…" }
    if value >= 10 { return "\(Int(value.rounded()))" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// As 0:07, 12:30 or 1:02:03.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 1e9 else { return "…" }
    let whole = Int(seconds.rounded(.up))
    let twoDigits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? "\(hours):\(twoDigits(minutes)):\(twoDigits(whole % 60))" : "\(minutes):\(twoDigits(whole % 60))"
  }
}
