// swift-tools-version: 6.3

import PackageDescription

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies)
}

/// The tests of a module, in `Tests/<name>Tests`.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "Tern", "TestSupport"] + dependencies)
}

let package = Package(
  name: "Tern",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Tern", targets: ["Tern"]),
    .library(name: "TernData", targets: ["TernData"]),
    .library(name: "TernReports", targets: ["TernReports"]),
    .executable(name: "tern", targets: ["demo"]),
    .executable(name: "benchmarks", targets: ["benchmarks"]),
  ],
  targets: [
    // Executables
    .executableTarget(
      name: "demo", dependencies: ["Tern", "TernData", "TernReports", "TernDownloads"]),
    .executableTarget(
      name: "benchmarks", dependencies: ["Tern", "TernData", "TernKernels", "COpenBLAS"],
      path: "Benchmarks", exclude: ["Peers", "RESULTS.md"]),

    // What users import
    module(
      "Tern",
      [
        "TernTraining", "TernNetworks", "TernOptimizers", "TernLosses", "TernLayers",
        "TernLinearAlgebra", "TernFormats", "TernTensors",
      ]),
    module("TernData", ["Tern", "CLibArchive"]),
    module("TernReports", ["Tern", "CLibPNG"]),

    // What only the program needs
    module("TernDownloads", ["CLibCurl", "CLibMD"]),

    // The house, from the roof down
    module("TernTraining", ["TernOptimizers", "TernLayers", "TernFormats", "TernTensors"]),
    module("TernNetworks", ["TernLayers", "TernTensors"]),
    module("TernOptimizers", ["TernLayers", "TernTensors", "TernKernels"]),
    module("TernLosses", ["TernTensors"]),
    module("TernLayers", ["TernLinearAlgebra", "TernTensors", "TernKernels"]),
    module("TernLinearAlgebra", ["TernTensors", "TernKernels"]),
    module("TernFormats", ["TernTensors"]),
    module("TernTensors", ["TernKernels"]),
    module("TernKernels", ["CTernKernels", "COpenBLAS", "CLAPACKE"]),
    .target(name: "CTernKernels"),

    // Tests
    .target(name: "TestSupport", dependencies: ["Tern", "TernKernels"], path: "Tests/TestSupport"),
    .testTarget(name: "CTernKernelsTests", dependencies: ["CTernKernels"]),
    tests("TernKernels", ["COpenBLAS", "CTernKernels"]),
    tests("TernTensors"),
    tests("TernLinearAlgebra", ["CLAPACKE"]),
    tests("TernFormats"),
    tests("TernLosses"),
    tests("TernLayers"),
    tests("TernOptimizers"),
    tests("TernNetworks"),
    tests("TernTraining"),
    tests("TernDownloads"),
    tests("TernData", ["CLibArchive"]),
    tests("TernReports", ["CLibPNG"]),
    .testTarget(name: "SystemsTests", dependencies: ["Tern", "TestSupport"]),
    .testTarget(
      name: "ConformanceTests", dependencies: ["Tern"], exclude: ["cases.safetensors"]),
    .testTarget(
      name: "DemoTests",
      dependencies: [
        "demo", "benchmarks", "quickstart", "Tern", "TernData", "TernReports", "TestSupport",
      ]),
    // The program of a package that depends on this one, which takes less time to build in this one.
    .executableTarget(
      name: "quickstart", dependencies: ["Tern", "TernData"],
      path: "Examples/Quickstart/Sources/Quickstart"),

    // System libraries
    .systemLibrary(
      name: "COpenBLAS", path: "Modulemap/COpenBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev"]), .brew(["openblas"])]),
    .systemLibrary(
      name: "CLAPACKE", path: "Modulemap/CLAPACKE", pkgConfig: "lapacke",
      providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    .systemLibrary(
      name: "CLibArchive", path: "Modulemap/CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CLibPNG", path: "Modulemap/CLibPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CLibCurl", path: "Modulemap/CLibCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(
      name: "CLibMD", path: "Modulemap/CLibMD", pkgConfig: "libmd",
      providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
  ],
  swiftLanguageModes: [.v6]
)

// Optimising tests takes longer than running them as they are, but for the loops that products and
// convolutions are compared with.
for target in package.targets where target.isTest && target.name != "TernKernelsTests" {
  target.swiftSettings = [.unsafeFlags(["-Onone"], .when(configuration: .release))]
}

// `Scripts/test` builds the tests of a module in those configurations only in which they have
// something of their own to say: numbers in both, whole programs and loops in C in release, and in
// debug what reads and writes files, follows a training or reports on it.
if let configuration = Context.environment["TERN_TESTS"] {
  let leftOut =
    switch configuration {
    case "release":
      [
        "TernFormatsTests", "TernTrainingTests", "TernDataTests", "TernDownloadsTests",
        "TernReportsTests",
      ]
    case "debug":
      [
        "CTernKernelsTests", "ConformanceTests", "DemoTests", "demo", "benchmarks", "quickstart",
      ]
    default: fatalError("TERN_TESTS is release or debug, not \(configuration)")
    }
  package.targets.removeAll { leftOut.contains($0.name) }
  // What the program's tests see of its inside in debug, they see here, too.
  package.targets.first { $0.name == "demo" }?.swiftSettings = [.unsafeFlags(["-enable-testing"])]
  package.targets.first { $0.name == "DemoTests" }?.swiftSettings?.append(
    .define("DEMO_IS_TESTABLE"))
  if configuration == "debug" { package.products.removeAll { $0 is Product.Executable } }
}

// `Scripts/fuzz` builds this package in another form: everything under the address sanitizer, the
// program as a library, and a fuzzer of the readers of files instead of all other products.
if Context.environment["TERN_FUZZ"] != nil {
  package.products = []
  package.targets.removeAll { $0.isTest || ["benchmarks", "demo"].contains($0.name) }
  let program = module("demo", ["Tern", "TernData", "TernReports", "TernDownloads"])
  program.exclude = ["main.swift"]
  package.targets.append(program)
  for target in package.targets where target.type == .regular {
    target.cSettings = [.unsafeFlags(["-fsanitize=address"])]
    target.swiftSettings = [.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])]
  }
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Tern", "TernData", "demo"], path: "Fuzz/Targets",
      swiftSettings: [.unsafeFlags(["-sanitize=address", "-enable-testing"])],
      linkerSettings: [.unsafeFlags(["-sanitize=address"]), .linkedLibrary("stdc++")]))
}
