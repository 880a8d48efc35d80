internal import Provenance

/// One filing a department. A project without a unit code belongs with the project before it. What stands above the
/// projects belongs to every department, and a diagnostic says so. The account is that of the file, and so each lists
/// all that nothing in the file took: whoever reads one output sees what the share that it states lacks.
package func splitByDepartment(_ filing: Filing) -> [Filing] {
  var keys: [String?] = []
  var last: String?
  for index in filing.projects.indices {
    last = filing.projects[index].unit?.code.flatMap { departmentCode($0.text)?.code } ?? last
    keys.append(last)
  }
  // Projects before the first that says its department go with it.
  if let first = keys.compactMap(\.self).first { keys = keys.map { $0 ?? first } }
  var departments: [String] = []
  var numbers: [String: Int] = [:]
  for case .some(let key) in keys where numbers[key] == nil {
    numbers[key] = departments.count
    departments.append(key)
  }
  guard departments.count > 1 else { return [filing] }

  var empty = filing
  (empty.projects, empty.diagnostics) = ([], [])
  var parts = departments.map { _ in empty }
  /// Of each project, in which part it stands, and where.
  var places: [(part: Int, index: Int)] = []
  for (project, key) in zip(filing.projects, keys) {
    let part = key.flatMap { numbers[$0] } ?? 0
    places.append((part, parts[part].projects.count))
    parts[part].projects.append(project)
  }
  for diagnostic in filing.diagnostics {
    guard let (project, rest) = diagnostic.project else {
      for part in parts.indices { parts[part].diagnostics.append(diagnostic) }
      continue
    }
    guard places.indices.contains(project) else { continue }
    var moved = diagnostic
    moved.path = "/projects/\(places[project].index)\(rest)"
    parts[places[project].part].diagnostics.append(moved)
  }
  if !filing.overall.isEmpty || filing.cover != nil {
    let shared = Diagnostic.shared(by: departments)
    for part in parts.indices { parts[part].diagnostics.append(shared) }
  }
  return parts
}

extension Diagnostic {
  /// The number of the project that it is about, and the rest of its path.
  fileprivate var project: (number: Int, rest: Substring)? {
    guard let path, path.hasPrefix("/projects/") else { return nil }
    let tail = path.dropFirst("/projects/".count)
    let digits = tail.prefix { $0 != "/" }
    return Int(digits).map { ($0, tail.dropFirst(digits.count)) }
  }

  fileprivate static func shared(by departments: [String]) -> Diagnostic {
    let few = departments.prefix(8)
    let isCut = few.count < departments.count
    let (zh, en) = (few.joined(separator: "、") + (isCut ? "等" : ""), few.joined(separator: ", ") + (isCut ? ", …" : ""))
    return Diagnostic(
      "shared-by-departments", .warning, path: "/overall",
      Message(
        zh: "文件中有 \(departments.count) 个部门（\(zh)）的项目，但部门整体绩效目标只有一份，各部门的输出中都列出。",
        en: "The file holds projects of \(departments.count) departments (\(en)) under one set of overall targets, "
          + "which stands in the output of each."))
  }
}
