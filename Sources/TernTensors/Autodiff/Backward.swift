/// The chain rule over a graph.
enum Backward {
  /// The gradients of the walk's output with respect to its leaves, nil for one that it does not
  /// depend on.
  ///
  /// `seed` is the upstream gradient, of the output's shape. The gradients have a history of their
  /// own only if something other than the given leaves is being traced, too: an enclosing
  /// `gradient(at:)`.
  static func gradients(along walk: Walk, seed: AnyTensor) -> [AnyTensor?] {
    guard !walk.steps.isEmpty else { return walk.leaves.map { _ in nil } }
    let isTraced = walk.meetsOtherLeaves || seed.node != nil
    var gradients = [AnyTensor?](repeating: nil, count: walk.steps.count)
    gradients[0] = isTraced ? seed : seed.detached
    for (index, step) in walk.steps.enumerated() where step.isNeeded && !step.isLeaf {
      let node = step.node.takeUnretainedValue()
      guard let dy = gradients[index].take(), let pullback = node.pullback else { continue }
      let values = NodeValues(
        node: node, isTraced: isTraced, neededInputs: walk.neededInputs(of: step, node))
      for (input, contribution) in pullback(dy, values).enumerated() {
        guard let contribution, let target = walk.target(of: step, input) else { continue }
        if let sum = gradients[target].take() {
          gradients[target] = sum.adding(contribution)
        } else {
          gradients[target] = contribution
        }
      }
    }
    return walk.leaves.map { leaf in walk.index(of: leaf).flatMap { gradients[$0] } }
  }
}

extension AnyTensor {
  /// The sum of two gradients of the same type and shape.
  fileprivate consuming func adding(_ other: AnyTensor) -> AnyTensor {
    func sum<S: FloatingScalar>(_: S.Type, _ a: consuming AnyTensor) -> AnyTensor {
      var total = Tensor<S>(a)
      total += Tensor<S>(other)
      return total.erased
    }
    return scalarType == .float32 ? sum(Float.self, self) : sum(Double.self, self)
  }
}
