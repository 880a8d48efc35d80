package import Comparing
internal import Digest
package import JSON
internal import Provenance

/// `jixiao.changes/1`: what became of every project between two years and every change, as JSON.
package enum ChangesDocument {
  package static let format = "jixiao.changes/1"

  /// The whole document, indented.
  package static func bytes(_ years: [ComparedYears]) -> [UInt8] {
    var writer = JSONWriter(.indented)
    writer.beginObject()
    writer.key("comparisons")
    writer.beginArray()
    for year in years { comparison(year).write(to: &writer) }
    writer.endArray()
    writer.key("format")
    writer.string(format)
    writer.endObject()
    writer.finish()
    return writer.bytes
  }

  /// One change a line; each says for itself what it is about.
  package static func lines(_ years: [ComparedYears], to bytes: inout [UInt8]) {
    var writer = JSONWriter(.canonical)
    for year in years {
      for change in year.comparison.changes {
        writer.removeAll(keepingCapacity: true)
        JSONValue.object(value(of: change, year)).write(to: &writer)
        writer.finish()
        bytes += writer.bytes
        bytes.append(0x0A)
      }
    }
  }

  private static func comparison(_ years: ComparedYears) -> JSONValue {
    let comparison = years.comparison
    var object = JSONObject()
    object["changes"] = .array(comparison.changes.map { .object(value(of: $0, years)) })
    object["departments"] = .array(
      comparison.matches.filings.map { pair in
        .object(
          JSONObject([
            ("new", .string(comparison.new[pair.new].id)), ("old", .string(comparison.old[pair.old].id)),
            ("relation", .string(pair.relation.rawValue)),
          ]))
      })
    object["merges"] = .array(
      comparison.matches.merges.map { merge in
        var object = JSONObject()
        object["new"] = project(merge.new, comparison.new, years.newContinuity)
        object["old"] = .array(merge.old.map { project($0, comparison.old, years.oldContinuity) })
        object["confirmed"] = .bool(merge.isConfirmed)
        object["ratio"] = merge.ratio.map(rounded) ?? .null
        object["score"] = rounded(merge.score)
        return .object(object)
      })
    object["new"] = .array(filings(comparison.new, years.newFiles))
    object["old"] = .array(filings(comparison.old, years.oldFiles))
    object["pairs"] = .array(comparison.matches.pairs.map { pair($0, years) })
    object["splits"] = .array(
      comparison.matches.splits.map { split in
        var object = JSONObject()
        object["new"] = .array(split.new.map { project($0, comparison.new, years.newContinuity) })
        object["old"] = project(split.old, comparison.old, years.oldContinuity)
        object["confirmed"] = .bool(split.isConfirmed)
        object["ratio"] = split.ratio.map(rounded) ?? .null
        object["score"] = rounded(split.score)
        return .object(object)
      })
    var summary = JSONObject()
    for (kind, count) in years.counts { summary[kind.rawValue] = .number(Double(count)) }
    object["summary"] = .object(summary)
    return .object(object)
  }

  private static func filings(_ snapshots: [Snapshot], _ files: [String]) -> [JSONValue] {
    zip(snapshots, files).map { snapshot, file in
      .object(
        JSONObject([
          ("file", .string(file)), ("id", .string(snapshot.id)),
          ("projects", .number(Double(snapshot.projects.count))),
          ("year", snapshot.year.map { .number(Double($0)) } ?? .null),
        ]))
    }
  }

  private static func project(_ place: ProjectPlace, _ filings: [Snapshot], _ continuity: [[String]]) -> JSONValue {
    let project = filings[place.filing].projects[place.index]
    return .object(
      JSONObject([
        ("code", text(project.code)), ("continuity", .string(continuity[place.filing][place.index])),
        ("filing", .string(filings[place.filing].id)), ("name", text(project.name)),
        ("path", .string("/projects/\(place.index)")), ("total", project.budget.total.map(JSONValue.number) ?? .null),
      ]))
  }

  private static func pair(_ pair: ProjectPair, _ years: ComparedYears) -> JSONValue {
    let comparison = years.comparison
    var object = JSONObject()
    object["ambiguous"] = .bool(pair.isAmbiguous)
    object["evidence"] = .object(JSONObject(pair.evidence.map { ($0.field.rawValue, rounded($0.value)) }))
    object["how"] = .string(pair.how.rawValue)
    object["margin"] = rounded(pair.margin)
    object["moved"] = .bool(pair.isMoved)
    object["new"] = project(pair.new, comparison.new, years.newContinuity)
    object["old"] = project(pair.old, comparison.old, years.oldContinuity)
    if let runnerUp = pair.runnerUp {
      var rival = JSONObject()
      rival["project"] =
        runnerUp.isOld
        ? project(runnerUp.place, comparison.old, years.oldContinuity)
        : project(runnerUp.place, comparison.new, years.newContinuity)
      rival["score"] = rounded(runnerUp.score)
      rival["side"] = .string(runnerUp.isOld ? "old" : "new")
      object["runnerUp"] = .object(rival)
    } else {
      object["runnerUp"] = .null
    }
    object["score"] = rounded(pair.score)
    return .object(object)
  }

  /// A change as one object.
  package static func value(of change: Change, _ years: ComparedYears) -> JSONObject {
    var object = JSONObject()
    object["ambiguous"] = .bool(change.isAmbiguous)
    if let amount = change.amount { object["amount"] = .number(amount) }
    object["cause"] = .string(change.cause.rawValue)
    let department = years.department(change)
    object["department"] = .object(JSONObject([("code", text(department.code)), ("name", text(department.name))]))
    object["id"] = .string(id(of: change, years))
    let indicator = years.indicator(change)
    if indicator.old != nil || indicator.new != nil {
      object["indicator"] = .object(
        JSONObject([("new", text(indicator.new?.name)), ("old", text(indicator.old?.name))]))
    }
    object["kind"] = .string(change.kind.rawValue)
    let sentence = ChangeWording.sentence(change)
    object["message"] = .object(JSONObject([("en", .string(sentence.en)), ("zh", .string(sentence.zh))]))
    object["new"] = side(change.new, change.newFiling, years.comparison.new, years.newFiles)
    object["old"] = side(change.old, change.oldFiling, years.comparison.old, years.oldFiles)
    if let percent = change.percent { object["percent"] = .number(percent) }
    if change.oldProject != nil || change.newProject != nil {
      var project = JSONObject()
      project["continuity"] = text(years.continuity(change))
      project["new"] = name(years.newProject(change))
      project["old"] = name(years.oldProject(change))
      object["project"] = .object(project)
    }
    if !change.words.isEmpty {
      object["words"] = .array(change.words.map { .array([.string($0.kind.rawValue), .string($0.text)]) })
    }
    return object
  }

  /// The same from run to run: 16 hexadecimal digits of a hash of what changed and where.
  private static func id(of change: Change, _ years: ComparedYears) -> String {
    let parts = [
      change.kind.rawValue, change.oldFiling.map { years.comparison.old[$0].id } ?? "", change.old?.path ?? "",
      change.newFiling.map { years.comparison.new[$0].id } ?? "", change.new?.path ?? "",
    ]
    guard let digest = try? SHA256(of: parts.joined(separator: "\u{0}")) else { return "" }
    return String(digest.hex.prefix(16))
  }

  private static func side(
    _ side: Change.Side?, _ filing: Int?, _ filings: [Snapshot], _ files: [String]
  ) -> JSONValue {
    guard let side, let filing else { return .null }
    return .object(
      JSONObject([
        ("document", text(filings[filing].source)), ("file", .string(files[filing])),
        ("filing", .string(filings[filing].id)), ("path", .string(side.path)), ("source", .array(side.places)),
        ("value", side.value),
        ("year", filings[filing].year.map { .number(Double($0)) } ?? .null),
      ]))
  }

  private static func name(_ project: ProjectSnapshot?) -> JSONValue {
    guard let project else { return .null }
    return .object(JSONObject([("code", text(project.code)), ("name", text(project.name))]))
  }

  private static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// Three decimals.
  private static func rounded(_ value: Double) -> JSONValue { .number((value * 1_000).rounded() / 1_000) }
}
