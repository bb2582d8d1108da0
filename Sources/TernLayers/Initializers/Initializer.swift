import TernLinearAlgebra
import TernTensors

/// How a parameter starts: a value that makes tensors.
///
/// ```swift
/// let weight: Tensor<Float> = Initializer.glorotUniform([784, 512], using: &rng)
/// let layer = Linear<Float>(784, 512, weight: .orthogonal(gain: 2), using: &rng)
/// ```
///
/// He's, Glorot's and LeCun's draw with mean 0 and a variance that follows from the fans: the
/// number of inputs of one output (fan in) and of outputs of one input (fan out).
public struct Initializer: Sendable, Hashable {
  private enum Distribution: Hashable { case normal, uniform }
  private enum Fan: Hashable {
    case inputs, average

    func count(in fans: (inputs: Int, outputs: Int)) -> Double {
      switch self {
      case .inputs: Double(fans.inputs)
      case .average: Double(fans.inputs + fans.outputs) / 2
      }
    }
  }

  private enum Scheme: Hashable {
    /// Mean 0 and variance gain² / fan.
    case scaled(Distribution, Fan, gain: Double)
    case normal(Double)
    case truncatedNormal(Double)
    case uniform(Range<Double>)
    case orthogonal(gain: Double)
    case constant(Double)
  }

  private let scheme: Scheme

  /// A new tensor of a shape.
  ///
  /// - Parameters:
  ///   - shape: The parameter's shape; one that fans can be counted for where they are needed.
  ///   - layout: What the shape's axes mean; only the fans depend on it.
  ///   - rng: The source of random numbers; constants leave it as it is.
  public func callAsFunction<Scalar: FloatingScalar>(
    _ shape: Shape, layout: WeightLayout = .linear, using rng: inout some RandomNumberGenerator
  ) -> Tensor<Scalar> {
    switch scheme {
    case .scaled(let distribution, let fan, let gain):
      // An empty weight has no fans, and needs no numbers either.
      let count = max(1, fan.count(in: layout.fans(of: shape)))
      let deviation = gain / count.squareRoot()
      switch distribution {
      case .normal: return Self.drawNormal(shape, deviation, using: &rng)
      case .uniform:
        // A uniform distribution over −a ..< a has the variance a² / 3.
        let bound = deviation * 3.0.squareRoot()
        return Self.drawUniform(shape, -bound..<bound, using: &rng)
      }
    case .normal(let deviation): return Self.drawNormal(shape, deviation, using: &rng)
    case .truncatedNormal(let deviation):
      return Tensor(
        randomTruncatedNormal: shape, standardDeviation: Scalar(double: deviation), using: &rng)
    case .uniform(let bounds): return Self.drawUniform(shape, bounds, using: &rng)
    case .orthogonal(let gain):
      let unit: Tensor<Scalar> = Self.drawOrthogonal(shape, using: &rng)
      return unit * Scalar(double: gain)
    case .constant(let value): return Tensor(full: shape, Scalar(double: value))
    }
  }
}

extension Initializer {
  /// The weight of a convolution whose channels are in groups: one group's after the other, since
  /// fans are counted inside a group.
  func callAsFunction<Scalar: FloatingScalar>(
    groups: Int, of shape: Shape, layout: WeightLayout, using rng: inout some RandomNumberGenerator
  ) -> Tensor<Scalar> {
    guard groups > 1 else { return self(shape, layout: layout, using: &rng) }
    var parts: [Tensor<Scalar>] = []
    for _ in 0..<groups { parts.append(self(shape, layout: layout, using: &rng)) }
    return .concatenated(parts)
  }
}

// MARK: - Scaled by the fans

extension Initializer {
  /// Normal with variance 2 / fan in: what a network of rectifiers starts with.
  public static var heNormal: Initializer { heNormal(for: .relu) }

  /// Normal with variance gain² / fan in.
  ///
  /// He, Zhang, Ren and Sun, "Delving deep into rectifiers" (2015).
  public static func heNormal(for nonlinearity: Nonlinearity) -> Initializer {
    Initializer(scheme: .scaled(.normal, .inputs, gain: nonlinearity.gain))
  }

  /// Uniform with variance 2 / fan in: bounds ±√(6 / fan in).
  public static var heUniform: Initializer { heUniform(for: .relu) }

  /// Uniform with variance gain² / fan in.
  ///
  /// He, Zhang, Ren and Sun, "Delving deep into rectifiers" (2015).
  public static func heUniform(for nonlinearity: Nonlinearity) -> Initializer {
    Initializer(scheme: .scaled(.uniform, .inputs, gain: nonlinearity.gain))
  }

