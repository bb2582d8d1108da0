/// The bookkeeping around a function whose gradient is wanted: leaves go in, gradients come out.
///
/// Not generic, so that tracing a model costs no look-ups of types.
package struct Trace: Sendable {
  /// The traced tensors with the histories that they had before.
  private var originals: [AnyTensor] = []
  private let scope = TraceScope()
  /// The least depth of a leaf.
  private var shallowest = Int.max

  package init() { originals.reserveCapacity(16) }

  /// Gives a tensor a leaf, so that the gradient with respect to it can be asked for.
  package mutating func begin(_ tensor: inout AnyTensor) {
    let leaf = Node(leaf: originals.count, for: tensor, in: scope)
    shallowest = min(shallowest, leaf.depth)
    originals.append(tensor)
    tensor.node = leaf
  }

  /// Takes back the leaf that `begin` gave to tensor number `index`; if the tensor has become
  /// another value since, it loses its history.
  package func end(_ tensor: inout AnyTensor, at index: Int) {
    let isOurs = tensor.node.map { $0.scope === scope && $0.leafIndex == index } ?? false
    tensor.node = isOurs ? originals[index].node : nil
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
  package func closeScalar<Scalar: FloatingScalar>(
    _ result: Tensor<Scalar>
  ) -> (value: Tensor<Scalar>, gradients: [Tensor<Scalar>]) {
    precondition(
      result.count == 1,
      "a gradient needs a value of one element, got shape \(result.shape); reduce it with sum() "
        + "or mean(), or use valueWithPullback")
    let walk = endWalk(from: result)
    let gradients = self.gradients(along: walk, seed: Tensor<Scalar>(ones: result.shape))
    return (walk.meetsOtherLeaves ? result : result.detached(), gradients)
  }

  /// The nodes between a result and the leaves, which are constants from now on.
  private func endWalk<Scalar: FloatingScalar>(from result: Tensor<Scalar>) -> Walk {
    let walk = Walk(from: result.erased.node, to: scope, shallowest: shallowest)
    scope.close()
    return walk
  }

  /// A gradient for each traced tensor: zeros where the value does not depend on it.
  @specialized(where Scalar == Float)
  private func gradients<Scalar: FloatingScalar>(
    along walk: Walk, seed: Tensor<Scalar>
  ) -> [Tensor<Scalar>] {
    Array(unsafeUninitializedCapacity: originals.count) { gradients, count in
      count = originals.count
      guard let first = gradients.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: Bool.self, capacity: count) { isDone in
        isDone.initialize(repeating: false)
        Backward.run(along: walk, seed: seed.erased) { leaf, gradient in
          (first + leaf).initialize(to: Tensor(gradient))
          isDone[leaf] = true
        }
        for leaf in 0..<count where !isDone[leaf] {
          (first + leaf).initialize(to: Tensor(zeros: originals[leaf].shape))
        }
      }
    }
  }
}
