import Documents
import Provenance
import Reading
import TestSupport
import Testing

/// What is text in a Word file, and what is not.
@Suite struct DocxTextTests {
  @Test func paragraphsRunsAndBreaks() throws {
    let read = try DocxCase(
      p(r("甲") + r("乙")) + p("") + "<w:p/>" + p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>")
    )
    #expect(read.text == "甲乙\n\n\na\tb\nc\n\n")
    #expect(read.document.laidOut() == read.document.source.utf8)
  }

  @Test func tabStopsAreNoText() throws {
    let read = try DocxCase(p("<w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"420\"/></w:tabs></w:pPr>" + r("甲")))
    #expect(read.text == "甲\n")
  }

  @Test func bookmarksStandBeforeTheirParagraph() throws {
    let read = try DocxCase(
      p(r("甲") + "<w:bookmarkStart w:id=\"1\" w:name=\"_Toc1\"/>" + r("乙") + "<w:bookmarkEnd w:id=\"1\"/>"))
    #expect(read.text == "[bookmark: _Toc1]甲乙\n")
    #expect(read.document.paragraphs.map(\.range) == [SourceRange(17, 23)])
  }

  @Test func signsAndHyphens() throws {
    let read = try DocxCase(
      p(
        "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>"
          + "<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"其他\" w:char=\"E123\"/></w:r>"))
    #expect(read.text == "a\u{2011}b\u{AD}c\u{2611}\u{E123}\n")
  }

  @Test func contentControlsHyperlinksTagsAndCustomXML() throws {
    let read = try DocxCase(
      "<w:sdt><w:sdtPr/><w:sdtContent>" + p(r("一")) + "</w:sdtContent></w:sdt>"
        + "<w:customXml w:element=\"e\">" + p(r("二")) + "</w:customXml>"
        + p(
          "<w:hyperlink r:id=\"x\">" + r("三") + "</w:hyperlink><w:smartTag>" + r("四") + "</w:smartTag>"
            + "<w:sdt><w:sdtContent>" + r("五") + "</w:sdtContent></w:sdt>")
        + tbl(
          "<w:sdt><w:sdtContent>" + tr("<w:sdt><w:sdtContent>" + tc(p(r("六"))) + "</w:sdtContent></w:sdt>")
            + "</w:sdtContent></w:sdt>"))
    #expect(read.text == "一\n二\n三四五\n\t六\n\n\n")
  }

