internal import CLanguageModel

/// How probable a sequence of words is: libIME's word trigram model of written Chinese.
///
/// A word's probability depends on the two words before, which a `State` remembers. Scores are logarithms to base 10.
/// One score costs about 0.1 µs and allocates nothing.
@safe package final class NGramModel: @unchecked Sendable {
  /// The words before, as far as the model can tell them apart: where two states are equal, all that follows is scored
  /// alike.
  package struct State: Hashable, Sendable {
    fileprivate let first, second, third: UInt64
  }

  /// Words are numbered; a number holds for one model only.
  package typealias WordNumber = UInt32

  // Sendable because a model does not change once it is opened: the handle is written here and freed in deinit.
  private let handle: OpaquePointer

  /// The number of every word that the model does not know.
  package let unknown: WordNumber
  /// Every number is below it.
  package let wordCount: Int
  /// Before the first word.
  package let start: State

  /// Opens the model at `path`; nil stands for the one that Debian installs. Takes about 10 ms.
  package init(path: String? = nil) throws(LanguageDataError) {
    let path = if let path { path } else { try LanguageData.model.installedPath() }
    var opened: OpaquePointer?
    let status = unsafe clm_open(path, &opened)
    guard let handle = unsafe opened, status == CLM_OPENED else {
      let reason: LanguageDataError.Reason? =
        switch status {
        case CLM_NO_MODEL: .unknownFormat
        case CLM_DAMAGED: .damaged
        case CLM_NO_MEMORY: .outOfMemory
        default: nil
        }
      if let reason { throw LanguageDataError(file: .model, path: path, reason: reason) }
      throw LanguageData.model.failure(at: path)
    }
    unsafe self.handle = unsafe handle
    unknown = unsafe clm_unknown(handle)
    wordCount = unsafe Int(clm_word_count(handle))
    start = unsafe State(clm_no_context(handle))
  }

  deinit { unsafe clm_close(handle) }

  /// The number of a word; `unknown` if the model does not have it.
  package func number(of word: Span<UInt8>) -> WordNumber {
    // The model reads the bytes within the call.
    unsafe word.withUnsafeBufferPointer { word in unsafe clm_index(handle, word.baseAddress, word.count) }
  }

  package func number(of word: String) -> WordNumber {
    number(of: word.utf8.span)
  }

  /// How probable the word is after the words before. That of an unknown word, about −6, says little: the model was
  /// made without such words.
  package func score(_ word: WordNumber, after before: State) -> (score: Float, next: State) {
    let step = unsafe clm_score(handle, before.value, word)
    return (step.score, State(step.next))
  }
}

extension NGramModel.State {
  fileprivate init(_ value: clm_state) {
    (first, second, third) = value.parts
  }

  fileprivate var value: clm_state { clm_state(parts: (first, second, third)) }
}
