// swift-tools-version: 6.2
import PackageDescription

// A package of its own, as clients have: only what is public can be used here.
let package = Package(
  name: "ClientExample",
  dependencies: [.package(name: "Jixiao", path: "../..")],
  targets: [.executableTarget(name: "ClientExample", dependencies: [.product(name: "Ingestion", package: "Jixiao")])],
  swiftLanguageModes: [.v6]
)
