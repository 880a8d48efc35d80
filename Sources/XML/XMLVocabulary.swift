/// The names and namespaces that a reader knows.
package struct XMLVocabulary: Sendable {
  package var names: [String]
  /// The indices of elements whose characters are wanted.
  package var textual: Set<Int>
  /// Namespaces, several of which may share a number.
  package var spaces: [(uri: String, number: Int)]

  package init(names: [String], textual: Set<Int>, spaces: [(uri: String, number: Int)]) {
    self.names = names
    self.textual = textual
    self.spaces = spaces
  }
}

/// Words as C sees them.
struct Words {
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
