import TernKernels

/// The chain rule over a graph.
enum Backward {
  /// The gradients of the walk's output with respect to the leaves: calls `receive` with the number
  /// of each that the output depends on.
  ///
  /// `seed` is the upstream gradient, of the output's shape. The gradients have a history of their
  /// own only if something other than the given leaves is being traced, too: an enclosing
  /// `gradient(at:)`.
  static func run(
    along walk: Walk, seed: AnyTensor, receive: (_ leaf: Int, _ gradient: AnyTensor) -> Void
  ) {
    guard !walk.steps.isEmpty else { return }
    let isTraced = walk.meetsOtherLeaves || seed.node != nil
    withUnsafeTemporaryAllocation(of: AnyTensor?.self, capacity: walk.steps.count) { gradients in
      gradients.initialize(repeating: nil)
      guard let first = gradients.baseAddress else { return }
      defer { first.deinitializeEach(count: gradients.count) }
      first.pointee = isTraced ? seed : seed.detached
      walk.targets.withUnsafeBufferPointer { targets in
        guard let targets = targets.baseAddress else { return }
        for (index, step) in walk.steps.enumerated() where step.isNeeded && !step.isLeaf {
          guard let dy = first[index].take() else { continue }
          let context = PullbackContext(
            node: step.node, isTraced: isTraced, targets: targets + step.firstTarget,
            gradients: first)
          step.node._withUnsafeGuaranteedRef { $0.pullback?(dy, context) }
        }
      }
      // What reaches a leaf is complete when all others have given their gradients.
      for (index, step) in walk.steps.enumerated() where step.isLeaf {
        if let gradient = first[index].take() { receive(step.leafIndex, gradient) }
      }
    }
  }
}
