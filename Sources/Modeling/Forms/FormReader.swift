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
    fields = LabelTable(try labels(of: value, "fields"))
    columns = LabelTable(try labels(of: value, "columns"))
    let otherForms = try strings(value["otherForms"], "otherForms")
    self.otherForms = LabelTable(otherForms.map { (label: $0, meaning: true) })
    otherFormEndings = Set(otherForms.map { Array(Folding.folded($0).suffix(3)) })
    let levels: [(label: String, meaning: Level)] = try labels(of: value, "levels")
    self.levels = LabelTable(
      levels.map { label, level in
        (label, levels.contains { $0.label == label && $0.meaning != level } ? .either : level)
      })
    let marks: [(String, CoverPart)] = try labels(of: value, "cover")
    coverMarks = CoverPart.allCases.map { part in
      (part, marks.filter { $0.1 == part }.map { Folding.folded($0.0) })
    }
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
