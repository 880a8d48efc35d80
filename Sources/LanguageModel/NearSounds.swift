/// Sounds that many speakers and writers do not tell apart.
package struct NearSounds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// zh and z.
  package static let zh = NearSounds(rawValue: 1)
  /// ch and c.
  package static let ch = NearSounds(rawValue: 2)
  /// sh and s.
  package static let sh = NearSounds(rawValue: 4)
  /// l and n.
  package static let l = NearSounds(rawValue: 8)
  /// f and h.
  package static let f = NearSounds(rawValue: 16)
  /// -ang and -an, -eng and -en, -ing and -in, -iang and -ian, -uang and -uan.
  package static let ng = NearSounds(rawValue: 32)

  /// Only the very same syllable.
  package static let none: NearSounds = []
  package static let all: NearSounds = [.zh, .ch, .sh, .l, .f, .ng]
}

/// Which syllables count as the same, as a table: a class of syllables is named for one of them.
package struct SoundClasses: Sendable {
  package let sounds: NearSounds
  private let classes: [UInt16]

  package init(_ sounds: NearSounds) {
    self.sounds = sounds
    let pairs: [(NearSounds, StaticString, StaticString)] = [
      (.zh, "zh", "z"), (.ch, "ch", "c"), (.sh, "sh", "s"), (.l, "l", "n"), (.f, "f", "h"),
    ]
    let endings: [(StaticString, StaticString)] = [
      ("ang", "an"), ("eng", "en"), ("ing", "in"), ("iang", "ian"), ("uang", "uan"),
    ]
    func index(_ text: StaticString, in list: [StaticString]) -> Int? {
      list.firstIndex { $0.description == text.description }
    }
    var initials = Array(Syllable.initials.indices)
    for (sound, from, to) in pairs where sounds.contains(sound) {
      if let from = index(from, in: Syllable.initials), let to = index(to, in: Syllable.initials) {
        initials[from] = to
      }
    }
    var finals = Array(Syllable.finals.indices)
    for (from, to) in endings where sounds.contains(.ng) {
      if let from = index(from, in: Syllable.finals), let to = index(to, in: Syllable.finals) { finals[from] = to }
    }
    classes =
      [0] + initials.flatMap { initial in finals.map { final in UInt16(initial * finals.count + final + 1) } }
  }

  /// The class of a syllable.
  @inline(__always) package subscript(syllable: Syllable) -> Syllable {
    Syllable(number: classes[Int(syllable.number)])
  }

  package func areSame(_ left: Syllable, _ right: Syllable) -> Bool {
    self[left] == self[right]
  }
}
