internal import Provenance

/// A row of the letter's tables: one thing to mend, wherever on a page it stands.
struct LetterRow {
  var place: String
  var filed: [WordWriter.Run]
  var proposed: [WordWriter.Run]
  var reason: String

  /// What is the same on one page becomes one row with several places, in the order of the first.
  static func rows(
    of items: [ReviewItem], in batch: ReviewBatch, _ reasons: [String: String]
  ) -> [LetterRow] {
    var rows: [LetterRow] = []
    var places: [[ReviewItem.Spot]] = []
    var numbers: [[String]: Int] = [:]
    for item in items {
      var row = LetterRow(item, reasons[item.rule] ?? item.rule)
      let texts = (row.filed + row.proposed).map(\.text)
      let kind = [item.filing.map(String.init) ?? "", item.spot.heading, row.reason] + texts
      if let number = numbers[kind] {
        places[number].append(item.spot)
        continue
      }
      numbers[kind] = rows.count
      row.place = (isOneYear(batch) ? "" : item.filing.map { batch.filings[$0].year + "年 " } ?? "") + item.spot.heading
      rows.append(row)
      places.append([item.spot])
    }
    for index in rows.indices {
      let said = Self.words(places[index])
      if !said.isEmpty { rows[index].place += "：" + said }
    }
    return rows
  }

  /// 绩效指标表第 1—4、6 行“指标值”栏；绩效目标 2. Rows are named where there is one.
  static func words(_ spots: [ReviewItem.Spot]) -> String {
    var parts: [String] = []
    var columns: [(cell: String, spots: [ReviewItem.Spot])] = []
    for spot in spots {
      guard spot.row != nil else {
        if !spot.cell.isEmpty, !parts.contains(spot.cell) { parts.append(spot.cell) }
        continue
      }
      if let index = columns.firstIndex(where: { $0.cell == spot.cell }) {
        columns[index].spots.append(spot)
      } else {
        columns.append((spot.cell, [spot]))
      }
    }
    for (cell, spots) in columns {
      let rows = Set(spots.compactMap(\.row)).sorted()
      var ranges: [ClosedRange<Int>] = []
      for row in rows {
        if let last = ranges.last, last.upperBound + 1 == row {
          ranges[ranges.count - 1] = last.lowerBound...row
        } else {
          ranges.append(row...row)
        }
      }
      let numbers = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)—\($0.upperBound)" }
      let name = rows.count == 1 ? spots.first?.rowName.map { "（\($0)）" } ?? "" : ""
      parts.append(
        "绩效指标表第 \(numbers.joined(separator: "、")) 行\(name)" + (cell.isEmpty ? "" : "“\(cell)”栏"))
    }
    return parts.joined(separator: "；")
  }

  private init(_ item: ReviewItem, _ reason: String) {
    place = ""
    guard let change = item.change else {
      let marked = item.around.map { Window($0.marked).start(SourceRange(0, .max), Self.textRoom) } ?? ""
      filed = [WordWriter.Run(text: marked)]
      proposed = [WordWriter.Run(text: "请核实")]
      self.reason = item.message?.zh ?? reason
      return
    }
    let lead = Window(change.lead).lead(change.lead.utf8.count, Self.sideRoom)
    let trail = Window(change.trail).trail(0, Self.sideRoom)
    func runs(_ text: String) -> [WordWriter.Run] {
      let cut = Window(text).start(SourceRange(0, text.utf8.count), Self.textRoom)
      return [WordWriter.Run(text: lead), WordWriter.Run(text: cut, isMarked: true), WordWriter.Run(text: trail)]
    }
    filed = runs(change.before)
    proposed = runs(change.after)
    self.reason = reason
  }

  private static func isOneYear(_ batch: ReviewBatch) -> Bool { Set(batch.filings.map(\.year)).count < 2 }

  /// In Unicode scalars.
  private static let sideRoom = 12
  private static let textRoom = 80
}
