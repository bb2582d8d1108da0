import Tern

/// `tern graph`: the standard deviation of two numbers, step by step, as text for Graphviz.
enum Graph {
  static func run(_ options: Options) throws {
    try options.refuseOperands()
    let text = ComputationGraph.graphviz([
      (title: "population deviation of -1 and 3", graph: deviation(correction: 0)),
      (title: "sample deviation of -1 and 3", graph: deviation(correction: 1)),
    ])
    guard let path = options.out else { return output(text, terminator: "") }
    try TextFile.write(text, to: path)
    output("written to \(path); to look at it: dot -Tsvg -O \(path)")
  }

  /// √(Σ (x − mean)² / (n − correction)) of −1 and 3, written with one operator a step.
  private static func deviation(correction: Double) -> ComputationGraph {
    computationGraph(at: Tensor<Double>(-1), Tensor(3), names: ["x1", "x2"]) { x1, x2 in
      let mean = (x1 + x2) / 2
      let squares = (x1 - mean).squared() + (x2 - mean).squared()
      return (squares / (2 - correction)).sqrt()
    }
  }
}
