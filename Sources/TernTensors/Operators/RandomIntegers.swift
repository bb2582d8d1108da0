// Integers and orders, all equally likely.

extension Tensor where Scalar: FixedWidthInteger {
  /// Independent draws of integers from a range, without bias.
  ///
  /// Source: Lemire, "Fast random integer generation in an interval", ACM TOMACS 29 (2019).
  ///
  /// - Precondition: The range is not empty, unless the shape has no elements.
  public init<R: RandomNumberGenerator>(
    randomIntegers shape: Shape, in range: Range<Scalar>, using rng: inout R
  ) {
    precondition(
      !range.isEmpty || shape.elementCount == 0, "randomIntegers: no integer is in \(range)")
    let last = range.isEmpty ? range.lowerBound : range.upperBound - 1
    self.init(randomIntegers: shape, in: range.lowerBound...last, using: &rng)
  }

  /// Independent draws of integers from a range, without bias; the range may be all integers.
  public init<R: RandomNumberGenerator>(
    randomIntegers shape: Shape, in range: ClosedRange<Scalar>, using rng: inout R
  ) {
    let first = Int64(range.lowerBound)
    let width = UInt64(bitPattern: Int64(range.upperBound) &- first)
    let integers = Tensor<Int64>(uninitialized: shape) { out in
      rng.drawParts(count: shape.elementCount) { part, rng in
        for i in part {
          let offset = width == .max ? rng.next() : rng.integer(below: width + 1)
          out[i] = first &+ Int64(bitPattern: offset)
        }
      }
    }
    self = integers.asType(Scalar.self)
  }

  /// Integers, from a seed that the system gives.
  public init(randomIntegers shape: Shape, in range: Range<Scalar>) {
    var rng = Philox()
    self.init(randomIntegers: shape, in: range, using: &rng)
  }

  /// Integers, from a seed that the system gives.
  public init(randomIntegers shape: Shape, in range: ClosedRange<Scalar>) {
    var rng = Philox()
    self.init(randomIntegers: shape, in: range, using: &rng)
  }
}

extension Tensor where Scalar == Int32 {
  /// The numbers 0 ..< count in a random order, all orders being equally likely.
  ///
  /// Source: Durstenfeld, "Algorithm 235: random permutation" (1964).
  ///
  /// - Precondition: The count is not negative.
  public init<R: RandomNumberGenerator>(randomPermutation count: Int, using rng: inout R) {
    self.init(rng.permutation(count).map { Int32($0) })
  }

  /// A permutation, from a seed that the system gives.
  public init(randomPermutation count: Int) {
    var rng = Philox()
    self.init(randomPermutation: count, using: &rng)
  }
}

extension Tensor {
  /// The slices along an axis in a random order. Differentiable.
  public func shuffled<R: RandomNumberGenerator>(along axis: Int = 0, using rng: inout R) -> Tensor
  {
    let axis = shape.axis(axis, of: "shuffled")
    return taking(Tensor<Int32>(randomPermutation: shape[axis], using: &rng), along: axis)
  }

  /// The slices along an axis in a random order, from a seed that the system gives.
  public func shuffled(along axis: Int = 0) -> Tensor {
    var rng = Philox()
    return shuffled(along: axis, using: &rng)
  }
}
