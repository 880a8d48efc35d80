internal import ICU
internal import LanguageModel

/// All readings of each unified ideograph of the Basic Multilingual Plane, from the dictionary, with ICU's where the
/// dictionary has none. Tones are ignored.
struct CharacterSounds: Sendable {
  static let first: UInt16 = 0x4E00
  static let last: UInt16 = 0x9FFF

  /// Of each character four syllables at most, in 16 bits each, the first lowest; more are readings of dialects and
  /// names. Then the different classes of near sounds, in the same way.
  private var syllables: [UInt64] = []
  private var classes: [UInt64] = []

  init(_ lexicon: Lexicon, _ readings: Readings, near: SoundClasses) {
    for unit in Self.first...Self.last {
      var exact: [Syllable] = []
      if let scalar = Unicode.Scalar(unit) {
        for syllable in lexicon.syllables(of: scalar) where !exact.contains(syllable) { exact.append(syllable) }
        if exact.isEmpty, let syllable = Syllable(readings.text(of: readings.syllable(of: scalar))) {
          exact.append(syllable)
        }
      }
      var wide: [Syllable] = []
      for syllable in exact.prefix(4) where !wide.contains(near[syllable]) { wide.append(near[syllable]) }
      syllables.append(Self.packed(exact.prefix(4)))
      classes.append(Self.packed(wide[...]))
    }
  }

  private static func packed(_ syllables: ArraySlice<Syllable>) -> UInt64 {
    syllables.reversed().reduce(0) { $0 << 16 | UInt64($1.number) }
  }

  @inline(__always) static func covers(_ unit: UInt16) -> Bool { unit >= first && unit <= last }

  /// Its commonest reading; empty if none is known.
  func text(of unit: UInt16) -> String {
    guard Self.covers(unit) else { return "" }
    return Syllable(number: UInt16(truncatingIfNeeded: syllables[Int(unit - Self.first)])).text
  }

  /// The classes of near sounds, by which words are looked up: 16 bits each, up to the first zero.
  func classes(of unit: UInt16) -> UInt64 {
    Self.covers(unit) ? classes[Int(unit - Self.first)] : 0
  }

  /// How like two different characters sound.
  func likeness(_ left: UInt16, _ right: UInt16) -> Confusion? {
    guard Self.covers(left), Self.covers(right) else { return nil }
    let (left, right) = (Int(left - Self.first), Int(right - Self.first))
    if Self.share(syllables[left], syllables[right]) { return .homophone }
    return Self.share(classes[left], classes[right]) ? .nearHomophone : nil
  }

  private static func share(_ left: UInt64, _ right: UInt64) -> Bool {
    var one = left
    while one != 0 {
      var other = right
      while other != 0 {
        if UInt16(truncatingIfNeeded: one) == UInt16(truncatingIfNeeded: other) { return true }
        other >>= 16
      }
      one >>= 16
    }
    return false
  }
}
