import TestSupport
import Testing
import XML

/// What is taken out before libxml2 reads a document makes no difference to its events.
@Suite struct SieveTests {
  private func events(_ body: String, isSieving: Bool = true) throws -> [String] {
    let document = "<w:document xmlns:w=\"urn:w\" xmlns:x=\"urn:x\">\(body)</w:document>"
    return Array(try EventList.read(Array(document.utf8), isSieving: isSieving).dropFirst().dropLast())
  }

  @Test(arguments: [
    "<w:t>甲<w:rPr><w:sz w:val=\"24\"/></w:rPr>乙</w:t>",
    "<w:t>a<x:a b=\"1>2\"/>c</w:t>",
    "<w:t>a<x:a b=\"/>\" c=\"\"/>d</w:t>",
    "<w:t>a<x:a b='\"/>\"'/>c</w:t>",
    "<w:t><![CDATA[<x:a/>]]><x:a/></w:t>",
    "<w:t><!-- <x:a/> --><x:a/>b</w:t>",
    "<w:t><?pi <x:a/> ?><x:a/>b</w:t>",
    "<w:t><x:a>b</x:a></w:t>",
    "<w:t><x:a> </x:a></w:t>",
    "<w:t><x:a><w:p/></x:a></w:t>",
    "<w:t><x:a xmlns:w=\"urn:other\"><w:p w:val=\"1\"/></x:a></w:t>",
    "<x:a><x:b/></x:a ><w:p/>",
    "<x:a><x:b><x:c/></x:b></x:a><w:p x:val='1' />",
    "<w:t>&lt;x:a/&gt;&#60;</w:t>",
    "<w:p\n/><x:a\n/><x:\u{4E59}/><w:t>丙</w:t>",
  ])
  func theSameEvents(body: String) throws {
    let expected = try events(body, isSieving: false)
    #expect(!expected.isEmpty)
    #expect(try events(body) == expected)
    for size in 1...12 {
      let document = Array("<w:document xmlns:w=\"urn:w\" xmlns:x=\"urn:x\">\(body)</w:document>".utf8)
      let read = try EventList.read(document, isSieving: true, pieces: { size })
      #expect(Array(read.dropFirst().dropLast()) == expected, "in pieces of \(size)")
    }
  }

  @Test func whatIsTakenOutIsNotReadAtAll() throws {
    // Bound to nothing, which libxml2 would report as a mistake of names only, and twice the same attribute, which it
    // would not let pass.
    let document = Array("<document><a b=\"1\" b=\"2\"/><p/></document>".utf8)
    #expect(try EventList.read(document, isSieving: true).count == 4)
    #expect(throws: XMLProblem.self) { try EventList.read(document, isSieving: false) }
  }

  @Test func theElementAroundAllStays() throws {
    for document in ["<a/>", "<a></a>", "<?xml version=\"1.0\"?><x:a xmlns:x=\"urn:x\"/>", "\u{FEFF}<a />"] {
      #expect(try EventList.read(Array(document.utf8), isSieving: true) == [])
    }
  }

  @Test func otherEncodingsAreLeftAlone() throws {
    let document = "<document><a/><t>甲\u{3C3C}</t><a></a></document>"
    let expected = ["<document -1>", "<t -1>", "甲\u{3C3C}", "</t>", "</document>"]
    for text in ["\u{FEFF}\(document)", "<?xml version=\"1.0\"?>\(document)"] {
      let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
      #expect(try EventList.read(bytes, isSieving: true) == expected)
      #expect(try EventList.read(bytes, isSieving: true, pieces: { 1 }) == expected)
    }
    // In the two-byte characters of ISO-2022-JP any byte of ASCII may stand, and `<a/>` does.
    let japanese =
      Array("<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><document><t>".utf8) + [0x1B, 0x24, 0x42]
      + Array("0<a/>0".utf8) + [0x1B, 0x28, 0x42] + Array("</t></document>".utf8)
    let plain = try EventList.read(japanese, isSieving: false)
    #expect(plain.count == 5)
    #expect(try EventList.read(japanese, isSieving: true) == plain)
  }

  @Test func anyDocumentInAnyPieces() throws {
    for seed in 0..<400 {
      var random = SplitMix(seed: seed)
      let document = Array(randomDocument(&random).utf8)
      let expected = try EventList.read(document, isSieving: false)
      let most = Int.random(in: 1...80, using: &random)
      let read = try EventList.read(document, isSieving: true) { Int.random(in: 1...most, using: &random) }
      #expect(read == expected, "seed \(seed)")
    }
  }

  private func randomDocument(_ random: inout SplitMix) -> String {
    let texts = ["甲", " ", "\n", "a&amp;b", "&#x4E59;", "\"", "'", ">", "/>", "<![CDATA[<a/>]]>", "<!--<a>-->"]
    let values = ["1", "", "甲", "a>b", "/>", "&lt;", "'", "x\ny"]
    let names = ["w:document", "w:p", "w:t", "x:p", "a", "w:rPr", "x:sz", "p"]
    // Some documents without comments and CDATA, which end the sieving.
    let special = Int.random(in: 0...1, using: &random) * 2
    func element(_ depth: Int, _ random: inout SplitMix) -> String {
      let name = names.randomElement(using: &random) ?? "a"
      var result = "<" + name
      if Int.random(in: 0...2, using: &random) == 0 {
        result += " w:val=\"\(values.randomElement(using: &random) ?? "")\""
      }
      if Int.random(in: 0...4, using: &random) == 0 { result += " b='\"/>'" }
      if Int.random(in: 0...3, using: &random) == 0 { result += "\n" }
      if depth == 0 || Int.random(in: 0...2, using: &random) == 0 { return result + "/>" }
      result += ">"
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        if Int.random(in: 0...2, using: &random) == 0 {
          result += texts.dropLast(special).randomElement(using: &random) ?? ""
        } else {
          result += element(depth - 1, &random)
        }
      }
      return result + "</\(name)>"
    }
    var body = ""
    for _ in 0..<6 { body += element(5, &random) }
    return "<w:document xmlns:w=\"urn:w\" xmlns:x=\"urn:x\">\(body)</w:document>"
  }
}
