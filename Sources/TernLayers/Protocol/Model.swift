import TernTensors

/// A value with parameters that training learns.
///
/// Gradients, optimizers, checkpoints and everything else that walks a model need no more than
/// this. A ``Layer`` is a model that maps a tensor of its own numbers to another; a model that takes
/// something else, such as the indices of words, is a struct with a `callAsFunction` of its own:
///
/// ```swift
/// struct Classifier: Model {
///   typealias Scalar = Float
///   var words: Embedding<Float>
///   var scores: Linear<Float>
///
///   func callAsFunction(_ text: Tensor<Int32>) -> Tensor<Float> {
///     scores(words(text).mean(along: 1))
///   }
///
///   mutating func visit<Visitor: StateVisitor<Float>>(_ visitor: inout Visitor) {
///     visitor.child("words", &words)
///     visitor.child("scores", &scores)
///   }
/// }
/// ```
public protocol Model<Scalar>: Sendable, CustomStringConvertible {
  /// The type of the model's numbers.
  associatedtype Scalar: FloatingScalar

  /// Shows every parameter, buffer, generator and child to the visitor, by name and always in the
  /// same order.
  mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor)
}

extension Model {
  /// The type's name, such as `ReLU`.
  public var description: String {
    String(String(describing: Self.self).prefix { $0 != "<" })
  }
}
