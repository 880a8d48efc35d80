internal import Modeling
internal import Provenance

extension Check {
  static let onePhraseTwoSpellings = Check(
    "one-phrase-two-spellings", .warning,
    summary: Message(
      zh: "同一短语在文中有两种写法", en: "The same phrase is written in two ways"),
    rationale: Message(
      zh: "读音相同、前后文至少有四个字相同而写法不同的短语，多半有一处是拼音输入的同音错字。"
        + "数字、人称和两可的写法（制定与制订、账与帐）不算；每一对只提示一次，指向出现较少的写法。",
      en: "Phrases that sound alike, share at least four characters around and are written differently: one of them is "
        + "probably a slip of the input method. Numerals, pronouns and free choices (制定, 制订) don't count. "
        + "Each pair is reported once, at the rarer spelling."),
    examples: [
      .reported(
        at: "/overall/goals/0/goal",
        """
        职责 | 民主监督 | 提案质量和班里质量不断提高
        措施 | 积极推进民主监督 | 不断提高提案质量和办理质量
        项目 | 民主监督
        目标 | 提案质量和办理质量不断提高
        """),
      .silent(
        """
        职责 | 民主监督 | 提案质量和办理质量不断提高
        措施 | 完善制度建设 | 制定完善预算管理制度，每年检查四次
        项目 | 民主监督
        目标 | 制订完善预算管理制度，每年检查是次 | 办理工作，班里工作
        """),
    ],
    listening: { filing, spoken, findings in
      let text = spoken.text
      for found in RepeatedPhrases.differences(in: text) {
        let (one, other) = (text.text(found.phrase), text.text(found.otherPhrase))
        let counts = (text.count(of: found.phrase), text.count(of: found.otherPhrase))
        let ranges =
          counts.0 <= counts.1 ? [found.phrase, found.otherPhrase] : [found.otherPhrase, found.phrase]
        let located = ranges.compactMap { spoken.locate($0, in: filing) }
        findings.add(
          located.first?.leaf.path, at: located.flatMap(\.places),
          zh: "\(quoted(one))（\(counts.0)处）与\(quoted(other))（\(counts.1)处）读音相同，写法不同。请核对哪一种是对的。",
          en:
            "\(quoted(one)) (\(counts.0)×) and \(quoted(other)) (\(counts.1)×) sound alike and are written differently. Check "
            + "which one is right.")
      }
    })
}

extension SpokenText {
  /// How often the scalars of `phrase` stand in the text. O(text).
  fileprivate func count(of phrase: Range<Int>) -> Int {
    let scalars = scalars.span
    guard let first = phrase.first, phrase.upperBound <= count else { return 0 }
    var found = 0
    for start in 0..<max(0, count - phrase.count + 1) where scalars[start] == scalars[first] {
      var same = 1
      while same < phrase.count, scalars[start + same] == scalars[first + same] { same += 1 }
      if same == phrase.count { found += 1 }
    }
    return found
  }
}

/// Finds phrases that stand more than once: O(scalars), with one flat table of the windows seen.
private enum RepeatedPhrases {
  /// Syllables in a window; five leave room for one that differs among four that don't.
  static let window = 5
  /// Enough for a list that somebody reads; a text that yields more is no prose.
  static let limit = 40
  static let leastSame = 4

  static func differences(in text: SpokenText) -> [SpokenText.Difference] {
    var capacity = 64
    while capacity < text.count * 2 { capacity *= 2 }
    // The number of the last scalar of the first window with these syllables, plus one; 0 where free.
    var table = [UInt32](repeating: 0, count: capacity)
    var keys = [UInt64](repeating: 0, count: text.count)
    var found: [SpokenText.Difference] = []
    var known = KnownDifferences()
    var key: UInt64 = 0
    var run = 0
    let syllables = text.syllables.span
    let scalars = text.scalars.span
    for end in 0..<text.count {
      let syllable = syllables[end]
      if syllable == 0 || syllable > 0xFFF {
        run = 0
        continue
      }
      run += 1
      // Twelve bits a syllable: the key is the window itself.
      key = (key << 12 | UInt64(syllable)) & 0x0FFF_FFFF_FFFF_FFFF
      if run < window { continue }
      keys[end] = key
      var slot = Int(truncatingIfNeeded: Fingerprint.mixed(key)) & (capacity - 1)
      while table[slot] != 0, keys[Int(table[slot]) - 1] != key { slot = (slot + 1) & (capacity - 1) }
      if table[slot] == 0 {
        table[slot] = UInt32(truncatingIfNeeded: end + 1)
        continue
      }
      let first = Int(table[slot]) - 1
      for back in 0..<window where scalars[first - back] != scalars[end - back] {
        guard found.count < limit, let difference = text.difference(at: first - back, end - back),
          difference.same >= leastSame, known.insert(difference, text)
        else { break }
        found.append(difference)
        break
      }
    }
    return found
  }
}

/// What was found already, so that each pair is reported once however often it stands.
private struct KnownDifferences {
  private var keys: Set<[UInt32]> = []

  /// False if these two spellings were found before between the same characters, or with one of them at the same
  /// place.
  mutating func insert(_ difference: SpokenText.Difference, _ text: SpokenText) -> Bool {
    let spellings = [difference.one, difference.other].map { Array(text.scalars[$0]) }
    let ordered = spellings[0].lexicographicallyPrecedes(spellings[1]) ? spellings : spellings.reversed()
    let pair: [UInt32] = ordered[0] + [0] + ordered[1]
    let before = difference.before > 0 ? text.scalars[difference.one.lowerBound - 1] : 0
    let after = difference.after > 0 ? text.scalars[difference.one.upperBound] : 0
    // Tagged by what follows the pair: characters around, or a place.
    let new = [
      pair + [0, before, after],
      pair + [1, UInt32(truncatingIfNeeded: difference.one.lowerBound)],
      pair + [1, UInt32(truncatingIfNeeded: difference.other.lowerBound)],
    ]
    let isKnown = new.contains { keys.contains($0) }
    keys.formUnion(new)
    return !isKnown
  }
}
