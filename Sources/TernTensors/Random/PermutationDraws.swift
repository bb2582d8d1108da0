extension RandomNumberGenerator {
  /// Returns 0 ..< n in a random order.
  ///
  /// For i from n − 1 down to 1, elements i and j change places, where j is drawn from 0 ... i. The
  /// standard library's `shuffled(using:)` may change its algorithm; this one stays.
  ///
  /// Source: Durstenfeld, "Algorithm 235: random permutation" (1964).
  ///
  /// - Precondition: `n` is not negative.
  public mutating func permutation(_ n: Int) -> [Int] {
    precondition(n >= 0, "permutation: no permutation of \(n) numbers")
    var permutation = Array(0..<n)
    permutation.withUnsafeMutableBufferPointer { permutation in
      for i in stride(from: n - 1, to: 0, by: -1) {
        permutation.swapAt(i, Int(integer(below: UInt64(i) + 1)))
      }
    }
    return permutation
  }

  /// Returns an integer of 0 ..< bound, without bias: the upper half of a word times the bound.
  ///
  /// Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
  ///
  /// - Precondition: `bound` is positive.
  package mutating func integer(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "integer(below: 0)")
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let leastLow = (0 &- bound) % bound
      while product.low < leastLow { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }
}
