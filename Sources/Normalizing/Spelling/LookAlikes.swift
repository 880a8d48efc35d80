internal import LanguageModel

/// Which characters look alike: ``Shapes`` from 0.5 on, where they share more than a trait or two.
struct LookAlikes: Sendable {
  struct Pair: Sendable {
    var unit: UInt16
    var similarity: Float
  }

  private static let least: Float = 0.4

  func like(_ unit: UInt16) -> some Sequence<Pair> {
    // Not a Chinese character: nothing is like it.
    Shapes(like: Unicode.Scalar(unit) ?? "\u{FFFD}").lazy
      .filter { $0.similarity >= Self.least && $0.character.value <= 0xFFFF }
      .map { Pair(unit: UInt16($0.character.value), similarity: $0.similarity) }
  }

  func similarity(_ written: UInt16, _ meant: UInt16) -> Float? {
    like(written).first { $0.unit == meant }?.similarity
  }
}
