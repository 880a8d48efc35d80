package import JSON

/// One department through the years: every project with every field as a series.
package struct History {
  package struct Value: Hashable, Sendable {
    package var year: Int
    package var filing: String
    /// The JSON pointer in that filing.
    package var path: String
    package var value: JSONValue
  }

  package struct Series: Hashable, Sendable {
    /// As in the filing: `name`, `budget/total`, `purpose`; of an indicator `target`, `level2` and so on.
    package var field: String
    package var values: [Value]
  }

  package struct Indicator: Hashable, Sendable {
    /// Its latest name.
    package var name: String?
    package var series: [Series]
  }

  package struct Project: Hashable, Sendable {
    package var continuity: String
    /// Its latest name.
    package var name: String?
    /// What it came from, where it was split off or merged.
    package var origins: [String]
    package var series: [Series]
    package var indicators: [Indicator]
  }

  package let years: [Int]
  package let department: CodeAndName
  /// In the order of their first years, in each as filed.
  package let projects: [Project]

  /// `isMeant` tells the department's filings. Nil if there are none. `years` are those of `continuity`.
  package init?(_ years: [[Snapshot]], _ continuity: Continuity, of isMeant: (Snapshot) -> Bool) {
    var order: [String] = []
    var stays: [String: [Stay]] = [:]
    var latest: CodeAndName?
    for (year, filings) in years.enumerated() {
      for (filing, snapshot) in filings.enumerated() where isMeant(snapshot) {
        latest = snapshot.department
        for index in snapshot.projects.indices {
          let id = continuity.ids[year][filing][index]
          if stays[id] == nil { order.append(id) }
          stays[id, default: []].append(Stay(snapshot: snapshot, index: index))
        }
      }
    }
    guard let latest else { return nil }
    department = latest
    self.years = Set(years.flatMap { $0.compactMap(\.year) }).sorted()
    projects = order.map { id in
      let stays = stays[id] ?? []
      return Project(
        continuity: id, name: stays.last?.project.name, origins: continuity.origins[id] ?? [],
        series: Self.series(stays), indicators: Self.indicators(stays))
    }
  }

  /// A project in one year.
  private struct Stay {
    var snapshot: Snapshot
    var index: Int

    var project: ProjectSnapshot { snapshot.projects[index] }

    func value(_ path: String, _ value: JSONValue) -> Value {
      Value(year: snapshot.year ?? 0, filing: snapshot.id, path: "/projects/\(index)/\(path)", value: value)
    }
  }

  private static func series(_ stays: [Stay]) -> [Series] {
    var result: [Series] = []
    func add(_ field: String, _ read: (ProjectSnapshot) -> JSONValue) {
      let values = stays.map { $0.value(field, read($0.project)) }
      if values.contains(where: { $0.value != .null }) { result.append(Series(field: field, values: values)) }
    }
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    func number(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
    add("code") { text($0.code) }
    add("name") { text($0.name) }
    add("unit/name") { text($0.unit.name) }
    add("budget/total") { number($0.budget.total) }
    add("budget/fiscal") { number($0.budget.fiscal) }
    add("budget/other") { number($0.budget.other) }
    add("purpose") { text($0.purpose) }
    add("schedule") { project in
      project.schedule.isEmpty
        ? .null
        : .array(
          project.schedule.map {
            .object(JSONObject([("month", number($0.month)), ("percent", number($0.percent))]))
          })
    }
    add("goals") { $0.goals.isEmpty ? .null : .array($0.goals.map(text)) }
    return result
  }

  private static func indicators(_ stays: [Stay]) -> [Indicator] {
    // Each thread is an indicator: its position in each stay.
    var threads: [[Int: Int]] = []
    var open: [Int: Int] = [:]
    for (position, stay) in stays.enumerated() {
      var next: [Int: Int] = [:]
      if position > 0 {
        for pair in IndicatorMatching.pairs(stays[position - 1].project.indicators, stay.project.indicators) {
          if let thread = open[pair.old] {
            threads[thread][position] = pair.new
            next[pair.new] = thread
          }
        }
      }
      for index in stay.project.indicators.indices where next[index] == nil {
        next[index] = threads.count
        threads.append([position: index])
      }
      open = next
    }
    return threads.map { thread in
      let places = thread.sorted { $0.key < $1.key }
      var result: [Series] = []
      for (field, read) in fields {
        let values = places.map { position, index in
          stays[position].value("indicators/\(index)/\(field)", read(stays[position].project.indicators[index]))
        }
        if values.contains(where: { $0.value != .null }) { result.append(Series(field: field, values: values)) }
      }
      let last = places.last.map { stays[$0.key].project.indicators[$0.value] }
      return Indicator(name: last?.name, series: result)
    }
  }

  private static let fields: [(String, @Sendable (IndicatorSnapshot) -> JSONValue)] = [
    ("level1", { $0.level1.map(JSONValue.string) ?? .null }), ("level2", { $0.level2.map(JSONValue.string) ?? .null }),
    ("name", { $0.name.map(JSONValue.string) ?? .null }),
    ("description", { $0.description.map(JSONValue.string) ?? .null }),
    ("target/text", { $0.target.map { .string($0.text) } ?? .null }),
    ("basis", { $0.basis.map(JSONValue.string) ?? .null }),
  ]
}
