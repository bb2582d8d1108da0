/// The order in which a product of many tensors is calculated, two at a time.
struct ContractionOrder: Sendable {
  /// One product. Factors have the numbers from 0, products the following ones.
  struct Step: Sendable {
    let first: Int
    let second: Int
    /// The axes of the product: the others are summed over.
    let kept: [AxisLabel]
  }

  private(set) var steps: [Step] = []

  /// The axes of each factor, and of the result, a bit for each label.
  private let factors: [UInt64]
  private let output: UInt64
  /// The label of each bit, and its extent.
  private let labels: [AxisLabel]
  private let extents: [Double]

  /// Factors up to which the best of all orders is sought.
  private static let mostExhaustive = 6

  /// The order with the fewest multiplications; of many factors, one in which each product is the
  /// cheapest that is left.
  init(_ factors: [[AxisLabel]], output: [AxisLabel], extents: [AxisLabel: Int]) {
    let labels = Array(extents.keys)
    let bits = Dictionary(uniqueKeysWithValues: zip(labels, 0...))
    func mask(_ axes: [AxisLabel]) -> UInt64 { axes.reduce(0) { $0 | 1 << UInt64(bits[$1] ?? 0) } }
    self.labels = labels
    self.extents = labels.map { Double(max(extents[$0] ?? 1, 1)) }
    self.factors = factors.map(mask)
    self.output = mask(output)
    if factors.count <= Self.mostExhaustive { makeBest() } else { makeGreedy() }
  }

  /// The axes that the product of a set of factors has: those that others, or the result, need.
  private func axes(of set: UInt64) -> UInt64 {
    var (inside, outside) = (UInt64(0), output)
    for (index, axes) in factors.enumerated() {
      if set >> UInt64(index) & 1 == 1 { inside |= axes } else { outside |= axes }
    }
    return inside & outside
  }

  /// Multiplications, and elements of the result, of the product of two sets of factors.
  private func cost(_ a: UInt64, _ b: UInt64) -> Double {
    func size(_ axes: UInt64) -> Double {
      extents.indices.reduce(1) { axes >> UInt64($1) & 1 == 1 ? $0 * extents[$1] : $0 }
    }
    let product = axes(of: a | b)
    // What has more axes than a shape can have is avoided as long as possible.
    if product.nonzeroBitCount > Shape.maximumRank { return .infinity }
    return size(axes(of: a) | axes(of: b)) + size(product)
  }

  private mutating func multiply(_ a: Int, _ b: Int, axes: UInt64) -> Int {
    let kept = labels.indices.filter { axes >> UInt64($0) & 1 == 1 }.map { labels[$0] }
    steps.append(Step(first: a, second: b, kept: kept))
    return factors.count + steps.count - 1
  }

  /// The cheapest of all orders: that of a set of factors is made of those of two parts of it.
  private mutating func makeBest() {
    let all = UInt64(1) << UInt64(factors.count) - 1
    var costs = [Double](repeating: 0, count: Int(all) + 1)
    var parts = [UInt64](repeating: 0, count: Int(all) + 1)
    for set in 1...max(all, 1) where set.nonzeroBitCount > 1 {
      costs[Int(set)] = .infinity
      // Of two parts, the first has the first factor.
      var part = (set - 1) & set
      while part > 0 {
        if part & (set & (0 &- set)) != 0 {
          let rest = set & ~part
          let total = costs[Int(part)] + costs[Int(rest)] + cost(part, rest)
          if total < costs[Int(set)] || parts[Int(set)] == 0 {
            (costs[Int(set)], parts[Int(set)]) = (total, part)
          }
        }
        part = (part - 1) & set
      }
    }
    add(all, parts)
  }

  /// Adds the steps of a set of factors; returns the number of its product.
  @discardableResult
  private mutating func add(_ set: UInt64, _ parts: [UInt64]) -> Int {
    if set.nonzeroBitCount == 1 { return set.trailingZeroBitCount }
    let part = parts[Int(set)]
    let (a, b) = (add(part, parts), add(set & ~part, parts))
    return multiply(a, b, axes: axes(of: set))
  }

  /// The order in which the next product is always the cheapest.
  private mutating func makeGreedy() {
    var left = factors.indices.map { (number: $0, set: UInt64(1) << UInt64($0)) }
    while left.count > 1 {
      var best = (i: 0, j: 1, cost: Double.infinity)
      for j in 1..<left.count {
        for i in 0..<j {
          let cost = cost(left[i].set, left[j].set)
          if cost < best.cost { best = (i, j, cost) }
        }
      }
      let (a, b) = (left[best.i], left[best.j])
      left.remove(at: best.j)
      left.remove(at: best.i)
      let set = a.set | b.set
      left.append((multiply(a.number, b.number, axes: axes(of: set)), set))
    }
  }
}
