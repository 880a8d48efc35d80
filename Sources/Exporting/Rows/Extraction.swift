internal import JSON

/// Goes through a filing once and fills its rows.
struct Extraction {
  let root: JSONValue
  let id: String
  let sha256: String
  var rows: FilingRows
  private let places: PlaceTable
  /// By the pointer of a text: what it was before its corrections.
  private var filed: [String: String] = [:]
  /// By code, name and scope, the pointer of a unit's row.
  private var units: [[String?]: String] = [:]
  private var projectCount = 0

  init(_ root: JSONValue, _ places: PlaceTable, id: String, sha256: String) {
    self.root = root
    self.id = id
    self.sha256 = sha256
    rows = FilingRows(id: id)
    self.places = places
    for correction in root["corrections"]?.elements ?? [] {
      guard case .bool(true)? = correction["applied"], let path = correction["path"]?.text else { continue }
      filed[path] = filed[path] ?? correction["filed"]?.text
    }
  }

  mutating func run() {
    filing()
    overall()
    projectCount = root["projects"]?.elements.count ?? 0
    for (index, project) in (root["projects"]?.elements ?? []).enumerated() { self.project(project, index) }
    keptTables()
    corrections()
    diagnostics()
    unmapped()
  }

  mutating func add(_ table: FilingTable, _ row: [Cell]) { rows.tables[table.rawValue].append(row) }

  // MARK: What rows have in common

  var filingCell: Cell { .text(id) }

  /// The text at `pointer` as it was filed; null if it was not corrected.
  func filedText(_ pointer: String) -> Cell { Cell(filed[pointer]) }

  /// The first place of the value at `pointer` that holds the value itself.
  func place(_ pointer: String) -> PlaceEntry? {
    let entries = places.entries(pointer)
    return entries.first { $0.role == "value" } ?? entries.first
  }

  /// What stands at the first of the places of a value that has this role.
  func placeText(_ pointer: String, role: String) -> Cell {
    places.entries(pointer).first { $0.role == role }?.text ?? .null
  }

  func lineAndColumn(_ pointer: String) -> [Cell] { Self.lineAndColumn(of: place(pointer)) }

  static func lineAndColumn(of place: PlaceEntry?) -> [Cell] { [place?.line ?? .null, place?.column ?? .null] }

  static func lineAndColumn(of place: JSONValue?) -> [Cell] {
    [place?["line"].cell ?? .null, place?["column"].cell ?? .null]
  }

  /// The project that a pointer leads into; null if it is none that there is.
  func project(of pointer: String?) -> Cell {
    let prefix = "/projects/"
    guard let pointer, pointer.hasPrefix(prefix) else { return .null }
    let digits = pointer.utf8.dropFirst(prefix.utf8.count).prefix { $0 != UInt8(ascii: "/") }
    guard let index = Int(String(decoding: digits, as: UTF8.self)), (0..<projectCount).contains(index) else {
      return .null
    }
    return .text("\(prefix)\(index)")
  }

  // MARK: The department

  private mutating func filing() {
    let region = root["region"]
    let department = root["department"]
    let source = root["source"]
    let departmentID =
      (region?["code"]?.text ?? region?["name"]?.text ?? "unknown") + "-"
      + (department?["code"]?.text ?? department?["name"]?.text ?? "unknown")
    add(
      .filings,
      [
        filingCell, .text(departmentID), root["year"]?["value"].cell ?? .null, Self.isInferred(root["year"]),
        region?["code"].cell ?? .null, region?["name"].cell ?? .null, Self.isInferred(region),
        department?["code"].cell ?? .null, department?["name"].cell ?? .null, Self.isInferred(department),
        root["overall"]?["goal"].cell ?? .null, filedText("/overall/goal"), .text(source?["path"]?.text ?? ""),
        .text(source?["sha256"]?.text ?? ""), Cell(source?["bytes"]?.number ?? 0),
        .text(source?["charset"]?.text ?? ""),
        .text(source?["reader"]?.text ?? ""), Cell(source?["accounted"]?.number ?? 0),
        .text(root["producer"]?["version"]?.text ?? ""), .text(sha256),
      ])
  }

  private static func isInferred(_ value: JSONValue?) -> Cell { .bool(value?["inferredFrom"] != nil) }

  private mutating func overall() {
    let overall = root["overall"]
    for (index, duty) in (overall?["goals"]?.elements ?? []).enumerated() {
      goal(duty["goal"], "duty", index, name: duty["name"], at: "/overall/goals/\(index)", "goal", duty["indicators"])
    }
    for (index, safeguard) in (overall?["safeguards"]?.elements ?? []).enumerated() {
      goal(
        safeguard["text"], "safeguard", index, name: safeguard["name"], at: "/overall/safeguards/\(index)", "text", nil)
    }
    for (index, task) in (overall?["tasks"]?.elements ?? []).enumerated() {
      let pointer = "/overall/tasks/\(index)"
      goal(task["text"], "task", index, name: task["name"], at: pointer, "text", nil)
      budget(task["budget"], "task", at: "\(pointer)/budget", project: .null)
    }
    _ = unit(overall?["unit"], at: "/overall/unit")
    budget(overall?["budget"], "overall", at: "/overall/budget", project: .null)
    details(overall?["details"], at: "/overall/details", project: .null)
    indicators(overall?["indicators"], "overall", at: "/overall/indicators", project: .null)
  }

  private mutating func goal(
    _ text: JSONValue?, _ kind: String, _ index: Int, name: JSONValue?, at pointer: String, _ member: String,
    _ indicators: JSONValue?
  ) {
    var place = lineAndColumn("\(pointer)/\(member)")
    if place.allSatisfy(\.isNull) { place = lineAndColumn("\(pointer)/name") }
    add(
      .goals,
      [
        filingCell, .text(pointer), .null, .text(kind), .integer(index + 1), name.cell, text.cell,
        filedText("\(pointer)/\(member)"), indicators.cell,
      ] + place)
  }

  /// The pointer of the row of a unit; a unit that is named again has one row.
  mutating func unit(_ unit: JSONValue?, at pointer: String) -> Cell {
    guard let unit, case .object = unit else { return .null }
    let key = [unit["code"]?.text, unit["name"]?.text, unit["scope"]?.text]
    if let known = units[key] { return .text(known) }
    units[key] = pointer
    let named = place("\(pointer)/name") ?? place("\(pointer)/code")
    add(
      .units,
      [filingCell, .text(pointer), unit["code"].cell, unit["name"].cell, unit["scope"].cell]
        + Self.lineAndColumn(of: named))
    return .text(pointer)
  }
}

/// Where each of `Tables.ofFiling` stands among them.
enum FilingTable: Int, CaseIterable {
  case filings, units, projects, budgets, schedule, goals, indicators, targets, details, keptCells, corrections,
    diagnostics, unmapped
}
