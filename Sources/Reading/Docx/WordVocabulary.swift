internal import XML

/// The elements and attributes of Office Open XML that are read, by name (ECMA-376, parts 1, 2 and 4).
enum WordName: String, CaseIterable {
  // The body.
  case document, hdr, ftr, body, p, r, t, delText, tab, ptab, br, cr, noBreakHyphen, softHyphen, sym, bookmarkStart
  case pPr, numPr, numId, ilvl, pStyle, rStyle, vanish, sectPr
  case tbl, tr, tc, trPr, tblPr, gridSpan, vMerge, gridBefore, cellIns, cellDel
  case ins, del, moveFrom, moveTo
  // What the properties were before a tracked change.
  case pPrChange, rPrChange, tblPrChange, tblPrExChange, tblGridChange, tcPrChange, trPrChange, sectPrChange
  case numberingChange
  case fldChar, ffData, checkBox, checked, `default`, ruby, rt, altChunk, docPr, txbxContent
  case alternateContent = "AlternateContent"
  case choice = "Choice"
  case fallback = "Fallback"
  case footnoteReference, endnoteReference, commentReference
  // Notes and comments.
  case footnote, endnote, comment
  // Styles and numbering.
  case style, basedOn, num, abstractNum, abstractNumId, lvl, start, numFmt, lvlText, lvlRestart, suff, isLgl
  case lvlOverride, startOverride, numStyleLink
  // Relationships.
  case relationship = "Relationship"
  // Attributes.
  case val, id, type, name, fldCharType, char, font, styleId, author, descr
  case capitalID = "Id"
  case capitalType = "Type"
  case target = "Target"
  case targetMode = "TargetMode"

  /// By their indices in the vocabulary.
  static let all = allCases

  /// Its index in the vocabulary.
  var index: Int { Self.indices[self] ?? -1 }

  private static let indices = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

/// The namespaces that matter, each in its Transitional and its Strict form.
enum WordSpace: Int {
  case word = 1
  case math = 2
  case compatibility = 3
  case relationships = 4
  case packageRelationships = 5
}

extension XMLVocabulary {
  static let word = XMLVocabulary(
    names: WordName.allCases.map(\.rawValue),
    textual: Set([WordName.t, .delText].map(\.index)),
    spaces: [
      ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", WordSpace.word.rawValue),
      ("http://purl.oclc.org/ooxml/wordprocessingml/main", WordSpace.word.rawValue),
      ("http://schemas.openxmlformats.org/officeDocument/2006/math", WordSpace.math.rawValue),
      ("http://purl.oclc.org/ooxml/officeDocument/math", WordSpace.math.rawValue),
      ("http://schemas.openxmlformats.org/markup-compatibility/2006", WordSpace.compatibility.rawValue),
      ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", WordSpace.relationships.rawValue),
      ("http://purl.oclc.org/ooxml/officeDocument/relationships", WordSpace.relationships.rawValue),
      ("http://schemas.openxmlformats.org/package/2006/relationships", WordSpace.packageRelationships.rawValue),
    ])
}

extension XMLAttributes {
  subscript(name: WordName) -> String? { self[name.index] }

  func number(_ name: WordName) -> Int? { self[name].flatMap { Int($0) } }

  /// The value of a property that is on where it stands without a value.
  var isOn: Bool {
    switch self[.val] {
    case "0", "false", "off", "none": false
    default: true
    }
  }
}
