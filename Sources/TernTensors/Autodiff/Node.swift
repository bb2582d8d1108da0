import Synchronization
import TernKernels

/// One step of a calculation: which operation made a tensor, from which inputs.
///
/// A node does not change after it is made, so graphs need no lock and many tasks may walk one at
/// the same time.
package final class Node: @unchecked Sendable {
  /// Gives the gradients of the inputs that need one to the context.
  package typealias Pullback = @Sendable (_ dy: AnyTensor, _ context: PullbackContext) -> Void

  /// The inputs with their own nodes; without values where the pullback does not read them.
  private let firstInput: UnsafeMutablePointer<AnyTensor>?
  let inputCount: Int
  /// The output's elements if the pullback reads them. Without this node: there is no cycle.
  let output: Storage?
  private let outputShape: Shape
  private let outputType: ScalarType
  /// Nil for a leaf without a history: the end of the way.
  let pullback: Pullback?
  /// Set for a leaf, the place where a gradient is wanted: the function that wants it.
  let scope: TraceScope?
  /// What the operation is called where the graph is drawn.
  let name: OperatorName
  private let leafNumber: Int32
  /// Whether this node and all above it keep their values, so that the graph can be drawn.
  let isDrawn: Bool
  /// The longest way to a leaf. It grows along every edge, which orders the walk backwards.
  let depth: Int
  /// Grows from node to node that a thread makes.
  let serialNumber = nextSerialNumber()

  /// A node of an operation on some inputs, whose memory it takes over.
  init(
    taking inputs: UnsafeMutableBufferPointer<AnyTensor>, output: Storage, keepsOutput: Bool,
    name: OperatorName, pullback: @escaping Pullback
  ) {
    var deepest = 0
    var isDrawn = false
    for index in inputs.indices {
      if let node = inputs[index].node {
        deepest = max(deepest, node.depth)
        isDrawn = isDrawn || node.isDrawn
      }
    }
    firstInput = inputs.baseAddress
    inputCount = inputs.count
    self.output = keepsOutput ? output : nil
    outputShape = output.shape
    outputType = output.scalarType
    self.pullback = pullback
    self.name = name
    self.isDrawn = isDrawn
    scope = nil
    leafNumber = -1
    depth = deepest + 1
  }

  /// A leaf. If the tensor has a history of its own, the leaf hands gradients on to it, so that
  /// gradients of gradients find their way.
  init(leaf index: Int, for tensor: AnyTensor, in scope: TraceScope, isDrawn: Bool = false) {
    self.isDrawn = isDrawn || tensor.isDrawn
    output = self.isDrawn ? tensor.storage : nil
    outputShape = tensor.storage.shape
    outputType = tensor.storage.scalarType
    name = OperatorName("input")
    self.scope = scope
    leafNumber = Int32(index)
    if let history = tensor.node {
      let input = UnsafeMutablePointer<AnyTensor>.allocatePlain(capacity: 1)
      input.initialize(to: tensor.withoutValues)
      firstInput = input
      inputCount = 1
      pullback = { dy, context in context.give(dy, to: 0) }
      depth = history.depth + 1
    } else {
      firstInput = nil
      inputCount = 0
      pullback = nil
      depth = 1
    }
  }

  /// The inputs. Valid while the node is.
  var inputs: UnsafeBufferPointer<AnyTensor> {
    UnsafeBufferPointer(start: firstInput, count: inputCount)
  }

  /// The output without its node, and without its values if they were not kept.
  var outputStorage: Storage {
    output ?? Storage(shapeOnly: outputShape, scalarType: outputType)
  }

  /// The number of a leaf among those of its function.
  var leafIndex: Int { Int(leafNumber) }

  /// Whether this is the place where a gradient is wanted.
  var isLeaf: Bool { scope != nil }

  /// Whether this is the leaf of a function that is still running.
  var isOpenLeaf: Bool { pullback == nil && scope?.isOpen ?? false }

  /// Releases a chain of any length without recursion: nodes that nobody else holds have lost their
  /// histories when they go.
  deinit {
    guard let firstInput else { return }
    var doomed = Doomed()
    giveUpHistories(to: &doomed)
    while let node = doomed.removeLast() { node.giveUpHistories(to: &doomed) }
    firstInput.deinitializeEach(count: inputCount)
    firstInput.deallocatePlain()
  }

  /// Takes the nodes of the inputs, of which `doomed` gets those that nobody else holds.
  private func giveUpHistories(to doomed: inout Doomed) {
    guard let firstInput else { return }
    for index in 0..<inputCount {
      guard var node = firstInput[index].node.take(), node.inputCount > 0,
        isKnownUniquelyReferenced(&node)
      else { continue }
      doomed.append(node)
    }
  }

  /// Nodes whose inputs still have histories. In a chain it is never more than one, for which there
  /// is a place without memory of its own.
  private struct Doomed {
    private var last: Node?
    private var others: [Node] = []

    mutating func append(_ node: Node) {
      if let last { others.append(last) }
      last = node
    }

    mutating func removeLast() -> Node? {
      let node = last.take()
      if !others.isEmpty { last = others.popLast() }
      return node
    }
  }
}

