import Foundation
import Ingestion

// What a client does, by the public interface alone; prints a line for each thing that holds.

var passed = 0
var failed = 0

@MainActor func check(_ what: String, _ holds: Bool) {
  if holds { passed += 1 } else { failed += 1 }
  print("\(holds ? "passed" : "FAILED"): \(what)")
}

struct Filing: Decodable {
  struct Project: Decodable {
    struct Budget: Decodable { var total: Decimal? }
    var name: String?
    var budget: Budget
  }
  struct Correction: Decodable {
    var key: String
    var applied: Bool
    var filed: String
    var path: String
  }
  struct Producer: Decodable {
    struct Evidence: Decodable { var name: String }
    var evidence: [Evidence]
  }
  var id: String
  var projects: [Project]
  var corrections: [Correction]
  var producer: Producer

  init(_ filing: ConvertedFiling) throws {
    self = try JSONDecoder().decode(Filing.self, from: Data(filing.canonicalBytes))
  }
}

let corpus = URL(filePath: CommandLine.arguments[1])
let path = "2021/131-政协秦皇岛市北戴河区委员会办公室.txt"
let bytes = [UInt8](try Data(contentsOf: corpus.appending(path: path)))

// Convert, and read the JSON.
var converter = try FilingConverter(spelling: false)
let filings = try converter.convert(bytes, path: path)
check("a document gives its filing", filings.map(\.id) == ["130304-131-2021"])
check("and the name of its file", filings.first?.file == "2021/130304-131.json")
let filing = try Filing(filings[0])
check("the JSON is read back", filing.id == filings[0].id && filing.projects.first?.budget.total == 210_000)
check("converting again gives the same bytes", try converter.convert(bytes, path: path) == filings)
check("canonical bytes are one line", !filings[0].canonicalBytes.contains(0x0A))
let pretty = try JSONSerialization.jsonObject(with: Data(filings[0].bytes)) as? NSDictionary
let canonical = try JSONSerialization.jsonObject(with: Data(filings[0].canonicalBytes)) as? NSDictionary
check("both are the same value", pretty != nil && pretty == canonical)

// Options.
var ofAnotherYear = try FilingConverter(year: 2022, spelling: false)
check("a year that is given goes first", try ofAnotherYear.convert(bytes, path: path).first?.id == "130304-131-2022")

// Decisions.
if let correction = filing.corrections.first(where: \.applied) {
  let line: [String: String] = [
    "key": correction.key, "decision": "reject", "scope": "place", "filed": correction.filed,
  ]
  let decisions = [UInt8](try JSONSerialization.data(withJSONObject: line))
  var deciding = try FilingConverter(decisions: decisions, decisionsName: "mine.jsonl", spelling: false)
  let decided = try Filing(try deciding.convert(bytes, path: path)[0])
  check(
    "a rejected repair is not applied",
    decided.corrections.first { $0.key == correction.key }?.applied == false)
  check("the decisions are named", decided.producer.evidence.contains { $0.name == "mine.jsonl" })
} else {
  check("there is a repair to decide on", false)
}

// Errors.
do {
  _ = try converter.convert(Array("今天天气很好。".utf8), path: "a.txt")
  check("what is no filing is refused", false)
} catch {
  check("what is no filing is refused", error.id == "not-a-filing" && !error.chinese.isEmpty && !error.english.isEmpty)
}
do {
  _ = try FilingConverter(decisions: Array("{".utf8), spelling: false)
  check("decisions that cannot be read are refused", false)
} catch let failure as ConversionFailure {
  check("decisions that cannot be read are refused", failure.id == "decisions")
}

print("\(passed) passed, \(failed) failed")
exit(failed == 0 ? 0 : 1)