  /// Normal with variance 2 / (fan in + fan out).
  public static var glorotNormal: Initializer { glorotNormal(for: .linear) }

  /// Normal with variance 2 gain² / (fan in + fan out).
  ///
  /// Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks"
  /// (2010).
  public static func glorotNormal(for nonlinearity: Nonlinearity) -> Initializer {
    Initializer(scheme: .scaled(.normal, .average, gain: nonlinearity.gain))
  }

  /// Uniform with variance 2 / (fan in + fan out): bounds ±√(6 / (fan in + fan out)).
  public static var glorotUniform: Initializer { glorotUniform(for: .linear) }

  /// Uniform with variance 2 gain² / (fan in + fan out).
  ///
  /// Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural networks"
  /// (2010).
  public static func glorotUniform(for nonlinearity: Nonlinearity) -> Initializer {
    Initializer(scheme: .scaled(.uniform, .average, gain: nonlinearity.gain))
  }

  /// Normal with variance 1 / fan in.
  ///
  /// LeCun, Bottou, Orr and Müller, "Efficient BackProp" (1998).
  public static var leCunNormal: Initializer { heNormal(for: .linear) }

  /// Uniform with variance 1 / fan in: bounds ±√(3 / fan in).
  ///
  /// LeCun, Bottou, Orr and Müller, "Efficient BackProp" (1998).
  public static var leCunUniform: Initializer { heUniform(for: .linear) }
}

// MARK: - Independent of the fans

extension Initializer {
  /// Normal with mean 0 and variance `standardDeviation`².
  public static func normal(standardDeviation: Double) -> Initializer {
    Initializer(scheme: .normal(nonnegative(standardDeviation)))
  }

  /// Normal with mean 0 and variance `standardDeviation`², without what lies further out than
  /// two standard deviations.
  public static func truncatedNormal(standardDeviation: Double) -> Initializer {
    Initializer(scheme: .truncatedNormal(nonnegative(standardDeviation)))
  }

  /// Uniform over bounds.
  public static func uniform(in bounds: Range<Double>) -> Initializer {
    Initializer(scheme: .uniform(bounds))
  }

  /// A random orthogonal matrix times a gain, uniform over all such matrices.
  ///
  /// The first axis makes the rows, the others together the columns. The columns are orthonormal
  /// if there are fewer of them than rows; the rows are otherwise.
  ///
  /// Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep
  /// linear neural networks" (2014).
  public static func orthogonal(gain: Double = 1) -> Initializer {
    Initializer(scheme: .orthogonal(gain: gain))
  }

  /// The same number everywhere.
  public static func constant(_ value: Double) -> Initializer {
    Initializer(scheme: .constant(value))
  }

  /// 0 everywhere.
  public static var zeros: Initializer { constant(0) }

  /// 1 everywhere.
  public static var ones: Initializer { constant(1) }

  private static func nonnegative(_ deviation: Double) -> Double {
    precondition(deviation >= 0, "a standard deviation is 0 or more, got \(deviation)")
    return deviation
  }
}

// MARK: - Drawing

extension Initializer {
  private static func drawNormal<Scalar: FloatingScalar>(
    _ shape: Shape, _ deviation: Double, using rng: inout some RandomNumberGenerator
  ) -> Tensor<Scalar> {
    Tensor(randomNormal: shape, standardDeviation: Scalar(double: deviation), using: &rng)
  }

  private static func drawUniform<Scalar: FloatingScalar>(
    _ shape: Shape, _ bounds: Range<Double>, using rng: inout some RandomNumberGenerator
  ) -> Tensor<Scalar> {
    let (lower, upper) = (Scalar(double: bounds.lowerBound), Scalar(double: bounds.upperBound))
    return Tensor(randomUniform: shape, in: lower..<upper, using: &rng)
  }

  private static func drawOrthogonal<Scalar: FloatingScalar>(
    _ shape: Shape, using rng: inout some RandomNumberGenerator
  ) -> Tensor<Scalar> {
    precondition(shape.rank >= 2, "an orthogonal matrix needs two axes or more, got \(shape)")
    let (rows, columns) = (shape[0], shape.dropFirst().reduce(1, *))
    let isWide = columns > rows
    let normal = Tensor<Scalar>(
      randomNormal: isWide ? [columns, rows] : [rows, columns], using: &rng)
    do {
      let tall = try normal.orthonormalized()
      return (isWide ? tall.transposed() : tall).reshaped(to: shape)
    } catch {
      preconditionFailure("the QR factorisation of a normal matrix of shape \(shape): \(error)")
    }
  }
}
