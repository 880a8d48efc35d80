internal import Documents
internal import JSON
internal import Provenance

/// What `places` says of one value.
struct PublishedPlaces {
  struct Entry {
    var place: Place
    var text: String
  }

  var places: [Entry]
}

extension MemberReader {
  /// Reads `places`, to be taken by the values that they belong to.
  mutating func readPlaces() {
    guard let value = required("places") else { return }
    guard case .object(let object) = value else {
      report("places", .wrongType, found: Message(describing: value), expected: .object)
      return
    }
    path.push("places")
    defer { path.pop() }
    for member in object.members {
      path.push(computed: member.key)
      if case .array(let elements) = member.value {
        let entries = elements.indices.map { index in
          path.push(index)
          defer { path.pop() }
          return entry(elements[index])
        }
        // Pointers of values are ASCII; so no two of these keys are the same for Swift and not for JSON.
        if member.key.utf8.allSatisfy({ $0 < 0x80 }), !elements.isEmpty {
          places[member.key] = PublishedPlaces(places: entries.compactMap(\.self))
        } else {
          reportStray()
        }
      } else {
        report(.wrongType, found: Message(describing: member.value), expected: .array)
      }
      path.pop()
    }
  }

  private mutating func entry(_ value: JSONValue) -> PublishedPlaces.Entry? {
    guard case .object(let object) = value else {
      report(.wrongType, found: Message(describing: value), expected: .object)
      return nil
    }
    return within(object) { reader in
      let role = reader.word("role", Place.Role.self)
      guard let (range, text) = reader.place(hasText: true), let role else { return nil }
      return PublishedPlaces.Entry(place: Place(range, role), text: text ?? "")
    }
  }

  /// The place that the current object states, without its text.
  mutating func range(hasText: Bool = false) -> SourceRange? { place(hasText: hasText)?.range }

  /// The place that the current object states. What it says is kept in `view`, and must not differ from what another
  /// says of the same range.
  private mutating func place(hasText: Bool) -> (range: SourceRange, text: String?)? {
    let position = Position(
      line: integer("line", in: 1...Self.most), column: integer("column", in: 1...Self.most))
    let start = integer("start")
    let end = integer("end")
    let text = hasText ? string("text") : nil
    guard start <= end else {
      report(
        "end", .badPlace, found: Message("\(end)"),
        expected: Message(zh: "不小于 start（\(start)）的数", en: "no less than start (\(start))"))
      return nil
    }
    if let text, text.utf8.count != end - start {
      report(
        "text", .badPlace, found: Message(zh: "\(text.utf8.count) 字节的文字", en: "a text of \(text.utf8.count) bytes"),
        expected: Message(zh: "\(end - start) 字节（end 减 start）", en: "\(end - start) bytes, as end - start says"))
      return nil
    }
    let range = SourceRange(start, end)
    keep(range, position, text)
    if has("part") {
      let word = runPosition()
      view[range]?.word = word
    }
    return (range, text)
  }

  private mutating func runPosition() -> Document.RunPosition {
    Document.RunPosition(
      part: string("part"), paragraph: integer("paragraph"), run: integer("run"), character: integer("character"))
  }

  private mutating func keep(_ range: SourceRange, _ position: Position, _ text: String?) {
    guard let known = view[range] else {
      view[range] = SourceView.Published(position: position, text: text)
      return
    }
    if known.position != position {
      report(
        .contradiction,
        found: Message(
          zh: "第 \(position.line) 行第 \(position.column) 列", en: "line \(position.line), column \(position.column)"),
        expected: Message(
          zh: "别处对同一位置所说的第 \(known.position.line) 行第 \(known.position.column) 列",
          en: "line \(known.position.line), column \(known.position.column), as is said elsewhere of the same range"))
    }
    if let text, let other = known.text, !text.isSame(as: other) {
      report(
        .contradiction, found: Message(quoting: text),
        expected: Message(
          zh: "别处对同一位置所说的\(Message(quoting: other).zh)",
          en: "\(Message(quoting: other).en), as is said elsewhere of the same range"))
    }
    if known.text == nil { view[range]?.text = text }
  }

  // MARK: What belongs to nothing

  /// Reports the places and corrections that no value took.
  mutating func reportStrays() {
    for pointer in places.keys.sorted() {
      path.push("places")
      path.push(computed: pointer)
      reportStray()
      path.pop()
      path.pop()
    }
    for correction in corrections.values.flatMap(\.self).sorted(by: { $0.index < $1.index }) {
      path.push("corrections")
      path.push(correction.index)
      path.push("path")
      reportStray()
      path.pop()
      path.pop()
      path.pop()
    }
  }

  private mutating func reportStray() {
    report(
      .stray, found: Message(zh: "没有这个值", en: "no such value"),
      expected: Message(zh: "本文件中某个文字的 JSON 指针", en: "the JSON pointer of a text in this file"))
  }
}
