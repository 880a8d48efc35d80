package import Comparing
internal import ICU
package import Provenance
package import Publishing

/// Several years of filings, each held against the next.
package struct YearComparisons {
  package let years: [ComparedYears]
  /// The filings of each year, in order; those of the first comparison's old side first.
  package let filings: [ComparedFilings]
  package let continuity: Continuity

  /// Two sides as they were given, or, if `old` is nil, all the years that occur.
  ///
  /// - Throws: a filing given twice, a filing without a year where the year decides, rows of the crosswalk that cannot be
  ///   used.
  package init(
    _ old: ComparedFilings?, _ new: ComparedFilings, crosswalk: Crosswalk?, jobs: Int
  ) async throws(ComparisonProblem) {
    if let old {
      try Self.checkIds(old)
      try Self.checkIds(new)
      if old.years.count > 1 || new.years.count > 1 {
        // Two versions of an archive: each year against the same year.
        guard old.years == new.years else { throw .severalYears(old.years, new.years) }
        var compared: [ComparedYears] = []
        for year in old.years {
          let pair = [old.filter { $0.year == year }, new.filter { $0.year == year }]
          compared += try await Self.compared(pair, crosswalk, jobs).years
        }
        years = compared
        filings = []
        continuity = Continuity([], [])
        return
      }
      (years, continuity) = try await Self.compared([old, new], crosswalk, jobs)
      filings = [old, new]
    } else {
      try Self.checkIds(new)
      if let undated = new.snapshots.firstIndex(where: { $0.year == nil }) { throw .undated(new.files[undated]) }
      let all = new.years.map { year in new.filter { $0.year == year } }
      guard all.count > 1 else { throw .oneYear(new.years.first) }
      (years, continuity) = try await Self.compared(all, crosswalk, jobs)
      filings = all
    }
  }

  private static func compared(
    _ filings: [ComparedFilings], _ crosswalk: Crosswalk?, _ jobs: Int
  ) async throws(ComparisonProblem) -> (years: [ComparedYears], continuity: Continuity) {
    var comparisons: [Comparison] = []
    for (old, new) in zip(filings, filings.dropFirst()) {
      var confirmed = ProjectMatching.Confirmed()
      if let crosswalk {
        do throws(CrosswalkProblems) {
          confirmed = try crosswalk.confirmed(old.snapshots, new.snapshots)
        } catch {
          throw .crosswalk(error.problems)
        }
      }
      do throws(ICUError) {
        comparisons.append(
          try await Comparison.made(
            old.snapshots, new.snapshots, confirmed: confirmed, jobs: jobs,
            details: { isNew, filing in (isNew ? new : old).details(filing) }))
      } catch {
        throw .noICU
      }
    }
    let continuity = Continuity(filings.map(\.snapshots), comparisons.map(\.matches))
    let years = comparisons.indices.map { index in
      ComparedYears(
        comparisons[index], oldFiles: filings[index].files, newFiles: filings[index + 1].files,
        oldContinuity: continuity.ids[index], newContinuity: continuity.ids[index + 1])
    }
    return (years, continuity)
  }

  private static func checkIds(_ filings: ComparedFilings) throws(ComparisonProblem) {
    var files: [String: String] = [:]
    for (snapshot, file) in zip(filings.snapshots, filings.files) {
      if let other = files.updateValue(file, forKey: snapshot.id) { throw .sameId(snapshot.id, other, file) }
    }
  }
}

/// Why filings cannot be compared.
package enum ComparisonProblem: Error {
  case sameId(String, String, String)
  case undated(String)
  case oneYear(Int?)
  case severalYears([Int], [Int])
  case crosswalk([CrosswalkProblem])
  case noICU

  package var message: Message {
    switch self {
    case .sameId(let id, let one, let other):
      Message(
        zh: "编号 \(id) 出现两次：\(one) 与 \(other)；请只留一份再比较。",
        en: "the id \(id) occurs twice: \(one) and \(other); leave one of them out.")
    case .undated(let file):
      Message(
        zh: "\(file) 没有年度，无法确定先后；请用 --year 重新转换，或分别给出旧、新两边。",
        en:
          "\(file) has no year, so its order is unknown; convert it again with --year, or name the old and the new side."
      )
    case .oneYear(let year):
      Message(
        zh: "只有一个年度（\(year.map(String.init) ?? "无")），没有可比较的；请给出两个文件或文件夹。",
        en:
          "there is only one year (\(year.map(String.init) ?? "none")), nothing to compare; name two files or folders.")
    case .severalYears(let old, let new):
      Message(
        zh: "两边的年度不同且不止一个（\(Self.list(old))；\(Self.list(new))）；请每边只给一个年度，或只给一个含多个年度的文件夹。",
        en:
          "the sides have several years that differ (\(Self.list(old)); \(Self.list(new))); give one year on each side, "
          + "or one folder with all of them.")
    case .crosswalk(let problems):
      Message(
        zh: problems.map { "对照表第 \($0.line) 行：\($0.message.zh)" }.joined(separator: "\n"),
        en: problems.map { "line \($0.line) of the crosswalk: \($0.message.en)" }.joined(separator: "\n"))
    case .noICU:
      Message(
        zh: "ICU 的数据读不出；请重新安装 ICU（libicu72）。", en: "ICU's data cannot be used; install ICU (libicu72) again.")
    }
  }

  private static func list(_ years: [Int]) -> String {
    years.isEmpty ? "—" : years.map(String.init).joined(separator: ", ")
  }
}
