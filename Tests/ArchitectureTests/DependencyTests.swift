import Testing

@Suite struct DependencyTests {
  /// The order in which data flows; all C and C++ targets stand above it.
  static let order = [
    "Provenance", "JSON", "Digest", "ICU", "LanguageModel", "Archives", "XML", "Documents", "Reading", "Modeling",
    "Normalizing", "Checking", "Comparing", "Publishing", "Reviewing", "Ingestion", "Exporting", "jixiao",
    "FilingGenerator", "dev",
  ]

  /// Modules of the toolchain that any target may import.
  static let toolchain: Set = ["Swift", "Synchronization", "Glibc"]

  /// Asked for once, not by each test.
  private static let dumped = Result { try Manifest() }

  let manifest: Manifest

  init() throws {
    manifest = try Self.dumped.get()
  }

  private var targets: [Manifest.Target] { manifest.targets.filter { !$0.isTest } }

  /// Where a target stands in the flow; nil for one that is not in the list.
  static func rank(of target: String) -> Int? {
    isC(target) ? -1 : order.firstIndex(of: target)
  }

  /// `CICU`, but not `Checking`.
  static func isC(_ target: String) -> Bool {
    target.first == "C" && target.dropFirst().first?.isUppercase == true
  }

  @Test func everyTargetHasItsPlaceInTheOrder() {
    let names = targets.map(\.name).filter { !Self.isC($0) }
    #expect(Set(names) == Set(Self.order), "Put a new target into `order`, where its data flows.")
  }

  @Test func targetsDependOnlyOnWhatStandsAbove() throws {
    for target in targets {
      let own = try #require(Self.rank(of: target.name))
      for dependency in target.dependencies {
        guard let other = Self.rank(of: dependency) else {
          #expect(!manifest.targets.contains { $0.name == dependency }, "\(target.name) depends on \(dependency)")
          continue
        }
        #expect(other < own, "\(target.name) depends on \(dependency), which stands below it")
      }
    }
  }

  @Test func noTargetUsesUnsafeFlags() {
    #expect(!manifest.text.contains("unsafeFlags"))
  }

  @Test func filesImportOnlyWhatTheirTargetDeclares() throws {
    var checked = 0
    for target in manifest.targets {
      var allowed = Self.toolchain.union(target.dependencies)
      if target.name == "Ingestion" { allowed.insert("Subprocess") }
      if target.isTest { allowed.formUnion(["Testing", "Foundation"]) }
      if ["jixiao", "dev"].contains(target.name) { allowed.insert("Foundation") }
      for file in try Checkout.sources(in: target.path) {
        for module in imports(in: file.text) {
          checked += 1
          #expect(allowed.contains(module), "\(file) imports \(module)")
        }
      }
    }
    #expect(checked > 0)
  }

  @Test func librariesDoWithoutFoundation() throws {
    for target in targets where !["jixiao", "dev"].contains(target.name) {
      for file in try Checkout.sources(in: target.path) {
        let foundation = imports(in: file.text).filter { $0.hasPrefix("Foundation") }
        #expect(foundation.isEmpty, "\(file): Foundation belongs at the command line's edge")
      }
    }
  }

  @Test(arguments: [
    ("import JSON", ["JSON"]),
    ("package import Provenance\ninternal import ICU", ["Provenance", "ICU"]),
    ("@testable import Modeling", ["Modeling"]),
    ("@_spi(Testing) private import struct Foundation.URL", ["Foundation"]),
    ("#if canImport(Glibc)\n  import Glibc\n#endif", ["Glibc"]),
    ("// import JSON\nlet text = \"import JSON\"\nimportant()", []),
  ])
  func readsTheImportsOfAFile(text: String, modules: [String]) {
    #expect(imports(in: text) == modules)
  }
}

/// The modules that a Swift source imports, in order.
func imports(in text: String) -> [String] {
  text.split(separator: "\n").compactMap { line in
    var words = line.split(separator: " ")
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    while let first = words.first, first.hasPrefix("@") || modifiers.contains(first) { words.removeFirst() }
    guard words.count > 1, words.removeFirst() == "import" else { return nil }
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor"]
    if words.count > 1, kinds.contains(words[0]) { words.removeFirst() }
    return words[0].split(separator: ".").first.map(String.init)
  }
}
