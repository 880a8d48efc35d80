internal import XML

/// The lists of a document, and how their items are numbered.
struct Numbering {
  struct Level: Hashable {
    var start = 1
    var format = "decimal"
    var text = ""
    /// The level behind which it begins anew, from 1; 0 for never, nil for any higher one.
    var restart: Int?
    var suffix = "tab"
    var isLegal = false
    /// The paragraph style whose paragraphs are on this level.
    var style: String?
  }

  /// A list as it is defined.
  struct Abstract {
    var levels: [Int: Level] = [:]
    /// The numbering style that defines it instead.
    var styleLink: String?
  }

  /// A list as paragraphs name it.
  struct Instance {
    var abstract: Int?
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  fileprivate(set) var abstracts: [Int: Abstract] = [:]
  fileprivate(set) var instances: [Int: Instance] = [:]

  /// What is defined under a number, links followed.
  func definition(of number: Int, _ styles: Styles) -> (abstract: Int, levels: [Int: Level])? {
    var number = number
    for _ in 0..<8 {
      guard let instance = instances[number], let id = instance.abstract, let abstract = abstracts[id] else {
        return nil
      }
      if let link = abstract.styleLink, let target = styles.list(of: link)?.number, target != number {
        number = target
        continue
      }
      return (id, instance.levels.isEmpty ? abstract.levels : abstract.levels.merging(instance.levels) { $1 })
    }
    return nil
  }

  struct Handler: XMLHandler {
    private(set) var result = Numbering()
    private var abstract: Int?
    private var instance: Int?
    private var level: Int?
    private var override: Int?

    mutating func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {
      guard WordName.all.indices.contains(name) else { return }
      let value = attributes[.val]
      let number = attributes.number(.val)
      switch WordName.all[name] {
      case .abstractNum:
        abstract = attributes.number(.abstractNumId)
        if let abstract { result.abstracts[abstract] = Abstract() }
      case .num:
        instance = attributes.number(.numId)
        if let instance { result.instances[instance] = Instance() }
      case .abstractNumId: if let instance { result.instances[instance]?.abstract = number }
      case .numStyleLink: if let abstract { result.abstracts[abstract]?.styleLink = value }
      case .lvlOverride: override = attributes.number(.ilvl)
      case .startOverride:
        if let instance, let override { result.instances[instance]?.starts[override] = number }
      case .lvl:
        level = attributes.number(.ilvl)
        change { $0 = Level() }
      case .start: change { $0.start = number ?? 1 }
      case .numFmt: change { $0.format = value ?? "decimal" }
      case .lvlText: change { $0.text = value ?? "" }
      case .lvlRestart: change { $0.restart = number }
      case .suff: change { $0.suffix = value ?? "tab" }
      case .isLgl: change { $0.isLegal = attributes.isOn }
      case .pStyle: change { $0.style = value }
      default: break
      }
    }

    mutating func end(_ space: Int, _ name: Int) {
      guard WordName.all.indices.contains(name) else { return }
      switch WordName.all[name] {
      case .abstractNum: abstract = nil
      case .num: instance = nil
      case .lvl: level = nil
      case .lvlOverride: override = nil
      default: break
      }
    }

    mutating func text(_ utf8: Span<UInt8>) {}

    private mutating func change(_ body: (inout Level) -> Void) {
      guard let level, level >= 0, level < 9 else { return }
      if let instance {
        body(&result.instances[instance, default: Instance()].levels[level, default: Level()])
      } else if let abstract {
        body(&result.abstracts[abstract, default: Abstract()].levels[level, default: Level()])
      }
    }
  }
}
