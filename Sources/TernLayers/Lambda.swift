import TernTensors

/// A function of tensors as a layer without parameters.
///
/// ```swift
/// Lambda<Float>("Square") { x in x.squared() }
/// ```
public struct Lambda<Scalar: FloatingScalar>: Layer {
  /// The name in summaries and errors.
  public let name: String
  private let function: @Sendable (Tensor<Scalar>) -> Tensor<Scalar>
  private let shapeFunction: (@Sendable (Shape) throws(ShapeError) -> Shape)?

  /// A layer that applies a function.
  ///
  /// - Parameters:
  ///   - name: The name in summaries and errors.
  ///   - outputShape: The output's shape for an input's, which throws where there is none. Without
  ///     it, the function is applied to zeros.
  ///   - function: The function, written with differentiable operators.
  public init(
    _ name: String = "Lambda",
    outputShape: (@Sendable (Shape) throws(ShapeError) -> Shape)? = nil,
    function: @escaping @Sendable (Tensor<Scalar>) -> Tensor<Scalar>
  ) {
    self.name = name
    self.function = function
    shapeFunction = outputShape
  }

  /// The function's value.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { function(x) }

  /// What the shape function says, or else the shape of the function's value for zeros.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    if let shapeFunction { return try shapeFunction(inputShape) }
    return function(Tensor(zeros: inputShape)).shape
  }

  /// The name.
  public var description: String { name }
}
