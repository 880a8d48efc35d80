// Over 300 lines: the sections of a filing, one after the other, all of which need what this holds.

internal import JSON

/// Finds what changed between two filings whose projects are matched, section by section.
struct Differ {
  let old: Snapshot
  let new: Snapshot
  let oldFiling: Int
  let newFiling: Int
  let words: WordComparer
  let oldDetails: () -> SnapshotDetails
  let newDetails: () -> SnapshotDetails
  /// By how many years the new filing is later.
  let years: Int
  private(set) var changes: [Change] = []
  /// Indicators whose place in the taxonomy changed: reported together where the form changed, else one by one.
  private var movedIndicators: [(change: Change, from: TaxonomyPlace, to: TaxonomyPlace)] = []

  init(
    _ old: Snapshot, _ oldFiling: Int, _ new: Snapshot, _ newFiling: Int, _ words: WordComparer,
    oldDetails: @escaping () -> SnapshotDetails, newDetails: @escaping () -> SnapshotDetails
  ) {
    self.old = old
    self.new = new
    self.oldFiling = oldFiling
    self.newFiling = newFiling
    self.words = words
    self.oldDetails = oldDetails
    self.newDetails = newDetails
    years = if let before = old.year, let after = new.year { after - before } else { 0 }
  }

  // MARK: One change

  /// Where a change belongs.
  struct Subject {
    var oldProject: Int?
    var newProject: Int?
    var oldIndicator: Int?
    var newIndicator: Int?
    var isAmbiguous = false
  }

  private func change(_ kind: Change.Kind, _ subject: Subject, _ before: Change.Side?, _ after: Change.Side?) -> Change
  {
    var change = Change(kind)
    change.oldFiling = oldFiling
    change.newFiling = newFiling
    change.oldProject = subject.oldProject
    change.newProject = subject.newProject
    change.oldIndicator = subject.oldIndicator
    change.newIndicator = subject.newIndicator
    change.isAmbiguous = subject.isAmbiguous
    change.old = before
    change.new = after
    change.old?.places = before.map { places(oldDetails(), $0.path) } ?? []
    change.new?.places = after.map { places(newDetails(), $0.path) } ?? []
    return change
  }

  /// Where a value stands; something with a name stands where its name does.
  private func places(_ details: SnapshotDetails, _ path: String) -> [JSONValue] {
    let own = details.places(of: path)
    return own.isEmpty ? details.places(of: path + "/name") : own
  }

  mutating func add(_ kind: Change.Kind, _ subject: Subject, _ before: Change.Side?, _ after: Change.Side?) {
    changes.append(change(kind, subject, before, after))
  }

  /// Of two sides that differ: who made the difference.
  private func cause(_ before: String, _ after: String) -> Change.Cause {
    guard let filedBefore = oldDetails().filed(before), let filedAfter = newDetails().filed(after),
      Wording(filedBefore).isSame(as: Wording(filedAfter), yearsLater: years)
    else { return .filing }
    return old.producer == new.producer ? .correction : .producer
  }

  // MARK: Texts

  func isSame(_ before: String, _ after: String) -> Bool {
    before.utf8.elementsEqual(after.utf8) || Wording(before).isSame(as: Wording(after), yearsLater: years)
  }

  /// A text that may be missing on either side.
  mutating func compare(
    _ kind: Change.Kind, _ before: String?, _ beforePath: String, _ after: String?, _ afterPath: String,
    _ subject: Subject
  ) {
    if before == nil, after == nil { return }
    if let before, let after, isSame(before, after) { return }
    var change = change(
      kind, subject, before.map { Change.Side(beforePath, .string($0)) },
      after.map { Change.Side(afterPath, .string($0)) })
    change.cause = cause(beforePath, afterPath)
    if let before, let after { change.words = words.edits(before, after) }
    changes.append(change)
  }

