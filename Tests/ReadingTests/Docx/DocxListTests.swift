import Documents
import Reading
import TestSupport
import Testing

/// Numbers as Word shows them.
@Suite struct DocxListTests {
  private func level(_ level: Int, _ format: String, _ text: String, _ more: String = "") -> String {
    "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }

  private func item(_ text: String, _ list: Int, _ level: Int = 0) -> String {
    p("<w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr>" + r(text))
  }

  private func read(_ body: String, _ numbering: String, styles: String = "") throws -> String {
    var file = WordFile(body)
    file.parts = [("numbering.xml", "numbering", file.xml("numbering", numbering))]
    if !styles.isEmpty { file.parts.append(("styles.xml", "styles", file.xml("styles", styles))) }
    return try DocxCase(file).text
  }

  @Test func levelsCountAndBeginAnew() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"7\">" + level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）")
      + level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
      + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
    let text = try read(
      item("甲", 1) + item("乙", 1, 1) + item("丙", 1, 1) + item("丁", 1, 2) + item("戊", 1) + item("己", 1, 1) + p(r("庚")),
      numbering)
    #expect(text == "一、 甲\n（一） 乙\n（二） 丙\n1.2.1 丁\n二、 戊\n（一） 己\n庚\n")
  }

  @Test func listsOfOneDefinitionGoOnUnlessTheyStartAnew() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", "%1.") + "</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
      + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>"
    #expect(
      try read(item("a", 1) + item("b", 2) + item("c", 3) + item("d", 3), numbering) == "1. a\n2. b\n5. c\n6. d\n")
  }

  @Test func stylesNumberTheirParagraphs() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "upperRoman", "%1", "<w:suff w:val=\"nothing\"/>")
      + "</w:abstractNum>"
      + "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/></w:num>"
    let styles =
      "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:basedOn w:val=\"d\"/></w:style><w:style w:styleId=\"d\"><w:basedOn w:val=\"c\"/></w:style>"
    let body =
      p("<w:pPr><w:pStyle w:val=\"a\"/></w:pPr>" + r("甲")) + p("<w:pPr><w:pStyle w:val=\"c\"/></w:pPr>" + r("乙"))
      + p("<w:pPr><w:pStyle w:val=\"a\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>" + r("丙"))
    #expect(try read(body, numbering, styles: styles) == "I甲\n乙\n丙\n")
  }

  @Test(arguments: [
    ("chineseCounting", "一 十 十一 二十 一百零五"), ("chineseLegalSimplified", "壹 拾 拾壹 贰拾 壹佰零伍"),
    ("decimalEnclosedCircle", "① ⑩ ⑪ ⑳ 105"), ("lowerRoman", "i x xi xx cv"), ("upperLetter", "A J K T AAAAA"),
    ("ideographTraditional", "甲 癸 11 20 105"), ("decimalFullWidth", "１ １０ １１ ２０ １０５"),
    ("decimalZero", "01 10 11 20 105"),
  ])
  func formats(format: String, expected: String) throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">" + level(0, format, "%1") + "</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    let lines = try read((1...105).map { item("x\($0)", 1) }.joined(), numbering).split(separator: "\n")
    let shown = [1, 10, 11, 20, 105].map { String(lines[$0 - 1].split(separator: " ")[0]) }
    #expect(shown.joined(separator: " ") == expected)
  }

  @Test func aNumberIsNoLongerThanItsLimit() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "decimal", String(repeating: "%1", count: 20_000))
      + "</w:abstractNum>" + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    #expect(try read(item("甲", 1), numbering).utf8.count < 2000)
  }

  @Test func bulletsOfSymbolFonts() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"0\">" + level(0, "bullet", "\u{F06C}") + "</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    #expect(try read(item("甲", 1), numbering) == "● 甲\n")
  }
}
