import Provenance
import Reading
import TestSupport
import Testing

/// Old Office files are told apart by what is in them.
@Suite struct OldFormatTests {
  private func refusal(of bytes: [UInt8]) -> String {
    var diagnostics: [Diagnostic] = []
    do {
      _ = try read(bytes, diagnostics: &diagnostics)
      return "read"
    } catch {
      return error.id
    }
  }

  @Test func `the directory of an old Office file tells what it is`() {
    for (names, id) in [
      (["WordDocument", "1Table"], "input-doc"), (["1Table", "WordDocument"], "input-doc"),
      (["Workbook"], "input-spreadsheet"), (["Book"], "input-spreadsheet"),
      (["PowerPoint Document"], "input-presentation"), (["EncryptedPackage"], "input-protected"),
      (["Contents"], "input-ole2"), ([], "input-ole2"),
      // A text with a table in it.
      (["Workbook", "WordDocument"], "input-doc"),
    ] {
      var file = CompoundFileMaker()
      file.names = names
      #expect(refusal(of: file.bytes) == id, "\(names)")
      #expect((Format(convertible: file.bytes) == .doc) == (id == "input-doc"))
    }
  }

  @Test func `a text with a password is told from one without`() {
    var file = CompoundFileMaker("WordDocument")
    file.stream[11] = 1
    #expect(refusal(of: file.bytes) == "input-protected")
    file.stream[11] = 0xFE
    #expect(refusal(of: file.bytes) == "input-doc")
  }

  @Test func `a last sector that is cut short does no harm, a directory that is gone does`() {
    let bytes = CompoundFileMaker("WordDocument").bytes
    #expect(refusal(of: Array(bytes.dropLast(511))) == "input-doc")
    for count in [8, 9, 76, 511, 512, 513, 1024, 1100] {
      #expect(refusal(of: Array(bytes.prefix(count))) == "input-ole2", "\(count)")
    }
  }

  @Test func `a directory that leads back to itself is read once`() {
    var file = CompoundFileMaker("Contents")
    file.directoryChain = 1
    #expect(refusal(of: file.bytes) == "input-ole2")
    file.directoryChain = 0x00FF_FFFF
    #expect(refusal(of: file.bytes) == "input-ole2")
  }

  @Test func `no byte of an old Office file brings the reader down`() {
    var random = SplitMix(seed: 8)
    let bytes = CompoundFileMaker("WordDocument", "1Table").bytes
    for _ in 0..<3000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        damaged[Int.random(in: 8..<1536, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      #expect(refusal(of: damaged).hasPrefix("input-"))
    }
  }

  @Test func `an OpenDocument file is told by its first entry`() {
    func file(_ type: String, _ list: String = "<manifest/>") -> [UInt8] {
      ZipFile([
        ZipFile.Entry("mimetype", Array("application/vnd.oasis.opendocument.\(type)".utf8), isDeflated: false),
        ZipFile.Entry("content.xml", Array("<x/>".utf8)),
        ZipFile.Entry("META-INF/manifest.xml", Array(list.utf8)),
      ]).bytes
    }
    #expect(refusal(of: file("text")) == "input-odt")
    #expect(Format(convertible: file("text")) == .odt)
    #expect(refusal(of: file("text-template")) == "input-odt")
    #expect(refusal(of: file("spreadsheet")) == "input-spreadsheet")
    #expect(refusal(of: file("presentation")) == "input-presentation")
    #expect(refusal(of: file("graphics")) == "input-zip")
    #expect(refusal(of: file("text", "<m:encryption-data m:checksum=\"x\"/>")) == "input-protected")
  }
}
