/// A repair of a run, with what is known of it from the run alone.
struct SpellingProposal: Sendable {
  /// In units of the run: what changes, from the first changed character to the last.
  var changed: Range<Int>
  /// The whole word.
  var span: Range<Int>
  var written: [UInt16]
  var meant: [UInt16]
  var confusion: Confusion
  /// The words around, without and with the repair, and how probable the run is.
  var before: Reading
  var after: Reading
  /// The number of the longest term that it makes.
  var term: Int?
  var features: Features
  /// Whether a name, or a writing that the model can't judge, stands in the way of applying it.
  var isProtected: Bool
  /// What else raises its logarithmic odds.
  var odds: Float = 0

  struct Reading: Sendable {
    /// Set apart by spaces.
    var units: [UInt16]
    var score: Float

    var words: String { String(decoding: units, as: UTF16.self) }
  }
}
