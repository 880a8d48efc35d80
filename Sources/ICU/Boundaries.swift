internal import CICU

/// Where words end, or lines may, by ICU's rules and its Chinese dictionary. For one thread at a time.
@safe package final class Boundaries {
  package enum Kind: Sendable {
    case word, line
  }

  private let handle: OpaquePointer

  package init(_ kind: Kind) throws(ICUError) {
    var failure: UnsafePointer<CChar>?
    guard let handle = unsafe cicu_boundaries_create(kind == .word ? CICU_WORD : CICU_LINE, &failure) else {
      throw unsafe .named(failure)
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cicu_boundaries_free(handle) }

  /// Every boundary of `text` in UTF-8 offsets, ascending, its start and end included.
  package func offsets(in text: String) throws(ICUError) -> [Int] {
    var failure: UnsafePointer<CChar>?
    var count: Int32 = 0
    let run = unsafe text.withICUText { unsafe cicu_boundaries_of(handle, $0, $1, &count, &failure) }
    guard let run = unsafe run else { throw .tooLong }
    guard let offsets = unsafe run else { throw unsafe .named(failure) }
    defer { unsafe cicu_free(offsets) }
    return (0..<Int(count)).map { unsafe Int(offsets[$0]) }
  }
}
