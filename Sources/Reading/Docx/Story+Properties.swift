import Documents
import Provenance
import XML

/// What is said of paragraphs, cells and rows, and what became of them.
extension Story {
  mutating func startProperties(_ name: WordName) {
    switch name {
    case .pPr: properties.inParagraph = depth
    case .trPr: properties.inRow = depth
    // What is inside belongs to the past, or to the page.
    default: floor = depth
    }
  }

  mutating func readProperty(_ name: WordName, _ attributes: XMLAttributes) {
    switch name {
    case .pStyle: if properties.inParagraph > 0 { paragraph.style = attributes[.val] }
    case .rStyle: if properties.isInRun, counter.styles.hides(attributes[.val]) { properties.isHidden = true }
    case .numPr: if properties.inParagraph > 0 { paragraph.list = ListReference() }
    case .numId: paragraph.list?.number = attributes.number(.val)
    case .ilvl: paragraph.list?.level = attributes.number(.val)
    case .vanish: if properties.isInRun { properties.isHidden = attributes.isOn }
    case .gridSpan: assembly.setSpan(columns(attributes[.val], least: 1))
    case .vMerge: assembly.setMerge(attributes[.val] == "restart" ? .start : .continued)
    case .gridBefore: assembly.setColumnsBefore(columns(attributes[.val], least: 0))
    case .cellIns: findings.insertions += 1
    case .cellDel:
      guard let cell = cellDepths.last else { return }
      findings.deletedCells += 1
      assembly.dropCell()
      floor = cell
    default: break
    }
  }

  /// A number of columns within bounds.
  mutating func columns(_ text: String?, least: Int) -> Int {
    guard let text else { return least }
    guard let number = Int(text) else {
      findings.badSpans += 1
      return least
    }
    if number < least || number > DocxLimits.columns { findings.badSpans += 1 }
    return min(max(least, number), DocxLimits.columns)
  }

  mutating func startChange(_ name: WordName) {
    if properties.inRow > 0 {
      if name == .ins { findings.insertions += 1 }
      guard name == .del, let row = rowDepths.last else { return }
      findings.deletedRows += 1
      assembly.dropRow()
      floor = row
      return
    }
    if properties.inParagraph > 0 {
      findings.marks += 1
      if name == .del || name == .moveFrom { paragraph.isMarkDeleted = paragraph.isOpen }
      // An empty element: it opens nothing.
      if name == .del || name == .moveFrom { deletions += 1 }
      return
    }
    switch name {
    case .ins: findings.insertions += 1
    case .moveTo: findings.moves += 1
    case .del:
      findings.deletions += 1
      deletions += 1
    case .moveFrom: deletions += 1
    default: break
    }
  }
}
