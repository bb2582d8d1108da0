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
    return withUnsafeTemporaryAllocation(of: AnyTensor?.self, capacity: walk.steps.count) {
      gradients in
      gradients.initialize(repeating: nil)
      defer { gradients.deinitialize() }
      guard let first = gradients.baseAddress else { return [] }
      first.pointee = isTraced ? seed : seed.detached
      walk.targets.withUnsafeBufferPointer { targets in
        for (index, step) in walk.steps.enumerated() where step.isNeeded && !step.isLeaf {
          guard let dy = first[index].take(), let targets = targets.baseAddress else { continue }
          let context = PullbackContext(
            node: step.node, isTraced: isTraced, targets: targets + step.firstTarget,
            gradients: first)
          step.node._withUnsafeGuaranteedRef { $0.pullback?(dy, context) }
        }
      }
      return walk.leaves.map { leaf in walk.index(of: leaf).flatMap { gradients[$0].take() } }
    }
  }
}
