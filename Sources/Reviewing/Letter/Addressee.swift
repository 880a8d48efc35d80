package import Provenance

/// Whom a letter is for: a department, by its code, its name, or a filing's id.
package struct Addressee: Hashable, Sendable {
  /// As decisions name it: `130304-131`.
  package let department: String
  /// What the letter calls it.
  package let name: String
  /// The numbers of its filings in the batch.
  package let filings: [Int]

  /// Finds the one department that `text` names; says which there are if it names none or several.
  package init(_ text: String, in batch: ReviewBatch) throws(AddresseeProblem) {
    let matching = batch.filings.indices.filter { batch.filings[$0].isCalled(text) }
    let departments = Set(matching.map { batch.filings[$0].department })
    guard let department = departments.first, departments.count == 1 else {
      let listed = matching.isEmpty ? Array(batch.filings.indices) : matching
      var names: [String] = []
      for index in listed where !names.contains(batch.filings[index].label) { names.append(batch.filings[index].label) }
      throw AddresseeProblem(text: text, isAmbiguous: !matching.isEmpty, departments: names)
    }
    // A filing's id means that filing alone.
    let own = matching.filter { batch.filings[$0].id == text }
    filings = own.isEmpty ? matching : own
    self.department = department
    name = batch.filings[matching[0]].departmentName ?? department
  }
}

extension ReviewFiling {
  fileprivate func isCalled(_ text: String) -> Bool {
    ([id, department] + departmentNames).contains { $0.utf8.elementsEqual(text.utf8) }
  }

  fileprivate var label: String { department + (departmentName.map { " " + $0 } ?? "") }
}

/// No department is called so, or several are.
package struct AddresseeProblem: Error, Hashable, Sendable {
  package let text: String
  package let isAmbiguous: Bool
  package let departments: [String]

  package var message: Message {
    let shown = departments.prefix(20)
    let rest = departments.count - shown.count
    let zh = shown.joined(separator: "；") + (rest > 0 ? "；等共 \(departments.count) 个" : "")
    let en = shown.joined(separator: "; ") + (rest > 0 ? "; \(departments.count) in all" : "")
    if departments.isEmpty {
      return Message(zh: "没有读到任何部门的绩效文本，无法写函件。", en: "No filing could be read, so there is nobody to write to.")
    }
    return isAmbiguous
      ? Message(
        zh: "“\(text)”可以指几个部门，请写明其中一个的地区和代码：\(zh)。",
        en: "“\(text)” may be several departments; give region and code of one: \(en).")
      : Message(zh: "没有名为“\(text)”的部门；有：\(zh)。", en: "No department is called “\(text)”; there are: \(en).")
  }
}
