import Foundation
import Testing

@Suite struct CheckTests {
  @Test func everyLayerAndLossPasses() throws {
    let outcome = try Program.run("check", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let report = try outcome.json
    #expect(Set(report.keys) == ["checks", "worst", "passed"])
    #expect(report["passed"] as? Bool == true)
    #expect(try #require(report["worst"] as? Double) <= 1e-7)
    let checks = try #require(report["checks"] as? [[String: Any]])
    for check in checks {
      #expect(Set(check.keys) == ["name", "first", "second"])
      #expect(try #require(check["first"] as? Double) <= 1e-7, "\(check)")
      #expect(try #require(check["second"] as? Double) <= 1e-7, "\(check)")
    }
  }

  /// A layer or loss that somebody adds to the library is not to be forgotten here.
  @Test(arguments: ["TernLayers", "TernLosses"])
  func noneIsMissing(module: String) throws {
    let output = try Program.run("check").output
    let folder = packageFolder.appending(path: "Sources/\(module)").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") }
    var names: [String] = []
    for file in files {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      let pattern =
        module == "TernLayers"
        ? /public struct (\w+)<Scalar: FloatingScalar>: (?:Elementwise)?Layer\b/
        : /public func (\w+)<Scalar: FloatingScalar>\(/
      names += text.matches(of: pattern).map { String($0.1) }
    }
    #expect(names.count >= 9)
    for name in names {
      #expect(output.contains("\n\(name)"), "tern check does not check \(name)")
    }
  }

  @Test(arguments: [1, 2]) func otherSeedsPassToo(seed: Int) throws {
    let outcome = try Program.run("check", "--seed", "\(seed)")
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
