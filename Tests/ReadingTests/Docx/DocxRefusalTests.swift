import Documents
import Provenance
import Reading
import TestSupport
import Testing

/// Word files that are damaged or set traps.
@Suite struct DocxRefusalTests {
  private let sound = WordFile(p(r("甲乙丙丁")) + tbl(tr(tc(p(r("戊"))))))

  /// The id of the refusal; nil if the file was read.
  private func refusal(_ bytes: [UInt8], _ limits: DocxLimits = DocxLimits()) -> String? {
    do {
      _ = try DocxCase(bytes, limits)
      return nil
    } catch let error as ReadingError {
      #expect(!error.message.zh.isEmpty && !error.message.en.isEmpty)
      return error.id
    } catch {
      return "\(error)"
    }
  }

  private func refusal(_ change: (inout [ZipFile.Entry]) -> Void) -> String? {
    var entries = sound.entries
    change(&entries)
    return refusal(ZipFile(entries).bytes)
  }

  @Test func soundFilesAreRead() {
    #expect(refusal(sound.bytes) == nil)
    var wide = ZipFile(sound.entries)
    wide.isWide = true
    wide.comment = Array("说明".utf8)
    #expect(refusal(wide.bytes) == nil)
    #expect(refusal { $0[1].name = $0[1].name.replacing("/", with: "\\") } == nil)
  }

  @Test func truncatedAtAnyByteItIsRefused() {
    let bytes = sound.bytes
    for count in stride(from: 4, to: bytes.count, by: 7) {
      #expect(refusal(Array(bytes.prefix(count))) == "docx-archive", "\(count)")
    }
  }

  @Test func damagedAnywhereItNeverCrashes() {
    var random = SplitMix(seed: 4)
    let bytes = sound.bytes
    for _ in 0..<1500 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: 4..<damaged.count, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
      }
      _ = refusal(damaged)
    }
  }

  @Test func archivesThatLie() {
    #expect(refusal { $0[1].claimedSum = 1 } == "docx-archive")
    #expect(refusal { $0[1].claimedSize = 7 } == "docx-archive")
    #expect(refusal { $0[1].claimedSize = 1 << 20 } == "docx-archive")
    #expect(refusal { $0[1].flags = 1 } == "docx-archive")
    #expect(refusal { $0[1].method = 12 } == "docx-archive")
    #expect(refusal { $0.append($0[1]) } == "docx-archive")
    #expect(refusal { $0.append(.init("WORD/Document.xml", [])) } == "docx-archive")
    #expect(refusal { $0[2].sharesHeader = 1 } == "docx-archive")
    for name in ["../a", "/etc/passwd", "a/../../b", "C:\\a", "a//b", ""] {
      #expect(refusal { $0.append(.init(name, [1])) } == "docx-archive", "\(name)")
    }
  }

  @Test func bombsAreRefusedInTime() {
    var limits = DocxLimits()
    limits.ratio = 100
    var entries = sound.entries
    entries[1].bytes += Array(repeating: 0x20, count: 2 << 20)
    #expect(refusal(ZipFile(entries).bytes, limits) == "docx-archive")
    limits = DocxLimits()
    limits.partBytes = 100
    #expect(refusal(sound.bytes, limits) == "docx-archive")
    limits = DocxLimits()
    limits.entries = 2
    #expect(refusal(sound.bytes, limits) == "docx-archive")
    limits = DocxLimits()
    limits.textBytes = 4
    #expect(refusal(sound.bytes, limits) == "docx-too-large")
  }

  @Test func xmlThatIsNone() {
    func body(_ xml: String) -> String? { refusal { $0[1].bytes = Array(xml.utf8) } }
    let good = sound.xml("document", "<w:body>" + p(r("甲")) + "</w:body>")
    #expect(body(good) == nil)
    #expect(body("") == "docx-xml")
    #expect(body(String(good.dropLast(5))) == "docx-xml")
    #expect(body(good.replacing("</w:r>", with: "")) == "docx-xml")
    #expect(body(good.replacing("甲", with: "&eacute;")) == "docx-xml")
    let doctype = "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y SYSTEM \"file:///etc/passwd\">]>"
    #expect(
      body(good.replacing("<w:document", with: doctype + "<w:document").replacing("甲", with: "&x;&y;")) == "docx-xml")
    #expect(refusal { $0[1].bytes = Array(good.utf8).map { $0 == 0xE7 ? 0xFF : $0 } } == "docx-xml")
    let deep = 100_000
    #expect(body(good.replacing("甲", with: String(repeating: "<a>", count: deep))) == "docx-xml")
    let attributes = (0..<1_000_000).map { "a\($0)=\"\"" }.joined(separator: " ")
    #expect(body(good.replacing("<w:body>", with: "<w:body \(attributes)>")) == "docx-xml")
  }

  @Test func archivesThatAreNoWordFiles() {
    #expect(refusal(ZipFile([.init("a.txt", [0x41])]).bytes) == "input-zip")
    #expect(refusal { $0[0].bytes = Array("<a/>".utf8) } == "input-zip")
    #expect(refusal { $0.remove(at: 1) } == "docx-part-missing")
    var book = sound
    book.mainPart = "xl/workbook.xml"
    var entries = book.entries
    entries[1].bytes = Array("<workbook/>".utf8)
    #expect(refusal(ZipFile(entries).bytes) == "input-xlsx")
    #expect(refusal(WordFile("").bytes) == "input-empty")
  }

  @Test func nothingOutsideTheFileIsOpened() {
    for target in ["file:///etc/passwd", "http://127.0.0.1:9/x", "../../../../etc/passwd", "/dev/zero"] {
      var file = sound
      file.parts = [("header1.xml", "header", file.xml("hdr", p(r("页眉"))))]
      var entries = file.entries
      entries[2].bytes = Array(
        String(decoding: entries[2].bytes, as: UTF8.self)
          .replacing("Target=\"header1.xml\"", with: "TargetMode=\"External\" Target=\"\(target)\"").utf8)
      let read = try? DocxCase(ZipFile(entries).bytes)
      #expect(read?.document.asides.isEmpty == true)
    }
  }
}
