import ICU

/// Made once: it takes seconds in a debug build.
enum Shared {
  static let readings = Result { try Readings() }
}
