import TernTensors

/// A piece of a network, or a whole one: a value that maps a tensor to a tensor.
///
/// A layer that is only called never changes. `training` is the forward pass while learning; it may
/// update running statistics or draw dropout masks, and so needs a variable.
///
/// A model of your own is a struct with layers as properties:
///
/// ```swift
/// struct Autoencoder: Layer {
///   var encoder: Linear<Float>
///   var decoder: Linear<Float>
///
///   func callAsFunction(_ input: Tensor<Float>) -> Tensor<Float> {
///     decoder(encoder(input).relu())
///   }
///
///   mutating func visit<Visitor: StateVisitor<Float>>(_ visitor: inout Visitor) {
///     visitor.child("encoder", &encoder)
///     visitor.child("decoder", &decoder)
///   }
/// }
/// ```
public protocol Layer<Scalar>: Model {
  /// The type of the layer's numbers. Named again, so that it follows from `callAsFunction`.
  associatedtype Scalar

  /// Inference: a pure function of the input.
  func callAsFunction(_ input: Tensor<Scalar>) -> Tensor<Scalar>

  /// The forward pass while training. The default is inference.
  mutating func training(_ input: Tensor<Scalar>) -> Tensor<Scalar>

  /// `relu(self(input))`. The default does one after the other; layers that gain by it do both in
  /// one pass over memory. A ``Sequential`` calls it where a ``ReLU`` follows.
  func rectified(_ input: Tensor<Scalar>) -> Tensor<Scalar>

  /// `relu(training(input))`, in the same way.
  mutating func rectifiedTraining(_ input: Tensor<Scalar>) -> Tensor<Scalar>

  /// Shows every parameter, buffer, generator and child to the visitor, by name and always in the
  /// same order. The default shows nothing.
  mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor)

  /// The output's shape for an input's shape, the batch axis included. The default applies the
  /// layer to zeros, so it traps where the layer would.
  ///
  /// - Throws: `ShapeError` with the layer and both shapes if it cannot take such an input.
  func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape
}

extension Layer {
  /// Inference.
  public mutating func training(_ input: Tensor<Scalar>) -> Tensor<Scalar> { self(input) }

  /// Inference, then the rectifier.
  public func rectified(_ input: Tensor<Scalar>) -> Tensor<Scalar> { self(input).relu() }

  /// The training pass, then the rectifier.
  public mutating func rectifiedTraining(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    training(input).relu()
  }

  /// Shows nothing: a layer without state.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {}

  /// The shape of the output for zeros.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    self(Tensor(zeros: inputShape)).shape
  }
}

/// A layer whose output has the shape of its input, whatever that is.
public protocol ElementwiseLayer: Layer {}

extension ElementwiseLayer {
  /// The input's shape.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape { inputShape }
}
