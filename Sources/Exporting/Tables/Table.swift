package import Provenance

/// A table that is exported: the one description from which the DDL of both databases, the row schemas and the data
/// dictionary are made.
package struct Table: Sendable {
  package var name: String
  /// The Chinese name in `zh`, the English in `en`.
  package var title: Message
  package var columns: [Column]
  package var key: [String]
  package var references: [Reference]
  /// Columns, besides the key, by which the rows are looked up.
  package var indices: [[String]]

  /// Columns that name the columns of another table.
  package struct Reference: Sendable {
    package var columns: [String]
    package var table: String
    package var target: [String]
  }

  init(
    _ name: String, _ zh: String, _ en: String, key: [String], references: [Reference] = [], indices: [[String]] = [],
    _ columns: [Column]
  ) {
    self.name = name
    title = Message(zh: zh, en: en)
    self.columns = columns
    self.key = key
    self.references = references
    self.indices = indices
  }

  /// Where a column stands; nil if there is none of that name.
  package func index(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}

extension Table.Reference {
  static let filing = Self(columns: ["filing"], table: "filings", target: ["id"])
  static let project = Self(columns: ["filing", "project"], table: "projects", target: ["filing", "pointer"])
}

/// A column of a table or a listing.
package struct Column: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case text, integer, number, boolean, date
    /// An array, in text as JSON.
    case json
  }

  package var name: String
  package var kind: Kind
  package var title: String
  /// What it holds, in both languages.
  package var summary: Message
  package var isNullable: Bool
  /// Whether full-text search finds it.
  package var isSearched: Bool
  /// Whether it came to its table after databases of this version may have been made: the last of the table, nullable.
  package var isLater: Bool

  init(
    _ name: String, _ kind: Kind = .text, _ title: String, _ zh: String, _ en: String, nullable: Bool = true,
    searched: Bool = false, later: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.title = title
    summary = Message(zh: zh, en: en)
    isNullable = nullable
    isSearched = searched
    isLater = later
  }

  /// The same under another name and title.
  func named(_ name: String, _ title: String) -> Column {
    var column = self
    column.name = name
    column.title = title
    column.isNullable = true
    return column
  }
}

// Columns that many tables have.
extension Column {
  static let filing = Column(
    "filing", .text, "文本编号", "所属绩效目标文本的编号。", "The filing that it belongs to.", nullable: false)
  static let pointer = Column(
    "pointer", .text, "位置指针", "该值在规范 JSON 中的 JSON 指针（RFC 6901），可用于 jixiao trace。",
    "The JSON pointer of the value in the canonical JSON, as jixiao trace takes it.", nullable: false)
  static let project = Column(
    "project", .text, "所属项目", "所属项目的位置指针；不属于任何项目时为空。",
    "The pointer of the project that it belongs to; null if it belongs to none.")
  static let number = Column("number", .integer, "序号", "从 1 数起的次序。", "Its place in order, from 1.", nullable: false)
  static let line = Column("line", .integer, "行", "在源文件中的行号，从 1 数起。", "The line in the source, from 1.")
  static let column = Column(
    "column", .integer, "列", "在源文件中的列号，从 1 数起，按 Unicode 字符计。", "The column in the source, from 1, in Unicode scalars.")

  /// The text of a column as it was filed.
  static func filed(_ name: String, _ title: String) -> Column {
    Column(
      "\(name)_filed", .text, "\(title)（原文）", "更正之前的原文；未经更正时为空。",
      "The text as filed, where a correction was applied; null otherwise.")
  }
}