  /// Lists of texts, of which those that are most alike are held against each other.
  mutating func compareLists(
    _ kinds: (added: Change.Kind, removed: Change.Kind, reworded: Change.Kind), _ before: [String?],
    _ beforePath: (Int) -> String, _ after: [String?], _ afterPath: (Int) -> String, _ subject: Subject
  ) {
    let pairs = TextMatching.pairs(before.map { $0 ?? "" }, after.map { $0 ?? "" })
    for (index, text) in before.enumerated() {
      if let other = pairs.columns[index] {
        compare(kinds.reworded, text, beforePath(index), after[other], afterPath(other), subject)
      } else if let text, !text.isEmpty {
        add(kinds.removed, subject, Change.Side(beforePath(index), .string(text)), nil)
      }
    }
    let taken = Set(pairs.columns.compactMap(\.self))
    for (index, text) in after.enumerated() where !taken.contains(index) {
      if let text, !text.isEmpty { add(kinds.added, subject, nil, Change.Side(afterPath(index), .string(text))) }
    }
  }

  // MARK: The department as a whole

  mutating func compareOverall() {
    let subject = Subject()
    if department(old) != department(new) {
      add(
        .departmentRenamed, subject, Change.Side("/department", .object(codeAndName(old.department))),
        Change.Side("/department", .object(codeAndName(new.department))))
    }
    let (before, after) = (old.overall, new.overall)
    compare(.overallReworded, before.goal, "/overall/goal", after.goal, "/overall/goal", subject)
    compareBudget(before.budget, after.budget, "/overall/budget", "/overall/budget", subject)
    compareNamed(
      before.goals.map { NamedText(name: $0.name, text: $0.goal) },
      after.goals.map { NamedText(name: $0.name, text: $0.goal) }, "/overall/goals", "goal", subject)
    compareNamed(before.safeguards, after.safeguards, "/overall/safeguards", "text", subject)
    compareNamed(before.tasks, after.tasks, "/overall/tasks", "text", subject)
    compareNamed(before.details, after.details, "/overall/details", "text", subject, nameKey: "label")
    compareIndicators(before.indicators, after.indicators, "/overall/indicators", "/overall/indicators", subject)
  }

  private func department(_ snapshot: Snapshot) -> [UInt32] { Folding.folded(snapshot.department.name ?? "") }

  private func codeAndName(_ value: CodeAndName) -> JSONObject {
    JSONObject([
      ("code", value.code.map(JSONValue.string) ?? .null), ("name", value.name.map(JSONValue.string) ?? .null),
    ])
  }

  private mutating func compareNamed(
    _ before: [NamedText], _ after: [NamedText], _ path: String, _ textKey: String, _ subject: Subject,
    nameKey: String = "name"
  ) {
    // A name weighs as much as a text: duties keep their names and change their texts.
    func joined(_ item: NamedText) -> String { (item.name ?? "") + (item.name ?? "") + (item.text ?? "") }
    let pairs = TextMatching.pairs(before.map(joined), after.map(joined))
    for (index, item) in before.enumerated() {
      guard let other = pairs.columns[index] else {
        add(.overallRemoved, subject, Change.Side("\(path)/\(index)", .object(named(item, nameKey, textKey))), nil)
        continue
      }
      compare(
        .overallReworded, item.name, "\(path)/\(index)/\(nameKey)", after[other].name, "\(path)/\(other)/\(nameKey)",
        subject)
      compare(
        .overallReworded, item.text, "\(path)/\(index)/\(textKey)", after[other].text, "\(path)/\(other)/\(textKey)",
        subject)
    }
    let taken = Set(pairs.columns.compactMap(\.self))
    for (index, item) in after.enumerated() where !taken.contains(index) {
      add(.overallAdded, subject, nil, Change.Side("\(path)/\(index)", .object(named(item, nameKey, textKey))))
    }
  }

  private func named(_ item: NamedText, _ nameKey: String, _ textKey: String) -> JSONObject {
    JSONObject([
      (nameKey, item.name.map(JSONValue.string) ?? .null), (textKey, item.text.map(JSONValue.string) ?? .null),
    ])
  }

  // MARK: A project

