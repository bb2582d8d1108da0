import Foundation
import TestSupport
import Testing

@Suite struct QuickstartTests {
  private static let package = packageFolder.appending(path: "Examples/Quickstart")

  @Test func theReadmeShowsThisCode() throws {
    let readme = try String(
      contentsOf: packageFolder.appending(path: "README.md"), encoding: .utf8)
    let code = try String(
      contentsOf: Self.package.appending(path: "Sources/Quickstart/main.swift"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```swift\n").dropFirst()
    let first = try #require(blocks.first?.components(separatedBy: "```").first)
    #expect(first == code)
  }

  /// What the manifest asks this package for is there.
  @Test func thePackageResolves() throws {
    let scratch = try TemporaryFolder()
    let outcome = try Program.run(
      URL(filePath: "/usr/bin/env"),
      [
        "swift", "package", "--package-path", Self.package.path, "--scratch-path", scratch.path,
        "show-dependencies",
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func itLearnsDigits() throws {
    let outcome = try Program.run(
      try #require(Program.built("quickstart"), "quickstart is not built"), [])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let last = try #require(outcome.output.split(separator: "\n").last, "\(outcome.errors)")
    let accuracy = try #require(last.split(separator: " ").last.flatMap { Double($0) }, "\(last)")
    #expect(accuracy >= 0.9)
  }
}
