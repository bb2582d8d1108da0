import Tern

/// How far a result may be from the truth: so many units in the last place of the true number or, if
/// that is greater, of another one.
struct Accuracy {
  /// What a unit in the last place is taken of at least.
  enum Size {
    case itself
    /// The greatest of the numbers that belong together, such as a gradient.
    case greatest
    /// The greatest element that the function is called with.
    case input
    case one
  }

  let ulps: Double
  let size: Size

  static func ulps(_ ulps: Double, of size: Size = .itself) -> Accuracy {
    Accuracy(ulps: ulps, size: size)
  }
}

/// A function as the oracle calls it, and what Tern promises of its values and gradients.
struct ExtremeFunction<S: FloatingScalar> {
  let name: String
  let values: Accuracy
  let gradients: Accuracy
  let function: (Tensor<S>) throws -> Tensor<S>

  private init(
    _ name: String, _ values: Accuracy, _ gradients: Accuracy,
    _ function: @escaping (Tensor<S>) throws -> Tensor<S>
  ) {
    self.name = name
    self.values = values
    self.gradients = gradients
    self.function = function
  }

  static var all: [ExtremeFunction] {
    reductions + norms + normalizations + classes + losses + activations + elementary
  }

  private static var reductions: [ExtremeFunction] {
    [
      .init("sum", .ulps(2, of: .input), .ulps(0)) { $0.sum() },
      .init("mean", .ulps(2, of: .input), .ulps(1)) { $0.mean() },
      .init("variance", .ulps(16), .ulps(4, of: .greatest)) { $0.variance() },
      .init("variance of a sample", .ulps(16), .ulps(4, of: .greatest)) {
        $0.variance(correction: 1)
      },
      .init("standard deviation", .ulps(8), .ulps(4, of: .greatest)) { $0.standardDeviation() },
      .init("covariance", .ulps(8), .ulps(8, of: .greatest)) {
        Tensor.stacked($0.halves).covariance()[0, 1]
      },
      .init("correlation", .ulps(8), .ulps(16, of: .greatest)) {
        Tensor.stacked($0.halves).correlation()[0, 1]
      },
    ]
  }

  private static var norms: [ExtremeFunction] {
    func norm(_ p: Double, _ name: String, _ ulps: Double) -> ExtremeFunction {
      .init("norm \(name)", .ulps(ulps), .ulps(2 * ulps, of: .greatest)) { $0.norm(p) }
    }
    return [
      norm(1, "1", 2), norm(2, "2", 2), norm(3, "3", 16), norm(0.5, "0.5", 4), norm(-2, "-2", 4),
      norm(.infinity, "∞", 0),
    ]
  }

  private static var normalizations: [ExtremeFunction] {
    [
      .init("batch norm", .ulps(8, of: .greatest), .ulps(16, of: .greatest)) { x in
        var layer = BatchNorm<S>(1)
        return layer.training(x.expandingAxis(at: 1)).flattened()
      },
      .init("layer norm", .ulps(8, of: .greatest), .ulps(16, of: .greatest)) { x in
        LayerNorm<S>(x.shape)(x)
      },
      .init("layer norm, epsilon 0", .ulps(8, of: .greatest), .ulps(16, of: .greatest)) { x in
        LayerNorm<S>(x.shape, epsilon: 0)(x)
      },
    ]
  }

  private static var classes: [ExtremeFunction] {
    func crossEntropy(_ name: String, _ label: @escaping (Int) -> Int) -> ExtremeFunction {
      .init("cross-entropy of the \(name)", .ulps(4), .ulps(8)) { x in
        softmaxCrossEntropy(x.expandingAxis(at: 0), Tensor([Int32(label(x.count))]))
      }
    }
    return [
      .init("softmax", .ulps(8), .ulps(8, of: .one)) { $0.softmax() },
      .init("log-softmax", .ulps(4), .ulps(8, of: .one)) { $0.logSoftmax() },
      .init("logSumExp", .ulps(2, of: .input), .ulps(8)) { $0.logSumExp() },
      crossEntropy("first") { _ in 0 }, crossEntropy("last") { $0 - 1 },
      .init("cross-entropy, smoothed", .ulps(8), .ulps(8, of: .one)) { x in
        softmaxCrossEntropy(x.expandingAxis(at: 0), Tensor([0]), labelSmoothing: 0.25)
      },
    ]
  }

  private static var losses: [ExtremeFunction] {
    func pairs(
      _ name: String, _ loss: @escaping (Tensor<S>, Tensor<S>, LossReduction) -> Tensor<S>
    ) -> ExtremeFunction {
      .init(name, .ulps(4), .ulps(4)) { loss($0.halves[0], $0.halves[1], .mean) }
    }
    func binary(_ name: String, _ target: S) -> ExtremeFunction {
      .init("binary cross-entropy of \(name)", .ulps(4), .ulps(4)) { x in
        binaryCrossEntropy(logits: x, Tensor(full: x.shape, target), reduction: .none)
      }
    }
    return [
      binary("1", 1), binary("0", 0),
      pairs("squared error") { meanSquaredError($0, $1, reduction: $2) },
      pairs("absolute error") { meanAbsoluteError($0, $1, reduction: $2) },
      pairs("Huber") { huber($0, $1, reduction: $2) },
    ]
  }

  private static var activations: [ExtremeFunction] {
    [
      .init("sigmoid", .ulps(4), .ulps(4, of: .one)) { $0.sigmoid() },
      .init("softplus", .ulps(4), .ulps(4)) { $0.softplus() },
      .init("SiLU", .ulps(4, of: .one), .ulps(8, of: .one)) { $0.silu() },
      .init("GELU", .ulps(8, of: .one), .ulps(8, of: .one)) { $0.gelu() },
      .init("ELU", .ulps(2), .ulps(2)) { $0.elu() },
      .init("tanh", .ulps(4), .ulps(4, of: .one)) { $0.tanh() },
      .init("erf", .ulps(2), .ulps(8)) { $0.erf() },
    ]
  }

  private static var elementary: [ExtremeFunction] {
    [
      .init("expm1", .ulps(2), .ulps(4, of: .one)) { $0.expm1() },
      .init("log1p", .ulps(2), .ulps(2)) { $0.log1p() },
      .init("log2", .ulps(2), .ulps(4)) { $0.log2() },
      .init("log10", .ulps(2), .ulps(4)) { $0.log10() },
      .init("1 / x", .ulps(1), .ulps(4)) { $0.reciprocal() },
      .init("1 / √x", .ulps(2), .ulps(8)) { $0.rsqrt() },
      .init("hypot", .ulps(2), .ulps(4)) { $0.halves[0].hypot($0.halves[1]) },
      .init("logAddExp", .ulps(2, of: .one), .ulps(4)) { $0.halves[0].logAddExp($0.halves[1]) },
    ]
  }
}

extension Tensor {
  /// The first and the second half of a vector.
  fileprivate var halves: [Tensor] { [self[0..<count / 2], self[count / 2..<count]] }
}
