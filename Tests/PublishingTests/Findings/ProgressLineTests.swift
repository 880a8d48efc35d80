import ICU
import Testing

@testable import Publishing

@Suite struct ProgressLineTests {
  private var line: ProgressLine {
    var line = ProgressLine(total: 12000)
    line.done = 3000
    line.bytes = 33_000_000
    return line
  }

  @Test func `says how far, how fast and how much longer`() {
    #expect(line.text(after: 2, .zh, columns: 100) == "3000/12000 (25%)，1500 个/秒，17 MB/s，剩余 0:06")
    #expect(line.text(after: 2, .en, columns: 100) == "3000/12000 (25%), 1500 files/s, 17 MB/s, 0:06 left")
    var failing = line
    failing.failures = 2
    failing.done = 12000
    #expect(failing.text(after: 2, .zh, columns: 100).hasSuffix("，2 个失败"))
    #expect(!failing.text(after: 2, .zh, columns: 100).contains("剩余"))
  }

  @Test func `says little at the start, and nothing impossible`() {
    #expect(ProgressLine(total: 0).text(after: 0, .zh, columns: 100) == "0/0")
    #expect(ProgressLine(total: 9).text(after: 5, .en, columns: 100) == "0/9 (0%)")
    #expect(!line.text(after: 0.5, .zh, columns: 100).contains("剩余"))
    #expect(line.text(after: .leastNonzeroMagnitude, .en, columns: 100) == "3000/12000 (25%)")
  }

  @Test func `is cut to the columns that there are`() {
    for columns in 0..<60 {
      let text = line.text(after: 2, .zh, columns: columns)
      #expect(DisplayWidth().columns(of: text) <= columns)
    }
  }

  @Test func `durations read like a clock`() {
    let cases: [(Double, String)] = [(0, "0:00"), (6.2, "0:07"), (750, "12:30"), (3723, "1:02:03"), (.infinity, "…")]
    for (seconds, text) in cases { #expect(ProgressLine.duration(seconds) == text) }
    #expect(ProgressLine.rate(9.96) == "10.0")
    #expect(ProgressLine.rate(0.44) == "0.4")
  }
}
