import Foundation
import Tern
import TestSupport
import Testing

/// Whether Graphviz is here to say what it thinks of a text.
private let dot = ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

struct ComputationGraphGraphvizTests {
  private static let awkward = "a \"quoted\" \\N <name>\nof two lines; {x|y}\u{7}"

  @Test func oneLineANodeAndAnEdge() {
    let graph = computationGraph(at: Tensor<Double>(3), name: "side") { x in (x * x).sqrt() }
    let lines = graph.graphviz().split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(lines.first == "digraph {" && lines.last == "}")
    #expect(
      lines.contains(
        "n0 [label=\"side\\nvalue 3\\ngradient 1\", fillcolor=\"#cfe2f3\"];"))
    #expect(lines.contains("n2 [label=\"sqrt\\nvalue 3\\ngradient 1\"];"))
    #expect(lines.filter { $0 == "n0 -> n1 [label=\"0.5\"];" }.count == 2)
    #expect(lines.contains("n1 -> n2 [label=\"0.16666667\"];"))
  }

  @Test func tensorsAreSummarised() {
    let graph = computationGraph(at: Tensor<Double>([1, 2, 6]), name: "x") { x in x.sum() }
    #expect(graph.graphviz().contains("value [3], mean 3, 1 to 6\\ngradient [3], mean 1, 1 to 1"))
    let broken = computationGraph(at: Tensor<Float>([1, .nan, .infinity])) { x in x.sum() }
    #expect(broken.graphviz().contains("value [3], 2 of 3 not finite"))
  }

  @Test func largeGraphsAreCut() {
    let graph = computationGraph(at: Tensor<Double>(1)) { x in
      (0..<500).reduce(x) { y, _ in y + x }
    }
    #expect(graph.nodes.count == 501)
    let text = graph.graphviz(limit: 20)
    #expect(text.contains("\"481 more nodes\""))
    #expect(text.split(separator: "\n").count { $0.contains("value ") } == 20)
    #expect(graph.graphviz(limit: 1000).split(separator: "\n").count { $0.contains("->") } == 1000)
  }

  @Test(.enabled(if: dot != nil, "Graphviz is not installed")) func graphvizReadsIt() throws {
    let graph = computationGraph(
      at: Tensor<Double>(3), Tensor<Double>([1, 2]), names: [Self.awkward, "y"]
    ) { x, y in (x * y.exp()).sum() / 2 }
    let texts = [
      graph.graphviz(), graph.graphviz(title: Self.awkward), graph.graphviz(limit: 2),
      ComputationGraph.graphviz([(title: Self.awkward, graph: graph), (title: "", graph: graph)]),
    ]
    for text in texts {
      let plain = try drawn(text)
      #expect(plain.hasSuffix("stop\n"), "\(plain)")
    }
    // The label comes back as it was written, but for its line break and what cannot be seen.
    #expect(try drawn(texts[0]).contains("a \\\"quoted\\\" \\\\N <name>\\nof two lines; {x|y}"))
  }

  /// Graphviz's own description of the picture; empty if it refuses the text.
  private func drawn(_ text: String) throws -> String {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: try #require(dot))
    process.arguments = ["-Tplain", try folder.write(text, to: "graph.gv")]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : ""
  }
}
