/// Makes `LexiconTerms.generated.swift` of `lexicon.txt`, which stands beside it.
func generateLexicon(from text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
  return """
    // Generated from lexicon.txt in this folder by `dev docs`. Do not edit.

    /// The text of `lexicon.txt`.
    enum LexiconTerms {
      static let text = #\"""
    \(lines.joined(separator: "\n"))
        \"""#
    }

    """
}
