/// Writes Word files for tests: what stands in the body is given as XML with the prefix `w`.
package struct WordFile {
  package var body: String
  /// Further parts, each with its name below `word/`, the type of its relationship, and its XML.
  package var parts: [(name: String, type: String, xml: String)] = []
  package var isStrict = false
  package var mainPart = "word/document.xml"
  package var isDeflated = true

  package init(_ body: String) { self.body = body }

  private var spaces: String {
    let word =
      isStrict
      ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
      : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return #"xmlns:w="\#(word)" xmlns:r="\#(relationships)" "#
      + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#
      + #"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" "#
      + #"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#
      + #"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing""#
  }

  private var relationships: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  /// A part of the body's namespaces: `root` is its outermost element, without the prefix.
  package func xml(_ root: String, _ content: String) -> String {
    #"<?xml version="1.0" encoding="UTF-8"?><w:\#(root) \#(spaces)>\#(content)</w:\#(root)>"#
  }

  package var entries: [ZipFile.Entry] {
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    let folder = mainPart.split(separator: "/").dropLast().joined(separator: "/")
    let name = mainPart.split(separator: "/").last ?? ""
    let root = #"<Relationship Id="r1" Type="\#(relationships)/officeDocument" Target="\#(mainPart)"/>"#
    let own = parts.enumerated().map { index, part in
      #"<Relationship Id="p\#(index)" Type="\#(relationships)/\#(part.type)" Target="\#(part.name)"/>"#
    }
    func entry(_ name: String, _ xml: String) -> ZipFile.Entry {
      ZipFile.Entry(name, Array(xml.utf8), isDeflated: isDeflated)
    }
    return [
      entry("_rels/.rels", #"<Relationships xmlns="\#(package)">\#(root)</Relationships>"#),
      entry(mainPart, xml("document", "<w:body>\(body)</w:body>")),
      entry("\(folder)/_rels/\(name).rels", #"<Relationships xmlns="\#(package)">\#(own.joined())</Relationships>"#),
    ] + parts.map { entry("\(folder)/\($0.name)", $0.xml) } + [entry("[Content_Types].xml", types(folder))]
  }

  /// What each part is; Word and its imitators ask for it.
  private func types(_ folder: String) -> String {
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    let named = [(mainPart, "document.main")] + parts.map { ("\(folder)/\($0.name)", $0.type) }
    return #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
      + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
      + #"<Default Extension="xml" ContentType="application/xml"/>"#
      + named.map { #"<Override PartName="/\#($0.0)" ContentType="\#(kind).\#($0.1)+xml"/>"# }.joined() + "</Types>"
  }

  package var bytes: [UInt8] { ZipFile(entries).bytes }
}

/// A text as XML has it.
package func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
