/// What a family of forms prints: its headings, labels and columns, each with what it stands for.
///
/// Forms are data (`*.json` beside this file, one a family); nothing in the code knows a printed label.
package struct Form: Sendable {
  /// The families that it is made of.
  package let families: [Family]
  let headings: LabelTable<Heading>
  /// What a numbered heading may end in, folded: `三、实现绩效目标的保障措施`.
  let headingEndings: [(ending: [UInt8], heading: Heading)]
  /// What stands behind a project's name in the paragraph above its table, folded.
  let projectHeadingSuffixes: [[UInt8]]
  /// What may stand before that in the title of a form, which names no project, folded: 部门, 预算.
  let titleWords: [[UInt8]]
  /// What stands before the colon of a note below a table, folded.
  let notes: Set<[UInt8]>
  /// What stands before the number of a sheet, on a line of its own (附件2, 表14), folded.
  let sheets: [[UInt8]]
  /// What such a line may be without a number, folded.
  let unnumberedSheets: Set<[UInt8]>
  /// What a row of sums begins with, folded.
  let sums: Set<[UInt8]>
  /// What a template prints before a number where an item is to be filled in (指标1：), folded.
  let slots: [[UInt8]]
  let dutyLabels: LabelTable<DutyPart>
  let fields: LabelTable<HeaderField>
  /// Labels before a colon in the lines above a table that are too common to be labels of cells, too: 部门.
  let lineFields: LabelTable<HeaderField>
  /// All that the labels of cells mean, those of `fields` included.
  let cellLabels: LabelTable<CellLabel>
  /// The last character of each label of another form, folded.
  let otherFormEndings: Set<[UInt8]>
  let coverMarks: [(part: CoverPart, marks: [[UInt8]])]
}

extension Form {
  /// A family of forms, as far as it is named to people.
  package struct Family: Sendable {
    package let id: String
    package let title: String
    /// The labels of its tables, folded.
    let labels: Set<[UInt8]>
  }

  /// What a heading opens.
  enum Heading: String, CaseIterable, Sendable {
    case contents
    case overall
    case overallGoal
    case overallGoals
    case safeguards
    case projects
  }

  /// The labelled parts of a goal by duty.
  enum DutyPart: String, CaseIterable, Sendable {
    case goal
    case indicators
  }

  /// What a label in the block above the indicators announces.
  enum HeaderField: String, CaseIterable, Sendable {
    case code
    case name
    case unit
    /// The unit of the amounts, said in a cell of its own.
    case amountUnit
    case total
    case fiscal
    case other
    /// A row group: amounts, then in a row of its own the text that says what the money is for.
    case purpose
    /// A row group: the points of the year in one row, the shares in the next.
    case schedule
    case goals
    /// A label over those of the amounts, which may say their unit.
    case amounts
    case midtermTotal
    case midtermFiscal
    case midtermOther
    case midtermGoals
    /// What forms say besides; kept with its label.
    case detail
    /// Who fills the form in: the unit, where it names no other.
    case reporter
    /// The department that a table of the whole (整体支出绩效目标表) is about.
    case department
    /// A row group: the year's main tasks, one a row.
    case tasks
    /// What stands above the columns of the tasks.
    case taskHead
  }

  /// The columns of the indicator table.
  enum Column: String, CaseIterable, Sendable {
    /// A running number, or a label that stands beside all rows: says nothing of the indicator.
    case number
    case level1
    case level2
    case name
    case description
    case target
    case basis
    /// 指标性质, 度量单位, 指标方向性: columns of their own.
    case `operator`
    case unit
    case direction
    /// 指标属性: 定量指标 or 定性指标.
    case attribute
    /// 评价标准, over the columns of the grades.
    case grades
    /// 优, 良, 中, 差.
    case grade
    /// What the indicator counts for: 分值, 权重.
    case weight
    /// 备注.
    case note
  }

  /// Whether a printed label names a first or a second level.
  enum Level: String, CaseIterable, Sendable {
    case level1
    case level2
    /// A label that the forms print at both levels: 成本指标.
    case either
  }

  /// What a label means in each place where it may stand in a cell.
  struct CellLabel: Sendable {
    var field: HeaderField?
    var column: Column?
    var level: Level?
    /// True if it shows that a table is of another form, such as a self-evaluation.
    var isOfOtherForm = false
  }

  /// A line of the cover, told by how it ends (who drew it up, who checked it) or by what it mentions (the title).
  enum CoverPart: String, CaseIterable, Sendable {
    case title
    case preparedBy
    case reviewedBy
  }
}
