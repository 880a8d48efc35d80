internal import Modeling
internal import Provenance

/// A text in quotation marks, cut to a length that a message can bear (Unicode scalars), on one line.
func quoted(_ text: String, limit: Int = 30) -> String {
  let utf8 = text.utf8Span.span
  var isPlain = utf8.count <= limit * 3
  for index in utf8.indices where isPlain && utf8[index] < 0x20 { isPlain = false }
  if isPlain, scalarCount(utf8) <= limit { return "“" + text + "”" }
  var result = "“"
  var count = 0
  for scalar in text.unicodeScalars {
    if count == limit {
      result += "…"
      break
    }
    result.unicodeScalars.append(scalar == "\n" || scalar == "\t" ? " " : scalar)
    count += 1
  }
  return result + "”"
}

private func scalarCount(_ utf8: Span<UInt8>) -> Int {
  var count = 0
  for index in utf8.indices where utf8[index] & 0xC0 != 0x80 { count += 1 }
  return count
}

/// As ``quoted(_:limit:)``, or a word for a text that is not there.
func quoted(_ text: String?, otherwise: String) -> String {
  guard let text, !text.isEmpty else { return otherwise }
  return quoted(text)
}

/// The places of texts that are there, in the order given.
func places(_ revisions: Revision?...) -> [SourceRange] {
  var result: [SourceRange] = []
  for revision in revisions {
    guard let revision else { continue }
    result.append(revision.source)
    result += revision.continued
  }
  return result
}

/// Items as a Chinese list, at most `limit` of them, then how many there are in all.
func listed(zh items: [String], limit: Int = 6, separator: String = "、") -> String {
  let shown = items.prefix(limit).joined(separator: separator)
  return items.count > limit ? "\(shown)等\(items.count)处" : shown
}

func listed(en items: [String], limit: Int = 6) -> String {
  let shown = items.prefix(limit).joined(separator: ", ")
  return items.count > limit ? "\(shown) and \(items.count - limit) more" : shown
}
