internal import Modeling
internal import Provenance

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
