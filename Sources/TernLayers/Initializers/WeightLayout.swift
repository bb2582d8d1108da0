import TernTensors

/// What the axes of a weight mean, so that an ``Initializer`` can count its fans.
public enum WeightLayout: Sendable, Hashable {
  /// `[inputs, outputs]`, as in ``Linear``.
  case linear
  /// `[outputs, inputs, height, width]`, or with any other number of axes after the first two.
  case convolution
  /// `[inputs, outputs, height, width]`, or with any other number of axes after the first two.
  case transposedConvolution

  /// The numbers of inputs that reach one output and of outputs that one input reaches.
  ///
  /// - Precondition: The shape has two axes if this is `.linear`, and two or more otherwise.
  public func fans(of shape: Shape) -> (inputs: Int, outputs: Int) {
    precondition(
      self == .linear ? shape.rank == 2 : shape.rank >= 2,
      "fans of a \(self) weight need \(self == .linear ? "two axes" : "two axes or more"), got "
        + "\(shape)")
    let window = shape.dropFirst(2).reduce(1, *)
    return switch self {
    case .linear, .transposedConvolution: (shape[0] * window, shape[1] * window)
    case .convolution: (shape[1] * window, shape[0] * window)
    }
  }
}
