import JSON
import TestSupport
import Testing

@testable import Publishing

struct JSONPatchTests {
  @Test func applyingItGivesTheNewFile() throws {
    var random = SplitMix(seed: 21)
    for round in 0..<60 {
      let old = filing(&random)
      var new = old
      mutate(&new, &random)
      let (before, after) = (projects(old), projects(new))
      let partners = after.map { project in before.firstIndex { $0["code"] == project["code"] } }
      let patch = JSONPatch.operations(from: old, to: new, projects: partners)
      #expect(try applied(patch, to: old) == new, "round \(round)")
    }
  }

  @Test func whatIsEqualNeedsNoOperation() {
    var random = SplitMix(seed: 22)
    let value = filing(&random)
    #expect(JSONPatch.operations(from: value, to: value, projects: projects(value).indices.map(\.self)).isEmpty)
  }

  @Test func aProjectThatChangedPlaceIsMoved() throws {
    let old: JSONValue = ["projects": [["code": "A"], ["code": "B"]]]
    let new: JSONValue = ["projects": [["code": "B"], ["code": "A"]]]
    let patch = JSONPatch.operations(from: old, to: new, projects: [1, 0])
    #expect(patch == [["from": "/projects/1", "op": "move", "path": "/projects/0"]])
  }

  // MARK: Random filings

  private func filing(_ random: inout SplitMix) -> JSONValue {
    let projects = (0..<Int.random(in: 0...5, using: &random)).map { index in
      project("P\(index)", &random)
    }
    return ["id": "x", "a/b~c": .number(Double(Int.random(in: 0...3, using: &random))), "projects": .array(projects)]
  }

  private func project(_ code: String, _ random: inout SplitMix) -> JSONValue {
    let indicators: [JSONValue] = (0..<Int.random(in: 0...4, using: &random)).map { index in
      ["name": .string("指标\(index)完成率"), "target": ["text": .string("≥\(Int.random(in: 1...3, using: &random))")]]
    }
    return ["code": .string(code), "indicators": .array(indicators), "goals": .array(["甲", "乙"])]
  }

  private func projects(_ value: JSONValue) -> [JSONValue] {
    if case .array(let projects)? = value["projects"] { projects } else { [] }
  }

  private func mutate(_ value: inout JSONValue, _ random: inout SplitMix) {
    guard case .object(var object) = value else { return }
    var all = projects(value)
    if !all.isEmpty, Bool.random(using: &random) { all.remove(at: Int.random(in: all.indices, using: &random)) }
    if Bool.random(using: &random) { all.append(project("N", &random)) }
    all.shuffle(using: &random)
    all = all.map { old in
      guard case .object(var object) = old, Bool.random(using: &random) else { return old }
      if case .object(let other) = project("", &random) { object["indicators"] = other["indicators"] }
      object["extra"] = Bool.random(using: &random) ? .null : nil
      object["goals"] = ["乙"]
      return .object(object)
    }
    object["projects"] = .array(all)
    if Bool.random(using: &random) { object["a/b~c"] = nil }
    if Bool.random(using: &random) { object["new"] = [true] }
    value = .object(object)
  }

  // MARK: RFC 6902, as a reader of patches has it

  private struct Broken: Error {}

  private func applied(_ operations: [JSONValue], to value: JSONValue) throws -> JSONValue {
    var value = value
    for operation in operations {
      guard case .string(let name)? = operation["op"], case .string(let path)? = operation["path"] else {
        throw Broken()
      }
      switch name {
      case "remove": _ = try remove(path, &value)
      case "add": try add(path, operation["value"], &value)
      case "replace":
        _ = try remove(path, &value)
        try add(path, operation["value"], &value)
      case "move":
        guard case .string(let from)? = operation["from"] else { throw Broken() }
        try add(path, try remove(from, &value), &value)
      default: throw Broken()
      }
    }
    return value
  }

  private func steps(_ path: String) -> [String] {
    path.split(separator: "/").map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
  }

  private func remove(_ path: String, _ value: inout JSONValue) throws -> JSONValue {
    var removed: JSONValue?
    try change(steps(path)[...], &value) { parent, key in
      switch parent {
      case .object(var object):
        removed = object[key]
        object[key] = nil
        parent = .object(object)
      case .array(var elements):
        guard let index = Int(key), elements.indices.contains(index) else { throw Broken() }
        removed = elements.remove(at: index)
        parent = .array(elements)
      default: throw Broken()
      }
    }
    guard let removed else { throw Broken() }
    return removed
  }

  private func add(_ path: String, _ new: JSONValue?, _ value: inout JSONValue) throws {
    guard let new else { throw Broken() }
    try change(steps(path)[...], &value) { parent, key in
      switch parent {
      case .object(var object):
        object[key] = new
        parent = .object(object)
      case .array(var elements):
        guard let index = Int(key), (0...elements.count).contains(index) else { throw Broken() }
        elements.insert(new, at: index)
        parent = .array(elements)
      default: throw Broken()
      }
    }
  }

  private func change(
    _ steps: ArraySlice<String>, _ value: inout JSONValue, _ body: (inout JSONValue, String) throws -> Void
  ) throws {
    guard let first = steps.first else { throw Broken() }
    if steps.count == 1 { return try body(&value, first) }
    switch value {
    case .object(var object):
      guard var inner = object[first] else { throw Broken() }
      try change(steps.dropFirst(), &inner, body)
      object[first] = inner
      value = .object(object)
    case .array(var elements):
      guard let index = Int(first), elements.indices.contains(index) else { throw Broken() }
      try change(steps.dropFirst(), &elements[index], body)
      value = .array(elements)
    default: throw Broken()
    }
  }
}
