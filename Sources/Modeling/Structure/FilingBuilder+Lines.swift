internal import Documents
internal import Provenance

/// A label, and what stands behind its colon.
struct LabelledPart {
  var field: Form.HeaderField
  var label: Pieces
  /// Nil if nothing stands there.
  var value: Pieces?
}

/// The lines between the tables: titles of forms, notes, labelled values.
extension FilingBuilder {
  /// True if the folded line is the title of a form and names no project: the year may stand before it, or behind it in
  /// brackets, and above all tables a place or a department before the year.
  func isFormTitle(_ pieces: Pieces) -> Bool {
    if folding.isCut { return false }
    var line = folding.utf8[...]
    let isAbove = section == .preamble || section == .contents
    while line.last == 0x29, let open = line.lastIndex(of: 0x28), open > line.startIndex {
      // Among projects what else stands in brackets may be the name of one.
      guard isAbove || line[(open + 1)...].prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
      line = line[..<open]
    }
    for title in form.projectHeadingSuffixes where line.count >= title.count && line.suffix(title.count) == title[...] {
      var front = line.dropLast(title.count)
      while let word = form.titleWords.first(where: { front.suffix($0.count) == $0[...] }) {
        front = front.dropLast(word.count)
      }
      if front.isEmpty { return true }
      let withYear = front
      for mark in ["年度", "年"] where front.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
        front = front.dropLast(mark.utf8.count)
        break
      }
      guard front.count < withYear.count, front.count >= 4,
        front.suffix(4).allSatisfy({ (0x30...0x39).contains($0) })
      else { continue }
      if front.count == 4 { return true }
      return isAbove && ListMark.find(source, in: pieces.first, loose: true) == nil
    }
    return false
  }

  /// True if the folded line is the number of a sheet: 附件2, 表14, 附表1-2, 预算05-2表; or 附件 alone.
  func isSheetNumber() -> Bool {
    guard section == .preamble || section == .projects, !folding.isCut, folding.utf8.count <= 24 else { return false }
    let line = folding.utf8.last == 0x3A ? folding.utf8.dropLast() : folding.utf8[...]
    for sheet in form.sheets where line.starts(with: sheet) {
      var number = line.dropFirst(sheet.count)
      if number.first == 0x28, number.last == 0x29 { number = number.dropFirst().dropLast() }
      if number.suffix(3).elementsEqual("表".utf8) { number = number.dropLast(3) }
      if Self.isSheetNumber(number) { return true }
    }
    return form.unnumberedSheets.contains(Array(line))
  }

  private static func isSheetNumber(_ number: ArraySlice<UInt8>) -> Bool {
    if number.isEmpty { return false }
    let isArabic = number.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    // Four digits alone are more likely a year.
    if isArabic { return (0x30...0x39).contains(number.first ?? 0) && (number.count != 4 || number.contains(0x2D)) }
    var end = 0
    return ChineseNumber.read(number.span, at: &end) != nil && end == number.count
  }

  func readFormTitle(_ pieces: Pieces) {
    if section == .preamble || section == .contents { readCover() }
    finishOverall()
    finishProject()
    section = .projects
    strays = []
    linesAbove = []
    reporterAbove = nil
    titlePieces = pieces
    if filing.cover?.title == nil {
      var cover = filing.cover ?? Cover()
      cover.title = take(pieces)
      filing.cover = cover
    } else {
      furnish(pieces)
    }
  }

  /// A line below a form's title that says the year, as （2022年度）. False if the line is none.
  func readYearOfTitle(_ pieces: Pieces) -> Bool {
    guard let title = titlePieces, folding.utf8.count <= 24, folding.utf8.first == 0x28, folding.utf8.last == 0x29,
      folding.utf8.dropFirst().prefix(4).allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    titlePieces = nil
    if filing.cover?.title?.source.start == title.start {
      let whole = take(extended(title, by: pieces))
      filing.cover?.title = whole
    } else {
      furnish(pieces)
    }
    return true
  }

  /// A note below a table: `注：……`. False if the line is none.
  func readNote(_ pieces: Pieces) -> Bool {
    guard hasProject, !expectsHeader, let colon = folding.utf8.firstIndex(of: 0x3A),
      form.notes.contains(Array(folding.utf8[..<colon]))
    else { return false }
    let start = folding.offset(at: colon, in: source)
    guard let head = pieces.clamped(to: SourceRange(pieces.start, start)),
      let text = pieces.from(start + (source[start] == 0x3A ? 1 : 3)), !isBlank(text)
    else { return false }
    furnish(SourceRange(start, text.start))
    let label = take(head)
    let note = take(text)
    project.details.append(Detail(label: label, text: note))
    openNote = (text, ListMark.find(source, in: text.first, loose: true))
    return true
  }

  /// What a note says on lines of its own: the next item of a numbered one (`2.……` below `注：1.……`), or a sentence that
  /// has no mark. False if the line is none.
  func readNoteItem(_ pieces: Pieces) -> Bool {
    guard let note = openNote, let last = project.details.indices.last else { return false }
    let mark = ListMark.find(source, in: pieces.first, loose: true)
    let isNext = mark != nil && mark?.style == note.last?.style && mark?.number == note.last?.number.map { $0 + 1 }
    guard isNext && mark?.number != nil || mark == nil && endsInStop(pieces) else {
      openNote = nil
      return false
    }
    let whole = extended(note.text, by: pieces)
    project.details[last].text = take(whole)
    openNote = (whole, mark ?? note.last)
    return true
  }

  private func endsInStop(_ pieces: Pieces) -> Bool {
    let end = trimmedEnd(pieces.end, from: pieces.last.start)
    return end > pieces.start && [0x3002, 0xFF1B].contains(Scalars.next(source.span, previous(end)).scalar)
  }

  // MARK: Labelled values

  /// 填报单位：某局 联系电话：…… above or below a table. False if the line is none.
  func readLabelledLine(_ pieces: Pieces) -> Bool {
    guard pieces.rest.isEmpty, folding.utf8.contains(0x3A) else { return false }
    var parts = labelledParts(of: pieces)
    let isBelow = hasProject && !expectsHeader
    if isBelow { parts.removeAll { $0.field == .unit } }
    guard let first = parts.first, first.label.start == pieces.start else { return false }
    for part in parts {
      if isBelow { take(part) } else { linesAbove.append(part) }
    }
    return true
  }

  /// Each begins the line or stands behind white space.
  private func labelledParts(of pieces: Pieces) -> [LabelledPart] {
    let utf8 = source.span
    var parts: [LabelledPart] = []
    var values: [Int] = []
    var offset = pieces.start
    var isStart = true
    while offset < pieces.end {
      let (scalar, next) = Scalars.next(utf8, offset)
      if isStart, !Scalars.isBlank(scalar), let rest = pieces.from(offset) {
        folding.fold(source, rest)
        if let (field, end) = labelBeforeColon(form.fields) ?? labelBeforeColon(form.lineFields),
          [.detail, .reporter, .unit].contains(field), let label = rest.clamped(to: SourceRange(offset, end))
        {
          parts.append(LabelledPart(field: field, label: label))
          values.append(end)
          offset = end
          continue
        }
      }
      isStart = Scalars.isBlank(scalar)
      offset = next
    }
    for index in parts.indices {
      let end = index + 1 < parts.count ? parts[index + 1].label.start : pieces.end
      if let value = pieces.clamped(to: SourceRange(values[index], trimmedEnd(end, from: values[index]))),
        !isBlank(value)
      {
        parts[index].value = value
      }
    }
    folding.fold(source, pieces)
    return parts
  }

  private func trimmedEnd(_ end: Int, from start: Int) -> Int {
    var end = end
    while end > start, isBlank(SourceRange(previous(end), end)) { end = previous(end) }
    return end
  }

  private func take(_ part: LabelledPart) {
    guard let value = part.value else { return furnish(part.label) }
    takeDetail(value, withoutFinalPunctuation(part.label))
  }

  /// Gives the open project what lines above its table said. Who fills the form in is its unit, if it has no other; else
  /// that is kept with its label.
  func takeLinesAbove() {
    let lines = linesAbove
    linesAbove = []
    for part in lines {
      switch part.field {
      case .reporter, .unit: reporterAbove = reporterAbove ?? part
      case .detail: take(part)
      default: break
      }
    }
    guard let part = reporter ?? reporterAbove else { return }
    if let value = part.value, project.unit == nil {
      furnish(part.label)
      let unit = takeUnit(value)
      project.unit = unit
    } else if reporter != nil || !lines.isEmpty {
      take(part)
      // What stands in a detail is no further project's unit.
      if reporter == nil { reporterAbove = nil }
    }
    reporter = nil
  }
}
