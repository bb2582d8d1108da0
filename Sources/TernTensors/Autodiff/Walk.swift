/// The nodes between an output and the leaves of a function, the deepest first, with the leaves
/// among them.
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
  /// that use it; the repetitions of one come in a row. Leaves, from which no way leads on, become
  /// steps where they are met: who goes along the walk has to leave them for the end.
  ///
  /// - Parameters:
  ///   - leafCount: The number of the scope's leaves.
  ///   - shallowest: Their least depth.
  init(from root: Node?, to scope: TraceScope, leafCount: Int, shallowest: Int) {
    self.root = root
    guard let root else { return }
    steps.reserveCapacity(16)
    targets.reserveCapacity(32)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: leafCount) { leafSteps in
      leafSteps.initialize(repeating: -1)
      var frontier = Frontier()
      frontier.insert(Frontier.Edge(to: root, slot: -1))
      var last = -1
      while let edge = frontier.removeDeepest() {
        let isRepeated = last >= 0 && steps[last].node.toOpaque() == edge.node.toOpaque()
        if !isRepeated {
          guard let step = step(to: edge, scope, shallowest) else { continue }
          last = steps.count
          steps.append(step)
          if !step.isLeaf { addInputs(of: step, scope, leafSteps, to: &frontier) }
        }
        if edge.slot >= 0 { targets[edge.slot] = last }
      }
    }
    markNeeded()
  }

  /// The step that an edge leads to; nil if nothing from there on depends on the leaves.
  private mutating func step(
    to edge: Frontier.Edge, _ scope: TraceScope, _ shallowest: Int
  ) -> Step? {
    edge.node._withUnsafeGuaranteedRef { node in
      let isLeaf = node.scope === scope
      if !isLeaf && (node.depth < shallowest || node.pullback == nil) {
        meetsOtherLeaves = meetsOtherLeaves || node.pullback != nil || node.isOpenLeaf
        return nil
      }
      if isLeaf && node.inputCount > 0 { meetsOtherLeaves = true }
      return Step(
        node: edge.node, leafIndex: isLeaf ? node.leafIndex : -1, isNeeded: isLeaf,
        firstTarget: targets.count)
    }
  }

  /// Gives each input of a step a target: the step of a leaf, or none as yet and an edge that leads
  /// to it. `leafSteps` are the steps of the leaves so far, −1 for the others.
  private mutating func addInputs(
    of step: Step, _ scope: TraceScope, _ leafSteps: UnsafeMutableBufferPointer<Int>,
    to frontier: inout Frontier
  ) {
    step.node._withUnsafeGuaranteedRef { node in
      for input in node.inputs.indices {
        var target = -1
        if let next = node.inputs[input].node {
          if next.scope === scope && next.inputCount == 0 {
            target = leafSteps[next.leafIndex]
            if target < 0 {
              target = steps.count
              leafSteps[next.leafIndex] = target
              steps.append(
                Step(
                  node: .passUnretained(next), leafIndex: next.leafIndex, isNeeded: true,
                  firstTarget: targets.count))
            }
          } else {
            frontier.insert(Frontier.Edge(to: next, slot: targets.count))
          }
        }
        targets.append(target)
      }
    }
  }

  /// Goes from the leaves up: a node is needed if one of its inputs is.
  private mutating func markNeeded() {
    var end = targets.count
    for index in steps.indices.reversed() where !steps[index].isLeaf {
      let first = steps[index].firstTarget
      for slot in first..<end where targets[slot] >= 0 {
        if steps[targets[slot]].isNeeded {
          steps[index].isNeeded = true
        } else {
          targets[slot] = -1
        }
      }
      end = first
    }
  }
}

/// The edges that lead to nodes, the deepest node first, and of equally deep ones the one
/// that was made last: gradients are summed in the same order in every run. (Nodes that
/// different threads made may have the same serial number; their addresses then keep the edges to
/// one together.)
private struct Frontier {
  /// The way from a step's input to the node that it is the output of.
  struct Edge {
    let node: Unmanaged<Node>
    let depth: Int
    let serialNumber: UInt64
    /// The input's place in the walk's targets, −1 for the root.
    let slot: Int

    init(to node: Node, slot: Int) {
      self.node = .passUnretained(node)
      depth = node.depth
      serialNumber = node.serialNumber
      self.slot = slot
    }

    func comesBefore(_ other: Edge) -> Bool {
      if depth != other.depth { return depth > other.depth }
      if serialNumber != other.serialNumber { return serialNumber > other.serialNumber }
      return node.toOpaque() < other.node.toOpaque()
    }
  }

  /// In a chain of operators there is never more than one edge, which needs no memory of its own.
  private var deepest: Edge?
  /// The others, a heap.
  private var heap: [Edge] = []

  mutating func insert(_ edge: Edge) {
    guard let first = deepest else {
      deepest = edge
      return
    }
    if edge.comesBefore(first) {
      deepest = edge
      push(first)
    } else {
      push(edge)
    }
  }

  mutating func removeDeepest() -> Edge? {
    guard let edge = deepest else { return nil }
    deepest = heap.isEmpty ? nil : pop()
    return edge
  }

  private mutating func push(_ edge: Edge) {
    heap.append(edge)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].comesBefore(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func pop() -> Edge? {
    guard let last = heap.popLast() else { return nil }
    guard let top = heap.first else { return last }
    heap[0] = last
    var parent = 0
    while true {
      var first = parent
      for child in 2 * parent + 1...2 * parent + 2 where child < heap.count {
        if heap[child].comesBefore(heap[first]) { first = child }
      }
      guard first != parent else { return top }
      heap.swapAt(first, parent)
      parent = first
    }
  }
}
