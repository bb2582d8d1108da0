import TernLayers
import TernTensors

/// x + branch(x): layers that learn a correction to their input.
///
/// He, Zhang, Ren and Sun, "Deep residual learning for image recognition" (2016).
public struct Residual<Scalar: FloatingScalar>: Layer {
  /// What is added to the input; its output has the input's shape.
  public var branch: Sequential<Scalar>

  /// A residual connection around a branch.
  public init(_ branch: Sequential<Scalar>) { self.branch = branch }

  /// A residual connection around the layers that the builder's lines give.
  public init(@SequentialBuilder<Scalar> _ layers: () throws -> [any Layer<Scalar>]) rethrows {
    branch = try Sequential(layers)
  }

  /// x + branch(x).
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { added(x, branch(x)) }

  /// x + branch.training(x).
  public mutating func training(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    added(x, branch.training(x))
  }

  private func added(_ x: Tensor<Scalar>, _ correction: Tensor<Scalar>) -> Tensor<Scalar> {
    precondition(
      x.shape == correction.shape,
      "Residual: the branch made shape \(correction.shape) of an input of shape \(x.shape)")
    return x + correction
  }

  /// Shows the layers of the branch as `branch.0`, `branch.1` and so on.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    visitor.child("branch", &branch)
  }

  /// The input's shape, which the branch has to keep.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    let shape = try branch.outputShape(for: inputShape, at: "branch")
    guard shape == inputShape else {
      throw ShapeError(
        layer: "Residual", found: inputShape,
        expected: "a branch that keeps the shape (it makes \(shape))")
    }
    return shape
  }

  /// The branch's layers: `Residual(Linear(4, 4), ReLU)`.
  public var description: String {
    "Residual(\(branch.layers.map(\.description).joined(separator: ", ")))"
  }
}