  /// `pair` with the positions in the filings that this compares.
  mutating func compareProjects(_ oldIndex: Int, _ newIndex: Int, isAmbiguous: Bool) {
    guard old.projects.indices.contains(oldIndex), new.projects.indices.contains(newIndex) else { return }
    let (before, after) = (old.projects[oldIndex], new.projects[newIndex])
    let (beforePath, afterPath) = ("/projects/\(oldIndex)", "/projects/\(newIndex)")
    let subject = Subject(oldProject: oldIndex, newProject: newIndex, isAmbiguous: isAmbiguous)
    if Folding.folded(before.name ?? "") != Folding.folded(after.name ?? "") {
      compare(
        .projectRenamed, before.name, beforePath + "/name", after.name, afterPath + "/name", subject)
    }
    if let name = before.unit.name, let other = after.unit.name, !isSame(name, other) {
      compare(.unitChanged, name, beforePath + "/unit/name", other, afterPath + "/unit/name", subject)
    }
    compareBudget(before.budget, after.budget, beforePath + "/budget", afterPath + "/budget", subject)
    compare(.purposeReworded, before.purpose, beforePath + "/purpose", after.purpose, afterPath + "/purpose", subject)
    compareSchedule(before.schedule, after.schedule, beforePath, afterPath, subject)
    compareLists(
      (.goalsAdded, .goalsRemoved, .goalsReworded), before.goals, { "\(beforePath)/goals/\($0)" }, after.goals,
      { "\(afterPath)/goals/\($0)" }, subject)
    compareDetails(before.details, after.details, beforePath, afterPath, subject)
    compareIndicators(
      before.indicators, after.indicators, beforePath + "/indicators", afterPath + "/indicators", subject)
    let (oldMidterm, newMidterm) = (before.midterm ?? MidtermSnapshot(), after.midterm ?? MidtermSnapshot())
    compareBudget(
      oldMidterm.budget, newMidterm.budget, beforePath + "/midterm/budget", afterPath + "/midterm/budget", subject)
    compareLists(
      (.goalsAdded, .goalsRemoved, .goalsReworded), oldMidterm.goals, { "\(beforePath)/midterm/goals/\($0)" },
      newMidterm.goals, { "\(afterPath)/midterm/goals/\($0)" }, subject)
    compareIndicators(
      oldMidterm.indicators, newMidterm.indicators, beforePath + "/midterm/indicators",
      afterPath + "/midterm/indicators", subject)
  }

  private mutating func compareBudget(
    _ before: BudgetSnapshot, _ after: BudgetSnapshot, _ beforePath: String, _ afterPath: String, _ subject: Subject
  ) {
    let total = compareAmount(before.total, after.total, beforePath + "/total", afterPath + "/total", subject)
    // Where all the money is of one source, its change is the total's, not one more.
    for (key, one, other, rest, restAfter) in [
      ("fiscal", before.fiscal, after.fiscal, before.other, after.other),
      ("other", before.other, after.other, before.fiscal, after.fiscal),
    ] {
      if total, rest == restAfter, let one, let other, let sum = before.total, let sumAfter = after.total,
        other - one == sumAfter - sum
      {
        continue
      }
      _ = compareAmount(one, other, "\(beforePath)/\(key)", "\(afterPath)/\(key)", subject)
    }
  }

  private mutating func compareAmount(
    _ before: Double?, _ after: Double?, _ beforePath: String, _ afterPath: String, _ subject: Subject
  ) -> Bool {
    if before == after { return false }
    var change = change(
      .budgetChanged, subject, before.map { Change.Side(beforePath, .number($0)) },
      after.map { Change.Side(afterPath, .number($0)) })
    change.cause = cause(beforePath, afterPath)
    if let before, let after {
      // Yuan to the hundredth: a difference of two decimals is one.
      change.amount = ((after - before) * 100).rounded() / 100
      if before != 0 { change.percent = ((after - before) / before * 10_000).rounded() / 100 }
    }
    changes.append(change)
    return true
  }

