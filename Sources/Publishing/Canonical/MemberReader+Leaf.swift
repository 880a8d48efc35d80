internal import JSON
internal import Modeling
internal import Provenance

/// The texts of a filing and what is read from them: what the sinks take by the same names.
extension MemberReader {
  /// A text; nil where null stands.
  mutating func text(_ key: StaticString) -> Revision? {
    guard let text = nullableString(key) else { return nil }
    path.push(key)
    defer { path.pop() }
    return leaf(publishedAs: text)?.text
  }

  /// An array of texts.
  mutating func texts(_ key: StaticString) -> [Revision] {
    array(key) { reader, value in
      if case .string(let text) = value { return reader.leaf(publishedAs: text)?.text }
      reader.report(.wrongType, found: Message(describing: value), expected: .string)
      return nil
    }
  }

  /// The text that a number is read from; nil where there is neither a number nor a text.
  mutating func value(_ key: StaticString) -> Revision? { money(key, hasUnit: false)?.text }

  /// As ``value(_:)``, with the text that says the unit.
  mutating func money(_ key: StaticString, hasUnit: Bool = true) -> Money? {
    guard let value = required(key) else { return nil }
    path.push(key)
    defer { path.pop() }
    switch value {
    case .null:
      // A text that could not be read has a place, though no value.
      return places[path.text] == nil ? nil : leaf(hasUnit: hasUnit)
    case .number: return leaf(hasUnit: hasUnit)
    default:
      report(.wrongType, found: Message(describing: value), expected: Message(zh: "数字或 null", en: "a number or null"))
      return nil
    }
  }

  /// A value that was worked out from several places; `from` are the fields that imply it.
  mutating func inferred<Value>(_ key: StaticString, _ read: (JSONValue) -> Value?) -> Inferred<Value>? {
    guard let value = required(key) else { return nil }
    if case .null = value { return nil }
    guard let result = read(value) else {
      report(
        key, .wrongValue, found: Message(describing: value),
        expected: Value.self == Int.self ? Message(zh: "四位年度", en: "a year of four digits") : .string)
      return nil
    }
    path.push(key)
    defer { path.pop() }
    return Inferred(result, places: places.removeValue(forKey: path.text)?.places.map(\.place) ?? [])
  }

  /// What something was inferred from; nil where nothing is said of it.
  mutating func note(_ key: StaticString) -> [String]? {
    has(key) ? strings(key) : nil
  }

  /// Values that are read from the texts whenever they are written: only their keys and places are known here.
  mutating func derived(_ keys: [StaticString]) {
    for key in keys where optional(key) != nil {
      path.push(key)
      places[path.text] = nil
      path.pop()
    }
  }

  /// The text at `path`, rebuilt from its places and corrections.
  private mutating func leaf(publishedAs published: String? = nil, hasUnit: Bool = false) -> Money? {
    let pointer = path.text
    let record = corrections.removeValue(forKey: pointer) ?? []
    guard let all = places.removeValue(forKey: pointer)?.places else {
      report(
        .missingPlace, found: Message(zh: "places 中没有这个值", en: "no such value in places"),
        expected: Message(zh: "它在原文中的位置", en: "its place in the source"))
      return nil
    }
    for place in all where place.place.role != .value && !(hasUnit && place.place.role == .unit) {
      report(
        .badPlace, found: Message(place.place.role.rawValue), expected: Message(hasUnit ? "value, unit" : "value"))
    }
    let own = all.filter { $0.place.role == .value }
    guard let (filed, source, continued) = pieces(own) else {
      report(
        .missingPlace, found: Message(zh: "没有 value 位置", en: "no place in the role value"), expected: Message("value"))
      return nil
    }
    for correction in record where !correction.filed.isSame(as: filed) {
      report(
        .differentText, at: "/corrections/\(correction.index)/filed", found: Message(quoting: correction.filed),
        expected: Message(quoting: filed))
    }
    let unit = pieces(all.filter { $0.place.role == .unit }).map { Revision(filed: $0, source: $1, continued: $2) }
    do throws(ReplayError) {
      let text = try Revision(
        filed: filed, source: source, continued: continued, replaying: record.map(\.correction))
      if let published, !published.isSame(as: text.text) {
        report(.differentText, found: Message(quoting: published), expected: Message(quoting: text.text))
      }
      return Money(text: text, unit: unit)
    } catch {
      let culprit = record[error.index]
      report(
        .unfittingCorrection, at: "/corrections/\(culprit.index)",
        found: Message(
          zh: "\(Message(quoting: culprit.correction.before).zh)（第 \(culprit.correction.at) 字节处）",
          en: "\(Message(quoting: culprit.correction.before).en) at byte \(culprit.correction.at)"),
        expected: Message(zh: "\(pointer) 当时在该处的文字", en: "what stood there in \(pointer) at that point"))
      return nil
    }
  }

  private func pieces(_ places: [PublishedPlaces.Entry]) -> (String, SourceRange, [SourceRange])? {
    guard let first = places.first else { return nil }
    return (places.map(\.text).joined(), first.place.range, places.dropFirst().map(\.place.range))
  }
}
