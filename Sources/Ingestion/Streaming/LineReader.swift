import Glibc
import Provenance

/// A line that is not blank.
struct InputLine: Sendable {
  /// From 1, blank lines included.
  var number: Int
  /// From 1, blank lines not included.
  var document: Int
  /// Without the line break; nil if it was too long, and has been passed over.
  var bytes: [UInt8]?
}

/// Reads lines from a stream that may pause for any time, and keeps no more of it than one line.
struct LineReader: ~Copyable {
  private(set) var failure: Failure?
  private let input: Int32
  private let output: Int32
  private let limit: Int
  private var buffer: [UInt8] = []
  /// Where the present line begins in `buffer`.
  private var start = 0
  /// Up to here there is no line break in it.
  private var scanned = 0
  private var number = 0
  private var documents = 0
  private var isTooLong = false
  private var isAtEnd = false

  private static let portion = 1 << 16
  /// How long it waits until it looks again whether it should, in milliseconds.
  private static let patience: Int32 = 500

  /// It stops when nobody reads `output` any more: then there is no use in waiting for more input.
  init(_ input: Int32, limit: Int, unlessClosed output: Int32) {
    self.input = input
    self.output = output
    self.limit = limit
  }

  /// The next line; nil at the end, after a failure, or when `isWanted` says no while it waits.
  mutating func next(while isWanted: () -> Bool) -> InputLine? {
    while true {
      guard let line = take() else {
        guard !isAtEnd, failure == nil, isWanted() else { return nil }
        fill()
        continue
      }
      number += 1
      if let line, line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
      documents += 1
      return InputLine(number: number, document: documents, bytes: line)
    }
  }

  /// The line at the beginning of the buffer, if it is there to its end; `.some(nil)` for one that is too long.
  private mutating func take() -> [UInt8]?? {
    guard let end = buffer[scanned...].firstIndex(of: 0x0A) else {
      scanned = buffer.count
      if buffer.count - start > limit { isTooLong = true }
      guard isAtEnd, isTooLong || start < buffer.count else { return nil }
      return whole(to: buffer.count, next: buffer.count)
    }
    return whole(to: end, next: end + 1)
  }

  private mutating func whole(to end: Int, next: Int) -> [UInt8]? {
    let line = isTooLong || end - start > limit ? nil : Array(buffer[start..<end])
    start = next
    scanned = next
    isTooLong = false
    return line
  }

  private mutating func fill() {
    if isTooLong {
      // A buffer that has grown for nothing is given back.
      buffer = []
    } else {
      buffer.removeFirst(start)
    }
    start = 0
    scanned = buffer.count
    switch System.awaitInput(input, unlessClosed: output, milliseconds: Self.patience) {
    case .ready: break
    case .none: return
    case .closed:
      isAtEnd = true
      buffer = []
      scanned = 0
      isTooLong = false
      return
    }
    do {
      if try System.read(input, atMost: Self.portion, into: &buffer) == 0 { isAtEnd = true }
    } catch {
      if error.code == EAGAIN { return }
      failure = FileProblem.failed.failureOfStandardInput
    }
  }
}
