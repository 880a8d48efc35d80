extension Crosswalk {
  /// Reads a crosswalk as a spreadsheet saves it. Columns may stand in any order and others beside them.
  ///
  /// - Throws: every line that cannot be used.
  package init(_ bytes: [UInt8]) throws(CrosswalkProblems) {
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]), Self.isUTF8(bytes) else {
      throw CrosswalkProblems(problems: [
        CrosswalkProblem(
          1, zh: "文件不是 UTF-8 编码；请在电子表格中另存为“CSV UTF-8”。",
          en: "the file is not UTF-8; save it as \"CSV UTF-8\" from the spreadsheet.")
      ])
    }
    guard let records = CSVText.records(bytes), let head = records.first else {
      throw CrosswalkProblems(problems: [
        CrosswalkProblem(
          1, zh: "文件是空的，或有一个引号没有结束；请检查后重新保存。",
          en: "the file is empty, or a quotation mark is never closed; mend it and save again.")
      ])
    }
    var problems: [CrosswalkProblem] = []
    let names = head.fields.map { Self.trimmed($0) }
    let positions = Self.columns.map { names.firstIndex(of: $0) }
    // Who confirmed it and why may be missing; what is what may not.
    let missing = zip(Self.columns, positions).prefix(7).filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else {
      let list = missing.joined(separator: "、")
      throw CrosswalkProblems(problems: [
        CrosswalkProblem(
          head.line, zh: "表头缺少列：\(list)；应为：\(Self.columns.joined(separator: "，"))。",
          en: "columns are missing: \(list); the head should be \(Self.columns.joined(separator: ",")).")
      ])
    }
    for record in records.dropFirst() {
      let fields = positions.map { position -> String in
        guard let position, record.fields.indices.contains(position) else { return "" }
        return Self.trimmed(CSVText.unguarded(record.fields[position]))
      }
      if fields.allSatisfy(\.isEmpty) { continue }
      do throws(CrosswalkProblem) {
        rows.append(try Self.row(fields, record.line))
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw CrosswalkProblems(problems: problems) }
  }

  private static func row(_ fields: [String], _ line: Int) throws(CrosswalkProblem) -> Row {
    let years = [fields[0], fields[3]].map { Int($0.hasSuffix("年") ? String($0.dropLast()) : $0) }
    guard let oldYear = years[0], let newYear = years[1], (1...9999).contains(oldYear), (1...9999).contains(newYear)
    else {
      throw CrosswalkProblem(
        line, zh: "年度“\(fields[0])”“\(fields[3])”不是年份；应为四位数字。",
        en: "the years \"\(fields[0])\" and \"\(fields[3])\" are not both years; write four digits.")
    }
    guard oldYear < newYear else {
      throw CrosswalkProblem(
        line, zh: "年度甲（\(oldYear)）应早于年度乙（\(newYear)）。", en: "year 甲 (\(oldYear)) must be before year 乙 (\(newYear)).")
    }
    let relation = Relation(rawValue: fields[6])
    if relation == nil, !fields[6].isEmpty {
      let known = Relation.allCases.map(\.rawValue).joined(separator: "、")
      throw CrosswalkProblem(
        line, zh: "关系“\(fields[6])”无法识别；应为\(known)，或留空。",
        en: "the relation \"\(fields[6])\" is unknown; write one of \(known), or leave it empty.")
    }
    guard !(fields[1] + fields[2]).isEmpty, !(fields[4] + fields[5]).isEmpty else {
      throw CrosswalkProblem(
        line, zh: "甲、乙两边都要有编码或名称。", en: "either side needs a code or a name.")
    }
    return Row(
      line: line, oldYear: oldYear, oldCode: fields[1], oldName: fields[2], newYear: newYear, newCode: fields[4],
      newName: fields[5], relation: relation, by: fields[7], note: fields[8])
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      return false
    }
  }

  private static func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
