import TernKernels

// Numbers in equal steps, and grids of them.

extension Tensor where Scalar: FixedWidthInteger, Scalar.Stride: SignedInteger {
  /// The numbers from `start` in steps of `step` up to, but not including, `end`.
  @specialized(where Scalar == Int32)
  @specialized(where Scalar == Int64)
  public init(arange start: Scalar, _ end: Scalar, step: Scalar.Stride = 1) {
    precondition(step != 0, "arange needs a step other than 0")
    self.init(Array(stride(from: start, to: end, by: step)))
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The numbers from `start` in steps of `step` up to, but not including, `end`.
  public init(arange start: Scalar, _ end: Scalar, step: Scalar = 1) {
    precondition(step != 0, "arange needs a step other than 0")
    let (a, b, step) = (start.asDouble, end.asDouble, step.asDouble)
    precondition(
      ((b - a) / step).magnitude < 0x1p53, "arange from \(a) to \(b) in steps of \(step) never ends"
    )
    self.init(from: a, step: step, count: Int(Swift.max(0, ((b - a) / step).rounded(.up))))
  }

  /// `count` numbers at equal distances, from `start` to `end` inclusive.
  public init(linspace start: Scalar, _ end: Scalar, count: Int) {
    precondition(count >= 0, "linspace needs a count of 0 or more, got \(count)")
    let (a, b) = (start.asDouble, end.asDouble)
    self.init(from: a, step: count > 1 ? (b - a) / Double(count - 1) : 0, count: count)
    if count > 1 { mutablePointer[count - 1] = end }
  }

  /// `count` numbers at equal ratios, from `base` to the power `start` to `base` to the power
  /// `end` inclusive.
  public init(logspace start: Scalar, _ end: Scalar, count: Int, base: Scalar = 10) {
    precondition(count >= 0, "logspace needs a count of 0 or more, got \(count)")
    // In double precision, since an error of the exponent grows.
    let exponents = Tensor<Double>(linspace: start.asDouble, end.asDouble, count: count)
    self = Tensor<Double>(full: [count], base.asDouble).power(exponents).asType(Scalar.self)
  }

  /// start + i · step. Multiplying keeps the steps from drifting.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  private init(from start: Double, step: Double, count: Int) {
    self.init(uninitialized: Shape(count)) { y in
      ThreadPool.shared.split(count, grain: Grain.arithmetic) { range in
        for i in range { y[i] = Scalar(double: start + Double(i) * step) }
      }
    }
  }
}

/// Which axis of a grid the first of its coordinates goes along.
public enum GridIndexing: Sendable, Hashable {
  /// The second: for plots, whose x goes along rows. NumPy's `"xy"`.
  case cartesian
  /// The first: for matrices. NumPy's `"ij"`.
  case matrix
}

extension Tensor {
  /// The coordinates of the points of a grid: for each vector a tensor of the grid's shape whose
  /// elements vary along one axis only. Differentiable.
  public static func meshgrid(
    _ vectors: [Tensor], indexing: GridIndexing = .cartesian
  ) -> [Tensor] {
    precondition(
      vectors.allSatisfy { $0.rank <= 1 },
      "meshgrid needs vectors, got shapes \(vectors.map(\.shape))")
    var order = Array(vectors.indices)
    if indexing == .cartesian && vectors.count > 1 { order.swapAt(0, 1) }
    let grid = Shape(order.map { vectors[$0].count })
    return vectors.enumerated().map { place, vector in
      let alone = grid.indices.map { order[$0] == place ? vector.count : 1 }
      return vector.reshaped(to: Shape(alone)).broadcast(to: grid)
    }
  }
}
