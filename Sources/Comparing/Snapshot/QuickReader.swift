internal import JSON

/// Reads a filing in one pass over its bytes, keeping nothing but what is compared. Where anything is unusual it gives up:
/// ``SnapshotReader`` then reads the file through its JSON value, and says what is wrong.
struct QuickReader {
  private let pool: SnapshotPool
  private let keys = SnapshotKeys()

  init(_ pool: SnapshotPool) {
    self.pool = pool
  }

  /// The filing and where its places stand; nil to give up. O(bytes).
  func read(_ bytes: [UInt8]) -> (snapshot: Snapshot, places: Range<Int>?)? {
    var cursor = JSONCursor(bytes)
    var snapshot = Snapshot(id: "", year: nil)
    var format: String?
    var places: Range<Int>?
    var isText = true
    cursor.object { cursor, key in
      let start = cursor.offset
      switch key {
      case keys.format: format = text(&cursor)
      case keys.id: snapshot.id = text(&cursor) ?? ""
      case keys.year: year(&cursor, &snapshot)
      case keys.region: snapshot.region = codeAndName(&cursor)
      case keys.department: snapshot.department = codeAndName(&cursor)
      case keys.overall: snapshot.overall = overall(&cursor)
      case keys.projects: snapshot.projects = list(&cursor, project)
      case keys.producer: producer(&cursor, &snapshot)
      case keys.source: source(&cursor, &snapshot)
      case keys.places:
        places = cursor.extent()
        return
      default:
        _ = cursor.extent()
        return
      }
      // Unlike what is passed over, what is read must be UTF-8.
      if (try? UTF8Span(validating: bytes.span.extracting(start..<cursor.offset))) == nil { isText = false }
    }
    guard !cursor.isBroken, cursor.isAtEnd(), isText, !snapshot.id.isEmpty,
      format?.utf8.elementsEqual(SnapshotReader.format.utf8) == true
    else { return nil }
    return (snapshot, places)
  }

  // MARK: Values, each or null

  private func text(_ cursor: inout JSONCursor) -> String? { cursor.takeNull() ? nil : cursor.text() }

  /// A text that other projects are likely to have as well.
  private func common(_ cursor: inout JSONCursor) -> String? {
    if cursor.takeNull() { return nil }
    guard let range = cursor.plainText() else { return cursor.isBroken ? nil : cursor.text() }
    return pool.text(cursor.bytes, range)
  }

  private func number(_ cursor: inout JSONCursor) -> Double? { cursor.takeNull() ? nil : cursor.number() }

  private func object(_ cursor: inout JSONCursor, _ member: (inout JSONCursor, JSONKey) -> Void) {
    if !cursor.takeNull() { cursor.object(member) }
  }

  private func list<Element>(
    _ cursor: inout JSONCursor, _ element: (inout JSONCursor) -> Element
  ) -> [Element] {
    var result: [Element] = []
    if !cursor.takeNull() { cursor.array { result.append(element(&$0)) } }
    return result
  }

  // MARK: A filing's members

  private func year(_ cursor: inout JSONCursor, _ snapshot: inout Snapshot) {
    object(&cursor) { cursor, key in
      if key == keys.value {
        snapshot.year = number(&cursor).flatMap(Int.init(exactly:))
      } else {
        cursor.skip()
      }
    }
  }

  private func producer(_ cursor: inout JSONCursor, _ snapshot: inout Snapshot) {
    if cursor.takeNull() { return }
    let range = cursor.extent()
    guard !cursor.isBroken, let producer = pool.producer(cursor.bytes, range) else { return cursor.fail() }
    snapshot.producer = producer
  }

  private func source(_ cursor: inout JSONCursor, _ snapshot: inout Snapshot) {
    object(&cursor) { cursor, key in
      if key == keys.path { snapshot.source = text(&cursor) } else { cursor.skip() }
    }
  }

  private func codeAndName(_ cursor: inout JSONCursor) -> CodeAndName {
    var result = CodeAndName()
    object(&cursor) { cursor, key in
      switch key {
      case keys.code: result.code = common(&cursor)
      case keys.name: result.name = common(&cursor)
      default: cursor.skip()
      }
    }
    return result
  }

  private func overall(_ cursor: inout JSONCursor) -> OverallSnapshot {
    var result = OverallSnapshot()
    object(&cursor) { cursor, key in
      switch key {
      case keys.goal: result.goal = text(&cursor)
      case keys.goals: result.goals = list(&cursor, duty)
      case keys.safeguards: result.safeguards = list(&cursor) { namedText(&$0, keys.name) }
      case keys.tasks: result.tasks = list(&cursor) { namedText(&$0, keys.name) }
      case keys.details: result.details = list(&cursor) { namedText(&$0, keys.label) }
      case keys.budget: result.budget = budget(&cursor)
      case keys.indicators: result.indicators = list(&cursor, indicator)
      default: cursor.skip()
      }
    }
    return result
  }

