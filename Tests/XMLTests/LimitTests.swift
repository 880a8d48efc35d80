import Testing
import XML

/// A document can ask for no more than its share of time.
@Suite struct LimitTests {
  private func problem(_ document: String, pieces size: Int = 1 << 20) -> XMLProblem.Kind? {
    kind { try EventList.read(Array(document.utf8), isSieving: true, pieces: { size }) }
  }

  private func kind(_ body: () throws -> [String]) -> XMLProblem.Kind? {
    do {
      _ = try body()
      return nil
    } catch {
      return (error as? XMLProblem)?.kind
    }
  }

  @Test(arguments: ["", ">", "/>", "'"])
  func aTagOfAMillionAttributes(value: String) {
    let attributes = (0..<200_000).map { "a\($0)=\"\(value)\"" }.joined(separator: " ")
    for name in ["p", "other"] {
      #expect(problem("<document><\(name) \(attributes)/></document>") == .tagTooLong)
      #expect(problem("<document><\(name) \(attributes)></\(name)></document>", pieces: 1000) == .tagTooLong)
    }
  }

  @Test func aLongTagInUTF16() {
    let attributes = (0..<100_000).map { "a\($0)=\"\u{3C22}\"" }.joined(separator: " ")
    let document = "\u{FEFF}<document><p \(attributes)/></document>"
    let bytes = document.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    #expect(kind { try EventList.read(bytes, isSieving: true) } == .tagTooLong)
  }

  @Test func longTextIsNoLongTag() {
    let text = String(repeating: "甲 > \" ' ", count: 60_000)
    #expect(problem("<document><t>\(text)</t><p/></document>") == nil)
    #expect(problem("<document><t>\(text)</t><p/></document>", pieces: 4096) == nil)
  }

  /// The library would take minutes for each hundred megabytes of such tags.
  @Test func manyTagsOfManyAttributes() {
    let most = XMLParser.attributes
    func tags(_ count: Int) -> String {
      let attributes = (0..<count).map { "a\($0)=\"\"" }.joined(separator: " ")
      return "<document>" + String(repeating: "<p \(attributes)/><other \(attributes)/>", count: 50) + "</document>"
    }
    #expect(problem(tags(most)) == nil)
    #expect(problem(tags(most + 1)) == .tagTooLong)
  }

  @Test func aDrawingInOneAttribute() {
    let value = String(repeating: "UEsDBBQABgAIAAAAIQ", count: 200_000)
    #expect(problem("<document><shape gfxdata=\"\(value)\"/><p/></document>", pieces: 65_536) == nil)
    let long = String(repeating: value, count: 3)
    #expect(problem("<document><shape gfxdata=\"\(long)\"/><p/></document>", pieces: 65_536) == .tagTooLong)
  }

  @Test func aLongTagThatIsAllowed() {
    let value = String(repeating: "甲", count: 60_000)
    #expect(problem("<document><other val=\"\(value)\"/><p val=\"\(value)\"/></document>") == nil)
  }

  @Test func elementsInElements() {
    let count = XMLParser.depth
    let open = String(repeating: "<a>", count: count)
    let close = String(repeating: "</a>", count: count)
    #expect(problem("<document>\(open)x\(close)</document>") == .tooDeep)
    #expect(problem("<document>\(open.dropFirst(3))x\(close.dropFirst(4))</document>") == nil)
  }
}
