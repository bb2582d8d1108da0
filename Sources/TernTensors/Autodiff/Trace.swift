/// The bookkeeping around a function whose gradient is wanted: leaves go in, gradients come out.
///
/// Not generic, so that tracing a model costs no look-ups of types.
package struct Trace: Sendable {
  private var leaves: [Node] = []
  /// The traced tensors with the histories that they had before.
  private var originals: [AnyTensor] = []
  private let scope = TraceScope()

  package init() {
    leaves.reserveCapacity(16)
    originals.reserveCapacity(16)
  }

  /// Gives a tensor a leaf, so that the gradient with respect to it can be asked for.
  package mutating func begin(_ tensor: inout AnyTensor) {
    let leaf = Node(leafFor: tensor, in: scope)
    leaves.append(leaf)
    originals.append(tensor)
    tensor.node = leaf
  }

  /// Takes back the leaf that `begin` gave to tensor number `index`; if the tensor has become
  /// another value since, it loses its history.
  package func end(_ tensor: inout AnyTensor, at index: Int) {
    tensor.node = tensor.node === leaves[index] ? originals[index].node : nil
  }

  /// The function has returned `result`: its value, and the gradients for an upstream gradient.
  ///
  /// Without an enclosing trace the value has no history, which goes with the gradients.
  package func close(
    _ result: AnyTensor
  ) -> (value: AnyTensor, pullback: @Sendable (_ dy: AnyTensor) -> [AnyTensor]) {
    let walk = Walk(from: result.node, to: leaves)
    scope.close()
    let value = walk.meetsOtherLeaves ? result : result.detached
    let originals = originals
    return (
      value,
      { dy in
        precondition(
          dy.shape == value.shape,
          "an upstream gradient has the value's shape \(value.shape), got \(dy.shape)")
        return Self.filled(Backward.gradients(along: walk, seed: dy), originals)
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
    let walk = Walk(from: result.erased.node, to: leaves)
    scope.close()
    let seed = Tensor<Scalar>(ones: result.shape)
    let gradients = Self.filled(Backward.gradients(along: walk, seed: seed.erased), originals)
    return (
      walk.meetsOtherLeaves ? result : result.detached(), Tensor<Scalar>.typed(gradients)
    )
  }

  /// Zeros where the value does not depend on a tensor.
  private static func filled(
    _ gradients: [AnyTensor?], _ originals: [AnyTensor]
  ) -> [AnyTensor] {
    var result: [AnyTensor] = []
    result.reserveCapacity(gradients.count)
    for (index, gradient) in gradients.enumerated() {
      let original = originals[index]
      if let gradient {
        result.append(gradient)
      } else if original.scalarType == .float32 {
        result.append(Tensor<Float>(zeros: original.shape).erased)
      } else {
        result.append(Tensor<Double>(zeros: original.shape).erased)
      }
    }
    return result
  }
}
