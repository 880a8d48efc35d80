import LanguageModel

/// The data that Debian installs, loaded once for all tests.
enum Installed {
  private static let loadedModel = Result<NGramModel, LanguageDataError> { () throws(LanguageDataError) in
    try NGramModel()
  }
  private static let loadedLexicon = Result<Lexicon, any Error> { try Lexicon(model: model()) }

  static func model() throws -> NGramModel { try loadedModel.get() }
  static func lexicon() throws -> Lexicon { try loadedLexicon.get() }
}
