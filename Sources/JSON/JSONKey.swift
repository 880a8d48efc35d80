/// A key of up to 16 bytes, made to be compared fast; longer ones differ from all such.
package struct JSONKey: Equatable, Sendable {
  private var head: UInt64 = 0
  private var tail: UInt64 = 0
  private var count: Int

  init(_ text: Span<UInt8>) {
    count = text.count
    if count >= 8 {
      head = text.word(at: 0)
      tail = text.word(at: count &- 8)
    } else if count > 0 {
      head = text.lastWord(count)
    }
  }

  package init(_ name: String) {
    precondition(name.utf8.count <= 16, "Longer keys are not told apart")
    self.init(Array(name.utf8).span)
  }
}

extension [UInt8] {
  /// A number that equal bytes have in common, and different ones very probably not. O(range).
  package func fingerprint(_ range: Range<Int>) -> UInt64 { span.extracting(range).fingerprint(0) }
}

extension Span<UInt8> {
  package func fingerprint(_ seed: UInt64) -> UInt64 {
    var result = seed ^ UInt64(count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset &+ 8 <= count {
      result.mix(word(at: offset))
      offset &+= 8
    }
    if offset < count { result.mix(lastWord(count &- offset)) }
    return result
  }
}

extension UInt64 {
  package mutating func mix(_ word: UInt64) {
    let product = (self ^ word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    self = product.high ^ product.low
  }
}
