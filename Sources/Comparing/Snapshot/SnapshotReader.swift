internal import JSON
package import Provenance

/// Reads what is compared of a canonical filing, whoever wrote it: keys that a later version added are passed over,
/// what is missing is unknown, and what has the wrong type is an error.
package enum SnapshotReader {
  package static let format = "jixiao.filing/1"

  /// - Throws: what is wrong, with the line and column or the JSON pointer. O(bytes).
  package static func read(_ bytes: [UInt8]) throws(SnapshotError) -> Snapshot {
    try read(bytes, SnapshotPool()).snapshot
  }

  /// Also where the places stand in the file, for ``SnapshotDetails``; nil where there are none. What the filing has in
  /// common with those that were read with `pool` before is kept once.
  package static func read(
    _ bytes: [UInt8], _ pool: SnapshotPool
  ) throws(SnapshotError) -> (snapshot: Snapshot, places: Range<Int>?) {
    if let found = QuickReader(pool).read(bytes) { return found }
    return try thoroughly(bytes)
  }

  /// By way of the file's JSON value: slower, and knows what is wrong.
  static func thoroughly(_ bytes: [UInt8]) throws(SnapshotError) -> (snapshot: Snapshot, places: Range<Int>?) {
    guard let members = JSONMembers.object(bytes.span) else {
      // Not an object, or broken: the parser knows where.
      do throws(JSONError) { _ = try JSONParser.parse(bytes) } catch { throw SnapshotError(error) }
      throw SnapshotError(
        "not-a-filing", "", Message(zh: "不是 JSON 对象", en: "not a JSON object"),
        Message(zh: "本程序输出的绩效文本 JSON", en: "a filing's JSON as this program writes it"))
    }
    var root = JSONObject()
    for member in members {
      guard let key = wanted(bytes, member.key) else { continue }
      do throws(JSONError) {
        root[key] = try JSONParser.parse(bytes.span.extracting(member.value))
      } catch {
        // Its own places count from the member; those of the whole file are what helps.
        do throws(JSONError) { _ = try JSONParser.parse(bytes) } catch { throw SnapshotError(error) }
        throw SnapshotError(error)
      }
    }
    var fields = Fields(root)
    guard let format = fields.string("format") else {
      throw SnapshotError(
        "not-a-filing", "/format", Message(zh: "没有 format", en: "no \"format\""),
        Message(zh: "“\(Self.format)”", en: "\"\(Self.format)\""))
    }
    guard format.utf8.elementsEqual(Self.format.utf8) else {
      throw SnapshotError(
        "unknown-format", "/format", Message(zh: "“\(format)”", en: "\"\(format)\""),
        Message(
          zh: "“\(Self.format)”（请用本程序重新转换原文）", en: "\"\(Self.format)\" (convert the source again with this program)"))
    }
    let snapshot = fields.snapshot()
    if let problem = fields.problem { throw problem }
    guard !snapshot.id.isEmpty else {
      throw SnapshotError(
        "not-a-filing", "/id", Message(zh: "没有 id", en: "no \"id\""),
        Message(zh: "地区、部门、年度组成的编号", en: "the filing's id: region, department, year"))
    }
    return (snapshot, members.last { bytes[$0.key].elementsEqual("places".utf8) }?.value)
  }

  private static let keys = [
    "format", "id", "year", "region", "department", "overall", "projects", "producer", "source",
  ]

  private static func wanted(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    keys.first { $0.utf8.elementsEqual(bytes[range]) }
  }
}

/// Why a file is no filing that can be compared.
package struct SnapshotError: Error, Hashable, Sendable {
  package var id: String
  package var pointer: String
  package var message: Message

  init(_ id: String, _ pointer: String, _ found: Message, _ expected: Message) {
    self.id = id
    self.pointer = pointer
    let place = pointer.isEmpty ? "" : "\(pointer) "
    message = Message(
      zh: "\(place)实际为\(found.zh)，应为\(expected.zh)。", en: "\(place)is \(found.en); expected \(expected.en).")
  }

  init(_ error: JSONError) {
    id = "not-json"
    pointer = ""
    message = Message(zh: error.zh, en: error.en)
  }
}
