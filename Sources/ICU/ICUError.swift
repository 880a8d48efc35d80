/// A failure that ICU reported.
package struct ICUError: Error, Hashable, Sendable {
  /// ICU's own name of it, such as `U_MALFORMED_SET`.
  package let name: String

  package init(name: String) {
    self.name = name
  }

  /// ICU counts bytes in 32 bits; a longer text is refused before ICU sees it.
  static let tooLong = ICUError(name: "U_INDEX_OUTOFBOUNDS_ERROR")

  static func named(_ name: UnsafePointer<CChar>?) -> ICUError {
    ICUError(name: unsafe name.map { unsafe String(cString: $0) } ?? "U_INTERNAL_PROGRAM_ERROR")
  }
}
