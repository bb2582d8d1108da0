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

  /// A newcomer's own package: built for release in a folder of its own, so that it does not wait
  /// for the build that runs this test.
  @Test func itLearnsDigits() throws {
    let scratch = try TemporaryFolder()
    let outcome = try Program.run(
      URL(filePath: "/usr/bin/env"),
      [
        "swift", "run", "-c", "release", "--package-path", Self.package.path, "--scratch-path",
        scratch.path,
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let last = try #require(outcome.output.split(separator: "\n").last, "\(outcome.errors)")
    let accuracy = try #require(last.split(separator: " ").last.flatMap { Double($0) }, "\(last)")
    #expect(accuracy >= 0.9)
  }
}
