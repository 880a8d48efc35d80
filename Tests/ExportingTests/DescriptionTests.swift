import Exporting
import Provenance
import Testing

@Suite struct DescriptionTests {
  @Test func namesAreUniqueAndShortEnoughForEveryTarget() {
    #expect(Set(Tables.all.map(\.name)).count == Tables.all.count)
    for table in Tables.all {
      #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
    }
    for listing in Listings.all {
      #expect(Set(listing.columns.map(\.name)).count == listing.columns.count, "\(listing.name)")
      #expect(Set(listing.columns.map(\.title)).count == listing.columns.count, "\(listing.name)")
      // PostgreSQL cuts names at 63 bytes; Excel takes sheet names of 31 characters.
      #expect(listing.columns.allSatisfy { $0.title.utf8.count <= 63 })
      #expect("\(listing.title.zh) (1000)".utf16.count <= 31)
    }
  }

  @Test func everyReferenceLeadsToAKeyAndEveryOriginToAColumn() throws {
    for table in Tables.all {
      for name in table.key + table.indices.flatMap(\.self) {
        #expect(table.index(of: name) != nil, "\(table.name).\(name)")
      }
      for reference in table.references {
        let target = try #require(Tables.named(reference.table))
        #expect(reference.columns.allSatisfy { table.index(of: $0) != nil })
        #expect(reference.target == target.key)
      }
    }
    for listing in Listings.all {
      let table = try #require(Tables.named(listing.table))
      #expect(listing.columns.allSatisfy { !$0.name.isEmpty && !$0.title.isEmpty })
      for field in listing.fields {
        if case .own(let name) = field.origin { #expect(table.index(of: name) != nil, "\(listing.name).\(name)") }
      }
    }
  }

  @Test func everyColumnSaysWhatItHoldsInBothLanguages() {
    for column in Tables.all.flatMap(\.columns) + Listings.all.flatMap(\.columns) {
      #expect(!column.title.isEmpty && !column.summary.zh.isEmpty && !column.summary.en.isEmpty, "\(column.name)")
    }
  }
}
