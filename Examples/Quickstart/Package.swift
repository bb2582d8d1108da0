// swift-tools-version: 6.3

import PackageDescription

let package = Package(
  name: "Quickstart",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Tern", path: "../..")],
  targets: [
    .executableTarget(
      name: "Quickstart",
      dependencies: [
        .product(name: "Tern", package: "Tern"), .product(name: "TernData", package: "Tern"),
      ])
  ],
  swiftLanguageModes: [.v6]
)
