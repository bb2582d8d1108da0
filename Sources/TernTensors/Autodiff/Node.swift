import Synchronization

/// One step of a calculation: which operation made a tensor, from which inputs.
///
/// A node does not change after it is made, so graphs need no lock and many tasks may walk one at
/// the same time. A node without a pullback is a leaf: the place where a gradient is wanted.
package final class Node: @unchecked Sendable {
  /// Gives the gradient of each input, nil where it is not needed.
  package typealias Pullback =
    @Sendable (_ dy: AnyTensor, _ values: NodeValues) -> [AnyTensor?]

  /// The inputs with their own nodes; without values where the pullback does not read them.
  /// They change only when nobody else holds the node, so accesses need no check of exclusivity.
  @exclusivity(unchecked) private(set) var inputs: [AnyTensor]
  /// The output without this node, so that there is no cycle; without values if not needed.
  fileprivate let output: AnyTensor
  let pullback: Pullback?
  /// The longest way to a leaf. It grows along every edge, which orders the walk backwards.
  let depth: Int
  /// Whether this is the place where a gradient is wanted.
  let isLeaf: Bool
  /// Whether the function whose gradient is wanted here is still running. When it has returned,
  /// this leaf is a constant to everybody else.
  private let isOpen = Atomic<Bool>(true)

  /// A node of an operation.
  init(inputs: [AnyTensor], output: AnyTensor, pullback: @escaping Pullback) {
    self.inputs = inputs
    self.output = output
    self.pullback = pullback
    isLeaf = false
    var deepest = 0
    for input in inputs {
      if let node = input.node { deepest = max(deepest, node.depth) }
    }
    depth = deepest + 1
  }

  /// A leaf for a tensor. If the tensor has a history of its own, the leaf hands gradients on to
  /// it, so that gradients of gradients find their way.
  init(leafFor tensor: AnyTensor) {
    output = tensor.shapeOnly
    isLeaf = true
    if tensor.node != nil {
      inputs = [tensor.shapeOnly.with(tensor.node)]
      pullback = { dy, _ in [dy] }
    } else {
      inputs = []
      pullback = nil
    }
    depth = (tensor.node?.depth ?? 0) + 1
  }

  /// Whether this is the leaf of a function that is still running.
  var isOpenLeaf: Bool { pullback == nil && isOpen.load(ordering: .relaxed) }

  /// Says that the function of this leaf has returned.
  func close() { isOpen.store(false, ordering: .relaxed) }

  /// Releases a chain of any length without recursion: nodes that nobody else holds are emptied
  /// before they go.
  deinit {
    var doomed: [Node] = []
    Self.take(&inputs, into: &doomed)
    while var node = doomed.popLast() {
      if isKnownUniquelyReferenced(&node) { Self.take(&node.inputs, into: &doomed) }
    }
  }

  private static func take(_ inputs: inout [AnyTensor], into doomed: inout [Node]) {
    for input in inputs {
      if let node = input.node { doomed.append(node) }
    }
    inputs = []
  }
}

/// What a pullback may read: its node's inputs and output, with their histories if gradients of
/// the gradient are wanted.
package struct NodeValues {
  let node: Node
  /// Whether the gradient itself is to be differentiable.
  let isTraced: Bool
  /// A bit for each of the first 64 inputs: whether it needs a gradient.
  let neededInputs: UInt64

  /// Whether an input needs a gradient; those from the 64th on always do.
  func needed(_ input: Int) -> Bool { input >= 64 || neededInputs >> UInt64(input) & 1 == 1 }

  func input<S>(_ index: Int, as type: S.Type = S.self) -> Tensor<S> {
    let tensor = node.inputs[index]
    return Tensor(isTraced ? tensor : tensor.detached)
  }

  func output<S>(as type: S.Type = S.self) -> Tensor<S> {
    Tensor(isTraced ? node.output.with(node) : node.output)
  }
}

extension AnyTensor {
  /// The same value with another history.
  func with(_ node: Node?) -> AnyTensor {
    var tensor = self
    tensor.node = node
    return tensor
  }
}
