/// The chain rule over a graph.
enum Backward {
  /// The gradients of the walk's output with respect to its leaves, nil for one that it does not
  /// depend on.
  ///
  /// `seed` is the upstream gradient, of the output's shape. The gradients have a history of their
  /// own only if something other than the given leaves is being traced, too: an enclosing
  /// `gradient(at:)`.
  static func gradients(along walk: Walk, seed: AnyTensor) -> [AnyTensor?] {
    guard !walk.nodes.isEmpty else { return walk.leaves.map { _ in nil } }
    let isTraced = walk.meetsOtherLeaves || seed.node != nil
    var gradients = [AnyTensor?](repeating: nil, count: walk.nodes.count)
    gradients[0] = isTraced ? seed : seed.detached
    for (index, node) in walk.nodes.enumerated() where walk.isNeeded[index] {
      guard let pullback = node.pullback, !walk.isLeaf[index], let dy = gradients[index] else {
        continue
      }
      gradients[index] = nil
      let places = node.inputs.map { $0.node.flatMap(walk.index(of:)) }
      func isNeeded(_ input: Int) -> Bool { places[input].map { walk.isNeeded[$0] } ?? false }
      let contributions = withoutActuallyEscaping(isNeeded) { isNeeded in
        pullback(dy, NodeValues(node: node, isTraced: isTraced, needed: isNeeded))
      }
      for (place, contribution) in zip(places, contributions) {
        guard let place, walk.isNeeded[place], let contribution else { continue }
        gradients[place] =
          if let sum = gradients[place].take() { sum.adding(contribution) } else { contribution }
      }
    }
    return walk.leaves.map { leaf in walk.index(of: leaf).flatMap { gradients[$0] } }
  }
}

/// The nodes between an output and some leaves, deepest first.
struct Walk: Sendable {
  let leaves: [Node]
  private(set) var nodes: [Node] = []
  private(set) var isLeaf: [Bool] = []
  /// Whether the node depends on one of the leaves.
  private(set) var isNeeded: [Bool] = []
  /// Whether the output also depends on something else that is being traced.
  private(set) var meetsOtherLeaves = false

  /// Depth grows along every edge, so taking the deepest node each time visits a node after all
  /// that use it; the repetitions of one come in a row.
  init(from root: Node?, to leaves: [Node]) {
    self.leaves = leaves
    let shallowest = leaves.reduce(Int.max) { min($0, $1.depth) }
    var frontier = Frontier()
    if let root { frontier.insert(root) }
    while let node = frontier.removeDeepest() {
      if let last = nodes.last, last === node { continue }
      let leaf = leaves.contains { $0 === node }
      if !leaf && (node.depth < shallowest || node.pullback == nil) {
        // Nothing from here on depends on the leaves.
        meetsOtherLeaves = meetsOtherLeaves || node.pullback != nil || node.isOpenLeaf
        continue
      }
      nodes.append(node)
      isLeaf.append(leaf)
      for input in node.inputs {
        guard let next = input.node else { continue }
        if leaf { meetsOtherLeaves = true } else { frontier.insert(next) }
      }
    }
    isNeeded = isLeaf
    for index in nodes.indices.reversed() where !isNeeded[index] {
      isNeeded[index] = nodes[index].inputs.contains { input in
        input.node.flatMap(self.index(of:)).map { isNeeded[$0] } ?? false
      }
    }
  }

  /// The place of a node in `nodes`, by binary search.
  func index(of node: Node) -> Int? {
    var range = nodes.indices
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      if nodes[middle] === node { return middle }
      range =
        Frontier.comesFirst(nodes[middle], node)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

/// A heap of nodes, the deepest first; equally deep ones in the order of their addresses.
private struct Frontier {
  private var heap: [Node] = []

  static func comesFirst(_ a: Node, _ b: Node) -> Bool {
    a.depth != b.depth ? a.depth > b.depth : ObjectIdentifier(a) < ObjectIdentifier(b)
  }

  mutating func insert(_ node: Node) {
    heap.append(node)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard Self.comesFirst(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeDeepest() -> Node? {
    guard let deepest = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return deepest }
    heap[0] = last
    var parent = 0
    while true {
      var first = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
        if Self.comesFirst(heap[child], heap[first]) { first = child }
      }
      guard first != parent else { return deepest }
      heap.swapAt(first, parent)
      parent = first
    }
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