/// A function whose gradient is wanted, as its leaves see it.
final class TraceScope: Sendable {
  private let open = Atomic<Bool>(true)

  /// Whether the function is still running. When it has returned, its leaves are constants to
  /// everybody else.
  var isOpen: Bool { open.load(ordering: .relaxed) }

  /// Says that the function has returned.
  func close() { open.store(false, ordering: .relaxed) }
}

/// What a pullback may read, its node's inputs and output, with their histories if gradients of
/// the gradient are wanted; and where its results go. Valid while the pullback runs.
package struct PullbackContext {
  let node: Unmanaged<Node>
  /// Whether the gradient itself is to be differentiable.
  let isTraced: Bool
  /// For each input the place of its gradient, −1 where none is needed.
  let targets: UnsafePointer<Int>
  /// The gradients so far.
  let gradients: UnsafeMutablePointer<AnyTensor?>

  /// Whether an input needs a gradient.
  package func needs(_ input: Int) -> Bool { targets[input] >= 0 }

  /// Adds the gradient of an input, of the input's own shape.
  package func give(_ gradient: consuming AnyTensor, to input: Int) {
    var gradient = gradient
    let target = targets[input]
    guard target >= 0 else { return }
    // A pullback that captured a traced tensor would tie the gradient to a graph that is over.
    if !isTraced { gradient.node = nil }
    if let sum = gradients[target].take() {
      gradients[target] = sum.adding(gradient)
    } else {
      gradients[target] = gradient
    }
  }

  /// Adds the gradient of an input that may have been broadcast.
  package func give<S>(_ gradient: consuming Tensor<S>, to input: Int) {
    let isWhole = node._withUnsafeGuaranteedRef {
      $0.inputs[input].storage.shape == gradient.erased.storage.shape
    }
    if isWhole { return give(gradient.erased, to: input) }
    let shape = node._withUnsafeGuaranteedRef { $0.inputs[input].storage.shape }
    give(gradient.unbroadcast(to: shape).erased, to: input)
  }

  /// An input, without its values if they were not kept.
  package func input<S>(_ index: Int, as type: S.Type = S.self) -> Tensor<S> {
    node._withUnsafeGuaranteedRef {
      Tensor(isTraced ? $0.inputs[index] : $0.inputs[index].detached)
    }
  }

  /// The output, without its values if they were not kept.
  package func output<S>(as type: S.Type = S.self) -> Tensor<S> {
    node._withUnsafeGuaranteedRef { node in
      Tensor(AnyTensor(node.outputStorage, node: isTraced ? node : nil))
    }
  }
}

extension AnyTensor {
  /// The sum of two gradients of the same type and shape.
  consuming func adding(_ other: AnyTensor) -> AnyTensor {
    func sum<S: FloatingScalar>(_: S.Type, _ a: consuming AnyTensor) -> AnyTensor {
      var total = Tensor<S>(a)
      total += Tensor<S>(other)
      return total.erased
    }
    return scalarType == .float32 ? sum(Float.self, self) : sum(Double.self, self)
  }
}
