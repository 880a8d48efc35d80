// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who uses the library builds it. It sees the library's public interface only;
// files to files are measured with the program itself, which is built along.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "Jixiao", path: "..")],
  targets: [
    .target(name: "Generator", swiftSettings: strict),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Generator", .product(name: "Ingestion", package: "Jixiao"), .product(name: "jixiao", package: "Jixiao"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
