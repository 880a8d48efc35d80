import FilingGenerator
import Foundation
import TestSupport
import Testing

@testable import Comparing

/// Reading in one pass gives what reading by way of the file's value gives, and where it can't, gives up.
struct SnapshotReaderTests {
  @Test func filingsOfTheCorpusAreReadAlike() throws {
    let output = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Output")
    var count = 0
    for year in ["2021", "2022", "2023"] {
      let folder = output.appending(path: year)
      for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
        try expectAlike(Array(Data(contentsOf: file)))
        count += 1
      }
    }
    #expect(count > 0)
  }

  @Test func generatedFilingsAreReadAlike() throws {
    var generator = Generator(SplitMix(seed: 3), .hard)
    let pool = SnapshotPool()
    for filing in generator.years(projects: 60).old {
      let bytes = GeneratedFiles.bytes(filing)
      try expectAlike(bytes, pool)
      try expectAlike(bytes, pool)
    }
  }

  @Test func everythingThatAFilingMayHoldIsReadAlike() throws {
    let found = try #require(QuickReader(SnapshotPool()).read(Array(Self.sample.utf8)))
    #expect(found.snapshot == (try SnapshotReader.thoroughly(Array(Self.sample.utf8)).snapshot))
    #expect(found.snapshot.projects.first?.goals == ["第一\n行", nil, "😀"])
    #expect(found.snapshot.projects.first?.budget.total == -12.5e3)
    #expect(found.places != nil)
  }

  /// Every byte of a filing replaced by others, one at a time: never is something read that isn't there.
  @Test func brokenFilingsAreRefusedAlike() {
    let whole = Array(Self.sample.utf8)
    for place in whole.indices {
      for byte in Array("\"{],:0\\\u{1}".utf8) + [0xFF] where byte != whole[place] {
        var bytes = whole
        bytes[place] = byte
        check(bytes, "byte \(byte) at \(place)")
      }
      var shorter = whole
      shorter.remove(at: place)
      check(shorter, "without \(place)")
      check(Array(whole[..<place]), "up to \(place)")
    }
  }

  private func check(_ bytes: [UInt8], _ what: String) {
    guard let quick = QuickReader(SnapshotPool()).read(bytes) else { return }
    let thorough = try? SnapshotReader.thoroughly(bytes)
    #expect(thorough?.snapshot == quick.snapshot, "\(what)")
    #expect(thorough?.places == quick.places, "\(what)")
  }

  private func expectAlike(_ bytes: [UInt8], _ pool: SnapshotPool = SnapshotPool()) throws {
    let quick = try #require(QuickReader(pool).read(bytes))
    let thorough = try SnapshotReader.thoroughly(bytes)
    #expect(quick.snapshot == thorough.snapshot)
    #expect(quick.places == thorough.places)
  }

  private static let sample = """
    {"year": {"value": 2021, "inferredFrom": ["x"]}, "format": "jixiao.filing/1", "id": "1-2-2021", "region": null,
     "department": {"name": "交通局", "code": "131"}, "places": {"/x": [{"line": 1}]}, "producer": {"b": 1, "a": [true]},
     "overall": {"goal": null, "goals": [{"name": "a", "goal": "b", "indicators": ["c", null]}], "safeguards":
      [{"name": "s", "text": "\\u4fdd\\u969c"}], "details": [{"label": "l", "text": "t"}], "other": [1, {"k": {}}, []]},
     "source": {"path": "a.txt", "bytes": 0}, "projects": [{"code": "A1", "name": "道路养护", "unit": null,
      "budget": {"total": -12.5e3, "fiscal": 210000.25, "other": 0}, "purpose": "养护\\"道路\\"", "heading": "\\ud83d\\ude00",
      "schedule": [{"month": 6, "percent": 50}], "goals": ["第一\\n行", null, "😀"], "midterm": {"goals": ["m"]},
      "indicators": [{"level1": "产出指标", "level2": "成本指标", "name": "道路完好率和桥梁完好率", "grades":
       [{"name": "优", "text": "≥95"}], "target": {"kind": "range", "minimum": 0.1, "maximum": 1234567890123456789,
        "text": "14-24"}}, {"name": null, "target": null, "unknown": false}]}]}

    """
}
