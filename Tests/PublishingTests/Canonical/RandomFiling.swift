import JSON
import Modeling
import Provenance
import Publishing
import TestSupport

/// Filings that no department filed: every part may be missing, long or odd, every text corrected by random edits. The
/// source is written along, so that places are real.
struct RandomFiling {
  private var random: SplitMix
  private var source: [UInt8] = []

  init(seed: Int) {
    random = SplitMix(seed: seed)
  }

  static func make(seed: Int) -> (publication: Publication, source: SourceText) {
    var maker = RandomFiling(seed: seed)
    let publication = maker.publication()
    return (publication, SourceText(utf8: maker.source))
  }

  // MARK: Texts

  /// What targets, amounts, stages and names look like, and what they don't.
  private static let texts = [
    "≥95%", "≥9595及以上", "≤21万元", "12月底前", "2021年12月31日", "优", "14-24℃", "无", "-", "9%0", "≥", "公里",
    "2023.07-2024.01", "21.00", "1,234.56", "21万元", "0.1", "-3", "三", "3月底", "25.00%", "１２", "第5页", "…… 7",
    "满意度", "及时率（%）", "面积(亩)", "会议时间", "产出指标", "13030421AFQYLND97B7TA", "131001", "本级",
    "政协秦皇岛市北戴河区委员会办公室", "坚持以人为本，保障会议。", "\"引号\"与\\斜线/", "a\u{1}b\tc", "e\u{301}é", "𠮷野家",
    "一行\n又一行", "\u{FEFF}", "0明显提升", "≥95≥95%",
  ]

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func text() -> String {
    let text = Self.texts.randomElement(using: &random) ?? ""
    return chance(15) ? text + (Self.texts.randomElement(using: &random) ?? "") : text
  }

  /// Writes a text into the source, behind what stands there.
  private mutating func place(_ text: String) -> SourceRange {
    source += ["\t", "\n\n", "x ", "[bookmark: _GoBack]"].randomElement(using: &random)?.utf8 ?? "".utf8
    let start = source.count
    source += text.utf8
    return SourceRange(start, source.count)
  }

  private mutating func revision(isCorrected: Bool = true) -> Revision {
    let first = text()
    var revision = Revision(filed: first, source: place(first))
    if chance(10) {
      let further = (0..<Int.random(in: 1...2, using: &random)).map { _ in text() }
      let ranges = further.map { place($0) }
      revision = Revision(filed: first + further.joined(), source: revision.source, continued: ranges)
    }
    if isCorrected {
      for _ in 0..<max(0, Int.random(in: -2...3, using: &random)) { correct(&revision) }
      if revision.corrections.contains(where: { $0.verdict != nil }) { revision.settle(undecided: text()) }
    }
    return revision
  }

  private mutating func correct(_ revision: inout Revision) {
    if chance(25) { revision = decided(revision) }
    var boundaries = [0]
    for scalar in revision.text.unicodeScalars { boundaries.append((boundaries.last ?? 0) + UTF8.width(scalar)) }
    var edits: [Edit] = []
    var index = 0
    for _ in 0..<3 {
      let start = index + Int.random(in: 0...2, using: &random)
      let end = start + Int.random(in: 0...3, using: &random)
      guard end < boundaries.count else { break }
      edits.append(
        Edit(
          boundaries[start]..<boundaries[end], to: chance(40) ? "" : text(),
          certainty: Certainty.allCases.randomElement(using: &random), evidence: chance(30) ? [evidence()] : []))
      index = end
    }
    revision.apply(
      edits, rule: ["spaces", "doubled-threshold", "punctuation"].randomElement(using: &random) ?? "",
      certainty: .certain)
  }

  /// The text begun anew, with something decided about every edit.
  private mutating func decided(_ text: Revision) -> Revision {
    let decision = Verdict.Decision.allCases.randomElement(using: &random) ?? .unsure
    let verdict = Verdict(
      decision, Verdict.Scope.allCases.randomElement(using: &random) ?? .place, by: chance(50) ? self.text() : nil,
      at: chance(50) ? self.text() : nil, note: chance(50) ? self.text() : nil)
    let ruling = Ruling(verdict, text: decision == .edit ? self.text() : nil)
    return text.filedAnew { _ in ruling }
  }

  private mutating func evidence() -> Evidence {
    Evidence(
      "tail", text: chance(50) ? text() : nil, source: chance(50) ? place(text()) : nil,
      score: chance(50) ? Double.random(in: -20...20, using: &random) : nil)
  }

  private mutating func optional() -> Revision? { chance(80) ? revision() : nil }

  private mutating func list<Element>(_ most: Int, _ make: (inout Self) -> Element) -> [Element] {
    (0..<Int.random(in: 0...most, using: &random)).map { _ in make(&self) }
  }

