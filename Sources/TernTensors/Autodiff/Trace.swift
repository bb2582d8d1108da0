import TernKernels

/// The bookkeeping around a function whose gradient is wanted: leaves go in, gradients come out.
///
/// Not generic, so that tracing a model costs no look-ups of types.
@usableFromInline
package struct Trace: Sendable {
  /// What a traced tensor was before. Not the tensor itself: whoever changes it would copy it.
  private struct Original {
    let shape: Shape
    let history: Node?
  }

  private var originals: [Original] = []
  private let scope = TraceScope()
  /// The least depth of a leaf.
  private var shallowest = Int.max
  /// Whether the graph keeps all values, to be drawn.
  private let isDrawn: Bool

  @usableFromInline
  package init(isDrawn: Bool = false) {
    self.isDrawn = isDrawn
    originals.reserveCapacity(16)
  }

  /// Gives a tensor a leaf, so that the gradient with respect to it can be asked for.
  package mutating func begin(_ tensor: inout AnyTensor) {
    let leaf = Node(leaf: originals.count, for: tensor, in: scope, isDrawn: isDrawn)
    shallowest = min(shallowest, leaf.depth)
    originals.append(Original(shape: tensor.storage.shape, history: tensor.node))
    tensor.node = leaf
  }

  /// Takes back the leaf that `begin` gave to tensor number `index`; if the tensor has become
  /// another value since, it loses its history.
  package mutating func end(_ tensor: inout AnyTensor, at index: Int) {
    guard let node = tensor.node.take() else { return }
    if node.scope === scope && node.leafIndex == index { tensor.node = originals[index].history }
  }

  /// The function has returned `result`: its value, and the gradients for an upstream gradient.
  ///
  /// Without an enclosing trace the value has no history, which goes with the gradients.
  package func close<Scalar: FloatingScalar>(
    _ result: Tensor<Scalar>
  ) -> (value: Tensor<Scalar>, pullback: @Sendable (_ dy: Tensor<Scalar>) -> [Tensor<Scalar>]) {
    let walk = endWalk(from: result)
    let value = walk.meetsOtherLeaves ? result : result.detached()
    return (
      value,
      { dy in
        precondition(
          dy.shape == value.shape,
          "an upstream gradient has the value's shape \(value.shape), got \(dy.shape)")
        return gradients(along: walk, seed: dy)
      }
    )
  }

  /// The same for a value of one element, whose upstream gradient is 1.
  @specialized(where Scalar == Float)
  @usableFromInline
  package func closeScalar<Scalar: FloatingScalar>(
    _ result: Tensor<Scalar>
  ) -> (value: Tensor<Scalar>, gradients: [Tensor<Scalar>]) {
    precondition(
      result.count == 1,
      "a gradient needs a value of one element, got shape \(result.shape); reduce it with sum() "
        + "or mean(), or use valueWithPullback")
    let walk = endWalk(from: result)
    let gradients = self.gradients(along: walk, seed: Tensor<Scalar>.seed(of: result.shape))
    return (walk.meetsOtherLeaves ? result : result.detached(), gradients)
  }

  /// The nodes between a result and the leaves, which are constants from now on.
  func endWalk<Scalar: FloatingScalar>(from result: Tensor<Scalar>) -> Walk {
    let walk = Walk(
      from: result.erased.node, to: scope, leafCount: originals.count, shallowest: shallowest)
    scope.close()
    return walk
  }

  /// A gradient for each traced tensor: zeros where the value does not depend on it.
  @specialized(where Scalar == Float)
  private func gradients<Scalar: FloatingScalar>(
    along walk: Walk, seed: Tensor<Scalar>
  ) -> [Tensor<Scalar>] {
    withUnsafeTemporaryAllocation(of: AnyTensor?.self, capacity: originals.count) { found in
      found.initialize(repeating: nil)
      defer { found.baseAddress?.deinitializeEach(count: found.count) }
      Backward.run(along: walk, seed: seed.erased) { leaf, gradient in found[leaf] = gradient }
      var gradients: [Tensor<Scalar>] = []
      gradients.reserveCapacity(originals.count)
      for leaf in originals.indices {
        gradients.append(
          found[leaf].take().map { Tensor($0) } ?? Tensor(zeros: originals[leaf].shape))
      }
      return gradients
    }
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The upstream gradient of a value of one element: 1, which all numbers share.
  @specialized(where Scalar == Float)
  fileprivate static func seed(of shape: Shape) -> Tensor {
    guard shape.rank == 0 else { return Tensor(ones: shape) }
    return Tensor(AnyTensor(Scalar.scalarType == .float32 ? oneInFloat : oneInDouble))
  }
}

private let oneInFloat = Storage(constant: Float(1))
private let oneInDouble = Storage(constant: 1.0)
