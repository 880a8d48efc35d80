package import ICU
package import Provenance

/// Findings for people, as compilers show them: where, how grave, what; the line; the marks under it.
///
///     2021/131.txt:97:2: 警告[cost-direction]: 成本指标用了“≥”……
///       97 | →≥9595及以上
///          |  ^~~~~~~~~~~
///          = 字段: /projects/0/indicators/0/target
///
/// Whatever comes from a file is made harmless to a terminal (see ``DisplayWidth``).
package struct FindingText: Sendable {
  package struct Options: Hashable, Sendable {
    package var language = Language.zh
    /// With ANSI colours.
    package var isColoured = false
    /// The columns that there are.
    package var width = 100
    package var display = DisplayWidth()

    package init() {}
  }

  package let options: Options
  package private(set) var counts = FindingCounts()

  package init(_ options: Options = Options()) {
    self.options = options
  }

  /// Appends the findings in the order of their first places, those about the whole file first.
  package mutating func write(_ diagnostics: [Diagnostic], of source: FindingSource, to output: inout String) {
    for diagnostic in Self.inOrder(diagnostics) {
      counts.count(diagnostic.severity)
      let style = Style(diagnostic.severity)
      let label = Wording.severity(diagnostic.severity, options.language)
      writeHead(source, diagnostic.source.first, "\(label)[\(diagnostic.id)]", style, to: &output)
      writeMessage(diagnostic.message, to: &output)
      writeLines(of: diagnostic.source.first, in: source, style, to: &output)
      if let path = diagnostic.path { writeNote(Wording.field(options.language), path, to: &output) }
      let further = diagnostic.source.dropFirst()
      for place in further.prefix(Self.furtherPlaces) {
        writeHead(source, place, Wording.seeAlso(options.language), .note, to: &output)
        output += "\n"
        writeLines(of: place, in: source, .note, to: &output)
      }
      if further.count > Self.furtherPlaces {
        let rest = further.count - Self.furtherPlaces
        writeNote(Wording.seeAlso(options.language), Wording.more(rest, options.language), to: &output)
      }
    }
  }

  /// So many are shown: a phrase that runs through a whole filing would fill the screen.
  private static let furtherPlaces = 4

  private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    // Sorting is not promised to keep the order of equals.
    let order = diagnostics.indices.sorted {
      (diagnostics[$0].source.first?.start ?? -1, $0) < (diagnostics[$1].source.first?.start ?? -1, $1)
    }
    return order.map { diagnostics[$0] }
  }

  /// Appends a repair or a suggestion.
  package mutating func write(
    _ keyed: KeyedCorrection, in source: FindingSource, to output: inout String
  ) {
    let (correction, leaf, path) = (keyed.correction, keyed.text, keyed.path)
    counts.count(correction)
    let places = leaf.places(filed: correction.filed)
    let style: Style = correction.applied ? .repair : .note
    let label = Wording.correction(applied: correction.applied, correction.certainty, options.language)
    writeHead(source, places.first, "\(label)[\(correction.rule)]", style, to: &output)
    writeMessage(Wording.change(correction), to: &output)
    writeLines(of: places.first, in: source, style, to: &output)
    writeNote(Wording.field(options.language), path, to: &output)
    for evidence in correction.evidence {
      var text = evidence.kind
      if let said = evidence.text { text += " " + Wording.quoted(said, options.language) }
      if let score = evidence.score { text += " " + Wording.threeDecimals(score) }
      if let place = evidence.source {
        let position = source.lines.position(of: place.start)
        text += " (\(position.line):\(position.column))"
      }
      writeNote(Wording.evidence(options.language), text, to: &output)
    }
    if let verdict = correction.verdict {
      writeNote(Wording.decision(options.language), options.language.choose(verdict.said), to: &output)
    }
    writeNote(Wording.key(options.language), keyed.key, to: &output)
  }

  /// Appends the last line: how many of each kind, over all that was written.
  package func writeSummary(to output: inout String) {
    output += options.language.choose(Wording.summary(counts)) + "\n"
  }

  // MARK: The parts

  private func writeHead(
    _ source: FindingSource, _ range: SourceRange?, _ label: String, _ style: Style, to output: inout String
  ) {
    var place = options.display.visible(source.path)
    if let range {
      let position = source.lines.position(of: range.start)
      place += ":\(position.line):\(position.column)"
    }
    output += coloured(place + ":", .place) + " " + coloured(options.display.visible(label) + ":", style)
  }

  private func writeMessage(_ message: Message, to output: inout String) {
    if options.language != .en { output += " " + options.display.visible(message.zh) + "\n" }
    switch options.language {
    case .zh: break
    case .en: output += " " + options.display.visible(message.en) + "\n"
    case .both: output += "    " + options.display.visible(message.en) + "\n"
    }
  }

  private func writeLines(
    of range: SourceRange?, in source: FindingSource, _ style: Style, to output: inout String
  ) {
    guard let range, source.text.count > 0 else { return }
    let excerpt = Excerpt(source, range, width: max(20, options.width - Self.gutter), display: options.display)
    output += coloured(Self.padded(String(excerpt.line)) + " | ", .gutter) + excerpt.text + "\n"
    let marks = "^" + String(repeating: "~", count: excerpt.marked - 1)
    output += coloured(Self.padded("") + " | ", .gutter) + String(repeating: " ", count: excerpt.indent)
    output += coloured(marks, style) + "\n"
  }

  private func writeNote(_ label: String, _ text: String, to output: inout String) {
    output += coloured(Self.padded("") + " = ", .gutter) + label + ": " + options.display.visible(text) + "\n"
  }

  /// Columns before a source line: two spaces, a number of up to four digits, ` | `.
  private static let gutter = 9

  private static func padded(_ number: String) -> String {
    String(repeating: " ", count: max(0, gutter - 3 - number.utf8.count)) + number
  }

  private func coloured(_ text: String, _ style: Style) -> String {
    options.isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

/// ANSI (ECMA-48) graphic renditions.
private enum Style: String {
  case error = "1;31"
  case warning = "1;33"
  case note = "1;36"
  case repair = "1;32"
  case place = "1"
  case gutter = "2"

  init(_ severity: Diagnostic.Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }
}
