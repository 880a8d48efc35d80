internal import XML

/// What the parts of a package point to (ECMA-376, part 2). Targets outside of the package are left out: nothing but
/// the file itself is ever opened.
struct Relationships {
  struct Target {
    var id: String
    /// The last part of its type, as `officeDocument` or `footnotes`; the same in both forms of the standard.
    var type: String
    /// The name of the part in the archive.
    var part: String
    /// True for the Strict form of the standard.
    var isStrict: Bool
  }

  private(set) var targets: [Target] = []

  func first(_ type: String) -> Target? { targets.first { $0.type == type } }
  func all(_ type: String) -> [Target] { targets.filter { $0.type == type } }

  /// Where the relationships of a part stand; those of the package itself for no part.
  static func part(for source: String) -> String {
    let folder = folder(of: source)
    return folder + "_rels/" + source.dropFirst(folder.count) + ".rels"
  }

  private static func folder(of part: String) -> String {
    part.utf8.lastIndex(of: 0x2F).map { String(part[...$0]) } ?? ""
  }

  /// The part that a target names, seen from the part that holds it; nil if it leads out of the package.
  static func resolve(_ target: String, from source: String) -> String? {
    let plain = target.utf8.prefix { $0 != 0x23 && $0 != 0x3F }.map { $0 == 0x5C ? 0x2F : $0 }
    var names = plain.first == 0x2F ? [] : folder(of: source).utf8.split(separator: 0x2F).map(Array.init)
    for name in plain.split(separator: 0x2F) {
      if name.elementsEqual(".".utf8) { continue }
      if name.elementsEqual("..".utf8) {
        if names.popLast() == nil { return nil }
      } else {
        names.append(unescaped(name))
      }
    }
    return names.isEmpty ? nil : String(decoding: Array(names.joined(separator: [0x2F])), as: UTF8.self)
  }

  /// A name without its percent escapes.
  private static func unescaped(_ name: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(name)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
        result.append(value)
        rest.removeFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  struct Handler: XMLHandler {
    private let source: String
    private(set) var result = Relationships()

    init(source: String) { self.source = source }

    mutating func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {
      guard name == WordName.relationship.index, let type = attributes[.capitalType],
        let target = attributes[.target]
      else { return }
      if attributes[.targetMode] == "External" { return }
      guard let part = Relationships.resolve(target, from: source) else { return }
      let kind = type.utf8.lastIndex(of: 0x2F).map { String(type[type.utf8.index(after: $0)...]) } ?? type
      result.targets.append(
        Target(
          id: attributes[.capitalID] ?? "", type: kind, part: part,
          isStrict: type.utf8.starts(with: "http://purl.oclc.org/".utf8)))
    }

    mutating func end(_ space: Int, _ name: Int) {}
    mutating func text(_ utf8: Span<UInt8>) {}
  }
}
