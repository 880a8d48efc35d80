/// Makes `Regions.generated.swift` from the reviewed table `regions.tsv`.
///
/// The program searches two string literals in place, so the table costs nothing at start-up: one sorted by code
/// and then by year, the other by name. A line is `code name years` in the first and `name code years` in the
/// second, without separators: a code has six digits, a name none, and the years eight (first and last, 0000 and
/// 9999 where there is none) or, where the name always was and still is that of the code, none.
func generateRegions(from table: String) throws(RegionsTableError) -> String {
  var records: [(code: String, name: String, years: String)] = []
  var number = 0
  for line in table.split(separator: "\n", omittingEmptySubsequences: false) {
    number += 1
    if line.isEmpty || line.hasPrefix("#") { continue }
    var columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard (2...4).contains(columns.count) else {
      throw RegionsTableError(line: number, zh: "2 到 4 列", en: "2 to 4 columns")
    }
    columns += Array(repeating: "", count: 4 - columns.count)
    guard isNumber(columns[0], digits: 6) else {
      throw RegionsTableError(line: number, zh: "六位数字代码", en: "a code of six digits")
    }
    guard !columns[1].isEmpty, columns[1].unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) }) else {
      throw RegionsTableError(line: number, zh: "汉字名称", en: "a name in Chinese characters")
    }
    guard columns[2...].allSatisfy({ $0.isEmpty || isNumber($0, digits: 4) }) else {
      throw RegionsTableError(line: number, zh: "四位数字年份或空", en: "years of four digits, or nothing")
    }
    let years =
      columns[2].isEmpty && columns[3].isEmpty
      ? "" : (columns[2].isEmpty ? "0000" : columns[2]) + (columns[3].isEmpty ? "9999" : columns[3])
    records.append((columns[0], columns[1], years))
  }
  // Swift orders strings by scalar after normalisation, which for these characters is the order of their bytes.
  let byCode = records.sorted { ($0.code, $0.years) < ($1.code, $1.years) }.map { $0.code + $0.name + $0.years }
  let byName = records.map { $0.name + $0.code + $0.years }.sorted()
  return """
    // Generated from regions.tsv by `dev docs`. Do not edit.

    extension Regions {
      /// Code, name, years; sorted by code and year.
      static var byCode: String {
        \"""
    \(indented(byCode))
        \"""
      }

      /// Name, code, years; sorted by the bytes of the name.
      static var byName: String {
        \"""
    \(indented(byName))
        \"""
      }
    }

    """
}

/// A line of the table that is not as it should be.
struct RegionsTableError: Error, CustomStringConvertible {
  let line: Int
  let zh: String
  let en: String

  var description: String {
    "regions.tsv 第 \(line) 行格式不对，应为\(zh)，请改正该行。 · regions.tsv, line \(line): expected \(en); correct the line."
  }
}

private func isNumber(_ text: String, digits: Int) -> Bool {
  text.utf8.count == digits && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private func indented(_ lines: [String]) -> String {
  lines.map { "    " + $0 }.joined(separator: "\n")
}
