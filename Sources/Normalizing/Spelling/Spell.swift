package import Modeling
internal import Provenance

/// Repairs the spelling of all texts of a filing that people write in words, after the rules have run; what is changed
/// or suggested is on record in each.
package func spell(_ filing: inout Filing, _ worker: inout SpellingWorker) {
  var texts: [Revision] = []
  filing.forEachText { texts.append($0) }
  var protection = worker.engine.protection
  for project in filing.projects {
    if let name = project.unit?.name?.text { protection.add(name) }
  }
  let repairs = worker.repairs(of: texts.map(\.text), protecting: protection) { text, range in
    texts[text].places(of: range).first
  }
  guard repairs.contains(where: { !$0.isEmpty }) else { return }
  var index = 0
  var budget = RepairBudget()
  filing.forEachText { text in
    let before = text
    for repair in repairs[index].reversed() where !isOnRecord(repair, in: text) {
      text.apply([repair.edit], rule: repair.rule, certainty: .possible)
    }
    // The record of a text that asks for too many would fill the disk; it stays as it was.
    if text.corrections.count > before.corrections.count, !budget.grants(text) { text = before }
    index += 1
  }
}

/// A suggestion that was made before stays one suggestion, however often a filing is spelled.
private func isOnRecord(_ repair: SpellingRepair, in text: Revision) -> Bool {
  let origin = text.origin(of: repair.edit.range)
  return text.corrections.contains {
    !$0.applied && $0.rule == repair.rule && $0.filed == origin && $0.after == repair.edit.replacement
  }
}
