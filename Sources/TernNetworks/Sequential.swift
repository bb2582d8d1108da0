import TernLayers
import TernTensors

/// Layers one after another.
///
/// ```swift
/// var rng = Philox(seed: 42)
/// var model = Sequential<Float> {
///   Linear(784, 512, using: &rng)
///   ReLU()
///   Linear(512, 10, using: &rng)
/// }
/// ```
///
/// The braces take loops and conditions, too. A layer's state is named by its position: `0.weight`.
public struct Sequential<Scalar: FloatingScalar>: Layer {
  /// The layers in the order in which they are applied.
  public var layers: [any Layer<Scalar>]

  /// The given layers.
  public init(_ layers: [any Layer<Scalar>]) { self.layers = layers }

  /// The layers that the builder's lines give.
  public init(@SequentialBuilder<Scalar> _ layers: () throws -> [any Layer<Scalar>]) rethrows {
    self.layers = try layers()
  }

  /// The layers applied in order.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    var x = input
    var index = 0
    while index < layers.count {
      if isRectified(index) {
        x = layers[index].rectified(x)
        index += 2
      } else {
        x = layers[index](x)
        index += 1
      }
    }
    return x
  }

  /// The layers' training passes in order.
  @specialized(where Scalar == Float)
  public mutating func training(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    var x = input
    var index = 0
    while index < layers.count {
      if isRectified(index) {
        x = layers[index].rectifiedTraining(x)
        index += 2
      } else {
        x = layers[index].training(x)
        index += 1
      }
    }
    return x
  }

  /// Whether the layer after this one is a rectifier, which goes in one pass with it.
  @inline(__always)
  private func isRectified(_ index: Int) -> Bool {
    index + 1 < layers.count && type(of: layers[index + 1]) == ReLU<Scalar>.self
  }

  /// Shows each layer by its position.
  @specialized(where Scalar == Float, Visitor == ParameterWalk<Float>)
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    for index in layers.indices { visitor.visitChild(positionName(index), &layers[index]) }
  }

  /// The shape after the last layer.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    var shape = inputShape
    for (index, layer) in layers.enumerated() {
      shape = try layer.outputShape(for: shape, at: String(index))
    }
    return shape
  }

  /// The layers: `Sequential(Linear(784, 512), ReLU, Linear(512, 10))`.
  public var description: String {
    "Sequential(\(layers.map(\.description).joined(separator: ", ")))"
  }
}

/// Makes the lines of a ``Sequential`` an array of layers.
@resultBuilder
public enum SequentialBuilder<Scalar: FloatingScalar> {
  /// One layer.
  public static func buildExpression(_ layer: some Layer<Scalar>) -> [any Layer<Scalar>] { [layer] }
  /// Layers made elsewhere.
  public static func buildExpression(_ layers: [any Layer<Scalar>]) -> [any Layer<Scalar>] {
    layers
  }
  /// All lines.
  public static func buildBlock(_ parts: [any Layer<Scalar>]...) -> [any Layer<Scalar>] {
    parts.flatMap(\.self)
  }
  /// An `if` without `else`.
  public static func buildOptional(_ part: [any Layer<Scalar>]?) -> [any Layer<Scalar>] {
    part ?? []
  }
  /// The first branch of an `if`.
  public static func buildEither(first: [any Layer<Scalar>]) -> [any Layer<Scalar>] { first }
  /// The second branch of an `if`.
  public static func buildEither(second: [any Layer<Scalar>]) -> [any Layer<Scalar>] { second }
  /// A loop.
  public static func buildArray(_ parts: [[any Layer<Scalar>]]) -> [any Layer<Scalar>] {
    parts.flatMap(\.self)
  }
}

extension StateVisitor {
  /// `child` for a layer whose type is not known.
  mutating func visitChild(_ name: String, _ layer: inout any Layer<Scalar>) {
    func open<L: Layer<Scalar>>(_ concrete: inout L, _ visitor: inout Self) {
      visitor.child(name, &concrete)
    }
    open(&layer, &self)
  }
}

extension Layer {
  /// The output's shape, an error carrying the name that a container gives this layer.
  func outputShape(for inputShape: Shape, at name: String) throws(ShapeError) -> Shape {
    do {
      return try outputShape(for: inputShape)
    } catch {
      var error = error
      error.path = error.path.isEmpty ? name : "\(name).\(error.path)"
      throw error
    }
  }
}
