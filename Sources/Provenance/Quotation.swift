/// A text in quotation marks, cut to a length that a message can bear (Unicode scalars), on one line.
package func quoted(_ text: String, limit: Int = 30) -> String {
  let utf8 = text.utf8Span.span
  var isPlain = utf8.count <= limit * 3
  for index in utf8.indices where isPlain && utf8[index] < 0x20 { isPlain = false }
  if isPlain, scalarCount(utf8) <= limit { return "“" + text + "”" }
  return "“" + excerpt(text, limit: limit) + "”"
}

/// The beginning of a text, at most `limit` scalars and on one line, with `…` where it was cut.
package func excerpt(_ text: String, limit: Int = 30) -> String {
  var result = ""
  var count = 0
  for scalar in text.unicodeScalars {
    if count == limit {
      result += "…"
      break
    }
    result.unicodeScalars.append(scalar == "\n" || scalar == "\t" ? " " : scalar)
    count += 1
  }
  return result
}

private func scalarCount(_ utf8: Span<UInt8>) -> Int {
  var count = 0
  for index in utf8.indices where utf8[index] & 0xC0 != 0x80 { count += 1 }
  return count
}