  private mutating func compareSchedule(
    _ before: [StageSnapshot], _ after: [StageSnapshot], _ beforePath: String, _ afterPath: String, _ subject: Subject
  ) {
    if before == after { return }
    func value(_ stages: [StageSnapshot]) -> JSONValue {
      .array(
        stages.map { stage in
          .object(
            JSONObject([
              ("month", stage.month.map(JSONValue.number) ?? .null),
              ("percent", stage.percent.map(JSONValue.number) ?? .null),
            ]))
        })
    }
    var change = change(
      .scheduleChanged, subject, before.isEmpty ? nil : Change.Side(beforePath + "/schedule", value(before)),
      after.isEmpty ? nil : Change.Side(afterPath + "/schedule", value(after)))
    change.old?.places = before.indices.flatMap { oldDetails().places(of: "\(beforePath)/schedule/\($0)/percent") }
    change.new?.places = after.indices.flatMap { newDetails().places(of: "\(afterPath)/schedule/\($0)/percent") }
    changes.append(change)
  }

  private mutating func compareDetails(
    _ before: [NamedText], _ after: [NamedText], _ beforePath: String, _ afterPath: String, _ subject: Subject
  ) {
    var rest = Array(after.indices)
    for (index, detail) in before.enumerated() {
      let label = Folding.folded(detail.name ?? "")
      if let position = rest.firstIndex(where: { Folding.folded(after[$0].name ?? "") == label }) {
        let other = rest.remove(at: position)
        compare(
          .detailChanged, detail.text, "\(beforePath)/details/\(index)/text", after[other].text,
          "\(afterPath)/details/\(other)/text", subject)
      } else {
        compare(.detailChanged, detail.text, "\(beforePath)/details/\(index)/text", nil, "", subject)
      }
    }
    for index in rest {
      compare(.detailChanged, nil, "", after[index].text, "\(afterPath)/details/\(index)/text", subject)
    }
  }

  // MARK: Indicators

