import TernTensors

/// A vector of learned features for each of a number of things, such as the words of a vocabulary:
/// `y[…, ·] = weight[indices[…], ·]`.
///
/// It takes indices, not numbers of its own type, so it is a ``Model``, but not a ``Layer``.
public struct Embedding<Scalar: FloatingScalar>: Model {
  /// `[count, features]`.
  public var weight: Tensor<Scalar>
  /// The row that stands for nothing: it gets no gradient.
  public let paddingIndex: Int?

  /// A table with the given rows: weight `[count, features]`.
  public init(weight: Tensor<Scalar>, paddingIndex: Int? = nil) {
    precondition(
      weight.rank == 2, "Embedding needs a weight [count, features], got \(weight.shape)")
    precondition(
      paddingIndex.map { (0..<weight.shape[0]).contains($0) } ?? true,
      "Embedding: padding index \(paddingIndex ?? 0) is not in 0..<\(weight.shape[0])")
    self.weight = weight
    self.paddingIndex = paddingIndex
  }

  /// A table whose rows start anew.
  ///
  /// - Parameters:
  ///   - count: The number of things; indices are from 0 to count − 1.
  ///   - features: The elements of each row.
  ///   - paddingIndex: The row that stands for nothing: it starts with zeros and gets no gradient.
  ///   - weight: What the rows start with; N(0, 1) by default, as in PyTorch.
  ///   - rng: What they are drawn from.
  public init(
    _ count: Int, _ features: Int, paddingIndex: Int? = nil,
    weight: Initializer = .normal(standardDeviation: 1), using rng: inout some RandomNumberGenerator
  ) {
    self.init(weight: weight([count, features], using: &rng), paddingIndex: paddingIndex)
    if let paddingIndex { self.weight[paddingIndex] = Tensor(zeros: [features]) }
  }

  /// A table whose rows start anew, from a seed that the system gives.
  public init(
    _ count: Int, _ features: Int, paddingIndex: Int? = nil,
    weight: Initializer = .normal(standardDeviation: 1)
  ) {
    var rng = Philox()
    self.init(count, features, paddingIndex: paddingIndex, weight: weight, using: &rng)
  }

  /// The row of each index: shape indices.shape + [features].
  ///
  /// The gradient of a row is the sum over the indices that name it, added in their order.
  ///
  /// - Parameter indices: From 0 to count − 1, of any shape; others are a precondition failure.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ indices: Tensor<Int32>) -> Tensor<Scalar> {
    // An array's negative indices count from its end; a word's would be a mistake.
    indices.checkRange(0..<weight.shape[0], of: "index")
    let rows = weight.taking(indices)
    guard let paddingIndex else { return rows }
    let isPadding = indices .== Tensor(Int32(paddingIndex))
    return Tensor.where(isPadding.expandingAxis(at: -1), rows.detached(), rows)
  }

  /// Shows `weight`.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    visitor.parameter("weight", &weight, role: .weight)
  }

  /// The shape of the rows for indices of a shape: with the number of features added at the end.
  public func outputShape(forIndices shape: Shape) throws(ShapeError) -> Shape {
    guard shape.rank < Shape.maximumRank else {
      throw ShapeError(
        layer: description, found: shape, expected: "less than \(Shape.maximumRank) axes")
    }
    return Shape(Array(shape) + [weight.shape[1]])
  }

  /// The numbers of rows and features.
  public var description: String {
    let padding = paddingIndex.map { ", paddingIndex: \($0)" } ?? ""
    return "Embedding(\(weight.shape[0]), \(weight.shape[1])\(padding))"
  }
}