  private func duty(_ cursor: inout JSONCursor) -> OverallSnapshot.Duty {
    var result = OverallSnapshot.Duty()
    required(&cursor) { cursor, key in
      switch key {
      case keys.name: result.name = text(&cursor)
      case keys.goal: result.goal = text(&cursor)
      case keys.indicators: result.indicators = list(&cursor, text)
      default: cursor.skip()
      }
    }
    return result
  }

  /// An object in a list, where null is wrong.
  private func required(_ cursor: inout JSONCursor, _ member: (inout JSONCursor, JSONKey) -> Void) {
    cursor.object(member)
  }

  private func namedText(_ cursor: inout JSONCursor, _ name: JSONKey) -> NamedText {
    var result = NamedText()
    required(&cursor) { cursor, key in
      switch key {
      case name: result.name = text(&cursor)
      case keys.text: result.text = text(&cursor)
      default: cursor.skip()
      }
    }
    return result
  }

  private func budget(_ cursor: inout JSONCursor) -> BudgetSnapshot {
    var result = BudgetSnapshot()
    object(&cursor) { cursor, key in
      switch key {
      case keys.total: result.total = number(&cursor)
      case keys.fiscal: result.fiscal = number(&cursor)
      case keys.other: result.other = number(&cursor)
      default: cursor.skip()
      }
    }
    return result
  }

  // MARK: Projects

  private func project(_ cursor: inout JSONCursor) -> ProjectSnapshot {
    var result = ProjectSnapshot()
    required(&cursor) { cursor, key in
      switch key {
      case keys.code: result.code = text(&cursor)
      case keys.name: result.name = text(&cursor)
      case keys.unit: result.unit = codeAndName(&cursor)
      case keys.budget: result.budget = budget(&cursor)
      case keys.purpose: result.purpose = text(&cursor)
      case keys.schedule: result.schedule = list(&cursor, stage)
      case keys.goals: result.goals = list(&cursor, common)
      case keys.indicators: result.indicators = list(&cursor, indicator)
      case keys.details: result.details = list(&cursor) { namedText(&$0, keys.label) }
      case keys.midterm: result.midterm = midterm(&cursor)
      default: cursor.skip()
      }
    }
    return result
  }

  private func midterm(_ cursor: inout JSONCursor) -> MidtermSnapshot? {
    if cursor.takeNull() { return nil }
    var result = MidtermSnapshot()
    cursor.object { cursor, key in
      switch key {
      case keys.budget: result.budget = budget(&cursor)
      case keys.goals: result.goals = list(&cursor, text)
      case keys.indicators: result.indicators = list(&cursor, indicator)
      default: cursor.skip()
      }
    }
    return result
  }

  private func stage(_ cursor: inout JSONCursor) -> StageSnapshot {
    var result = StageSnapshot(month: nil, percent: nil)
    required(&cursor) { cursor, key in
      switch key {
      case keys.month: result.month = number(&cursor)
      case keys.percent: result.percent = number(&cursor)
      default: cursor.skip()
      }
    }
    return result
  }

  // MARK: Rows

  /// Bytes that were read before need no reading again: most rows are pasted.
  private func indicator(_ cursor: inout JSONCursor) -> IndicatorSnapshot {
    let range = cursor.extent()
    if cursor.isBroken { return IndicatorSnapshot() }
    let fingerprint = cursor.bytes.fingerprint(range)
    if let known = pool.row(cursor.bytes, range, fingerprint) { return known }
    cursor.move(to: range.lowerBound)
    let row = IndicatorSnapshot(row(&cursor))
    if !cursor.isBroken { pool.keep(row, cursor.bytes, range, fingerprint) }
    return row
  }

  private func row(_ cursor: inout JSONCursor) -> IndicatorSnapshot.Row {
    var result = IndicatorSnapshot.Row()
    required(&cursor) { cursor, key in
      switch key {
      case keys.level1: result.level1 = common(&cursor)
      case keys.level2: result.level2 = common(&cursor)
      case keys.name: result.name = common(&cursor)
      case keys.description: result.description = common(&cursor)
      case keys.target: result.target = target(&cursor)
      case keys.basis: result.basis = common(&cursor)
      case keys.direction: result.direction = common(&cursor)
      case keys.weight: result.weight = common(&cursor)
      case keys.note: result.note = common(&cursor)
      case keys.grades: result.grades = list(&cursor) { namedText(&$0, keys.name) }
      default: cursor.skip()
      }
    }
    return result
  }

  private func target(_ cursor: inout JSONCursor) -> TargetSnapshot? {
    if cursor.takeNull() { return nil }
    var result = TargetSnapshot(text: "")
    cursor.object { cursor, key in
      switch key {
      case keys.text: result.text = common(&cursor) ?? ""
      case keys.kind: result.kind = common(&cursor) ?? ""
      case keys.operator: result.operator = common(&cursor)
      case keys.value: result.value = number(&cursor)
      case keys.minimum: result.minimum = number(&cursor)
      case keys.maximum: result.maximum = number(&cursor)
      case keys.earliest: result.earliest = common(&cursor)
      case keys.latest: result.latest = common(&cursor)
      case keys.unit: result.unit = common(&cursor)
      default: cursor.skip()
      }
    }
    return result
  }
}
