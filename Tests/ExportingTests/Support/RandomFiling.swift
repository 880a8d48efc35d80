import Digest
import Exporting
import JSON
import TestSupport

/// Canonical JSON of a filing as the extraction sees it, made from a seed.
struct RandomFiling {
  let id: String
  let value: JSONValue

  /// `number` is the department's; filings of one number and year have one id.
  init(number: Int, year: Int, seed: Int) {
    var random = SplitMix(seed: seed)
    id = "130304-\(number)-\(year)"
    let projects = (0..<Int.random(in: 0...3, using: &random)).map { Self.project($0, &random) }
    var value = JSONObject()
    value["format"] = "jixiao.filing/1"
    value["id"] = .string(id)
    value["year"] = ["value": .number(Double(year)), "inferredFrom": ["projects/*/code"]]
    value["region"] = ["code": "130304", "name": "河北省秦皇岛市北戴河区"]
    value["department"] = ["code": .string("\(number)"), "name": .string("第\(number)局" + Self.text(&random))]
    value["overall"] = [
      "goal": Self.maybe(&random),
      "goals": [["name": "职责", "goal": .string(Self.text(&random)), "indicators": ["办理率"]]],
      "safeguards": [],
    ]
    value["projects"] = .array(projects)
    let pointers = projects.indices.map { "/projects/\($0)/name" }
    value["places"] = .object(
      JSONObject(
        pointers.enumerated().map { index, pointer -> (String, JSONValue) in
          let place: JSONValue = ["line": .number(Double(index * 10 + 1)), "column": 2, "role": "value", "text": "x"]
          return (pointer, [place])
        }))
    value["corrections"] = .array(
      pointers.enumerated().map { index, pointer -> JSONValue in
        [
          "key": .string("key\(index)"), "path": .string(pointer), "rule": "outer-spaces", "certainty": "certain",
          "applied": .bool(Bool.random(using: &random)), "before": " ", "after": "",
          "filed": .string(Self.text(&random)),
          "evidence": [["kind": "tail", "text": .string(Self.text(&random))]], "source": [["line": 3, "column": 1]],
        ]
      })
    value["diagnostics"] = .array(
      (0..<Int.random(in: 0...2, using: &random)).map { _ -> JSONValue in
        [
          "id": "cost-direction", "severity": "warning", "path": pointers.first.map { JSONValue.string($0) } ?? .null,
          "message": ["zh": .string(Self.text(&random)), "en": "Check it."], "source": [],
        ]
      })
    value["tables"] = [
      [
        "rows": [
          ["cells": [["text": .string(Self.text(&random)), "span": 2], ["text": .null]]],
          ["cells": [["text": .string(Self.text(&random)), "continued": true]]],
        ]
      ]
    ]
    value["unmapped"] = [["line": 7, "column": 1, "start": 90, "end": 96, "text": .string(Self.text(&random))]]
    value["source"] = [
      "path": "2021/a.txt", "sha256": "00", "bytes": 10, "charset": "UTF-8", "reader": "tika-text", "accounted": 1,
    ]
    value["producer"] = ["version": "0.1.0"]
    self.value = .object(value)
  }

  private static func project(_ index: Int, _ random: inout SplitMix) -> JSONValue {
    let indicators = (0..<Int.random(in: 0...3, using: &random)).map { number -> JSONValue in
      let value = Double(Int.random(in: -9...999, using: &random)) / 10
      let target: JSONValue = [
        "kind": "quantity", "operator": "≥", "value": .number(value), "unit": "%", "text": .string(text(&random)),
      ]
      let name = JSONValue.string("指标\(number)" + text(&random))
      return [
        "level1": "产出指标", "level2": "数量指标", "name": name, "description": maybe(&random), "basis": .null,
        "attribute": "定量指标",
        "target": Bool.random(using: &random) ? .null : target,
      ]
    }
    let unit: JSONValue = ["code": "131001", "name": "单位", "scope": "本级"]
    let total = JSONValue.number(Double(Int.random(in: 0...100_000_000, using: &random)) / 100)
    return [
      "code": .string("1303042\(index)"), "name": .string("项目" + text(&random)), "heading": .null,
      "unit": Bool.random(using: &random) ? .null : unit, "budget": ["total": total, "fiscal": 0, "other": .null],
      "purpose": maybe(&random), "schedule": [["month": 3, "percent": 12.5]], "goals": [.string(text(&random))],
      "indicators": .array(indicators), "details": [["label": "项目负责人", "text": .string(text(&random))]],
    ]
  }

  private static func maybe(_ random: inout SplitMix) -> JSONValue {
    Bool.random(using: &random) ? .null : .string(text(&random))
  }

  /// What gives trouble somewhere, among plain characters.
  private static let pieces = [
    "办理", "提案", "质量", "，", "\"", "\n", "\r\n", ",", "=1+1", "'", "-", "+", "@", " ", "95%", "é", "e\u{301}", "𠮷", "\t",
    "＝", "\\", "NULL", "\u{1}", "_x0041_", "<b>&",
  ]

  static func text(_ random: inout SplitMix) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  var bytes: [UInt8] { Array(value.canonicalText.utf8) }

  var item: ExportItem {
    let bytes = bytes
    let hash = (try? SHA256(of: bytes).hex) ?? ""
    return ExportItem(id: id, sha256: hash, name: id) { () throws(ExportError) in bytes }
  }

  var rows: FilingRows {
    get throws { try item.rows() }
  }
}

extension ExportSource {
  init(_ filings: [RandomFiling], removed: [String]? = nil, changes: [[Cell]]? = nil) {
    self.init(filings.map { Result<ExportItem, ExportError>.success($0.item) }, removed: removed, changes: changes)
  }
}
