internal import Modeling
internal import Provenance

extension Check {
  static let nameDescriptionContradict = Check(
    "name-description-contradict", .warning,
    summary: Message(
      zh: "指标名称与描述用了读音相同、写法不同的词",
      en: "An indicator's name and its description use words that sound alike and are written differently"),
    rationale: Message(
      zh: "名称写“反应率”、描述写“反映数量”，两处必有一处是同音错字。只看常见的易混词，和前后文也相同的词组；"
        + "描述里两种写法都有的不提示。",
      en: "Where the name says 反应率 and the description 反映数量, one of them is a slip of the input method. Only words "
        + "that are commonly confused, and phrases whose context agrees too; silent where the description has both."),
    examples: [
      .reported(
        at: "/projects/0/indicators/0/name",
        """
        项目 | 参政议政
        效益指标 | 社会效益指标 | 社情民意反应率 | 社情民意信息反映数量占采集数量的比例 | ≥50%
        """),
      .reported(
        at: "/projects/0/indicators/0/name",
        """
        项目 | 民主监督
        产出指标 | 质量指标 | 提案班里率 | 提案办理件数占提案总数的比例 | ≥95%
        """),
      .silent(
        """
        项目 | 参政议政
        效益指标 | 社会效益指标 | 社情民意反映率 | 社情民意信息反映数量占采集数量的比例 | ≥50%
        满意度指标 | 服务对象满意度指标 | 服务对象满意度 | 服务队对象的满意程度 | ≥90%
        效益指标 | 社会效益指标 | 反应速度 | 对反映问题的反应速度 | ≤2天
        """),
    ],
    listening: { filing, spoken, findings in
      for position in spoken.leaves.indices.dropLast() {
        // A description stands right behind its name.
        guard case .indicatorName(let project, let index) = spoken.leaves[position].leaf,
          spoken.leaves[position + 1].leaf == .description(project, index),
          let found = contradiction(in: spoken.text, spoken.range(position), spoken.range(position + 1))
        else { continue }
        let row = filing.projects[project].indicators[index]
        let (name, description) = (row.name?.text ?? "", row.description?.text ?? "")
        let (one, other) = (spoken.text.text(found.phrase), spoken.text.text(found.otherPhrase))
        findings.add(
          Pointer.indicator(project, index, "name"), at: places(row.name, row.description),
          zh: "指标名称\(quoted(name))里写\(quoted(one))，描述\(quoted(description))里写\(quoted(other))，读音相同而写法不同。"
            + "请核对哪一处是对的。",
          en:
            "The name \(quoted(name)) says \(quoted(one)), the description \(quoted(description)) says \(quoted(other)): they "
            + "sound alike and are written differently. Check which one is right.")
      }
    })

  /// The first difference between a name and its description that is no chance. O(name × description) where they
  /// share syllables.
  private static func contradiction(
    in spoken: SpokenText, _ name: Range<Int>, _ description: Range<Int>
  ) -> SpokenText.Difference? {
    let (syllables, scalars) = (spoken.syllables.span, spoken.scalars.span)
    var present: (UInt64, UInt64) = (0, 0)
    for index in name {
      let syllable = syllables[index]
      if syllable & 64 == 0 { present.0 |= 1 << UInt64(syllable & 63) } else { present.1 |= 1 << UInt64(syllable & 63) }
    }
    for other in description {
      let syllable = syllables[other]
      let bits = syllable & 64 == 0 ? present.0 : present.1
      if syllable == 0 || bits >> UInt64(syllable & 63) & 1 == 0 { continue }
      for one in name
      where syllables[one] == syllable && scalars[one] != scalars[other] {
        guard var found = spoken.difference(at: one, other) else { continue }
        let isPhrase = found.same >= 2 && found.same + found.one.count >= 4
        if !isPhrase, !isConfusedWord(spoken, &found) { continue }
        // Four and more are the business of `one-phrase-two-spellings`.
        if found.same >= 4 || stands(found.phrase, in: description, spoken) { continue }
        if stands(found.otherPhrase, in: name, spoken) { continue }
        return found
      }
    }
    return nil
  }

  /// Whether the difference makes one commonly confused word of another; narrows the phrase to that word.
  private static func isConfusedWord(_ spoken: SpokenText, _ found: inout SpokenText.Difference) -> Bool {
    for before in [1, 0] {
      let one = found.one.lowerBound - before
      let other = found.other.lowerBound - before
      guard before <= found.before, one + 1 < spoken.count, other + 1 < spoken.count else { continue }
      let word = (spoken.scalars[one], spoken.scalars[one + 1])
      if Homophones.areConfused(word, (spoken.scalars[other], spoken.scalars[other + 1])) {
        found.before = before
        found.after = max(0, 2 - before - found.one.count)
        return true
      }
    }
    return false
  }

  private static func stands(_ phrase: Range<Int>, in range: Range<Int>, _ spoken: SpokenText) -> Bool {
    guard phrase.count <= range.count else { return false }
    return (range.lowerBound...range.upperBound - phrase.count).contains { start in
      phrase.indices.allSatisfy { spoken.scalars[$0] == spoken.scalars[start + $0 - phrase.lowerBound] }
    }
  }
}
