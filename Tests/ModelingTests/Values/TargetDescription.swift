import Modeling

/// A target in the notation of the case files.
func describe(_ target: Target) -> String {
  var words: [String] = []
  func say(_ kind: String, _ values: [String]) {
    words.append(kind)
    if let scanned = target.operator { words.append(scanned.rawValue) }
    words += values
  }
  switch target.value {
  case .quantity(let value): say("quantity", [value.description])
  case .range(let minimum, let maximum): say("range", [minimum.description, maximum.description])
  case .date(let first, let last): say("date", [first?.description ?? "?", last?.description ?? "?"])
  case .qualitative: words = ["qualitative"]
  case .none: words = ["none"]
  case .unread(let reason): words = ["unread", reason.rawValue]
  }
  if let unit = target.unit {
    let origin =
      target.unitInferredFrom != nil
      ? ":inferred" : target.parts.unit?.source == .name ? ":name" : target.parts.unit?.source == .unit ? ":column" : ""
    words.append(unit + origin)
  }
  if target.yearIsInferred { words.append(":inferred") }
  return words.joined(separator: " ")
}

/// The bytes at `range` of `text`; nil where it lies outside or cuts a scalar.
func slice(_ text: String, _ range: Range<Int>) -> String? {
  let utf8 = Array(text.utf8)
  guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return nil }
  return String(validating: utf8[range], as: UTF8.self)
}
