internal import Comparing
package import JSON

/// RFC 6902: the operations that make one canonical filing of another. Projects and indicators that are matched are
/// moved and changed, not removed and added; applied to the old file's value, the operations give the new file's.
package struct JSONPatch {
  /// What a file says of its values: replaced whole.
  private static let records: Set<String> = ["corrections", "diagnostics", "places", "producer", "source"]

  private var operations: [JSONValue] = []
  /// For arrays of things that are matched: the old position for each new one.
  private let partners: (_ path: String) -> [Int?]?

  /// `projects` gives the old position of each new project.
  package static func operations(
    from old: JSONValue, to new: JSONValue, projects: [Int?]
  ) -> [JSONValue] {
    let oldProjects = old["projects"]?.array ?? []
    let newProjects = new["projects"]?.array ?? []
    var patch = JSONPatch { path in
      let steps = path.split(separator: "/")
      if path == "/projects" { return projects }
      guard steps.count == 3, steps[0] == "projects", steps[2] == "indicators", let index = Int(steps[1]),
        newProjects.indices.contains(index), projects.indices.contains(index), let oldIndex = projects[index],
        oldProjects.indices.contains(oldIndex)
      else { return nil }
      let (before, after) = (oldProjects[oldIndex].indicators, newProjects[index].indicators)
      var partners = [Int?](repeating: nil, count: after.count)
      for pair in IndicatorMatching.pairs(before, after) { partners[pair.new] = pair.old }
      return partners
    }
    patch.compare(old, new, at: "")
    return patch.operations
  }

  private init(_ partners: @escaping (_ path: String) -> [Int?]?) {
    self.partners = partners
  }

  private mutating func add(_ operation: String, _ path: String, value: JSONValue? = nil, from: String? = nil) {
    var object = JSONObject()
    object["op"] = .string(operation)
    object["path"] = .string(path)
    if let value { object["value"] = value }
    if let from { object["from"] = .string(from) }
    operations.append(.object(object))
  }

  /// Both stand at `path`, since what came before has been brought into place. Depth is that of the values, which
  /// parsing bounds.
  private mutating func compare(_ old: JSONValue, _ new: JSONValue, at path: String) {
    if old == new { return }
    switch (old, new) {
    case (.object(let before), .object(let after)):
      for member in before.members where after[member.key] == nil { add("remove", path + "/" + escaped(member.key)) }
      for member in after.members {
        let inner = path + "/" + escaped(member.key)
        if let value = before[member.key] {
          if path.isEmpty, Self.records.contains(member.key) {
            // Value by value it would say nothing that a reader could follow.
            if value != member.value { add("replace", inner, value: member.value) }
          } else {
            compare(value, member.value, at: inner)
          }
        } else {
          add("add", inner, value: member.value)
        }
      }
    case (.array(let before), .array(let after)): compareArrays(before, after, at: path)
    default: add("replace", path, value: new)
    }
  }

  private mutating func compareArrays(_ before: [JSONValue], _ after: [JSONValue], at path: String) {
    let known = partners(path)
    let partners = known?.count == after.count ? known ?? [] : after.indices.map { $0 < before.count ? $0 : nil }
    let kept = Set(partners.compactMap(\.self))
    var present = Array(before.indices)
    for index in before.indices.reversed() where !kept.contains(index) {
      add("remove", "\(path)/\(index)")
      present.remove(at: index)
    }
    for index in after.indices {
      guard let partner = partners[index] else {
        add("add", "\(path)/\(index)", value: after[index])
        present.insert(-1, at: index)
        continue
      }
      if let position = present.firstIndex(of: partner), position != index {
        add("move", "\(path)/\(index)", from: "\(path)/\(position)")
        present.remove(at: position)
        present.insert(partner, at: index)
      }
    }
    for index in after.indices {
      if let partner = partners[index], before.indices.contains(partner) {
        compare(before[partner], after[index], at: "\(path)/\(index)")
      }
    }
  }

  private func escaped(_ key: String) -> String { key.replacing("~", with: "~0").replacing("/", with: "~1") }
}

extension JSONValue {
  fileprivate var array: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// What indicators are matched by.
  fileprivate var indicators: [IndicatorSnapshot] {
    (self["indicators"]?.array ?? []).map { value in
      func text(_ key: String) -> String? {
        if case .string(let text)? = value[key] { text } else { nil }
      }
      var indicator = IndicatorSnapshot()
      indicator.level1 = text("level1")
      indicator.level2 = text("level2")
      indicator.name = text("name")
      indicator.description = text("description")
      if case .string(let text)? = value["target"]?["text"] { indicator.target = TargetSnapshot(text: text) }
      return indicator
    }
  }
}
