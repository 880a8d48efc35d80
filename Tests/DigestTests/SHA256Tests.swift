import Digest
import TestSupport
import Testing

@Suite struct SHA256Tests {
  /// FIPS 180-4 as NIST's examples give them.
  static let examples: [(text: String, hex: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test(arguments: examples) func matchesTheStandard(text: String, hex: String) throws {
    #expect(try SHA256(of: text).hex == hex)
    #expect(try SHA256(of: Array(text.utf8)).hex == hex)
  }

  @Test func showsItsDigitsInFullInPartAndInABuffer() throws {
    let digest = try SHA256(of: "abc")
    #expect(digest.prefixHex(16) == "ba7816bf8f01cfea")
    #expect(digest.prefixHex(0) == "" && digest.prefixHex(-1) == "" && digest.prefixHex(99) == digest.hex)
    var text = Array("sha256:".utf8)
    digest.appendHex(to: &text)
    #expect(String(decoding: text, as: UTF8.self) == "sha256:" + digest.hex)
    #expect("\(digest)" == digest.hex)
    for digits in 0...64 {
      var text: [UInt8] = []
      digest.appendHex(to: &text, digits: digits)
      #expect(String(decoding: text, as: UTF8.self) == digest.hex.prefix(digits))
      #expect(digest.prefixHex(digits) == digest.hex.prefix(digits))
    }
  }

  @Test func differsWithOneBit() throws {
    #expect(try SHA256(of: [0]) != SHA256(of: [1]))
    #expect(try SHA256(of: [0]) == SHA256(of: [0]))
    #expect(try Set([SHA256(of: "甲"), SHA256(of: "乙"), SHA256(of: "甲")]).count == 2)
  }

  @Test func piecesGiveTheSameAsTheWhole() throws {
    var random = SplitMix(seed: 256)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      var stream = try SHA256Stream()
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 0...130, using: &random))
        try stream.update(bytes.span.extracting(start..<end))
        start = end
      }
      #expect(try stream.finish() == SHA256(of: bytes))
    }
  }

  @Test func threadsDoNotDisturbEachOther() async throws {
    let expected = try (0..<40).map { try SHA256(of: String(repeating: "字", count: $0)) }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<50 {
            for count in expected.indices {
              guard try SHA256(of: String(repeating: "字", count: count)) == expected[count] else { return false }
            }
          }
          return true
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
