internal import CICU

/// A Unicode normalisation form, limited to a set of characters, that tells exactly what it changes.
///
/// Normalising Chinese without a set is wrong: NFKC turns `，（：` into `,(:`.
@safe package final class UnicodeNormalizer: @unchecked Sendable {
  package enum Form: Sendable {
    case nfc, nfkc
  }

  /// A span that the form changes: UTF-8 offsets into the text, and what it becomes.
  package struct Change: Hashable, Sendable {
    package var range: Range<Int>
    package var replacement: String

    package init(_ range: Range<Int>, to replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  // Sendable because ICU's normalisers are immutable: the handle is written once, here, and freed once, in deinit.
  private let handle: OpaquePointer

  /// `pattern` describes the set as ICU's UnicodeSet does (`[０-９]`); nil stands for every character.
  package init(_ form: Form, of pattern: String? = nil) throws(ICUError) {
    let icuForm = form == .nfc ? CICU_NFC : CICU_NFKC
    var failure: UnsafePointer<CChar>?
    let created =
      if let pattern {
        unsafe pattern.withICUText { unsafe cicu_normalizer_create(icuForm, $0, $1, &failure) } ?? nil
      } else {
        unsafe cicu_normalizer_create(icuForm, nil, 0, &failure)
      }
    guard let handle = unsafe created else { throw unsafe .named(failure) }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cicu_normalizer_free(handle) }

  /// What the form changes in `text`, ordered and disjoint. O(text).
  package func changes(in text: String) throws(ICUError) -> [Change] {
    var failure: UnsafePointer<CChar>?
    let run = unsafe text.withICUText { unsafe cicu_normalize(handle, $0, $1, &failure) }
    guard let run = unsafe run else { throw .tooLong }
    guard let result = unsafe run else { throw unsafe .named(failure) }
    defer { unsafe cicu_normalized_free(result) }
    var length: Int32 = 0
    var count: Int32 = 0
    let chars = unsafe UnsafeBufferPointer(start: cicu_normalized_utf8(result, &length), count: Int(length))
    let edits = unsafe UnsafeBufferPointer(start: cicu_normalized_edits(result, &count), count: Int(count))
    return unsafe edits.map { edit in
      let replacement = unsafe chars[Int(edit.resultStart)..<Int(edit.resultEnd)]
      return unsafe Change(
        Int(edit.start)..<Int(edit.end),
        to: String(decoding: replacement.lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
  }
}
