internal import Provenance

extension FilingBuilder {
  /// What the filing as a whole and its projects lack. Empty cells of indicators are for the checks.
  func reportMissing() {
    if filing.projects.isEmpty {
      if !filing.overall.isEmpty { filing.diagnostics.append(.noProjects) }
    } else if filing.overall.isEmpty {
      filing.diagnostics.append(.noOverall)
    }
    for index in filing.projects.indices { reportMissing(inProject: index) }
  }

  private func reportMissing(inProject index: Int) {
    if isComplete(filing.projects[index]) { return }
    let project = filing.projects[index]
    let places = [project.heading, project.name, project.code, project.unit?.name].compactMap { $0?.source }.prefix(1)
    let title = "第 \(index + 1) 个项目" + ((project.name ?? project.heading).map { quoted($0.filed) } ?? "")
    let english = "Project \(index + 1)"
    func report(_ id: String, _ key: String, zh: String, en: String) {
      filing.diagnostics.append(
        Diagnostic(
          id, .warning, path: "/projects/\(index)/\(key)", Message(zh: title + zh, en: english + en), at: Array(places))
      )
    }
    if project.code == nil, let absent = absentCodes[index] {
      let said = quoted(text(absent))
      filing.diagnostics.append(
        Diagnostic(
          "project-code-missing", .warning, path: "/projects/\(index)/code",
          Message(
            zh: title + "的项目编码填的是\(said)，按没有编码处理，跨年度比较时只能按名称对应。请补填。",
            en: english + " has \(said) for a code, which is none: other years can be matched by its name only. "
              + "Fill it in."), at: [absent]))
    } else if project.code == nil {
      report(
        "project-code-missing", "code", zh: "没有项目编码，跨年度比较时只能按名称对应。请核对原表。",
        en: " has no code: other years can be matched by its name only. Check the table.")
    }
    if project.name == nil {
      report(
        "project-name-missing", "name", zh: "没有项目名称。请核对原表“项目名称”后面的单元格。",
        en: " has no name. Check the cell behind 项目名称.")
    }
    if project.budget == Budget() {
      report(
        "project-budget-missing", "budget", zh: "没有预算数、财政资金和其他资金。请核对原表。",
        en: " has no amounts (预算数, 财政资金, 其他资金). Check the table.")
    }
    if project.goals.isEmpty {
      report(
        "project-goals-missing", "goals", zh: "没有绩效目标。请核对原表“绩效目标”后面的单元格。",
        en: " has no goals. Check the cell behind 绩效目标.")
    }
    if project.indicators.isEmpty {
      report(
        "project-indicators-missing", "indicators", zh: "没有绩效指标。请核对原表是否缺少指标表，或表头与通用格式不同。",
        en: " has no indicators: the table is missing, or its head is not that of the form. Check it.")
    }
  }
}

/// True if a project has all that is asked for.
private func isComplete(_ project: borrowing Project) -> Bool {
  project.code != nil && project.name != nil && !project.goals.isEmpty && !project.indicators.isEmpty
    && (project.budget.total != nil || project.budget.fiscal != nil || project.budget.other != nil)
}

extension Diagnostic {
  fileprivate static let noProjects = Diagnostic(
    "no-projects", .warning, path: "/projects",
    Message(
      zh: "没有找到预算项目绩效目标表，只读到部门整体绩效目标。请核对文件是否完整。",
      en: "No project table was found, only the targets of the department as a whole. Check that the file is complete.")
  )

  fileprivate static let noOverall = Diagnostic(
    "no-overall", .note, path: "/overall",
    Message(
      zh: "没有找到部门整体绩效目标（第一部分），只读到预算项目。",
      en: "The targets of the department as a whole (第一部分) were not found, only projects."))

  /// `label` shows the form.
  static func otherForm(_ places: [SourceRange], _ label: String) -> Diagnostic {
    Diagnostic(
      "other-form", .warning,
      Message(
        zh: "这张表有\(quoted(label))一栏，是绩效自评表，不是绩效目标表，整张表未作解读。",
        en:
          "This table has a column \(excerpt(label)): it is a self-evaluation, not a table of targets; it is kept whole under "
          + "tables and was not interpreted."
      ),
      at: places)
  }

  /// `ranges` is not empty.
  static func unmapped(_ ranges: [SourceRange]) -> Diagnostic {
    Diagnostic(
      "unmapped", .warning, path: "/unmapped",
      Message(
        zh: "有 \(ranges.count) 处文字不属于表格格式中的任何一项，未作解读，原样列在 unmapped 中。请核对是否有遗漏的内容。",
        en: "\(ranges.count) pieces of text belong to no part of the form; they were not read and are listed under "
          + "unmapped. Check that nothing of weight is among them."),
      at: Array(ranges.prefix(10)))
  }
}
