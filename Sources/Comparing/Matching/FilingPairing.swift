/// Which filings are of one department: by region and name, then by region and code. A department that neither finds may
/// go on in another; its projects tell.
enum FilingPairing {
  static func pairs(_ old: [Snapshot], _ new: [Snapshot]) -> [FilingPair] {
    var result: [FilingPair] = []
    var isTaken = [Bool](repeating: false, count: new.count)
    var rest = Array(old.indices)
    for key in [nameAndCode, name, code] {
      var positions: [String: [Int]] = [:]
      for index in new.indices.reversed() where !isTaken[index] {
        if let key = key(new[index]) { positions[key, default: []].append(index) }
      }
      rest.removeAll { index in
        guard let key = key(old[index]), let position = positions[key]?.popLast() else { return false }
        isTaken[position] = true
        let isRenamed = fold(old[index].department.name) != fold(new[position].department.name)
        result.append(FilingPair(old: index, new: position, relation: isRenamed ? .renamed : .same))
        return true
      }
    }
    return result.sorted { ($0.old, $0.new) < ($1.old, $1.new) }
  }

  private static func region(_ snapshot: Snapshot) -> String { snapshot.region.code ?? snapshot.region.name ?? "" }

  private static func nameAndCode(_ snapshot: Snapshot) -> String? {
    guard let name = name(snapshot), let code = snapshot.department.code else { return nil }
    return name + "\u{0}" + code
  }

  private static func name(_ snapshot: Snapshot) -> String? {
    guard let name = snapshot.department.name else { return nil }
    return region(snapshot) + "\u{0}" + fold(name)
  }

  private static func code(_ snapshot: Snapshot) -> String? {
    snapshot.department.code.map { region(snapshot) + "\u{0}" + $0 }
  }

  private static func fold(_ text: String?) -> String {
    var result = ""
    for value in Folding.folded(text ?? "") {
      if let scalar = Unicode.Scalar(value) { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
