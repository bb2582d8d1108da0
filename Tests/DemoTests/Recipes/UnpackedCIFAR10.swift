import Foundation
import TestSupport
import Testing

/// Unpacks the archive of CIFAR-10 once for all tests of a suite: debug builds take half a minute for
/// it each time. (That Tern reads the archive itself is tested with `TernData`.)
struct UnpackedCIFAR10: SuiteTrait, TestScoping {
  /// The folder with the unpacked files while the suite runs; nil if there is no archive.
  @TaskLocal static var folder: String?

  func provideScope(
    for test: Test, testCase: Test.Case?, performing body: @Sendable () async throws -> Void
  ) async throws {
    guard let source = realData("cifar10") else { return try await body() }
    let folder = try TemporaryFolder()
    let archive = "\(source)/cifar-10-python.tar.gz"
    guard FileManager.default.fileExists(atPath: archive) else {
      return try await Self.$folder.withValue(source, operation: body)
    }
    let outcome = try Program.run(
      URL(filePath: "/usr/bin/env"), ["tar", "-xzf", archive, "-C", folder.path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    try await Self.$folder.withValue(folder.path, operation: body)
  }
}

extension Trait where Self == UnpackedCIFAR10 {
  /// Unpacks CIFAR-10, if it is there, for all tests of the suite.
  static var unpackingCIFAR10: UnpackedCIFAR10 { UnpackedCIFAR10() }
}
