internal import Provenance

/// The year: as given, else as the title says, else as the cover's date or the project codes imply, else from the
/// path. Whatever wins, what says otherwise is reported; years in codes are compared by a check of their own.
func yearOf(_ filing: Filing, _ hints: Hints, _ diagnostics: inout [Diagnostic]) -> Inferred<Int>? {
  let title = filing.cover?.title.flatMap { statedYear($0) }
  let codes = codeYears(filing)
  let pathYear = yearInPath(hints.path)

  var result: Inferred<Int>?
  if let year = hints.year {
    result = Inferred(year)
  } else if let title {
    result = title
  } else if let winner = codes.winner {
    result = Inferred(winner.value, from: ["projects/*/code"], places: winner.places)
    if !codes.isUnanimous { diagnostics.append(disagreement(codes)) }
  } else if var date = filing.cover?.date.flatMap({ statedYear($0) }) {
    date.from = ["cover/date"]
    result = date
  } else if let pathYear {
    result = Inferred(pathYear, from: ["source/path"])
  }

  guard let year = result else { return nil }
  if let title, title.value != year.value {
    diagnostics.append(
      conflict(year.value, title.value, zh: "标题中的年度", en: "the title says", at: title.places.map(\.range)))
  }
  if let pathYear, pathYear != year.value {
    diagnostics.append(conflict(year.value, pathYear, zh: "文件路径中的年度", en: "the file's path says", at: []))
  }
  if hints.year != nil || title != nil, let winner = codes.winner, winner.value > year.value {
    diagnostics.append(
      conflict(
        year.value, winner.value, zh: "多数项目编码中的年度", en: "most project codes say",
        at: winner.places.map(\.range)))
  }
  return year
}

private func disagreement(_ votes: Votes<Int>) -> Diagnostic {
  Diagnostic(
    "year-disagreement", .warning, path: "/year",
    Message(
      zh: "各项目编码中的年度不一致：\(votes.summary.zh)，取最多的一个。如有误，请用 --year 指定。",
      en:
        "The project codes hold different years: \(votes.summary.en); the most frequent was taken. Give --year if it is wrong."
    ), at: votes.places)
}

private func conflict(_ year: Int, _ other: Int, zh: String, en: String, at places: [SourceRange]) -> Diagnostic {
  Diagnostic(
    "year-disagreement", .warning, path: "/year",
    Message(
      zh: "\(zh)是 \(other)，与所取的 \(year) 年不一致，请核对。", en: "The filing was taken for \(year), but \(en) \(other)."),
    at: places)
}

/// The first year that a text states: four digits or four Chinese digits before 年, between 1990 and 2099.
func statedYear(_ text: Revision) -> Inferred<Int>? {
  let utf8 = text.text.utf8Span.span
  var window: [(digit: Int, start: Int)] = []
  var offset = 0
  while offset < utf8.count {
    let (scalar, next) = Scalars.next(utf8, offset)
    if let digit = Scalars.digit(scalar) ?? chineseDigit(scalar) {
      window.append((digit, offset))
    } else if Scalars.isBlank(scalar) {
      // Spaces inside 2022 年 say nothing.
    } else {
      if scalar == 0x5E74, window.count == 4 {
        let year = window.reduce(0) { $0 * 10 + $1.digit }
        if (1990...2099).contains(year), let start = window.first?.start {
          return Inferred(year, places: text.places(of: start..<offset).map { Place($0) })
        }
      }
      window.removeAll(keepingCapacity: true)
    }
    if window.count > 4 { window.removeFirst() }
    offset = next
  }
  return nil
}

private func chineseDigit(_ scalar: UInt32) -> Int? {
  switch scalar {
  case 0x3007, 0x25CB, 0x96F6: 0  // 〇 ○ 零
  case 0x4E00: 1
  case 0x4E8C: 2
  case 0x4E09: 3
  case 0x56DB: 4
  case 0x4E94: 5
  case 0x516D: 6
  case 0x4E03: 7
  case 0x516B: 8
  case 0x4E5D: 9
  default: nil
  }
}

private func codeYears(_ filing: Filing) -> Votes<Int> {
  var votes = Votes<Int>()
  for index in filing.projects.indices {
    guard let code = filing.projects[index].code, let parts = ProjectCode.read(code.text)?.parts else { continue }
    votes.cast(parts.year, code.places(of: parts.yearRange).map { Place($0, .code) })
  }
  return votes
}

/// The year in the file's name, else in the nearest folder's: four digits with no digit beside them.
func yearInPath(_ path: String) -> Int? {
  for part in path.split(separator: "/").reversed() {
    var digits = 0
    var value = 0
    for byte in Array(part.utf8) + [0x2F] {
      if byte >= 0x30 && byte <= 0x39 {
        digits += 1
        value = digits <= 4 ? value * 10 + Int(byte) - 0x30 : 0
      } else {
        if digits == 4, (1990...2099).contains(value) { return value }
        digits = 0
        value = 0
      }
    }
  }
  return nil
}
