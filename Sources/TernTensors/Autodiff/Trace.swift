/// The bookkeeping around a function whose gradient is wanted: leaves go in, a pullback comes out.
package struct Trace<Scalar: FloatingScalar> {
  private var leaves: [Node] = []
  private var originals: [AnyTensor] = []

  package init() {}

  /// Gives a tensor a leaf, so that the gradient with respect to it can be asked for.
  @specialized(where Scalar == Float)
  package mutating func begin(_ tensor: inout Tensor<Scalar>) {
    let leaf = Node(leafFor: tensor.erased)
    leaves.append(leaf)
    originals.append(tensor.erased.shapeOnly.with(tensor.erased.node))
    tensor.erased.node = leaf
  }

  /// Takes back the leaf that `begin` gave to tensor number `index`; if the tensor has become
  /// another value since, it loses its history.
  @specialized(where Scalar == Float)
  package func end(_ tensor: inout Tensor<Scalar>, at index: Int) {
    let isUnchanged = tensor.erased.node === leaves[index]
    tensor.erased.node = isUnchanged ? originals[index].node : nil
  }

  /// The function has returned `result`: its value, and the gradients for an upstream gradient.
  ///
  /// Without an enclosing trace the value has no history, which goes with the pullback.
  @specialized(where Scalar == Float)
  package func close(
    _ result: Tensor<Scalar>
  ) -> (value: Tensor<Scalar>, pullback: @Sendable (Tensor<Scalar>) -> [Tensor<Scalar>]) {
    let walk = Walk(from: result.erased.node, to: leaves)
    for leaf in leaves { leaf.close() }
    let value = walk.meetsOtherLeaves ? result : result.detached()
    let shapes = originals.map { $0.shape }
    return (
      value,
      { dy in
        precondition(
          dy.shape == value.shape,
          "an upstream gradient has the value's shape \(value.shape), got \(dy.shape)")
        return Self.gradients(walk, seed: dy, shapes)
      }
    )
  }

  /// The same for a value of one element, whose upstream gradient is 1.
  @specialized(where Scalar == Float)
  package func closeScalar(
    _ result: Tensor<Scalar>
  ) -> (value: Tensor<Scalar>, gradients: [Tensor<Scalar>]) {
    precondition(
      result.count == 1,
      "a gradient needs a value of one element, got shape \(result.shape); reduce it with sum() "
        + "or mean(), or use valueWithPullback")
    let walk = Walk(from: result.erased.node, to: leaves)
    for leaf in leaves { leaf.close() }
    let gradients = Self.gradients(
      walk, seed: Tensor(ones: result.shape), originals.map { $0.shape })
    return (walk.meetsOtherLeaves ? result : result.detached(), gradients)
  }

  private static func gradients(
    _ walk: Walk, seed: Tensor<Scalar>, _ shapes: [Shape]
  ) -> [Tensor<Scalar>] {
    let gradients = Backward.gradients(along: walk, seed: seed.erased)
    var result: [Tensor<Scalar>] = []
    result.reserveCapacity(shapes.count)
    for (index, gradient) in gradients.enumerated() {
      result.append(gradient.map { Tensor($0) } ?? Tensor(zeros: shapes[index]))
    }
    return result
  }
}
