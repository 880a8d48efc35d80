// swift-tools-version: 6.2
import PackageDescription

// One entry a target, in the order in which data flows: a target depends only on what stands above
// it. `ArchitectureTests` reads this file through `swift package dump-package` and fails otherwise.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let grdb: [Target.Dependency] = [
  .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
]
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "Jixiao",
  products: [
    .library(name: "Ingestion", targets: ["Ingestion"]),
    .executable(name: "jixiao", targets: ["jixiao"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without its default trait, which brings Foundation.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // A command for `make docs`; nothing is linked with it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // C and C++ libraries, each behind one header of our own.
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CDigest", linkerSettings: [.linkedLibrary("crypto")]),
    .target(name: "CWorkbook", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .target(name: "CInflate", linkerSettings: [.linkedLibrary("z")]),
    // Forwarding holds a line for each header that the library's headers include and that is not on the compiler's path.
    .target(
      name: "CXML", cSettings: [.headerSearchPath("Forwarding")], linkerSettings: [.linkedLibrary("xml2")]),
    .target(
      name: "CLanguageModel", cxxSettings: [.headerSearchPath("Forwarding")],
      linkerSettings: [.linkedLibrary("IMECore")]),

    // The words that every stage speaks.
    .target(name: "Provenance", swiftSettings: strict),
    .target(name: "JSON", swiftSettings: strict),
    .target(name: "Digest", dependencies: ["CDigest"], swiftSettings: strict),
    .target(name: "ICU", dependencies: ["CICU"], swiftSettings: strict),
    .target(name: "Archives", dependencies: ["CInflate"], swiftSettings: strict),
    .target(name: "XML", dependencies: ["CXML"], swiftSettings: strict),
    .target(name: "LanguageModel", dependencies: ["CLanguageModel"], swiftSettings: strict),

    // The stages.
    .target(name: "Documents", dependencies: ["Provenance"], swiftSettings: strict),
    .target(
      name: "Reading", dependencies: ["Provenance", "Documents", "ICU", "Archives", "XML"], swiftSettings: strict),
    .target(
      name: "Modeling", dependencies: ["Provenance", "Documents", "JSON"],
      exclude: [
        "Forms/hebei.json", "Forms/list.json", "Forms/ministry.json", "Forms/overall.json", "Forms/scored.json",
        "Regions/README.md", "Regions/regions.tsv",
      ], swiftSettings: strict),
    .target(
      name: "Normalizing", dependencies: ["Provenance", "JSON", "Digest", "ICU", "LanguageModel", "Modeling"],
      exclude: ["Spelling/lexicon.txt"], swiftSettings: strict),
    .target(name: "Checking", dependencies: ["Provenance", "Modeling", "ICU"], swiftSettings: strict),
    .target(name: "Comparing", dependencies: ["Provenance", "JSON", "ICU"], swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: ["Provenance", "JSON", "Digest", "ICU", "Documents", "Modeling", "Normalizing", "Comparing"],
      swiftSettings: strict),
    .target(
      name: "Reviewing",
      dependencies: [
        "Provenance", "JSON", "Digest", "Archives", "Documents", "Modeling", "Normalizing", "Publishing",
      ],
      exclude: [
        "Page/batch.js", "Page/crosswalk.js", "Page/decisions.js", "Page/detail.js", "Page/dialogs.js",
        "Page/facets.js", "Page/filter.js", "Page/keys.js", "Page/list.js", "Page/loading.js", "Page/main.js",
        "Page/paper.js", "Page/review.css", "Page/review.html", "Page/store.js", "Page/text.js", "Page/words.js",
      ], swiftSettings: strict),

    // The program.
    .target(
      name: "Ingestion",
      dependencies: [
        "Provenance", "JSON", "Digest", "ICU", "LanguageModel", "Archives", "Documents", "Reading", "Modeling",
        "Normalizing", "Checking", "Comparing", "Publishing", subprocess,
      ],
      swiftSettings: strict),
    .target(
      name: "Exporting", dependencies: ["Provenance", "JSON", "Digest", "Archives", "CWorkbook"] + grdb,
      swiftSettings: strict),
    .executableTarget(
      name: "jixiao",
      dependencies: [
        "Provenance", "JSON", "Digest", "ICU", "Documents", "Reading", "Modeling", "Normalizing", "Checking",
        "Comparing", "Publishing", "Reviewing", "Ingestion", "Exporting", argumentParser,
      ],
      swiftSettings: strict),
    // Filings of two years whose truth is known, for tests and measurements.
    .target(name: "FilingGenerator", dependencies: ["Comparing", "JSON"], swiftSettings: strict),
    .executableTarget(
      name: "dev",
      dependencies: [
        "Provenance", "JSON", "ICU", "Reading", "Modeling", "Normalizing", "Checking", "Comparing", "Publishing",
        "Ingestion", "Exporting", "FilingGenerator", argumentParser,
      ],
      swiftSettings: strict),

    // What the tests share, and the tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    .testTarget(name: "DocumentationTests", swiftSettings: strict),
    .testTarget(name: "ProvenanceTests", dependencies: ["Provenance", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "DigestTests", dependencies: ["Digest", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "XMLTests", dependencies: ["XML", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ICUTests", dependencies: ["ICU", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "LanguageModelTests", dependencies: ["LanguageModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ReadingTests", dependencies: ["Reading", "Documents", "Provenance", "TestSupport"],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "ModelingTests", dependencies: ["Modeling", "Documents", "Provenance", "JSON", "TestSupport"],
      exclude: ["Values/Cases"], swiftSettings: strict),
    .testTarget(
      name: "NormalizingTests",
      dependencies: ["Normalizing", "LanguageModel", "Modeling", "Provenance", "JSON", "ICU", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CheckingTests", dependencies: ["Checking", "Modeling", "Provenance", "ICU", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ComparingTests", dependencies: ["Comparing", "FilingGenerator", "JSON", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Publishing", "Comparing", "Modeling", "Normalizing", "Provenance", "JSON", "Digest", "ICU", "Ingestion",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReviewingTests",
      dependencies: [
        "Reviewing", "Archives", "Reading", "Documents", "Modeling", "Normalizing", "Publishing", "Provenance", "JSON",
        "Digest", "Ingestion", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "IngestionTests",
      dependencies: [
        "Ingestion", "Documents", "Reading", "Modeling", "Normalizing", "Publishing", "Provenance", "JSON", "Digest",
        "TestSupport",
      ],
      exclude: ["Cases"], swiftSettings: strict),
    .testTarget(
      name: "ExportingTests",
      dependencies: ["Exporting", "Provenance", "JSON", "Digest", "Archives", "TestSupport"] + grdb,
      swiftSettings: strict),
    .testTarget(name: "ProgramTests", dependencies: ["TestSupport", "jixiao"], swiftSettings: strict),
    // Run by Scripts/test-integrations alone.
    .testTarget(
      name: "IntegrationTests",
      dependencies: ["Ingestion", "Reading", "Provenance", "JSON", "TestSupport", "jixiao"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
