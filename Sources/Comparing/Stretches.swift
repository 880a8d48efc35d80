/// Work on a list in stretches, several at a time, whose results come in the list's order however many there are.
package enum Stretches {
  /// What `body` makes of each of at most `jobs` stretches of `count` positions, together all of them.
  package static func map<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @escaping @Sendable (Range<Int>) -> Result
  ) async -> [Result] {
    let jobs = max(1, min(jobs, count))
    return await withTaskGroup(of: (Int, Result).self) { group in
      for job in 0..<jobs {
        group.addTask { (job, body(count * job / jobs..<count * (job + 1) / jobs)) }
      }
      var results = [Result?](repeating: nil, count: jobs)
      for await (job, result) in group { results[job] = result }
      return results.compactMap(\.self)
    }
  }
}
