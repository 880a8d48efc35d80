import Modeling
import Normalizing
import Provenance
import Testing

/// What becomes of the corrections of a small filing under decisions.
@Suite struct DecidedTests {
  private static let normalizer = Normalizer()

  /// Three half-width commas in one text, one in another, and a full stop that is missing.
  private var filing: Filing {
    var filing = Filing()
    filing.overall.goal = text("完善制度,规范程序,提高质量。")
    var project = Project()
    project.code = text("1303\u{200B}04")
    project.name = text("会议服务")
    project.purpose = text("保障会议,接待来访。")
    project.goals = [text("办好会议。"), text("办好提案。"), text("提高质量，接受各方监督")]
    filing.projects = [project]
    return filing
  }

  private var identity: Identity {
    var identity = Identity()
    identity.regionCode = Inferred("130304")
    identity.departmentCode = Inferred("131")
    identity.departmentName = Inferred("政协办公室")
    identity.year = Inferred(2021)
    return identity
  }

  private func text(_ text: String) -> Revision {
    Revision(filed: text, source: SourceRange(0, text.utf8.count))
  }

  private var undecided: Filing {
    var filing = filing
    filing.identity = identity
    normalize(&filing, Self.normalizer)
    return filing
  }

  /// Every correction with its key, in order.
  private func corrections(_ filing: Filing) -> [(key: String, text: Revision, correction: Correction)] {
    var result: [(key: String, text: Revision, correction: Correction)] = []
    var filing = filing
    var key = CorrectionKey()
    key.begin(identity.id)
    filing.forEachLeaf(&key) { text, name, key in
      for correction in text.corrections {
        let field = Array(name.utf8)
        try? key.make(field.span, correction.rule, text.filed, correction.before)
        result.append((String(decoding: key.digits, as: UTF8.self), text, correction))
      }
    }
    return result
  }

  private func decided(_ lines: String...) throws -> (filing: Filing, met: Set<String>) {
    let decisions = try Decisions.read(Array(lines.joined(separator: "\n").utf8))
    var met: Set<String> = []
    let undecided = undecided
    let filing = try undecided.decided(by: decisions, as: identity, met: &met) { normalize(&$0, Self.normalizer) }
    return (filing ?? undecided, met)
  }

  private func line(
    _ decision: String, _ scope: String = "place", key: String? = nil, filed: String? = nil, rule: String? = nil,
    before: String? = nil, after: String? = nil, department: String? = nil
  ) -> String {
    let members = [
      "key": key, "filed": filed, "rule": rule, "before": before, "after": after, "department": department,
    ]
    let rest = members.compactMap { name, value in value.map { ",\"\(name)\":\"\($0)\"" } }.sorted().joined()
    return "{\"decision\":\"\(decision)\",\"scope\":\"\(scope)\"\(rest)}"
  }

  /// A decision about the correction at `index` of those that replace a comma, or insert a full stop.
  private func place(_ decision: String, _ index: Int, after: String? = nil) throws -> String {
    let all = corrections(undecided)
    let one = try #require(all.indices.contains(index) ? all[index] : nil)
    return line(decision, key: one.key, filed: one.text.filed, after: after)
  }

  /// The texts that the decisions are about.
  private func texts(_ filing: Filing) -> [String] {
    [filing.overall.goal, filing.projects[0].purpose, filing.projects[0].goals[2]].map { $0?.text ?? "" }
  }

  private let comma = "chinese-punctuation"

