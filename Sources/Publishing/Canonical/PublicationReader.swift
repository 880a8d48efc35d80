package import JSON
internal import Modeling
internal import Provenance

/// Reads what ``PublicationWriter`` writes: the filing with every correction, and what the file says of its places. To
/// write what was read gives the same bytes.
package enum PublicationReader {
  /// - Throws: the first of the problems that ``read(_:problems:)`` finds.
  package static func read(
    _ bytes: [UInt8]
  ) throws(PublicationError) -> (publication: Publication, view: SourceView) {
    let value: JSONValue
    do {
      value = try JSONParser.parse(bytes)
    } catch {
      throw PublicationError(error)
    }
    var problems: [PublicationError] = []
    let result = read(value, problems: &problems)
    if let problem = problems.first { throw problem }
    return result
  }

  /// Reads a parsed value and appends everything that is not as the format has it; the result is for use only if
  /// there is nothing of that kind. O(value).
  package static func read(
    _ value: JSONValue, problems: inout [PublicationError]
  ) -> (publication: Publication, view: SourceView) {
    var publication = Publication(filing: Filing(), source: .empty, producer: .empty)
    guard case .object(let object) = value else {
      problems.append(
        PublicationError(.wrongType, at: "", found: Message(describing: value), expected: .object))
      return (publication, SourceView(published: [:]))
    }
    // Of another version nothing is known, so nothing in it can be wrong.
    if case .string(let format) = object["format"], !format.isSame(as: PublicationWriter.format) {
      problems.append(
        PublicationError(
          .unknownFormat, at: "/format", found: Message(quoting: format),
          expected: Message(quoting: PublicationWriter.format)))
      return (publication, SourceView(published: [:]))
    }
    var reader = MemberReader()
    reader.within(object) { reader in
      _ = reader.string("format")
      _ = reader.string("id")
      reader.readPlaces()
      reader.readCorrections()
      for section in FilingSection.allCases { reader.read(section, into: &publication.filing) }
      publication.filing.diagnostics = reader.objects("diagnostics") { $0.diagnostic() }
      publication.filing.unmapped = reader.objects("unmapped") { $0.range(hasText: true) }
      publication.producer = reader.object("producer") { $0.producer() } ?? .empty
      if let (record, account) = reader.object("source", { $0.sourceRecord() }) {
        publication.source = record
        publication.filing.account = account
      }
    }
    reader.reportStrays()
    problems += reader.problems
    return (publication, SourceView(published: reader.view))
  }
}