  @Test func ofFieldsTheResultIsText() throws {
    func field(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let read = try DocxCase(
      p(
        field("begin") + "<w:r><w:instrText> PAGE </w:instrText></w:r>" + r("指令") + field("separate") + r("12")
          + field("end") + r("页"))
        + p("<w:fldSimple w:instr=\"PAGE\">" + r("7") + "</w:fldSimple>")
        + p(field("begin") + r("没有结束的域")) + p(r("后面")))
    #expect(read.text == "12页\n7\n没有结束的域\n后面\n")
  }

  @Test func checkBoxes() throws {
    let read = try DocxCase(
      p(
        "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>"
          + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r("是")))
    #expect(read.text == "\u{2611}是\n")
  }

  @Test func rubyFollowsItsBase() throws {
    let read = try DocxCase(
      p("<w:r><w:ruby><w:rt>" + r("yin") + "</w:rt><w:rubyBase>" + r("音") + "</w:rubyBase></w:ruby></w:r>"))
    #expect(read.text == "音 (yin)\n")
  }

  @Test func textBoxesStandBehindTheirParagraphAndOnce() throws {
    let box = "<w:txbxContent>" + p(r("框一")) + p(r("框二")) + "</w:txbxContent>"
    let read = try DocxCase(
      p(
        r("前") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>\(box)</w:drawing></mc:Choice>"
          + "<mc:Fallback><w:pict>\(box)</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("后"))
        + p("<w:r><w:pict>" + box + "</w:pict></w:r>"))
    #expect(read.text == "前后\n框一\n框二\n\n框一\n框二\n")
    #expect(read.document.laidOut() == read.document.source.utf8)
  }

  @Test func formulasKeepTheirText() throws {
    let read = try DocxCase(p("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>" + r("。")))
    #expect(read.text == "x=1。\n")
  }

  @Test func aMillionPicturesAreDescribedInTime() throws {
    var file = WordFile(p(r("甲") + String(repeating: "<wp:docPr id=\"1\" descr=\"图\"/>", count: 200_000)))
    file.isDeflated = false
    let asides = try DocxCase(file).document.asides
    #expect(asides.count == 200_000)
    #expect(asides.last?.anchor == asides.first?.anchor)
  }

  @Test func stylesHideText() throws {
    func style(_ id: String, _ content: String) -> String { "<w:style w:styleId=\"\(id)\">\(content)</w:style>" }
    var file = WordFile(
      p("<w:r><w:rPr><w:rStyle w:val=\"b\"/></w:rPr><w:t>甲</w:t></w:r>" + r("乙"))
        + p("<w:r><w:rPr><w:rStyle w:val=\"a\"/><w:vanish w:val=\"0\"/></w:rPr><w:t>丙</w:t></w:r>")
        + p("<w:pPr><w:pStyle w:val=\"c\"/></w:pPr>" + r("丁")))
    let styles =
      style("a", "<w:rPr><w:vanish/></w:rPr>") + style("b", "<w:basedOn w:val=\"a\"/>")
      + style("c", "<w:rPr><w:vanish/></w:rPr>")
    file.parts = [("styles.xml", "styles", file.xml("styles", styles))]
    let read = try DocxCase(file)
    #expect(read.text == "甲乙\n丙\n丁\n")
    #expect(read.ids == ["hidden-text"])
    #expect(read.diagnostics.first?.source.map(\.start) == [0, 11])
  }

  @Test func hiddenTextIsKeptAndNoted() throws {
    let read = try DocxCase(p(r("甲") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>" + r("乙")))
    #expect(read.text == "甲藏乙\n")
    #expect(read.ids == ["hidden-text"])
    #expect(read.diagnostics.first?.source == [SourceRange(3, 6)])
  }

  @Test func strictFilesAndOtherNamesOfTheMainPart() throws {
    var file = WordFile(p(r("甲")))
    file.isStrict = true
    file.mainPart = "office/document2.xml"
    let read = try DocxCase(file)
    #expect(read.text == "甲\n")
    #expect(read.document.parts == ["office/document2.xml"])
  }

  @Test func partsInUTF16() throws {
    let file = WordFile(p(r("甲乙")))
    var entries = file.entries
    let xml = file.xml("document", "<w:body>" + p(r("甲乙𠮷")) + "</w:body>")
      .replacing("encoding=\"UTF-8\"", with: "encoding=\"UTF-16\"")
    entries[1].bytes = [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(try DocxCase(ZipFile(entries).bytes).text == "甲乙𠮷\n")
  }

  @Test func headersNotesAndCommentsStandBeside() throws {
    var file = WordFile(
      p(
        r("正文") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + r("后")
          + "<w:r><w:commentReference w:id=\"0\"/></w:r>"))
    file.parts = [
      ("header1.xml", "header", file.xml("hdr", p(r("页眉")))),
      (
        "footnotes.xml", "footnotes",
        file.xml(
          "footnotes",
          "<w:footnote w:type=\"separator\" w:id=\"0\">" + p(r("线")) + "</w:footnote><w:footnote w:id=\"2\">"
            + p(r("注"))
            + "</w:footnote>")
      ),
      (
        "comments.xml", "comments",
        file.xml("comments", "<w:comment w:id=\"0\" w:author=\"张三\">" + p(r("请核实")) + "</w:comment>")
      ),
    ]
    let read = try DocxCase(file)
    #expect(read.text == "正文后\n")
    let asides = read.document.asides
    #expect(asides.map(\.kind) == [.header, .footnote, .comment])
    #expect(asides.map(\.text) == ["页眉", "注", "请核实"])
    #expect(asides.map(\.anchor) == [nil, SourceRange(6, 6), SourceRange(9, 9)])
    #expect(asides.last?.author == "张三")
  }
}
