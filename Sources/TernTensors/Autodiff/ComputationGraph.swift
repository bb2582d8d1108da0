/// The steps of a calculation, with the value and the gradient at each: something to look at.
///
/// ```swift
/// let graph = computationGraph(at: x, y, names: ["x", "y"]) { x, y in (x * y + y).sum() }
/// print(graph.graphviz())  // for Graphviz: dot -Tsvg
/// ```
///
/// The value may have any shape: gradients are those of its sum, or for an upstream gradient given.
///
/// It has an input for each tensor that the gradient is taken at, a constant for whatever else
/// the operators read, and an operation for each operator. Tensors that the value does not depend
/// on are not in it.
public struct ComputationGraph: Sendable {
  /// An input, a constant or an operation.
  public struct Node: Sendable {
    /// What a node stands for.
    public enum Kind: Sendable, Hashable {
      /// A tensor that the gradient is taken at.
      case input
      /// A tensor without a gradient.
      case constant
      /// What an operator made.
      case operation
    }

    /// What the node stands for.
    public let kind: Kind
    /// The name given to an input, or the operator's; that of a constant is empty.
    public let name: String
    /// The value.
    public let value: AnyTensor
    /// The derivative of the sum of the output with respect to this value: the sum over the edges
    /// that leave the node, and ones at the output, or the upstream gradient that was given. Nil for
    /// a constant.
    public let gradient: AnyTensor?
  }

  /// The way from a value to an operation that reads it.
  public struct Edge: Sendable {
    /// The node that the value comes from, by its position.
    public let source: Int
    /// The operation that reads it, by its position.
    public let target: Int
    /// What flows back along this edge; nil from a constant.
    public let gradient: AnyTensor?
  }

  /// The nodes, each after those it reads. The last is the output.
  public private(set) var nodes: [Node] = []
  /// The edges, in the order of their targets and of the targets' operands.
  public private(set) var edges: [Edge] = []

  /// The graph between a function's value and the leaves of its trace.
  ///
  /// - Parameters:
  ///   - walk: The nodes, which keep all their values.
  ///   - output: The value.
  ///   - upstream: The gradient at it, of its shape.
  ///   - names: Those of the leaves.
  init(along walk: Walk, output: AnyTensor, upstream: AnyTensor, names: [String]) {
    guard let last = walk.steps.first, last.isNeeded else {
      nodes = [Node(kind: .constant, name: "", value: output.detached, gradient: nil)]
      return
    }
    let gradients = GradientFlow(along: walk, seed: upstream)
    var positions = [Int](repeating: -1, count: walk.steps.count)
    var constants: [ObjectIdentifier: Int] = [:]
    for index in walk.readingOrder {
      let step = walk.steps[index]
      step.node._withUnsafeGuaranteedRef { node in
        var sources: [(slot: Int, position: Int)] = []
        if !step.isLeaf {
          for (place, input) in node.inputs.enumerated() {
            let slot = step.firstTarget + place
            let target = walk.targets[slot]
            sources.append(
              (slot, target >= 0 ? positions[target] : constant(input, in: &constants)))
          }
        }
        positions[index] = nodes.count
        edges += sources.map {
          Edge(
            source: $0.position, target: nodes.count, gradient: gradients.alongEdge[$0.slot])
        }
        nodes.append(
          Node(
            kind: step.isLeaf ? .input : .operation,
            name: step.isLeaf ? names[step.leafIndex] : node.name.text,
            value: node.output.map { AnyTensor($0) } ?? output.detached,
            gradient: gradients.atStep[index]))
      }
    }
  }

  /// The position of a constant, which becomes a node where it is read for the first time.
  private mutating func constant(
    _ tensor: AnyTensor, in known: inout [ObjectIdentifier: Int]
  ) -> Int {
    let identity = ObjectIdentifier(tensor.storage)
    if let position = known[identity] { return position }
    known[identity] = nodes.count
    nodes.append(Node(kind: .constant, name: "", value: tensor.detached, gradient: nil))
    return nodes.count - 1
  }
}

extension Walk {
  /// The needed steps from the leaves to the output. Equally deep ones come in the order in which
  /// operators read them, not by the addresses of their nodes, so that a picture is the same each
  /// time.
  fileprivate var readingOrder: [Int] {
    var order: [Int] = []
    var isSeen = [Bool](repeating: false, count: steps.count)
    // Depth first: what a step reads comes before it. Pairs of a step and its next operand.
    var path = [(step: 0, operand: 0)]
    isSeen[0] = true
    while let (step, operand) = path.last {
      let first = steps[step].firstTarget
      let count = steps[step].node._withUnsafeGuaranteedRef { $0.inputs.count }
      guard !steps[step].isLeaf, operand < count else {
        order.append(step)
        path.removeLast()
        continue
      }
      path[path.count - 1].operand += 1
      let target = targets[first + operand]
      if target >= 0 && !isSeen[target] {
        isSeen[target] = true
        path.append((target, 0))
      }
    }
    let depths = steps.map { step in step.node._withUnsafeGuaranteedRef { $0.depth } }
    return order.enumerated().sorted {
      (depths[$0.element], $0.offset) < (depths[$1.element], $1.offset)
    }
    .map(\.element)
  }
}

/// The chain rule over a graph, as ``Backward`` applies it, with the share of every edge.
private struct GradientFlow {
  /// For each input of each step, the gradient that the step gives it.
  private(set) var alongEdge: [AnyTensor?]
  /// For each step its sum.
  private(set) var atStep: [AnyTensor?]

  init(along walk: Walk, seed: AnyTensor) {
    alongEdge = Array(repeating: nil, count: walk.targets.count)
    atStep = Array(repeating: nil, count: walk.steps.count)
    atStep[0] = seed
    // Every edge is a place of its own, so that nothing is added up on the way.
    let places = walk.targets.indices.map { walk.targets[$0] >= 0 ? $0 : -1 }
    for (index, step) in walk.steps.enumerated() where step.isNeeded && !step.isLeaf {
      guard let dy = atStep[index] else { continue }
      let count = step.node._withUnsafeGuaranteedRef { $0.inputs.count }
      places.withUnsafeBufferPointer { places in
        alongEdge.withUnsafeMutableBufferPointer { gradients in
          guard let first = gradients.baseAddress, let places = places.baseAddress else { return }
          let context = PullbackContext(
            node: step.node, isTraced: false, targets: places + step.firstTarget, gradients: first)
          step.node._withUnsafeGuaranteedRef { $0.pullback?(dy, context) }
        }
      }
      for slot in step.firstTarget..<step.firstTarget + count {
        guard let gradient = alongEdge[slot] else { continue }
        let target = walk.targets[slot]
        atStep[target] = atStep[target].map { $0.adding(gradient) } ?? gradient
      }
    }
  }
}

extension Trace {
  /// The function has returned `result`: its graph, with the gradients for an upstream gradient, of
  /// ones if nil.
  package func closeGraph<Scalar: FloatingScalar>(
    _ result: Tensor<Scalar>, names: [String], upstream: Tensor<Scalar>?
  ) -> ComputationGraph {
    let seed = upstream?.detached() ?? Tensor(ones: result.shape)
    precondition(
      seed.shape == result.shape,
      "an upstream gradient has the value's shape \(result.shape), got \(seed.shape)")
    return ComputationGraph(
      along: endWalk(from: result), output: result.erased, upstream: seed.erased, names: names)
  }
}