  @Test func `without decisions, as the rules have it`() throws {
    #expect(texts(undecided) == ["完善制度，规范程序，提高质量。", "保障会议，接待来访。", "提高质量，接受各方监督"])
    #expect(
      corrections(undecided).map(\.correction.rule) == [
        comma, comma, "invisible-characters", "missing-full-stop", comma,
      ])
    let nothing = try decided(line("reject", key: "0123456789abcdef", filed: "x"))
    #expect(nothing.filing == undecided && nothing.met.isEmpty)
  }

  @Test func `a rejected repair is not made, and says so`() throws {
    let (filing, met) = try decided(try place("reject", 1))
    #expect(texts(filing) == ["完善制度，规范程序,提高质量。", "保障会议，接待来访。", "提高质量，接受各方监督"])
    let rejected = try #require(filing.overall.goal?.corrections.dropFirst().first)
    #expect(!rejected.applied && rejected.certainty == .certain && rejected.after == "，")
    #expect(rejected.verdict?.decision == .reject && rejected.verdict?.undecided == "完善制度，规范程序，提高质量。")
    #expect(met.count == 1)
  }

  @Test func `an accepted suggestion is made, as certain`() throws {
    let filing = try decided(try place("accept", 3, after: "。")).filing
    #expect(texts(filing)[2] == "提高质量，接受各方监督。")
    let accepted = try #require(filing.projects[0].goals[2].corrections.first)
    #expect(accepted.applied && accepted.certainty == .certain && accepted.verdict?.certainty == .possible)
  }

  @Test func `what was accepted is not another proposal`() throws {
    let (filing, met) = try decided(try place("accept", 3, after: "！"))
    #expect(filing == undecided && met.isEmpty)
  }

  @Test func `an edit writes what the person wrote`() throws {
    let filing = try decided(try place("edit", 4, after: "、")).filing
    #expect(texts(filing)[1] == "保障会议、接待来访。")
    let edited = try #require(filing.projects[0].purpose?.corrections.first)
    #expect(edited.applied && edited.certainty == .certain && edited.after == "、" && edited.verdict?.after == "，")
  }

  @Test func `unsure changes nothing but the record`() throws {
    let filing = try decided(try place("unsure", 0), try place("unsure", 3)).filing
    #expect(texts(filing) == texts(undecided))
    #expect(filing.overall.goal?.corrections.map { $0.verdict?.decision } == [.unsure, nil])
    #expect(filing.projects[0].goals[2].corrections.map(\.applied) == [false])
    #expect(filing.overall.goal?.corrections.first?.verdict?.undecided == nil)
  }

  @Test func `a decision about a text reaches every equal change`() throws {
    let rejected = try decided(line("reject", "text", rule: comma, before: ",", after: "，")).filing
    #expect(texts(rejected) == ["完善制度,规范程序,提高质量。", "保障会议,接待来访。", "提高质量，接受各方监督"])
    let edited = try decided(line("edit", "text", rule: comma, before: ",", after: "；")).filing
    #expect(texts(edited) == ["完善制度；规范程序；提高质量。", "保障会议；接待来访。", "提高质量，接受各方监督"])
    let accepted = try decided(line("accept", "text", rule: "missing-full-stop", before: "", after: "。")).filing
    #expect(texts(accepted)[2] == "提高质量，接受各方监督。")
    let other = try decided(line("reject", "text", rule: comma, before: ",", after: "、")).filing
    #expect(other == undecided)
  }

  @Test(arguments: ["131", "政协办公室", "130304-131"])
  func `a decision about a rule reaches the whole department`(department: String) throws {
    let rejected = try decided(line("reject", "rule", rule: comma, department: department)).filing
    #expect(texts(rejected) == ["完善制度,规范程序,提高质量。", "保障会议,接待来访。", "提高质量，接受各方监督"])
    let accepted = try decided(line("accept", "rule", rule: "missing-full-stop", department: department)).filing
    #expect(texts(accepted)[2] == "提高质量，接受各方监督。")
  }

  @Test func `a decision about a rule doesn't reach another department`() throws {
    for department in ["132", "130305-131"] {
      #expect(try decided(line("reject", "rule", rule: comma, department: department)).filing == undecided)
    }
  }

  @Test func `place before text before rule, in whatever order they stand`() throws {
    let rule = line("reject", "rule", rule: comma, department: "131")
    let text = line("edit", "text", rule: comma, before: ",", after: "；")
    let place = try place("accept", 0)
    for lines in [[rule, text, place], [place, text, rule], [text, place, rule]] {
      let filing = try decided(lines[0], lines[1], lines[2]).filing
      #expect(texts(filing)[0] == "完善制度，规范程序；提高质量。")
      #expect(texts(filing)[1] == "保障会议；接待来访。")
    }
    let two = try decided(rule, place).filing
    #expect(texts(two)[0] == "完善制度，规范程序,提高质量。")
    let unsure = try decided(rule, try self.place("unsure", 0)).filing
    #expect(texts(unsure)[0] == "完善制度，规范程序,提高质量。")
  }

  @Test func `within a scope the later line wins`() throws {
    let (accept, reject) = (try place("accept", 0), try place("reject", 0))
    #expect(texts(try decided(accept, reject).filing)[0] == "完善制度,规范程序，提高质量。")
    #expect(texts(try decided(reject, accept).filing)[0] == "完善制度，规范程序，提高质量。")
    let edit = line("edit", "text", rule: comma, before: ",", after: "；")
    let rejectText = line("reject", "text", rule: comma, before: ",", after: "，")
    #expect(texts(try decided(edit, rejectText).filing)[1] == "保障会议,接待来访。")
    #expect(texts(try decided(rejectText, edit).filing)[1] == "保障会议；接待来访。")
    let (one, other) = (
      line("reject", "rule", rule: comma, department: "131"), line("accept", "rule", rule: comma, department: "政协办公室")
    )
    #expect(texts(try decided(one, other).filing)[1] == "保障会议，接待来访。")
    #expect(texts(try decided(other, one).filing)[1] == "保障会议,接待来访。")
  }

  @Test func `a place whose filed text is another is stale, and what reaches farther holds`() throws {
    let key = try #require(corrections(undecided).first).key
    let stale = line("reject", key: key, filed: "完善制度，")
    let (filing, met) = try decided(stale)
    #expect(filing == undecided && met.isEmpty)
    let edited = try decided(stale, line("edit", "text", rule: comma, before: ",", after: "；")).filing
    #expect(texts(edited)[0] == "完善制度；规范程序；提高质量。")
  }

  @Test func `a decision about a name keeps the keys of what stands below it`() throws {
    let before = corrections(undecided)
    let filing = try decided(try place("reject", 2)).filing
    #expect(filing.projects[0].code?.text == "1303\u{200B}04")
    #expect(corrections(filing).map(\.key) == before.map(\.key))
  }

  @Test func `undoing gives what was filed, whatever was decided`() throws {
    for decision in ["accept", "reject", "unsure"] {
      let lines = try corrections(undecided).indices.map { try place(decision, $0) }
      let decisions = try Decisions.read(Array(lines.joined(separator: "\n").utf8))
      var met: Set<String> = []
      let filing = try undecided.decided(by: decisions, as: identity, met: &met) { normalize(&$0, Self.normalizer) }
      #expect(met.count == lines.count)
      for (_, text, _) in corrections(filing ?? undecided) {
        #expect(text.undone() == text.filed)
        #expect(decision != "reject" || text.text == text.filed)
      }
    }
  }
}