  // MARK: The filing

  private mutating func publication() -> Publication {
    var filing = Filing()
    if chance(50) {
      var cover = Cover()
      (cover.title, cover.date, cover.preparedBy, cover.reviewedBy) = (optional(), optional(), optional(), optional())
      filing.cover = cover
    }
    filing.contents = list(chance(20) ? 12 : 2) { ContentsEntry(title: $0.revision(), page: $0.optional()) }
    filing.overall.goal = optional()
    filing.overall.goals = list(chance(10) ? 25 : 3) { maker in
      var duty = Duty(name: maker.optional())
      duty.goal = maker.optional()
      duty.indicators = maker.list(maker.chance(10) ? 120 : 4) { $0.revision() }
      return duty
    }
    filing.overall.safeguards = list(3) { Safeguard(name: $0.optional(), text: $0.optional()) }
    filing.projects = list(chance(10) ? 13 : 3) { $0.project() }
    filing.identity = identity()
    filing.diagnostics = list(4) { $0.diagnostic() }
    filing.unmapped = list(3) { maker in maker.place(maker.text()) }
    filing.account.fields = Int.random(in: 0...9999, using: &random)
    filing.account.furniture = Int.random(in: 0...9999, using: &random)
    filing.account.unmapped = chance(50) ? 0 : Int.random(in: 0...9999, using: &random)
    let converter =
      chance(30)
      ? SourceRecord.Converter(name: "LibreOffice", version: text(), textSHA256: String(repeating: "1", count: 64))
      : nil
    let record = SourceRecord(
      path: text(), sha256: String(repeating: "0", count: 64), bytes: source.count, charset: "UTF-8",
      reader: "tika-text", dialect: "D1", convertedBy: converter)
    let producer = Producer(
      name: "jixiao", version: "0.1.0", icu: "72.1", unicode: "15.0",
      options: chance(50) ? .object(JSONObject()) : ["year": 2021, "a": [true, "β", 0.5], "~/": .null],
      evidence: list(2) { Producer.EvidenceFile(name: $0.text(), sha256: "00") })
    return Publication(filing: filing, source: record, producer: producer)
  }

  private mutating func project() -> Project {
    var project = Project()
    (project.heading, project.code, project.name, project.purpose) = (optional(), optional(), optional(), optional())
    if chance(70) {
      var unit = Unit()
      (unit.code, unit.name, unit.scope) = (optional(), optional(), optional())
      project.unit = unit
    }
    let unit = chance(70) ? revision(isCorrected: false) : nil
    project.budget.total = money(unit)
    project.budget.fiscal = money(unit)
    project.budget.other = money(nil)
    project.schedule = list(4) { Stage(month: $0.optional(), percent: $0.optional()) }
    project.goals = list(3) { $0.revision() }
    var carried = optional()
    project.indicators = list(chance(20) ? 12 : 4) { maker in
      var indicator = Indicator()
      if maker.chance(30) { carried = maker.optional() }
      indicator.level1 = carried
      (indicator.level2, indicator.name) = (maker.optional(), maker.optional())
      (indicator.description, indicator.target, indicator.basis) = (
        maker.optional(), maker.optional(), maker.optional()
      )
      if maker.chance(20) { (indicator.note, indicator.weight) = (maker.optional(), maker.optional()) }
      return indicator
    }
    return project
  }

  private mutating func money(_ unit: Revision?) -> Money? {
    chance(75) ? Money(text: revision(), unit: unit) : nil
  }

  private mutating func identity() -> Identity {
    var identity = Identity()
    identity.year = inferred { Int.random(in: 1990...2099, using: &$0.random) }
    identity.regionCode = inferred { $0.text() }
    identity.regionName = inferred { $0.text() }
    identity.departmentCode = inferred { $0.text() }
    identity.departmentName = inferred { $0.text() }
    return identity
  }

  private mutating func inferred<Value>(_ value: (inout Self) -> Value) -> Inferred<Value>? {
    if chance(20) { return nil }
    let from: [[String]] = [[], ["projects/*/code"], ["projects/*/unit"], ["cover/title", "source/path"]]
    return Inferred(
      value(&self), from: from.randomElement(using: &random) ?? [],
      places: list(3) { maker in
        Place(maker.place(maker.text()), Place.Role.allCases.randomElement(using: &maker.random) ?? .value)
      })
  }

  private mutating func diagnostic() -> Diagnostic {
    Diagnostic(
      "check-\(Int.random(in: 0..<9, using: &random))",
      Diagnostic.Severity.allCases.randomElement(using: &random) ?? .note, path: chance(70) ? "/overall" : nil,
      Message(zh: text(), en: text()), at: list(3) { maker in maker.place(maker.text()) })
  }
}
