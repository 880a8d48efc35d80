/// Two growing runs of bytes that one pen writes at once: the text, and the same text without its white
/// space. One that is not asked for the second writes both to the same place.
///
/// Memory of its own rather than an array: a token is about ten bytes, and an array's test for being
/// uniquely held is a seventh of the cost of writing it.
@safe struct Buffer: ~Copyable {
  /// The text is at 0, the text without white space, if wanted, at `capacity`.
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private let isTwofold: Bool
  private(set) var count = 0
  private var compactCount = 0

  init(twofold: Bool) {
    isTwofold = twofold
    capacity = 4096
    unsafe memory = .allocate(capacity: twofold ? 2 * 4096 : 4096)
  }

  deinit {
    unsafe memory.deallocate()
  }

  mutating func removeAll(keepingCapacity: Bool) {
    if keepingCapacity {
      count = 0
      compactCount = 0
    } else {
      self = Buffer(twofold: isTwofold)
    }
  }

  /// Lends a pen with room for `size` bytes.
  @inline(__always) mutating func append(atMost size: Int, _ write: (inout Pen) -> Void) {
    if capacity &- count < size { grow(by: size) }
    // The pen has the rest of the text's room. The compact text is never longer than the text, so that
    // what fits the one fits the other.
    let mirror = isTwofold ? capacity &+ compactCount &- count : 0
    var pen = unsafe Pen(memory + count, capacity: capacity &- count, mirror: mirror)
    write(&pen)
    count &+= pen.count
    compactCount = isTwofold ? count &+ pen.mirror &- capacity : 0
  }

  @inline(never) private mutating func grow(by size: Int) {
    let wanted = max(2 * capacity, count + size)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: isTwofold ? 2 * wanted : wanted)
    unsafe larger.update(from: memory, count: count)
    if isTwofold { unsafe (larger + wanted).update(from: memory + capacity, count: compactCount) }
    unsafe memory.deallocate()
    unsafe memory = larger
    capacity = wanted
  }

  /// Lends the text, or with `compact` the text without white space: empty if the buffer has none.
  func withText<Result, Failure: Error>(
    compact: Bool, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Every byte below the two counts has been written, and the borrow of `self` keeps the memory.
    let start = unsafe compact ? memory + capacity : memory
    let text = unsafe UnsafeBufferPointer(start: start, count: compact ? compactCount : count)
    return try unsafe body(text.span)
  }
}