  private mutating func compareIndicators(
    _ before: [IndicatorSnapshot], _ after: [IndicatorSnapshot], _ beforePath: String, _ afterPath: String,
    _ subject: Subject
  ) {
    let pairs = IndicatorMatching.pairs(before, after)
    let partners = Dictionary(pairs.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    for index in before.indices {
      var subject = subject
      subject.oldIndicator = index
      let path = "\(beforePath)/\(index)"
      guard let other = partners[index] else {
        add(.indicatorRemoved, subject, Change.Side(path, before[index].value), nil)
        continue
      }
      subject.newIndicator = other
      compareIndicator(before[index], path, after[other], "\(afterPath)/\(other)", subject)
    }
    let taken = Set(partners.values)
    for index in after.indices where !taken.contains(index) {
      var subject = subject
      subject.newIndicator = index
      add(.indicatorAdded, subject, nil, Change.Side("\(afterPath)/\(index)", after[index].value))
    }
  }

  private mutating func compareIndicator(
    _ before: IndicatorSnapshot, _ beforePath: String, _ after: IndicatorSnapshot, _ afterPath: String,
    _ subject: Subject
  ) {
    compare(
      .indicatorReworded, before.name, beforePath + "/name", after.name, afterPath + "/name", subject)
    let (from, to) = (TaxonomyPlace(before), TaxonomyPlace(after))
    if from != to {
      movedIndicators.append(
        (
          change(
            .indicatorMoved, subject, Change.Side(beforePath + "/level2", from.value),
            Change.Side(afterPath + "/level2", to.value)), from, to
        ))
    }
    compareTarget(before, beforePath, after, afterPath, subject)
    compare(
      .descriptionReworded, before.description, beforePath + "/description", after.description,
      afterPath + "/description", subject)
    compare(.basisReworded, before.basis, beforePath + "/basis", after.basis, afterPath + "/basis", subject)
    compare(.weightChanged, before.weight, beforePath + "/weight", after.weight, afterPath + "/weight", subject)
    for (index, grade) in before.grades.enumerated() where after.grades.indices.contains(index) {
      compare(
        .thresholdIncomparable, grade.text, "\(beforePath)/grades/\(index)/text", after.grades[index].text,
        "\(afterPath)/grades/\(index)/text", subject)
    }
  }

  private mutating func compareTarget(
    _ before: IndicatorSnapshot, _ beforePath: String, _ after: IndicatorSnapshot, _ afterPath: String,
    _ subject: Subject
  ) {
    let (oldPath, newPath) = (beforePath + "/target/text", afterPath + "/target/text")
    guard let one = before.target, let other = after.target else {
      if before.target == nil, after.target == nil { return }
      changes.append(
        change(
          .thresholdIncomparable, subject, before.target.map { Change.Side(oldPath, .string($0.text)) },
          after.target.map { Change.Side(newPath, .string($0.text)) }))
      return
    }
    if isSame(one.text, other.text), one.hasMeaning(of: other) { return }
    let meaning = ThresholdMeaning.of(
      one, other, direction: after.direction ?? before.direction, yearsLater: years)
    let kind: Change.Kind =
      switch meaning {
      case .tighter: .thresholdTighter
      case .looser: .thresholdLooser
      case .same: .thresholdSame
      case .incomparable: .thresholdIncomparable
      }
    if meaning == .same, isSame(one.text, other.text) { return }
    var change = change(
      kind, subject, Change.Side(oldPath, .string(one.text)), Change.Side(newPath, .string(other.text)))
    change.cause = cause(oldPath, newPath)
    changes.append(change)
  }

  // MARK: The taxonomy

  /// Reports what moved within the taxonomy: once for the filing where the form itself changed, else row by row.
  mutating func finish() {
    let oldPlaces = Set(old.allIndicators.map(TaxonomyPlace.init))
    let newPlaces = Set(new.allIndicators.map(TaxonomyPlace.init))
    var mappings: [TaxonomyMapping: Int] = [:]
    for move in movedIndicators {
      // A place that the new filing has no more, one that the old one didn't have: the form, not the row.
      if !newPlaces.contains(move.from), !oldPlaces.contains(move.to) {
        mappings[TaxonomyMapping(from: move.from, to: move.to), default: 0] += 1
      } else {
        changes.append(move.change)
      }
    }
    if mappings.isEmpty { return }
    let ordered = mappings.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
    var change = Change(.taxonomyChanged)
    change.oldFiling = oldFiling
    change.newFiling = newFiling
    change.old = Change.Side("/projects", .array(ordered.map { rows($0.key.from, $0.value) }))
    change.new = Change.Side("/projects", .array(ordered.map { rows($0.key.to, $0.value) }))
    changes.append(change)
  }

  private func rows(_ place: TaxonomyPlace, _ count: Int) -> JSONValue {
    guard case .object(var object) = place.value else { return .null }
    object["rows"] = .number(Double(count))
    return .object(object)
  }
}

private struct TaxonomyMapping: Hashable {
  var from: TaxonomyPlace
  var to: TaxonomyPlace
}

/// Where an indicator stands: level 1 and level 2 as the filing prints them.
struct TaxonomyPlace: Hashable, Comparable {
  var level1: String
  var level2: String

  init(_ indicator: IndicatorSnapshot) {
    level1 = indicator.level1 ?? ""
    level2 = indicator.level2 ?? ""
  }

  var value: JSONValue {
    .object(JSONObject([("level1", .string(level1)), ("level2", .string(level2))]))
  }

  static func < (left: Self, right: Self) -> Bool { (left.level1, left.level2) < (right.level1, right.level2) }
}

extension TargetSnapshot {
  /// Whether both say the same in everything that is read from their texts.
  fileprivate func hasMeaning(of other: TargetSnapshot) -> Bool {
    var mine = self
    mine.text = other.text
    return mine == other
  }
}

extension IndicatorSnapshot {
  /// What is shown of one that was added or removed.
  var value: JSONValue {
    var object = JSONObject()
    for (key, text) in [
      ("level1", level1), ("level2", level2), ("name", name), ("description", description), ("target", target?.text),
      ("basis", basis),
    ] {
      object[key] = text.map(JSONValue.string) ?? .null
    }
    return .object(object)
  }
}

extension Snapshot {
  var allIndicators: [IndicatorSnapshot] {
    overall.indicators + projects.flatMap { $0.indicators + ($0.midterm?.indicators ?? []) }
  }
}
