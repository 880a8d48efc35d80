internal import JSON

/// Why a form's data file is not used: what, and where in it.
package struct FormError: Error, Hashable, Sendable, CustomStringConvertible {
  package var description: String
}

extension Form {
  /// Reads a form from its data file (see `hebei.json`). Every heading, label and column must be one that the program
  /// knows; a list may be left out.
  package init(json text: String) throws(FormError) {
    let value: JSONValue
    do {
      value = try JSONParser.parse(Array(text.utf8))
    } catch {
      throw FormError(description: "\(error)")
    }
    guard case .string(let id)? = value["id"] else { throw FormError(description: "id: a string is missing") }
    self.id = id
    headings = LabelTable(try labels(of: value, "headings"))
    let endings: [(String, Heading)] = try labels(of: value, "headingEndings")
    headingEndings = endings.map { (Folding.folded($0.0), $0.1) }
    projectHeadingSuffixes = try strings(value["projectHeadingSuffixes"], "projectHeadingSuffixes").map(Folding.folded)
    dutyLabels = LabelTable(try labels(of: value, "duty"))
    let fields: [(label: String, meaning: HeaderField)] = try labels(of: value, "fields")
    self.fields = LabelTable(fields)
    let otherForms = try strings(value["otherForms"], "otherForms")
    otherFormEndings = Set(otherForms.map { Array(Folding.folded($0).suffix(3)) })
    cellLabels = Self.cellLabels(
      fields, try labels(of: value, "columns"), try labels(of: value, "levels"), otherForms)
    let marks: [(String, CoverPart)] = try labels(of: value, "cover")
    coverMarks = CoverPart.allCases.map { part in
      (part, marks.filter { $0.1 == part }.map { Folding.folded($0.0) })
    }
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

/// The labels under `key`, each with the case that its list is named for.
private func labels<Meaning: RawRepresentable & CaseIterable>(
  of value: JSONValue, _ key: String
) throws(FormError) -> [(label: String, meaning: Meaning)] where Meaning.RawValue == String {
  guard case .object(let object)? = value[key] else { throw FormError(description: "\(key): an object is missing") }
  var result: [(label: String, meaning: Meaning)] = []
  for member in object.members {
    guard let meaning = Meaning(rawValue: member.key) else {
      let known = Meaning.allCases.map(\.rawValue).joined(separator: ", ")
      throw FormError(description: "\(key).\(member.key): not one of \(known)")
    }
    for label in try strings(member.value, "\(key).\(member.key)") { result.append((label, meaning)) }
  }
  return result
}

private func strings(_ value: JSONValue?, _ path: String) throws(FormError) -> [String] {
  guard case .array(let elements)? = value else {
    throw FormError(description: "\(path): a list of strings is missing")
  }
  var result: [String] = []
  for element in elements {
    guard case .string(let text) = element else { throw FormError(description: "\(path): not a string") }
    result.append(text)
  }
  return result
}
