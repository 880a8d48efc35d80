internal import LanguageModel

/// Which characters look alike: ``Shapes`` from 0.4 on, where they share more than a trait or two.
struct LookAlikes: Sendable {
  struct Pair: Sendable {
    var unit: UInt16
    var similarity: Float
  }

  private(set) var pairs: [Pair] = []
  private var starts: [UInt32] = [0]
  private var isKnown: [Bool] = []

  private static let least: Float = 0.4

  init() {
    for unit in CharacterSounds.first...CharacterSounds.last {
      var hasShapes = false
      if let scalar = Unicode.Scalar(unit) {
        hasShapes = !Shapes(like: scalar).isEmpty
        for shape in Shapes(like: scalar) where shape.similarity >= Self.least && shape.character.value <= 0xFFFF {
          pairs.append(Pair(unit: UInt16(truncatingIfNeeded: shape.character.value), similarity: shape.similarity))
        }
      }
      starts.append(UInt32(pairs.count))
      isKnown.append(hasShapes)
    }
  }

  /// The places in `pairs` of those that look like `unit`.
  func like(_ unit: UInt16) -> Range<Int> {
    guard CharacterSounds.covers(unit) else { return 0..<0 }
    let index = Int(unit - CharacterSounds.first)
    return Int(starts[index])..<Int(starts[index + 1])
  }

  /// Whether it is one of the 6,500 common characters of 通用规范汉字表.
  func isCommon(_ unit: UInt16) -> Bool {
    CharacterSounds.covers(unit) && isKnown[Int(unit - CharacterSounds.first)]
  }

  func similarity(_ written: UInt16, _ meant: UInt16) -> Float? {
    for index in like(written) where pairs[index].unit == meant { return pairs[index].similarity }
    return nil
  }
}
