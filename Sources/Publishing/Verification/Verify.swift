package import Documents
internal import Digest
internal import JSON
internal import Modeling
package import Provenance

/// The file that a filing was read from, as it is read now.
package struct SourceFile: Sendable {
  /// As they stand in the file.
  package var bytes: [UInt8]
  /// What reading makes of them.
  package var text: SourceText
  package var charset: String
  package var reader: String
  package var dialect: String
  package var convertedBy: SourceRecord.Converter?
  /// What reading made of it, for places in a Word file.
  package var document: Document?

  package init(
    bytes: [UInt8], text: SourceText, charset: String, reader: String, dialect: String,
    convertedBy: SourceRecord.Converter? = nil, document: Document? = nil
  ) {
    self.bytes = bytes
    self.text = text
    self.document = document
    self.charset = charset
    self.reader = reader
    self.dialect = dialect
    self.convertedBy = convertedBy
  }
}

/// Holds a published filing to the laws: it can be read back, and writing what was read gives the same bytes (so each
/// text is what its places and corrections give, each typed value what its text says, each key of a correction what
/// its text and rule give); undoing the corrections gives the filed texts; year, region and department follow from the
/// texts. With the source: it is the file that was read, every place stands where it says, and every character is
/// accounted for.
///
/// - Returns: what breaks a law, in the order of the checks; nothing if all is well.
package func verify(_ output: [UInt8], source: SourceFile? = nil) -> [Problem] {
  let value: JSONValue
  do {
    value = try JSONParser.parse(output)
  } catch {
    return [Problem(PublicationError(error))]
  }
  var errors: [PublicationError] = []
  let (publication, view) = PublicationReader.read(value, problems: &errors)
  if !errors.isEmpty { return errors.map(Problem.init) }

  var problems: [Problem] = []
  // With the source, lines, columns and texts are taken from there, and so checked with all else.
  let known = source.map { file in file.document.map { SourceView($0) } ?? SourceView(file.text) } ?? view
  do {
    problems += try rewritten(publication, known, output, value)
    if let source { problems += try compare(publication, value, source) }
  } catch {
    problems.append(Problem(.digest, at: "", Message(zh: error.zh, en: error.en)))
  }
  problems += undone(publication.filing)
  problems += identified(publication)
  problems += findings(publication.filing.diagnostics, in: value)
  return problems
}

/// Writes what was read, and says where that differs from what was published.
private func rewritten(
  _ publication: Publication, _ view: SourceView, _ output: [UInt8], _ value: JSONValue
) throws(DigestError) -> [Problem] {
  var writer = PublicationWriter()
  try writer.write(publication, view)
  let written = writer.bytes
  if written == output { return [] }
  // What the writer writes is JSON.
  guard let expected = try? JSONParser.parse(written) else { return [] }
  let problems = differences(from: value, to: expected)
  return problems.isEmpty ? [notCanonical(output, written)] : problems
}

private func notCanonical(_ output: [UInt8], _ written: [UInt8]) -> Problem {
  var offset = 0
  var line = 1
  while offset < min(output.count, written.count), output[offset] == written[offset] {
    if output[offset] == 0x0A { line += 1 }
    offset += 1
  }
  return Problem(
    .notCanonical, at: "",
    Message(
      zh: "内容相同，但写法不是规范形式：从第 \(line) 行（第 \(offset) 字节）起不同（键的顺序、空白、数字或转义的写法）。请重新转换原文。",
      en: "the value is right, but not written canonically: it differs from line \(line) (byte \(offset)) on, in the "
        + "order of keys, white space, or how a number or a string is written. Convert the source again."))
}

