/// The parts of a Word file that are the same in every letter.
enum WordParts {
  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  static let space = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#

  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

  static let types = """
    \(declaration)<Types xmlns="\(package)/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
    <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/></Types>
    """

  static let relationships = """
    \(declaration)<Relationships xmlns="\(package)/relationships">\
    <Relationship Id="r1" Type="\(office)/officeDocument" Target="word/document.xml"/></Relationships>
    """

  static let documentRelationships = """
    \(declaration)<Relationships xmlns="\(package)/relationships">\
    <Relationship Id="r1" Type="\(office)/styles" Target="styles.xml"/></Relationships>
    """

  /// A4 with the margins of GB/T 9704-2012: 37, 35, 28 and 26 mm.
  static let page =
    #"<w:pgSz w:w="11906" w:h="16838"/>"#
    + #"<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="850" w:footer="992" w:gutter="0"/>"#

  static let styles = """
    \(declaration)<w:styles \(space)><w:docDefaults><w:rPrDefault><w:rPr>\(fonts("仿宋_GB2312"))<w:sz w:val="32"/>\
    <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>\
    \(style("Normal", "正文", #"<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>"#, "", isDefault: true))\
    \(style("Title", "标题", #"<w:spacing w:line="640" w:lineRule="exact" w:after="480"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>"#, fonts("方正小标宋简体") + #"<w:sz w:val="44"/>"#))\
    \(style("Heading1", "小标题", #"<w:keepNext/><w:spacing w:line="560" w:lineRule="exact" w:before="120"/><w:outlineLvl w:val="0"/>"#, fonts("黑体")))\
    \(style("Addressee", "主送", #"<w:ind w:firstLineChars="0" w:firstLine="0"/>"#, ""))\
    \(style("Signature", "落款", #"<w:ind w:right="640" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>"#, ""))\
    \(style("Cell", "表内", #"<w:spacing w:line="300" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>"#, #"<w:sz w:val="21"/>"#))\
    \(style("CellHeading", "表头", #"<w:spacing w:line="320" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>"#, fonts("黑体") + #"<w:sz w:val="21"/>"#))\
    <w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>\(borders)</w:tblBorders>\
    <w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>\
    </w:styles>
    """

  private static func fonts(_ name: String) -> String {
    #"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="\#(name)"/>"#
  }

  private static func style(
    _ id: String, _ name: String, _ paragraph: String, _ run: String, isDefault: Bool = false
  ) -> String {
    let based = isDefault ? "" : #"<w:basedOn w:val="Normal"/>"#
    let mark = isDefault ? #" w:default="1""# : ""
    return #"<w:style w:type="paragraph"\#(mark) w:styleId="\#(id)"><w:name w:val="\#(name)"/>\#(based)"#
      + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
  }

  private static let borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map { #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="000000"/>"# }.joined()
}
