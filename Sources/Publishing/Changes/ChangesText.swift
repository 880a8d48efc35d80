internal import Comparing
internal import ICU
internal import JSON
internal import Provenance

/// The changes for a terminal: how many of which kind first, then department by department and project by project.
package struct ChangesText {
  package struct Options: Sendable {
    package var language = Language.zh
    package var isColoured = false

    package init() {}
  }

  private let options: Options
  private let display = DisplayWidth()

  package init(_ options: Options) {
    self.options = options
  }

  package func text(_ years: ComparedYears) -> String {
    summary(years) + text(years, years.comparison.changes.indices)
  }

  /// A stretch of the changes, which goes on from the one before it: stretches one after the other are the whole.
  package func text(_ years: ComparedYears, _ range: Range<Int>) -> String {
    let changes = years.comparison.changes
    guard changes.indices.contains(range.lowerBound), range.upperBound <= changes.count else { return "" }
    var output = ""
    var heading = range.lowerBound > 0 ? self.heading(changes[range.lowerBound - 1], years) : []
    for change in changes[range] {
      let place = self.heading(change, years)
      for (level, text) in place.enumerated() where heading.count <= level || heading[level] != text {
        output += level == 0 ? "\n\(bold(text))\n" : "  \(bold(text))\n"
        heading = Array(place.prefix(level + 1))
      }
      if place.count < heading.count { heading = place }
      output += lines(change, years, indent: place.count > 1 ? "    " : "  ")
    }
    return output
  }

  // MARK: The summary

  /// How many changes there are of which kind.
  package func summary(_ years: ComparedYears) -> String {
    let comparison = years.comparison
    let before = Set(comparison.old.compactMap(\.year)).sorted().map(String.init).joined(separator: "、")
    let after = Set(comparison.new.compactMap(\.year)).sorted().map(String.init).joined(separator: "、")
    let oldCount = comparison.old.reduce(0) { $0 + $1.projects.count }
    let newCount = comparison.new.reduce(0) { $0 + $1.projects.count }
    let ambiguous = comparison.matches.pairs.count { $0.isAmbiguous }
    var output = bold("\(before) → \(after)")
    output += choose(
      "：部门 \(comparison.old.count) → \(comparison.new.count)，项目 \(oldCount) → \(newCount)，"
        + "对应 \(comparison.matches.pairs.count)（待确认 \(ambiguous)），变化 \(comparison.changes.count) 处\n",
      ": \(comparison.old.count) → \(comparison.new.count) departments, \(oldCount) → \(newCount) projects, "
        + "\(comparison.matches.pairs.count) matched (\(ambiguous) to be confirmed), \(comparison.changes.count) changes\n"
    )
    let rows = years.counts.map { (options.language.choose(ChangeWording.title($0.kind)), $0.count, $0.kind.rawValue) }
    let width = rows.map { display.columns(of: $0.0) }.max() ?? 0
    let digits = rows.map { String($0.1).utf8.count }.max() ?? 0
    for (title, count, kind) in rows {
      let number = String(count)
      output += "  " + title + spaces(width - display.columns(of: title)) + "  "
      output += spaces(digits - number.utf8.count) + number + "  " + dim(kind) + "\n"
    }
    return output
  }

  // MARK: The changes

  private func heading(_ change: Change, _ years: ComparedYears) -> [String] {
    let department = years.department(change)
    let first = [department.code, department.name].compactMap(\.self).joined(separator: " ")
    let (old, new) = (years.oldProject(change)?.name, years.newProject(change)?.name)
    guard let name = new ?? old else { return [first] }
    return [first, name]
  }

  private func lines(_ change: Change, _ years: ComparedYears, indent: String) -> String {
    var head = options.language.choose(ChangeWording.title(change.kind))
    let indicator = years.indicator(change)
    if let name = indicator.new?.name ?? indicator.old?.name { head += " · \(name)" }
    if change.isAmbiguous { head += choose("（项目对应待确认）", " (project to be confirmed)") }
    if change.cause != .filing { head += "（\(options.language.choose(ChangeWording.title(change.cause)))）" }
    if let amount = change.amount {
      let percent = change.percent.map { "，\($0 > 0 ? "+" : "")\(ChangeWording.yuan($0))%" } ?? ""
      head += choose(
        "（\(amount > 0 ? "+" : "")\(ChangeWording.yuan(amount)) 元\(percent)）",
        " (\(amount > 0 ? "+" : "")\(ChangeWording.yuan(amount)) yuan\(percent.replacing("，", with: ", ")))")
    }
    var output = indent + head + "\n"
    let isWorded = change.words.contains { $0.kind == .kept }
    if let old = change.old {
      output += line(old, change, change.oldFiling.map(years.document(old:)), "-", isWorded, indent)
    }
    if let new = change.new {
      output += line(new, change, change.newFiling.map(years.document(new:)), "+", isWorded, indent)
    }
    return output
  }

  private func line(
    _ side: Change.Side, _ change: Change, _ document: String?, _ sign: String, _ isWorded: Bool, _ indent: String
  ) -> String {
    let isOld = sign == "-"
    let text =
      isWorded
      ? change.words.reduce(into: "") { text, edit in
        if edit.kind == .kept {
          text += visible(edit.text)
        } else if (edit.kind == .removed) == isOld {
          text += mark(visible(edit.text), isOld)
        }
      } : visible(options.language.choose(ChangeWording.value(side.value, change)))
    var place = ""
    if let document, case .number(let number)? = side.places.first?["line"], let line = Int(exactly: number) {
      place = "  " + dim("\(document):\(line)")
    }
    let colour = isOld ? "31" : "32"
    return indent + "  " + painted(sign, colour) + " " + text + place + "\n"
  }

  /// Changed words are told by brackets where there is no colour.
  private func mark(_ text: String, _ isOld: Bool) -> String {
    options.isColoured ? painted(text, isOld ? "31;9" : "32;4") : isOld ? "[-\(text)-]" : "{+\(text)+}"
  }

  /// What would command the terminal, or not be seen on it, is shown by name.
  private func visible(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return display.show(display.cells(of: bytes.span)[...], of: bytes)
  }

  private func painted(_ text: String, _ colour: String) -> String {
    options.isColoured ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
  }

  private func bold(_ text: String) -> String { painted(text, "1") }

  private func dim(_ text: String) -> String { painted(text, "2") }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  private func choose(_ zh: String, _ en: String) -> String { options.language.choose(zh, en) }
}
