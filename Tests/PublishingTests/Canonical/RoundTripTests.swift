import JSON
import Modeling
import Provenance
import Publishing
import TestSupport
import Testing

@Suite struct RoundTripTests {
  private func expectRoundTrip(_ publication: Publication, _ source: SourceText, _ comment: Comment) throws {
    let output = try write(publication, SourceView(source))
    let (again, view) = try PublicationReader.read(output)
    #expect(again == publication, comment)
    #expect(try write(again, view) == output, comment)
    #expect(try write(again, SourceView(source)) == output, comment)
  }

  @Test func `the real filing reads back as it was written`() throws {
    let sample = try CorpusSample()
    try expectRoundTrip(sample.publication, sample.source.text, "corpus")
  }

  @Test func `any filing reads back as it was written`() throws {
    for seed in 0..<300 {
      let (publication, source) = RandomFiling.make(seed: seed)
      try expectRoundTrip(publication, source, "seed \(seed)")
    }
  }

  @Test func `an empty filing reads back as it was written`() throws {
    let publication = Publication(
      filing: Filing(),
      source: SourceRecord(path: "", sha256: "", bytes: 0, charset: "", reader: "", dialect: ""),
      producer: Producer(name: "", version: "", icu: "", unicode: "", options: .null, evidence: []))
    try expectRoundTrip(publication, SourceText(""), "empty")
  }

  @Test func `what code and name were inferred from is kept apart`() throws {
    let froms: [[String]?] = [nil, [], ["projects/*/unit"], ["cover/title"], ["projects/*/unit", "cover/title"]]
    for code in froms {
      for name in froms {
        var (publication, source) = RandomFiling.make(seed: 1)
        publication.filing.identity.departmentCode = code.map { Inferred("131", from: $0) }
        publication.filing.identity.departmentName = name.map { Inferred("政协", from: $0) }
        try expectRoundTrip(publication, source, "\(String(describing: code)) \(String(describing: name))")
        source = SourceText("")
      }
    }
  }

  @Test func `a text that could not be read is told from one that is not there`() throws {
    let source = SourceText("二百五元整")
    var project = Project()
    project.budget.total = Money(text: Revision(filed: "二百五元整", source: source.range))
    project.schedule = [Stage(month: nil, percent: Revision(filed: "元", source: SourceRange(9, 12)))]
    var (publication, _) = RandomFiling.make(seed: 1)
    publication.filing = Filing()
    publication.filing.projects = [project]
    let output = try write(publication, SourceView(source))
    let value = try JSONParser.parse(output)
    #expect(value["projects"]?[JSONPointer(["0", "budget", "total"])] == .null)
    #expect(value["projects"]?[JSONPointer(["0", "budget", "other"])] == .null)
    let again = try PublicationReader.read(output).publication
    #expect(again.filing.projects == [project])
  }
}
