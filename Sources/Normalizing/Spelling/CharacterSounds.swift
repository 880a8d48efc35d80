internal import ICU
internal import LanguageModel

/// All readings of each unified ideograph of the Basic Multilingual Plane, from the dictionary, with ICU's where the
/// dictionary has none. Tones are ignored.
struct CharacterSounds: Sendable {
  /// A reading: the very syllable, and its class of near sounds.
  struct Sound: Sendable {
    var exact: Syllable
    var near: Syllable
  }

  static let first: UInt16 = 0x4E00
  static let last: UInt16 = 0x9FFF

  private var starts: [UInt32] = [0]
  private var sounds: [Sound] = []
  /// For each ideograph its different classes of near sounds.
  private var classStarts: [UInt32] = [0]
  private var classes: [Syllable] = []

  init(_ lexicon: Lexicon, _ readings: Readings, near: SoundClasses, widest: SoundClasses) {
    for unit in Self.first...Self.last {
      var exact: [Syllable] = []
      if let scalar = Unicode.Scalar(unit) {
        if let prefix = lexicon.descend(.start, scalar), let word = lexicon.word(at: prefix) {
          for reading in lexicon.readings(of: word) {
            if let syllable = lexicon.syllables(of: reading).first, !exact.contains(syllable) { exact.append(syllable) }
          }
        }
        if exact.isEmpty, let syllable = Syllable(readings.text(of: readings.syllable(of: scalar))) {
          exact.append(syllable)
        }
      }
      var wide: [Syllable] = []
      for syllable in exact {
        sounds.append(Sound(exact: syllable, near: near[syllable]))
        if !wide.contains(widest[syllable]) { wide.append(widest[syllable]) }
      }
      // More than four are readings of dialects and names.
      classes += wide.prefix(4)
      starts.append(UInt32(sounds.count))
      classStarts.append(UInt32(classes.count))
    }
  }

  static func covers(_ unit: UInt16) -> Bool { unit >= first && unit <= last }

  func sounds(of unit: UInt16) -> ArraySlice<Sound> {
    guard Self.covers(unit) else { return [] }
    let index = Int(unit - Self.first)
    return sounds[Int(starts[index])..<Int(starts[index + 1])]
  }

  /// The classes, in the widest sense, by which words are looked up.
  func classes(of unit: UInt16) -> ArraySlice<Syllable> {
    guard Self.covers(unit) else { return [] }
    let index = Int(unit - Self.first)
    return classes[Int(classStarts[index])..<Int(classStarts[index + 1])]
  }

  /// How like two different characters sound.
  func likeness(_ left: UInt16, _ right: UInt16) -> Confusion? {
    var result: Confusion?
    for one in sounds(of: left) {
      for other in sounds(of: right) {
        if one.exact == other.exact { return .homophone }
        if one.near == other.near { result = .nearHomophone }
      }
    }
    return result
  }
}
