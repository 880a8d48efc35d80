internal import XML

/// What the styles of a document say of numbering, and which of them hide text.
struct Styles {
  struct Style {
    var basedOn: String?
    var list: ListReference?
    var isDefaultParagraph = false
    /// Nil if it leaves that to the style that it is based on.
    var isHidden: Bool?
  }

  private(set) var styles: [String: Style] = [:]
  private(set) var defaultParagraph: String?
  private var hideText = false

  /// As many styles may stand one on the other; more is taken for a circle.
  private static let chain = 32

  /// The list that a paragraph of a style is in; the default style where none is named.
  func list(of style: String?) -> ListReference? {
    var name = style ?? defaultParagraph
    var result: ListReference?
    for _ in 0..<Self.chain {
      guard let current = name, let style = styles[current] else { break }
      if let list = style.list {
        result = ListReference(number: result?.number ?? list.number, level: result?.level ?? list.level)
        if result?.number != nil { return result }
      }
      name = style.basedOn
    }
    return result
  }

  /// True if text of that style is hidden.
  func hides(_ style: String?) -> Bool {
    guard hideText else { return false }
    var name = style
    for _ in 0..<Self.chain {
      guard let current = name, let style = styles[current] else { break }
      if let isHidden = style.isHidden { return isHidden }
      name = style.basedOn
    }
    return false
  }

  struct Handler: XMLHandler {
    private(set) var result = Styles()
    private var id: String?
    private var style = Style()
    private var isInList = false
    private var changes = 0

    mutating func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {
      guard WordName.all.indices.contains(name) else { return }
      switch WordName.all[name] {
      case .pPrChange, .rPrChange, .numberingChange: changes += 1
      case _ where changes > 0: break
      case .style:
        id = attributes[.styleId]
        style = Style()
        style.isDefaultParagraph =
          attributes[.type] == "paragraph" && (attributes[.default].map { $0 == "1" || $0 == "true" } ?? false)
      case .basedOn: style.basedOn = attributes[.val]
      case .numPr:
        isInList = true
        style.list = ListReference()
      case .vanish:
        style.isHidden = attributes.isOn
        if id != nil, attributes.isOn { result.hideText = true }
      case .numId: if isInList { style.list?.number = attributes.number(.val) }
      case .ilvl: if isInList { style.list?.level = attributes.number(.val) }
      default: break
      }
    }

    mutating func end(_ space: Int, _ name: Int) {
      guard WordName.all.indices.contains(name) else { return }
      switch WordName.all[name] {
      case .pPrChange, .rPrChange, .numberingChange: changes -= 1
      case .numPr: isInList = false
      case .style:
        guard let id else { return }
        result.styles[id] = style
        if style.isDefaultParagraph { result.defaultParagraph = id }
      default: break
      }
    }

    mutating func text(_ utf8: Span<UInt8>) {}
  }
}

/// The list that a paragraph is in, as far as it is said.
struct ListReference: Hashable {
  /// 0 for none.
  var number: Int?
  var level: Int?
}
