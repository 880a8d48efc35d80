/// What the rest of the filing says of a repair: how often it has the phrase one way and the other.
struct DocumentVoice {
  private(set) var meant = ""
  private(set) var written = ""
  private(set) var meantCount = DocumentWitness.Occurrences()
  private(set) var writtenCount = DocumentWitness.Occurrences()

  /// Not measured, since sentences that stand alone have no document: a phrase of three characters and more that the
  /// filing has elsewhere multiplies the odds by three each time, up to two times; the same spelling elsewhere takes a
  /// third from them, since what is copied is copied with its errors.
  private static let forMeant: Float = 1.1
  private static let forWritten: Float = 0.4

  var weight: Float {
    Self.forMeant * Float(min(2, meantCount.count)) - Self.forWritten * Float(min(2, writtenCount.count))
  }

  /// Of the word with one character before, with one behind, and (from three characters on) alone, takes the phrase that
  /// the filing has most often.
  init(_ proposal: SpellingProposal, _ run: TextRun, _ witness: DocumentWitness) {
    let span = proposal.span
    var left: [UInt16] = []
    var right: [UInt16] = []
    if span.lowerBound > 0 { left = [run.units[span.lowerBound - 1]] }
    if span.upperBound < run.units.count { right = [run.units[span.upperBound]] }
    var extensions: [([UInt16], [UInt16])] = []
    if span.count >= 3 { extensions.append(([], [])) }
    if !left.isEmpty { extensions.append((left, [])) }
    if !right.isEmpty { extensions.append(([], right)) }
    for (before, behind) in extensions {
      let phrase = before + proposal.meant + behind
      let occurrences = witness.occurrences(of: phrase)
      if occurrences.count > meantCount.count {
        meantCount = occurrences
        meant = String(decoding: phrase, as: UTF16.self)
      }
      // The place itself is one of them.
      let old = before + Array(run.units[span]) + behind
      var others = witness.occurrences(of: old)
      others.count -= 1
      if others.count > writtenCount.count {
        writtenCount = others
        written = String(decoding: old, as: UTF16.self)
      }
    }
  }
}
