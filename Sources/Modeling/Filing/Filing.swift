package import Provenance

/// One department's performance targets for one year, as filed and repaired.
///
/// Every text is a ``Revision``: what was filed, where, and what was changed. Typed values (an amount, a target)
/// are read from those texts when they are asked for, so there is no second copy to keep in step.
package struct Filing: Hashable, Sendable {
  package var cover: Cover?
  /// The table of contents, where there is one.
  package var contents: [ContentsEntry] = []
  package var overall = Overall()
  /// In the order filed.
  package var projects: [Project] = []
  /// Tables of no form that is read, whole.
  package var tables: [KeptTable] = []
  /// Who filed it and for when; filled in once the texts are normalised.
  package var identity = Identity()
  package var diagnostics: [Diagnostic] = []
  /// What no field took and no form explains, in reading order.
  package var unmapped: [SourceRange] = []
  package var account = Account()

  package init() {}
}

/// A table that no form explains, or of a form that is kept apart: all of its cells.
package struct KeptTable: Hashable, Sendable {
  package var rows: [[KeptCell]]

  package init(rows: [[KeptCell]]) {
    self.rows = rows
  }
}

package struct KeptCell: Hashable, Sendable {
  package var text: Revision?
  /// Columns of the grid that it spans; 1 where the file doesn't say.
  package var span: Int
  /// True if it goes on with the cell above it; false also where the file doesn't say.
  package var isContinued: Bool

  package init(text: Revision?, span: Int, isContinued: Bool) {
    self.text = text
    self.span = span
    self.isContinued = isContinued
  }
}

/// How many of the source's characters (Unicode scalars, white space apart) went where.
package struct Account: Hashable, Sendable {
  package var fields = 0
  package var furniture = 0
  package var unmapped = 0

  package init() {}

  package var all: Int { fields + furniture + unmapped }

  /// The share that a field took or the form explains, with six decimals rounded down: 1 only if it is all.
  package var accounted: Double {
    if unmapped == 0 { return 1 }
    return Double((fields + furniture) * 1_000_000 / max(1, all)) / 1_000_000
  }
}

/// The first page: what it is, who drew it up, who checked it.
package struct Cover: Hashable, Sendable {
  package var title: Revision?
  /// As in XX局编制, the mark 编制 included.
  package var preparedBy: Revision?
  package var reviewedBy: Revision?
  package var date: Revision?

  package init() {}
}

/// A line of the table of contents.
package struct ContentsEntry: Hashable, Sendable {
  package var title: Revision
  package var page: Revision?

  package init(title: Revision, page: Revision?) {
    self.title = title
    self.page = page
  }
}
