import Foundation
import JSON
import Testing

@testable import Comparing

struct ComparisonTests {
  @Test func nothingChangedIsNothingReported() throws {
    let filing = try snapshot(Self.sample)
    let comparison = try Comparison([filing], [filing]) { _, _ in details(Self.sample) }
    #expect(comparison.changes.isEmpty)
  }

  @Test func orderAndPunctuationAreNoChange() throws {
    let other = Self.sample.replacing("养护道路,完善设施", with: "养护道路，完善设施。")
    #expect(try kinds(Self.sample, other) == [])
  }

  @Test(arguments: [
    ("\"total\": 210000", "\"total\": 250000", [Change.Kind.budgetChanged]),
    ("\"value\": 95", "\"value\": 90", [.thresholdLooser]), ("道路完好率", "公路完好率", [.indicatorReworded]),
    ("养护道路", "养护公路", [.purposeReworded]), ("\"percent\": 50", "\"percent\": 60", [.scheduleChanged]),
    ("完好道路占全部道路的比例", "完好道路占道路总数的比例", [.descriptionReworded]), ("道路养护", "道路日常养护", [.projectRenamed]),
    ("道路保持完好", "道路和桥梁保持完好", [.goalsReworded]), ("提升服务能力", "全面提升服务能力", [.overallReworded]),
  ])
  func eachChangeHasItsKind(_ before: String, _ after: String, _ kinds: [Change.Kind]) throws {
    var other = Self.sample.replacing(before, with: after)
    if before == "\"value\": 95" { other = other.replacing("≥95", with: "≥90") }
    #expect(try self.kinds(Self.sample, other) == kinds)
  }

  @Test func theSameTextIsNeverAChangeOfTheFiling() throws {
    // One was repaired, the other was not.
    let repaired = Self.sample.replacing(
      "\"corrections\": []",
      with: #""corrections": [{"path": "/projects/0/purpose", "filed": "养护道路,完善设实", "applied": true}]"#)
    let place = #""/projects/0/purpose": [{"line": 9, "text": "养护道路,完善设实"}]"#
    let withPlaces = repaired.replacing("\"places\": {", with: "\"places\": {\(place), ")
    let raw = withPlaces.replacing("\"purpose\": \"养护道路,完善设施\"", with: "\"purpose\": \"养护道路,完善设实\"")
    let comparison = try compare(raw, withPlaces)
    #expect(comparison.changes.map(\.kind) == [.purposeReworded])
    #expect(comparison.changes.map(\.cause) == [.correction])
    let otherVersion = withPlaces.replacing("\"version\": \"1\"", with: "\"version\": \"2\"")
    #expect(try compare(raw, otherVersion).changes.map(\.cause) == [.producer])
  }

  @Test func aNewTaxonomyIsReportedOnce() throws {
    let other = Self.sample.replacing("\"level1\": \"产出指标\"", with: "\"level1\": \"成本指标\"")
      .replacing("\"level2\": \"成本指标\"", with: "\"level2\": \"经济成本指标\"")
    let changes = try compare(Self.sample, other).changes
    #expect(changes.map(\.kind) == [.taxonomyChanged])
  }

  @Test func bothPlacesAreGiven() throws {
    let place = #""/projects/0/budget/total": [{"line": 59, "text": "21.00"}]"#
    let old = Self.sample.replacing("\"places\": {", with: "\"places\": {\(place), ")
    let new = old.replacing("\"line\": 59", with: "\"line\": 61").replacing("21.00", with: "25.00")
      .replacing("\"total\": 210000", with: "\"total\": 250000")
    let change = try #require(try compare(old, new).changes.first)
    #expect(change.old?.places.first?["line"] == .number(59))
    #expect(change.new?.places.first?["line"] == .number(61))
    #expect(change.amount == 40_000)
    #expect(change.percent == 19.05)
  }

  @Test(arguments: [
    ("[]", "not-a-filing"), ("{\"format\": \"jixiao.filing/2\"}", "unknown-format"), ("{\"id\": 3}", "not-a-filing"),
    ("{", "not-json"), ("{\"format\": \"jixiao.filing/1\", \"id\": \"x\", \"projects\": {}}", "wrong-type"),
    (
      "{\"format\": \"jixiao.filing/1\", \"id\": \"x\", \"projects\": [{\"budget\": {\"total\": \"1\"}}]}", "wrong-type"
    ),
  ])
  func whatIsNoFilingIsRefused(_ text: String, _ id: String) {
    let error = #expect(throws: SnapshotError.self) { try SnapshotReader.read(Array(text.utf8)) }
    #expect(error?.id == id)
  }

  private func snapshot(_ text: String) throws -> Snapshot { try SnapshotReader.read(Array(text.utf8)) }

  private func compare(_ old: String, _ new: String) throws -> Comparison {
    try Comparison([snapshot(old)], [snapshot(new)]) { isNew, _ in details(isNew ? new : old) }
  }

  private func details(_ text: String) -> SnapshotDetails {
    let bytes = Array(text.utf8)
    guard let places = try? SnapshotReader.read(bytes, SnapshotPool()).places else { return SnapshotDetails() }
    return SnapshotDetails(bytes, places: places)
  }

  private func kinds(_ old: String, _ new: String) throws -> [Change.Kind] { try compare(old, new).changes.map(\.kind) }

  private static let sample = """
    {"format": "jixiao.filing/1", "id": "130304-131-2021", "year": {"value": 2021},
     "region": {"code": "130304", "name": "北戴河区"}, "department": {"code": "131", "name": "交通局"},
     "overall": {"goal": "提升服务能力", "goals": [], "safeguards": []},
     "projects": [{"code": "A1", "name": "道路养护", "unit": {"code": "131001", "name": "交通局", "scope": null},
       "budget": {"total": 210000, "fiscal": 210000, "other": 0}, "purpose": "养护道路,完善设施",
       "schedule": [{"month": 6, "percent": 50}], "goals": ["道路保持完好"],
       "indicators": [{"level1": "产出指标", "level2": "成本指标", "name": "道路完好率",
         "description": "完好道路占全部道路的比例", "basis": "计划",
         "target": {"kind": "quantity", "operator": "≥", "value": 95, "unit": "%", "text": "≥95"}}]}],
     "places": {"/x": []}, "corrections": [], "producer": {"version": "1"}, "source": {"path": "a.txt"}}
    """
}
