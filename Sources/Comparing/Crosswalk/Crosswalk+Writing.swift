extension Crosswalk {
  /// As a spreadsheet opens it: UTF-8 with a byte order mark, CRLF.
  package var bytes: [UInt8] {
    var text = "\u{FEFF}" + CSVText.line(Self.columns)
    for row in rows {
      text += CSVText.line([
        String(row.oldYear), row.oldCode, row.oldName, String(row.newYear), row.newCode, row.newName,
        row.relation?.rawValue ?? "", row.by, row.note,
      ])
    }
    return Array(text.utf8)
  }

  /// All that was found between two years. What isn't sure has no relation yet: it says nothing until someone fills it
  /// in, so that a later run does not take the program's own doubt for a person's word.
  package init(_ comparison: Comparison, confirmed: Crosswalk?) {
    let (old, new) = (comparison.old, comparison.new)
    // A person's rows stay as they were written.
    let said = Dictionary((confirmed?.rows ?? []).map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
    func add(_ before: ProjectPlace, _ after: ProjectPlace, _ relation: Relation?, _ note: String) {
      guard let oldYear = old[before.filing].year, let newYear = new[after.filing].year else { return }
      let (one, other) = (old[before.filing].projects[before.index], new[after.filing].projects[after.index])
      var row = Row(
        oldYear: oldYear, oldCode: one.code ?? "", oldName: one.name ?? "", newYear: newYear, newCode: other.code ?? "",
        newName: other.name ?? "", relation: relation, note: note)
      if let known = said[row.key] {
        row.relation = known.relation ?? relation
        row.by = known.by
        if !known.note.isEmpty { row.note = known.note }
      }
      rows.append(row)
    }
    for pair in comparison.matches.pairs {
      let names = [
        old[pair.old.filing].projects[pair.old.index].name, new[pair.new.filing].projects[pair.new.index].name,
      ]
      let isRenamed = Folding.folded(names[0] ?? "") != Folding.folded(names[1] ?? "")
      let score = "匹配度 \(Self.decimals(pair.score))"
      if pair.isAmbiguous {
        add(pair.old, pair.new, nil, "待确认：\(score)，领先次优 \(Self.decimals(pair.margin))")
      } else {
        add(pair.old, pair.new, pair.isMoved ? .moved : isRenamed ? .renamed : .same, score)
      }
    }
    for split in comparison.matches.splits { for part in split.new { add(split.old, part, .split, "") } }
    for merge in comparison.matches.merges { for part in merge.old { add(part, merge.new, .merged, "") } }
    // What people called unrelated was found nowhere, and must not be forgotten.
    let written = Set(rows.map(\.key))
    rows += (confirmed?.rows ?? []).filter { !written.contains($0.key) }
  }

  /// Three decimals.
  static func decimals(_ value: Double) -> String {
    let thousandths = Int((max(0, min(1, value)) * 1_000).rounded())
    let digits = String(thousandths % 1_000)
    return "\(thousandths / 1_000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}

extension Crosswalk.Row {
  /// Which two projects it is about.
  var key: [String] {
    [String(oldYear), oldCode.isEmpty ? oldName : oldCode, String(newYear), newCode.isEmpty ? newName : newCode]
  }
}
