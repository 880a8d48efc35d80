import JSON
import Provenance

/// What a line of a stream asks for: a file to read, or bytes that it holds itself.
///
/// ```jsonl
/// {"id": "131", "path": "/data/2021/131.txt"}
/// {"id": "131", "path": "2021/131.txt", "bytes": "base64…"}
/// {"id": "131", "path": "2021/131.txt", "text": "第一部分……"}
/// /data/2021/131.txt
/// ```
struct StreamedDocument {
  enum Content {
    case file([UInt8])
    case inline([UInt8])
  }

  /// That of the line, else its path.
  var id: String
  /// What the output records, relative to the root.
  var path: String
  var content: Content

  /// `id` is set as soon as it is known, for whatever is wrong with the rest.
  init(_ line: [UInt8], line number: Int, root: StreamRoot?, id: inout String?) throws(Failure) {
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 }), first == UInt8(ascii: "{") else {
      let line = line.last == 0x0D ? Array(line.dropLast()) : line
      let name = PathText.text(of: line)
      id = name
      let place = try StreamRoot.place(of: line, below: root, line: number)
      self.init(id: name, path: place.path, content: .file(place.location))
      return
    }
    let value: JSONValue
    do throws(JSONError) { value = try JSONParser.parse(line) } catch { throw .brokenLine(number, error) }
    guard case .object(let members) = value else { throw .brokenLine(number) }
    if case .string(let name)? = members["id"], !name.isEmpty { id = name }
    var texts: [String: String] = [:]
    for member in members.members {
      guard ["bytes", "id", "path", "text"].contains(member.key) else { throw .unknownKey(member.key, number) }
      guard case .string(let text) = member.value, !text.isEmpty || member.key == "bytes" || member.key == "text" else {
        throw .wrongKey(member.key, number)
      }
      texts[member.key] = text
    }
    if id == nil { id = texts["path"] }
    guard let known = id else { throw .missingKey(number) }
    switch (texts["bytes"], texts["text"], texts["path"]) {
    case (_?, _?, _): throw .twoContents(number)
    case (let encoded?, nil, let path):
      guard let bytes = Base64.decode(encoded) else { throw .brokenBase64(number) }
      self.init(id: known, path: path ?? known, content: .inline(bytes))
    case (nil, let text?, let path):
      self.init(id: known, path: path ?? known, content: .inline(Array(text.utf8)))
    case (nil, nil, let path?):
      let place = try StreamRoot.place(of: Array(path.utf8), below: root, line: number)
      self.init(id: known, path: place.path, content: .file(place.location))
    case (nil, nil, nil): throw .missingKey(number)
    }
  }

  private init(id: String, path: String, content: Content) {
    self.id = id
    self.path = path
    self.content = content
  }
}
