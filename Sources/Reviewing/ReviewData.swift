internal import Digest
internal import JSON
internal import Provenance
internal import Publishing

/// A batch as the page reads it: one JSON value. Texts that repeat are written once, and named by their number.
struct ReviewData: ~Copyable {
  private var json = JSONWriter(.canonical)
  private var texts: [[UInt8]] = []
  /// By bytes: what Unicode holds equal may differ in what was filed.
  private var numbers: [[UInt8]: Int] = [:]

  init() {}

  /// `rules` describe rules and checks; `language` is the one that the page begins in.
  consuming func write(
    _ batch: ReviewBatch, rules: [FindingKind], language: Language
  ) throws(DigestError) -> [UInt8] {
    json.beginObject()
    member("batch", try batch.id)
    json.key("decisions")
    json.beginArray()
    for line in batch.decided { JSONValue.object(line.members).write(to: &json) }
    json.endArray()
    json.key("files")
    json.beginArray()
    for file in batch.files { json.string(file) }
    json.endArray()
    json.key("filings")
    json.beginArray()
    for filing in batch.filings {
      json.beginObject()
      member("department", filing.department)
      member("id", filing.id)
      if let name = filing.departmentName { member("name", name) }
      json.key("names")
      json.beginArray()
      for name in filing.departmentNames { json.string(name) }
      json.endArray()
      member("year", filing.year)
      json.endObject()
    }
    json.endArray()
    member("format", "jixiao.review/1")
    json.key("items")
    json.beginArray()
    for item in batch.items { write(item) }
    json.endArray()
    member("language", language == .en ? "en" : "zh")
    json.key("matches")
    json.beginArray()
    for match in batch.matches { write(match) }
    json.endArray()
    json.key("rules")
    json.beginObject()
    // Only what is used, in the order of the ids.
    let used = Set(batch.items.map(\.rule))
    var seen: Set<String> = []
    for rule in rules.sorted(by: { $0.id < $1.id }) where used.contains(rule.id) && seen.insert(rule.id).inserted {
      json.key(computed: rule.id)
      json.beginObject()
      member("summary", rule.summary)
      member("why", rule.rationale)
      json.endObject()
    }
    json.endObject()
    json.key("texts")
    json.beginArray()
    for text in texts { json.string(utf8: text.span) }
    json.endArray()
    json.endObject()
    json.finish()
    return json.bytes
  }

  private mutating func write(_ item: ReviewItem) {
    json.beginObject()
    if let change = item.change { member("after", change.after) }
    if let around = item.around { write(around) }
    if let change = item.change { member("before", change.before) }
    if let certainty = item.certainty { member("certainty", certainty.rawValue) }
    if let column = item.column { member("column", column) }
    if !item.evidence.isEmpty { member("evidence", item.evidence) }
    member("file", item.file)
    if let change = item.change { member("filed", number(of: change.filed)) }
    if let filing = item.filing { member("filing", filing) }
    member("key", item.key)
    member("kind", item.kind.rawValue)
    if let change = item.change { member("lead", change.lead) }
    if let line = item.line { member("line", line) }
    if let message = item.message { member("message", message) }
    if let path = item.path { member("path", path) }
    member("place", item.place)
    member("rule", item.rule)
    if let severity = item.severity { member("severity", severity.rawValue) }
    if let change = item.change { member("trail", change.trail) }
    json.endObject()
  }

  private mutating func write(_ around: Surroundings) {
    json.key("around")
    json.beginObject()
    member("cell", around.cell)
    member("lead", around.lead)
    member("marked", around.marked)
    member("row", around.row)
    json.key("rows")
    json.beginArray()
    for row in around.rows {
      json.beginObject()
      json.key("cells")
      json.beginArray()
      for cell in row.cells { json.integer(number(of: cell)) }
      json.endArray()
      member("line", row.line)
      json.endObject()
    }
    json.endArray()
    json.key("table")
    json.bool(around.isTable)
    member("trail", around.trail)
    json.endObject()
  }

  private mutating func write(_ match: MatchItem) {
    json.beginObject()
    json.key("ambiguous")
    json.bool(match.isAmbiguous)
    member("evidence", match.evidence)
    json.key("margin")
    json.number(match.margin)
    member("newCode", match.newCode)
    member("newName", match.newName)
    member("newYear", match.newYear)
    member("oldCode", match.oldCode)
    member("oldName", match.oldName)
    member("oldYear", match.oldYear)
    member("relation", match.relation.rawValue)
    json.key("score")
    json.number(match.score)
    json.endObject()
  }

  mutating func number(of text: String) -> Int {
    let utf8 = Array(text.utf8)
    if let number = numbers[utf8] { return number }
    numbers[utf8] = texts.count
    texts.append(utf8)
    return texts.count - 1
  }

  private mutating func member(_ key: StaticString, _ text: String) {
    json.key(key)
    json.string(text)
  }

  private mutating func member(_ key: StaticString, _ value: Int) {
    json.key(key)
    json.integer(value)
  }

  /// Chinese, English.
  private mutating func member(_ key: StaticString, _ message: Message) {
    json.key(key)
    write(message)
  }

  private mutating func member(_ key: StaticString, _ messages: [Message]) {
    json.key(key)
    json.beginArray()
    for message in messages { write(message) }
    json.endArray()
  }

  private mutating func write(_ message: Message) {
    json.beginArray()
    json.string(message.zh)
    json.string(message.en)
    json.endArray()
  }
}
