extension NumPyRandom {
  /// Returns an integer of [low, high), as `randint(low, high)` does with its default type `int64`.
  ///
  /// Draws are masked to the bits of `high - low - 1` and repeated while they exceed it: 32-bit
  /// words where that fits in 32 bits, two words (the first in the high half) where it does not.
  /// A range of one integer draws nothing.
  ///
  /// - Precondition: The range is not empty.
  public mutating func integer(in range: Range<Int>) -> Int {
    precondition(!range.isEmpty, "NumPyRandom.integer: no integer in \(range)")
    let offset = bounded(UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound &- 1)))
    return range.lowerBound &+ Int(truncatingIfNeeded: offset)
  }

  /// Returns `count` integers of [low, high), as `randint(low, high, count)` does.
  ///
  /// - Precondition: The range is not empty and `count` is not negative.
  public mutating func integers(in range: Range<Int>, count: Int) -> [Int] {
    array(count: count) { generator in generator.integer(in: range) }
  }

  /// Puts the elements into a random order, as `shuffle` does.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for i in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(i, Int(bounded(UInt64(i))))
    }
  }

  /// Returns the elements in a random order, as `permutation` of an array does.
  public mutating func permutation<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    shuffle(&elements)
    return elements
  }

  /// Returns 0 ..< n in a random order, as `permutation(n)` does.
  ///
  /// - Precondition: `n` is not negative.
  public mutating func permutation(_ n: Int) -> [Int] {
    precondition(n >= 0, "NumPyRandom.permutation: no permutation of \(n) numbers")
    return permutation(Array(0..<n))
  }

  /// An integer of 0 ... maximum, by masked rejection.
  private mutating func bounded(_ maximum: UInt64) -> UInt64 {
    if maximum == 0 { return 0 }
    let mask = UInt64.max >> maximum.leadingZeroBitCount
    while true {
      let word: UInt64 = maximum >> 32 == 0 ? UInt64(engine.next() as UInt32) : engine.next()
      if word & mask <= maximum { return word & mask }
    }
  }
}
