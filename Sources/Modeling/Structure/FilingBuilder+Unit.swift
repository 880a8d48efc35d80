internal import Provenance

/// The unit that spends the money.
extension FilingBuilder {
  /// True if a text without a label names a unit: a code and a name, or a name with its scope.
  func looksLikeUnit(_ pieces: Pieces) -> Bool {
    guard pieces.rest.isEmpty else { return false }
    let parts = UnitCode.split(text(pieces.first))
    return parts.code != nil || parts.scope != nil
  }

  /// True for a code without a name: digits, of a department or more.
  func isCode(_ pieces: Pieces) -> Bool {
    guard pieces.rest.isEmpty else { return false }
    let utf8 = source.span
    let bytes = utf8.extracting(pieces.start..<pieces.end)
    let range = bytes.trimmed(0..<bytes.count)
    return (3...12).contains(range.count) && range.allSatisfy { (0x30...0x39).contains(bytes[$0]) }
  }

  func takeUnit(_ pieces: Pieces) -> Unit {
    var unit = Unit()
    guard pieces.rest.isEmpty else {
      unit.name = take(pieces)
      return unit
    }
    if isCode(pieces) {
      unit.code = take(pieces)
      return unit
    }
    let parts = UnitCode.split(text(pieces.first))
    for range in parts.furniture { furnish(pieces.first.slice(range.lowerBound, range.count)) }
    if let code = parts.code { unit.code = take(Pieces(pieces.first.slice(code.lowerBound, code.count))) }
    if !parts.name.isEmpty {
      unit.name = take(Pieces(pieces.first.slice(parts.name.lowerBound, parts.name.count)))
    }
    if let scope = parts.scope { unit.scope = take(Pieces(pieces.first.slice(scope.lowerBound, scope.count))) }
    return unit
  }
}
