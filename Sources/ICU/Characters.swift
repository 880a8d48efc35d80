extension String {
  /// Calls `body` with the text's UTF-8 as ICU takes it; nil if it is longer than ICU can count.
  func withICUText<Result>(_ body: (UnsafePointer<CChar>?, Int32) -> Result) -> Result? {
    var text = self
    return text.withUTF8 { utf8 in
      guard let length = Int32(exactly: utf8.count) else { return nil }
      return unsafe utf8.withMemoryRebound(to: CChar.self) { unsafe body($0.baseAddress, length) }
    }
  }
}
