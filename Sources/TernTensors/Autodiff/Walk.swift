/// The nodes between an output and the leaves of a function, deepest first.
///
/// The output's node keeps all others alive, so they are not retained one by one; nothing changes
/// after the walk, which makes the unchecked `Sendable` sound.
struct Walk: @unchecked Sendable {
  /// A node on the way.
  struct Step {
    let node: Unmanaged<Node>
    /// The number of one of the function's leaves, −1 for any other node.
    let leafIndex: Int
    /// Whether the node depends on one of the leaves.
    var isNeeded: Bool
    /// Where the node's inputs begin in `targets`.
    let firstTarget: Int

    var isLeaf: Bool { leafIndex >= 0 }
  }

  private(set) var steps: [Step] = []
  /// Whether the output also depends on something else that is being traced.
  private(set) var meetsOtherLeaves = false
  private let root: Node?
  /// For each input of each step, the step that it is the output of; −1 if it needs no gradient.
  private(set) var targets: [Int] = []

  /// Depth grows along every edge, so taking the deepest node each time visits a node after all
  /// that use it; the repetitions of one come in a row.
  ///
  /// - Parameter shallowest: The least depth of the scope's leaves.
  init(from root: Node?, to scope: TraceScope, shallowest: Int) {
    self.root = root
    guard let root else { return }
    steps.reserveCapacity(16)
    var frontier = Frontier()
    frontier.insert(.passUnretained(root))
    var inputCount = 0
    while let next = frontier.removeDeepest() {
      if let last = steps.last, last.node.toOpaque() == next.toOpaque() { continue }
      next._withUnsafeGuaranteedRef { node in
        let leafIndex = node.scope === scope ? node.leafIndex : -1
        if leafIndex < 0 && (node.depth < shallowest || node.pullback == nil) {
          // Nothing from here on depends on the leaves.
          meetsOtherLeaves = meetsOtherLeaves || node.pullback != nil || node.isOpenLeaf
          return
        }
        steps.append(
          Step(
            node: next, leafIndex: leafIndex, isNeeded: leafIndex >= 0, firstTarget: inputCount))
        if leafIndex >= 0 {
          meetsOtherLeaves = meetsOtherLeaves || node.inputCount > 0
          return
        }
        inputCount += node.inputCount
        for input in node.inputs {
          if let input = input.node { frontier.insert(.passUnretained(input)) }
        }
      }
    }
    findTargets(inputCount: inputCount)
  }

  /// Goes from the leaves up: a node is needed if one of its inputs is.
  private mutating func findTargets(inputCount: Int) {
    targets = Array(repeating: -1, count: inputCount)
    for index in steps.indices.reversed() where !steps[index].isLeaf {
      steps[index].node._withUnsafeGuaranteedRef { node in
        for (input, tensor) in node.inputs.enumerated() {
          guard let next = tensor.node, let place = self.index(of: next), steps[place].isNeeded
          else { continue }
          targets[steps[index].firstTarget + input] = place
          steps[index].isNeeded = true
        }
      }
    }
  }

  /// The place of a node among the steps, by binary search.
  private func index(of node: Node) -> Int? {
    let node = Unmanaged.passUnretained(node)
    var range = steps.indices
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if steps[middle].node.toOpaque() == node.toOpaque() { return middle }
      range =
        Frontier.comesFirst(steps[middle].node, node)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

/// A heap of nodes, the deepest first; equally deep ones in the order of their addresses.
private struct Frontier {
  private var heap: [Unmanaged<Node>] = []

  init() { heap.reserveCapacity(16) }

  static func comesFirst(_ a: Unmanaged<Node>, _ b: Unmanaged<Node>) -> Bool {
    let depths = (
      a._withUnsafeGuaranteedRef { $0.depth }, b._withUnsafeGuaranteedRef { $0.depth }
    )
    return depths.0 != depths.1 ? depths.0 > depths.1 : a.toOpaque() < b.toOpaque()
  }

  mutating func insert(_ node: Unmanaged<Node>) {
    heap.append(node)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.comesFirst(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeDeepest() -> Unmanaged<Node>? {
    guard let deepest = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return deepest }
    heap[0] = last
    var parent = 0
    while true {
      var first = parent
      for child in 2 * parent + 1...2 * parent + 2 where child < heap.count {
        if Self.comesFirst(heap[child], heap[first]) { first = child }
      }
      guard first != parent else { return deepest }
      heap.swapAt(first, parent)
      parent = first
    }
  }
}
