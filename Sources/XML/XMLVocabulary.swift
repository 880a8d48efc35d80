/// The names and namespaces that a reader knows. Made once: each parser copies it.
package struct XMLVocabulary: Sendable {
  /// The names, then the namespaces.
  let words: Words
  /// For each name, whether the characters of such an element are wanted.
  let isTextual: [Bool]
  /// Several namespaces may share a number.
  let spaceNumbers: [Int32]

  /// `textual` holds the indices of elements whose characters are wanted.
  package init(names: [String], textual: Set<Int>, spaces: [(uri: String, number: Int)]) {
    words = Words(names + spaces.map(\.uri))
    isTextual = names.indices.map { textual.contains($0) }
    spaceNumbers = spaces.map { Int32(truncatingIfNeeded: $0.number) }
  }
}

/// Words as C sees them.
struct Words: Sendable {
  private var bytes: [CChar] = []
  private var starts: [Int] = []

  init(_ words: [String]) {
    for word in words {
      starts.append(bytes.count)
      bytes += word.utf8CString
    }
  }

  /// Lends a pointer to each word.
  @unsafe func withPointers<Result>(_ body: ([UnsafePointer<CChar>]) -> Result) -> Result? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      return unsafe body(starts.map { unsafe base + $0 })
    }
  }
}