/// Undoes every correction.
private func undone(_ filing: Filing) -> [Problem] {
  var problems: [Problem] = []
  var order = 0
  for leaf in leaves(of: filing) {
    for correction in leaf.text.corrections {
      if let verdict = correction.verdict, !verdict.isObeyed(by: correction) {
        problems.append(
          Problem(
            .certainty, at: "/corrections/\(order)/verdict",
            Message(
              zh: "对这处修改的决定是“\(verdict.decision.rawValue)”，而它\(correction.applied ? "已" : "未")应用，"
                + "确定程度为“\(correction.certainty.rawValue)”。",
              en: "\(verdict.decision.rawValue) was decided about this change, but it is "
                + "\(correction.applied ? "" : "not ")applied, as \(correction.certainty.rawValue).")))
      } else if correction.verdict.map({ $0.decision == .unsure }) ?? true,
        correction.applied != correction.certainty.isApplied
      {
        problems.append(
          Problem(
            .certainty, at: "/corrections/\(order)/applied",
            Message(
              zh: "确定程度为“\(correction.certainty.rawValue)”的修改\(correction.applied ? "不应" : "应当")应用。",
              en: "a change that is \(correction.certainty.rawValue) \(correction.applied ? "is not" : "is") applied."))
        )
      }
      order += 1
    }
    let undone = leaf.text.undone()
    if undone?.isSame(as: leaf.text.filed) != true {
      problems.append(
        Problem(
          .undo, at: leaf.path,
          Message(
            zh: "撤销全部修改后得到\(Message(quoting: undone ?? "").zh)，而原文是\(Message(quoting: leaf.text.filed).zh)。",
            en: "undoing all corrections gives \(Message(quoting: undone ?? "").en), but filed was "
              + "\(Message(quoting: leaf.text.filed).en).")))
    }
  }
  return problems
}

extension Verdict {
  /// Whether a correction is what the decision makes of it.
  fileprivate func isObeyed(by correction: Correction) -> Bool {
    switch decision {
    case .accept, .edit: correction.applied && correction.certainty == .certain
    case .reject: !correction.applied
    case .unsure: true
    }
  }
}

/// Says again who filed it and for when, from the texts as published.
private func identified(_ publication: Publication) -> [Problem] {
  let filing = publication.filing
  let hints = Hints(year: filing.identity.givenYear, path: publication.source.path)
  guard let again = identify(filing, hints).first?.identity else { return [] }
  var problems: [Problem] = []
  func compare<Value>(_ pointer: String, _ published: Inferred<Value>?, _ expected: Inferred<Value>?) {
    if published == expected { return }
    let (found, right) = (describe(published), describe(expected))
    problems.append(
      Problem(
        .differs, at: pointer,
        Message(zh: "实际为\(found.zh)，由本文件的文字应得出\(right.zh)。", en: "found \(found.en), but the texts give \(right.en).")))
  }
  compare("/year/value", filing.identity.year, again.year)
  compare("/region/code", filing.identity.regionCode, again.regionCode)
  compare("/region/name", filing.identity.regionName, again.regionName)
  compare("/department/code", filing.identity.departmentCode, again.departmentCode)
  compare("/department/name", filing.identity.departmentName, again.departmentName)
  return problems
}

private func describe<Value>(_ inferred: Inferred<Value>?) -> Message {
  guard let inferred else { return Message("null") }
  let value = Message(quoting: "\(inferred.value)")
  let from = inferred.from.isEmpty ? "–" : inferred.from.joined(separator: ", ")
  return Message(
    zh: "\(value.zh)（依据 \(from)，\(inferred.places.count) 处）",
    en: "\(value.en) (from \(from), \(inferred.places.count) places)")
}

/// Findings point to values that exist.
private func findings(_ diagnostics: [Diagnostic], in value: JSONValue) -> [Problem] {
  diagnostics.enumerated().compactMap { index, diagnostic in
    guard let path = diagnostic.path else { return nil }
    if let pointer = JSONPointer(parsing: path), !pointer.tokens.isEmpty, value[pointer] != nil { return nil }
    return Problem(
      .danglingPath, at: "/diagnostics/\(index)/path",
      Message(
        zh: "\(Message(quoting: path).zh)不指向本文件中的任何值。",
        en: "\(Message(quoting: path).en) leads to no value in this file."))
  }
}
