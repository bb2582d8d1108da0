import TernTensors

/// The two usual meanings of an L2 penalty's λ.
public enum L2Convention: String, Sendable, Hashable, Codable, CaseIterable {
  /// λ/2 · Σ‖W‖², whose derivative is λ · W.
  case half
  /// λ · Σ‖W‖², whose derivative is 2λ · W.
  case whole
}

/// A penalty on large weights, which is added to a loss.
///
/// ```swift
/// let penalty = L2Penalty(0.05, .whole)
/// let (loss, gradients) = valueWithGradient(at: &model) { model in
///   softmaxCrossEntropy(model.training(x), labels) + penalty(model)
/// }
/// ```
///
/// The same step, in fewer passes over the weights, is that of an optimizer whose `weightDecay` is
/// this penalty's.
public struct L2Penalty: Sendable, Hashable, Codable {
  /// λ.
  public var lambda: Double
  /// What λ is multiplied by.
  public var convention: L2Convention

  /// A penalty of λ/2 · Σ‖W‖², or of λ · Σ‖W‖².
  public init(_ lambda: Double, _ convention: L2Convention = .half) {
    self.lambda = lambda
    self.convention = convention
  }

  /// What an optimizer multiplies a weight by to get the penalty's derivative.
  public var weightDecay: Double { convention == .half ? lambda : 2 * lambda }

  /// The penalty of a model's parameters with the role of a weight. Differentiable.
  public func callAsFunction<M: Model>(_ model: M) -> Tensor<M.Scalar> {
    model.l2Penalty(M.Scalar(double: lambda), convention)
  }
}

extension Model {
  /// λ/2 · Σ‖W‖², or λ · Σ‖W‖², over the parameters with the role of a weight: the L2 penalty that
  /// is added to a loss. Differentiable.
  public func l2Penalty(_ lambda: Scalar, _ convention: L2Convention = .half) -> Tensor<Scalar> {
    let squares = parameters.filter { $0.role == .weight }.map { $0.tensor.sumOfSquares() }
    guard let first = squares.first else { return Tensor(zeros: []) }
    return squares.dropFirst().reduce(first, +) * (convention == .half ? lambda / 2 : lambda)
  }
}
