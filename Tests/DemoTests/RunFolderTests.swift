import Foundation
import TestSupport
import Testing

@Suite struct RunFolderTests {
  /// Trains irises into a folder that does not take them.
  private func expectFailure(
    out: String, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Program.run("train", "iris", "--epochs", "2", "--quiet", "--out", out)
    #expect(outcome.status == 1, sourceLocation: sourceLocation)
    for word in words {
      #expect(
        outcome.errors.contains(word), "\(word) is not in: \(outcome.errors)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func foldersAreMade() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a/b/c"
    let outcome = try Program.run("train", "iris", "--epochs", "1", "--quiet", "--out", path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.read("a/b/c/metrics.jsonl").hasSuffix("}\n"))
  }

  @Test func aFileIsNoFolder() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("x", to: "file")
    try expectFailure(out: file, file, "not a directory")
    try expectFailure(out: "\(file)/run", "\(file)/run", "not a directory")
    #expect(try folder.read("file") == "x")
  }

  @Test func anEarlierRunIsNotOverwritten() throws {
    let folder = try TemporaryFolder()
    let description = try folder.write("{}", to: "run.json")
    try expectFailure(out: folder.path, folder.path, "holds a run already")
    #expect(try String(contentsOfFile: description, encoding: .utf8) == "{}")
  }

  @Test(.enabled(if: geteuid() != 0, "permissions do not stop root"))
  func aFolderThatIsNotWritable() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    try expectFailure(out: folder.path, folder.path, "permission denied")
    try expectFailure(out: "\(folder.path)/run", folder.path, "permission denied")
  }

  @Test func aFolderThatNobodyCanMake() throws {
    try expectFailure(out: "/dev/null/run", "/dev/null/run", "not a directory")
    try expectFailure(out: "", "no such file or directory")
  }

  /// `/dev/full` is a file on a full disk.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func metricsThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let metrics = "\(folder.path)/metrics.jsonl"
    try FileManager.default.createSymbolicLink(
      atPath: metrics, withDestinationPath: "/dev/full")
    try expectFailure(out: folder.path, metrics, "no space left on device")
    #expect(try !folder.data("model.safetensors").isEmpty)
  }

  @Test func metricsThatAreAFolder() throws {
    let folder = try TemporaryFolder()
    let metrics = "\(folder.path)/metrics.jsonl"
    try FileManager.default.createDirectory(
      atPath: metrics, withIntermediateDirectories: false)
    try expectFailure(out: folder.path, metrics, "is a directory")
  }
}
