import Normalizing
import Testing

@Suite struct SpellingProtectionTests {
  private let text = "认真罗实各项惠民政策，切实改善民生。"

  @Test func aProtectedTermIsNotEvenSuggested() throws {
    let engine = try SpellingEngine(protection: Protection(["罗实"]))
    #expect(try Spelling.repairs([text], engine) == [[]])
    #expect(try Spelling.repairs([text]) != [[]])
  }

  @Test func namesOfPlacesAreKept() throws {
    let texts = ["北戴河区政府办公室负责组织实施。", "日喀则市重建项目进展顺利。", "呼伦贝尔市草原生态保护项目。", "克孜勒苏柯尔克孜自治州农牧业发展资金。"]
    #expect(try Spelling.spelled(texts, suggestions: true) == texts)
  }

  @Test func namesOfPeopleAreKept() throws {
    let texts = ["区政协副主席郭志鹏同志主持会议。", "王建设主任、李国资委员参加调研。", "任命张艺为财政局副局长。"]
    #expect(try Spelling.spelled(texts) == texts)
  }

  @Test func aFileIsReadLineByLine() throws {
    let terms = try Protection.terms(in: Array("# 单位名称\n罗实\r\n\n  北辰社 # 报社\n".utf8), file: "保护.txt")
    #expect(terms == ["罗实", "北辰社"])
  }

  @Test func anErrorNamesFileAndLine() {
    let files: [([UInt8], String)] = [
      (Array("罗实\nABC\n".utf8), "第 2 行"), (Array("罗实\n好\n".utf8) + [0xFF, 0x0A], "第 3 行"),
      (Array(String(repeating: "字", count: 101).utf8), "第 1 行"),
    ]
    for (bytes, line) in files {
      let error = #expect(throws: SpellingFileError.self) { _ = try Protection.terms(in: bytes, file: "保护.txt") }
      #expect(error?.zh.contains("保护.txt") == true && error?.zh.contains(line) == true)
      #expect(error?.en.contains("保护.txt") == true)
    }
  }
}
