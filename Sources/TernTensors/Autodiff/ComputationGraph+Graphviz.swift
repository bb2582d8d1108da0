extension ComputationGraph {
  /// The graph as text for Graphviz, values and gradients on it.
  ///
  /// A node shows its name, its value and its gradient; an edge, the gradient that flows back along
  /// it. Single numbers are written out to eight digits; of others, the shape, the mean and the
  /// range are shown. `dot -Tsvg` makes a picture of it.
  ///
  /// - Parameters:
  ///   - title: A line above the picture.
  ///   - limit: The most nodes that are drawn: those nearest the output. One dashed node stands for
  ///     all others.
  public func graphviz(title: String? = nil, limit: Int = 100) -> String {
    let heading = title.map { ["  label=\(quoted($0)); labelloc=t;"] } ?? []
    return Self.document(heading + lines(prefix: "n", limit: limit, indent: "  "))
  }

  /// Several graphs as one text for Graphviz, each in a frame with its title.
  public static func graphviz(
    _ graphs: [(title: String, graph: ComputationGraph)], limit: Int = 100
  ) -> String {
    document(
      // Where ranks go from left to right, Graphviz stacks frames from the bottom.
      graphs.enumerated().reversed().flatMap { index, part in
        ["  subgraph cluster_\(index) {", "    label=\(quoted(part.title));"]
          + part.graph.lines(prefix: "g\(index)n", limit: limit, indent: "    ") + ["  }"]
      })
  }

  private static func document(_ lines: [String]) -> String {
    let opening = [
      "digraph {",
      "  rankdir=LR; ranksep=0.7; nodesep=0.35; fontname=\"Helvetica\"; fontsize=14;",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"Helvetica\", "
        + "fontsize=11];",
      "  edge [fontname=\"Helvetica\", fontsize=10, color=\"#505050\"];",
    ]
    return (opening + lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// The statements for nodes and edges.
  private func lines(prefix: String, limit: Int, indent: String) -> [String] {
    precondition(limit > 0, "a picture of a graph has a node or more, got a limit of \(limit)")
    // Each node comes after those it reads, so the last ones are nearest the output.
    let first = max(0, nodes.count - limit)
    var lines = nodes.indices[first...].map { position in
      let node = nodes[position]
      return "\(indent)\(prefix)\(position) [label=\(quoted(node.label))\(node.style)];"
    }
    if first > 0 {
      let what = first == 1 ? "one more node" : "\(first) more nodes"
      lines.append("\(indent)\(prefix) [label=\(quoted(what)), style=\"rounded,dashed\"];")
    }
    var isTied: Set<Int> = []
    for edge in edges where edge.target >= first {
      if edge.source >= first {
        let label = edge.gradient.map { " [label=\(quoted($0.summary))]" } ?? " [style=dashed]"
        lines.append(
          "\(indent)\(prefix)\(edge.source) -> \(prefix)\(edge.target)\(label);")
      } else if isTied.insert(edge.target).inserted {
        lines.append("\(indent)\(prefix) -> \(prefix)\(edge.target) [style=dashed];")
      }
    }
    return lines
  }
}

extension ComputationGraph.Node {
  /// The name, the value and the gradient, a line each.
  fileprivate var label: String {
    guard let gradient else { return value.summary }
    return "\(name)\nvalue \(value.summary)\ngradient \(gradient.summary)"
  }

  /// Shades that differ in grey, too.
  fileprivate var style: String {
    switch kind {
    case .input: ", fillcolor=\"#cfe2f3\""
    case .constant: ", fillcolor=\"#eeeeee\", style=filled"
    case .operation: ""
    }
  }
}

extension AnyTensor {
  /// A number, or the shape, the mean and the range of several.
  fileprivate var summary: String {
    let numbers = numbers
    guard shape.elementCount != 1 else { return shortened(numbers[0], digits: 8) }
    let (least, greatest) = (numbers.min(), numbers.max())
    guard let least, let greatest, numbers.allSatisfy(\.isFinite) else {
      let strange = numbers.count { !$0.isFinite }
      return strange == 0 ? "\(shape)" : "\(shape), \(strange) of \(numbers.count) not finite"
    }
    let mean = numbers.reduce(0) { $0 + $1 / Double(numbers.count) }
    return "\(shape), mean \(shortened(mean, digits: 4)), "
      + "\(shortened(least, digits: 4)) to \(shortened(greatest, digits: 4))"
  }

  /// The elements, in double precision.
  private var numbers: [Double] {
    func widened<S: TensorScalar>(_: S.Type, _ number: (S) -> Double) -> [Double] {
      Tensor<S>(self).scalars.map(number)
    }
    return switch scalarType {
    case .float32: widened(Float.self) { Double($0) }
    case .float64: widened(Double.self) { $0 }
    case .int32: widened(Int32.self) { Double($0) }
    case .int64: widened(Int64.self) { Double($0) }
    case .uint8: widened(UInt8.self) { Double($0) }
    case .bool: widened(Bool.self) { $0 ? 1 : 0 }
    }
  }
}

/// A number rounded to some digits: 0.70710678, 12, 1.5e-09.
private func shortened(_ x: Double, digits: Int) -> String {
  guard x.isFinite, x != 0 else { return x == 0 ? "0" : x.isNaN ? "nan" : x < 0 ? "-inf" : "inf" }
  let decimal = DecimalDigits(x, roundedToDigits: digits)
  if x.magnitude >= 1e-4, x.magnitude < 1e8 {
    let (whole, fraction) = decimal.positional
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
  let (whole, fraction, power) = decimal.scientific
  return (fraction.isEmpty ? whole : "\(whole).\(fraction)") + "e\(power)"
}

/// A text as Graphviz reads it back: quotes and backslashes stand for themselves, lines end where
/// they do, other control characters are left out.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case _ where scalar.properties.generalCategory == .control: continue
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
