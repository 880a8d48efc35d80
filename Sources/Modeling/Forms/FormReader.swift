internal import JSON

/// Why a form's data file is not used: what, and where in it.
package struct FormError: Error, Hashable, Sendable, CustomStringConvertible {
  package var description: String
}

extension Form {
  /// Reads families of forms from their data files (see `hebei.json`) as one form. Every heading, field and column must
  /// be one that the program knows; a list may be left out.
  package init(json texts: [String]) throws(FormError) {
    var data = FormValues()
    for text in texts {
      do {
        data.values.append(try JSONParser.parse(Array(text.utf8)))
      } catch {
        throw FormError(description: "\(error)")
      }
    }
    var families: [Family] = []
    for value in data.values {
      guard case .string(let id)? = value["id"], case .string(let title)? = value["title"] else {
        throw FormError(description: "id, title: a string is missing")
      }
      families.append(Family(id: id, title: title, labels: try Self.labels(in: value)))
    }
    self.families = families
    headings = LabelTable(try data.labels("headings"))
    let endings: [(String, Heading)] = try data.labels("headingEndings")
    headingEndings = endings.map { (Folding.folded($0.0), $0.1) }
    projectHeadingSuffixes = try data.strings("projectHeadingSuffixes").map(Folding.folded)
    titleWords = try data.strings("titleWords").map(Folding.folded).filter { !$0.isEmpty }
    notes = Set(try data.strings("notes").map(Folding.folded))
    sheets = try data.strings("sheets").map(Folding.folded)
    unnumberedSheets = Set(try data.strings("unnumberedSheets").map(Folding.folded))
    sums = Set(try data.strings("sums").map(Folding.folded))
    slots = try data.strings("slots").map(Folding.folded)
    dutyLabels = LabelTable(try data.labels("duty"))
    let fields: [(label: String, meaning: HeaderField)] = try data.labels("fields")
    self.fields = LabelTable(fields)
    lineFields = LabelTable(try data.labels("lineFields"))
    let otherForms = try data.strings("otherForms")
    otherFormEndings = Set(otherForms.map { Array(Folding.folded($0).suffix(3)) })
    cellLabels = Self.cellLabels(
      fields, try data.labels("columns"), try data.labels("levels"), otherForms)
    let marks: [(String, CoverPart)] = try data.labels("cover")
    coverMarks = CoverPart.allCases.map { part in
      (part, marks.filter { $0.1 == part }.map { Folding.folded($0.0) })
    }
  }

  /// The folded labels of the tables of one family.
  private static func labels(in value: JSONValue) throws(FormError) -> Set<[UInt8]> {
    var data = FormValues()
    data.values = [value]
    let fields: [(label: String, meaning: HeaderField)] = try data.labels("fields")
    let columns: [(label: String, meaning: Column)] = try data.labels("columns")
    return Set((fields.map(\.label) + columns.map(\.label)).map(Folding.folded))
  }
}

extension Form {
  /// One table of all labels that stand in cells. Of equal labels of one kind the first stands, but a level that is
  /// listed as both is either.
  private static func cellLabels(
    _ fields: [(label: String, meaning: HeaderField)], _ columns: [(label: String, meaning: Column)],
    _ levels: [(label: String, meaning: Level)], _ otherForms: [String]
  ) -> LabelTable<CellLabel> {
    var order: [[UInt8]] = []
    var meanings: [[UInt8]: CellLabel] = [:]
    func add(_ label: String, _ change: (inout CellLabel) -> Void) {
      let folded = Folding.folded(label)
      if meanings[folded] == nil { order.append(folded) }
      change(&meanings[folded, default: CellLabel()])
    }
    for (label, field) in fields { add(label) { $0.field = $0.field ?? field } }
    for (label, column) in columns { add(label) { $0.column = $0.column ?? column } }
    for (label, level) in levels { add(label) { $0.level = $0.level == nil || $0.level == level ? level : .either } }
    for label in otherForms { add(label) { $0.isOfOtherForm = true } }
    return LabelTable(folded: order.map { ($0, meanings[$0] ?? CellLabel()) })
  }
}

/// The data of several forms, read as one.
private struct FormValues {
  var values: [JSONValue] = []

  /// The labels under `key`, each with the case that its list is named for; a form may leave any list out.
  func labels<Meaning: RawRepresentable & CaseIterable>(
    _ key: String
  ) throws(FormError) -> [(label: String, meaning: Meaning)] where Meaning.RawValue == String {
    var result: [(label: String, meaning: Meaning)] = []
    for value in values {
      guard let part = value[key] else { continue }
      guard case .object(let object) = part else { throw FormError(description: "\(key): not an object") }
      for member in object.members {
        guard let meaning = Meaning(rawValue: member.key) else {
          let known = Meaning.allCases.map(\.rawValue).joined(separator: ", ")
          throw FormError(description: "\(key).\(member.key): not one of \(known)")
        }
        for label in try Self.strings(member.value, "\(key).\(member.key)") { result.append((label, meaning)) }
      }
    }
    return result
  }

  func strings(_ key: String) throws(FormError) -> [String] {
    var result: [String] = []
    for value in values {
      if let part = value[key] { result += try Self.strings(part, key) }
    }
    return result
  }

  private static func strings(_ value: JSONValue, _ path: String) throws(FormError) -> [String] {
    guard case .array(let elements) = value else { throw FormError(description: "\(path): not a list of strings") }
    var result: [String] = []
    for element in elements {
      guard case .string(let text) = element else { throw FormError(description: "\(path): not a string") }
      result.append(text)
    }
    return result
  }
}
