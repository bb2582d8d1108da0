import TernTensors

/// Each sample's elements in another shape; the batch axis stays.
///
/// ```swift
/// Reshape<Float>([1, 28, 28])  // [batch, 784] becomes [batch, 1, 28, 28]
/// ```
public struct Reshape<Scalar: FloatingScalar>: Layer {
  /// A sample's extents; one may be −1, which takes what the others leave.
  public let extents: [Int]

  /// A layer that gives samples these extents; one may be −1, which takes what the others leave.
  public init(_ extents: [Int]) {
    precondition(
      extents.allSatisfy { $0 >= -1 } && extents.count { $0 == -1 } <= 1,
      "Reshape needs extents of 0 or more and at most one −1, got \(extents)")
    self.extents = extents
  }

  /// The elements in shape `[batch] + extents`.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    guard let shape = shape(for: x.shape) else {
      preconditionFailure("\(description) got an input of shape \(x.shape), needs \(expected)")
    }
    return x.reshaped(to: shape)
  }

  /// `[batch] + extents`.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    guard let shape = shape(for: inputShape) else {
      throw ShapeError(layer: description, found: inputShape, expected: expected)
    }
    return shape
  }

  /// The extents.
  public var description: String { "Reshape(\(extents))" }

  private var expected: String {
    let count = extents.reduce(1) { $1 == -1 ? $0 : $0 * $1 }
    return "[batch, …] with "
      + (extents.contains(-1) ? "a multiple of \(count)" : "\(count)") + " elements a sample"
  }

  /// The output's shape, or nil if the elements do not fill it.
  private func shape(for input: Shape) -> Shape? {
    guard let batch = input.first else { return nil }
    let count = input.dropFirst().reduce(1, *)
    let known = extents.reduce(1) { $1 == -1 ? $0 : $0 * $1 }
    guard extents.contains(-1) else { return count == known ? Shape([batch] + extents) : nil }
    guard known > 0, count % known == 0 else { return nil }
    return Shape([batch] + extents.map { $0 == -1 ? count / known : $0 })
  }
}
