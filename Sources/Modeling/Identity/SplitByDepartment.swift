internal import Provenance

/// One filing a department. A project without a unit code belongs with the project before it. What stands above the
/// projects belongs to every department, and a diagnostic says so.
func splitByDepartment(_ filing: Filing) -> [Filing] {
  var keys: [String?] = []
  var last: String?
  for index in filing.projects.indices {
    last = filing.projects[index].unit?.code.flatMap { departmentCode($0.text)?.code } ?? last
    keys.append(last)
  }
  // Projects before the first that says its department go with it.
  if let first = keys.compactMap(\.self).first { keys = keys.map { $0 ?? first } }
  var departments: [String] = []
  for case .some(let key) in keys where !departments.contains(key) { departments.append(key) }
  guard departments.count > 1 else { return [filing] }

  return departments.map { department in
    var part = filing
    part.projects = []
    var places: [String: String] = [:]
    var starts: [Int] = []
    for (index, project) in filing.projects.enumerated() where keys[index] == department {
      places["/projects/\(index)"] = "/projects/\(part.projects.count)"
      part.projects.append(project)
    }
    for project in filing.projects { starts.append(project.start ?? 0) }
    part.diagnostics = filing.diagnostics.compactMap { diagnostic in
      guard let path = diagnostic.path, path.hasPrefix("/projects/") else { return diagnostic }
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count >= 3, let head = places["/projects/\(parts[2])"] else { return nil }
      var moved = diagnostic
      moved.path = ([Substring(head)] + parts.dropFirst(3)).joined(separator: "/")
      return moved
    }
    part.unmapped = filing.unmapped.filter { range in
      let owner = starts.lastIndex { $0 <= range.start } ?? 0
      return keys[owner] == department
    }
    if !filing.overall.isEmpty || filing.cover != nil {
      part.diagnostics.append(
        Diagnostic(
          "shared-by-departments", .warning, path: "/overall",
          Message(
            zh: "文件中有 \(departments.count) 个部门（\(departments.joined(separator: "、"))）的项目，但部门整体绩效目标只有一份，各部门的输出中都列出。",
            en:
              "The file holds projects of \(departments.count) departments (\(departments.joined(separator: ", "))) under one set of overall targets, "
              + "which stands in the output of each.")))
    }
    return part
  }
}

extension Project {
  /// Where the first text of the project stands.
  fileprivate var start: Int? {
    [heading, code, name, unit?.code, unit?.name].compactMap { $0?.source.start }.min()
  }
}
