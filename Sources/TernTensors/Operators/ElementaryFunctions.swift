import TernKernels

// Element-wise functions, each with its derivative beside it.

extension Tensor where Scalar: FloatingScalar {
  /// e to the power x.
  @specialized(where Scalar == Float)
  public func exp() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.exp)
    } pullback: { dy, _, y in
      dy * y
    }
  }

  /// 2 to the power x.
  public func exp2() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.exp2)
    } pullback: { dy, _, y in
      dy * y * Scalar(double: 0.6931471805599453)  // log 2
    }
  }

  /// exp(x) − 1, exact for small x. The derivative is this + 1, right within an ulp of 1.
  public func expm1() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.expm1)
    } pullback: { dy, _, y in
      dy * (y + 1)
    }
  }

  /// The natural logarithm.
  @specialized(where Scalar == Float)
  public func log() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.log)
    } pullback: { dy, x, _ in
      dy / x
    }
  }

  /// The logarithm to the base 2; of powers of 2 exact.
  public func log2() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.log2)
    } pullback: { dy, x, _ in
      dy * Scalar(double: 1.4426950408889634) / x  // 1 / log 2
    }
  }

  /// The logarithm to the base 10; of powers of 10 exact.
  public func log10() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.log10)
    } pullback: { dy, x, _ in
      dy * Scalar(double: 0.4342944819032518) / x  // 1 / log 10
    }
  }

  /// log(1 + x), exact for small x.
  public func log1p() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.log1p)
    } pullback: { dy, x, _ in
      dy / (x + 1)
    }
  }

  /// The square root.
  @specialized(where Scalar == Float)
  public func sqrt() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.sqrt)
    } pullback: { dy, _, y in
      dy / (y * 2)
    }
  }

  /// The cube root, of negative numbers, too; the derivative at 0 is infinite.
  public func cubeRoot() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.cubeRoot)
    } pullback: { dy, _, y in
      dy / (y.squared() * 3)
    }
  }

  /// 1 / √x.
  public func rsqrt() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.rsqrt)
    } pullback: { dy, _, y in
      dy * -0.5 * y * y * y
    }
  }

  /// 1 / x.
  public func reciprocal() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.reciprocal)
    } pullback: { dy, _, y in
      -(dy * y * y)
    }
  }

  /// x².
  @specialized(where Scalar == Float)
  public func squared() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.square)
    } pullback: { dy, x, _ in
      dy * x * 2
    }
  }

  /// |x|; the derivative at 0 is 0.
  public func abs() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.abs)
    } pullback: { dy, x, _ in
      dy * x.sign()
    }
  }

  /// 1 / (1 + exp(−x)).
  ///
  /// The derivative is y · (1 − y), right within an ulp of y: it is 0 where y rounds to 1.
  @specialized(where Scalar == Float)
  public func sigmoid() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.sigmoid)
    } pullback: { dy, _, y in
      dy * (y * (1 - y))
    }
  }

  /// The error function, 2/√π ∫₀ˣ exp(−t²) dt.
  @specialized(where Scalar == Float)
  public func erf() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.erf)
    } pullback: { dy, x, _ in
      dy * (-x.squared()).exp() * Scalar(double: 2 / Double.pi.squareRoot())
    }
  }

  /// log(1 + exp(x)), without overflow.
  @specialized(where Scalar == Float)
  public func softplus() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.softplus)
    } pullback: { dy, x, _ in
      dy * x.sigmoid()
    }
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// log(exp(x) + exp(y)), without overflow: the sum of two numbers that are given by logarithms.
  /// Shapes broadcast. The error is a few ulps of the result or of the greater number.
  public func logAddExp(_ other: Tensor) -> Tensor {
    differentiable(self, other, keeping: .inputs) { x, y in
      x.combine(.logAddExp, y)
    } pullback: { dz, x, y, _ in
      dz * (x - y).sigmoid()
    } _: { dz, x, y, _ in
      dz * (y - x).sigmoid()
    }
  }
}

// MARK: - Rectifiers

extension Tensor where Scalar: FloatingScalar {
  /// max(x, 0); the derivative at 0 is 0.
  @specialized(where Scalar == Float)
  public func relu() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.relu)
    } pullback: { dy, _, y in
      dy.masked(by: y)
    }
  }

  /// The elements where `other` is positive, 0 elsewhere. Constant in `other`.
  func masked(by other: Tensor) -> Tensor {
    // Most of a backward pass: no pullback is made, which would need memory.
    if erased.node == nil { return combine(.mask, other) }
    let other = other.detached()
    return differentiable(self, keeping: []) { x in
      x.combine(.mask, other)
    } pullback: { dy, _, _ in
      dy.masked(by: other)
    }
  }

  /// x where it is positive, slope · x elsewhere.
  public func leakyReLU(slope: Scalar = 0.01) -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.leakyReLU, slope)
    } pullback: { dy, x, _ in
      Tensor.where(x.detached() .> 0, dy, dy * slope)
    }
  }

  /// x where it is positive, alpha · (exp(x) − 1) elsewhere.
  ///
  /// Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by exponential
  /// linear units" (2016).
  public func elu(alpha: Scalar = 1) -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.elu, alpha)
    } pullback: { dy, x, _ in
      Tensor.where(x.detached() .> 0, dy, dy * (x.minimum(0).exp() * alpha))
    }
  }

  /// x · sigmoid(x), also called swish. NaN for −∞.
  ///
  /// Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units for neural network function
  /// approximation in reinforcement learning" (2018).
  public func silu() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x * x.sigmoid()
    } pullback: { dy, x, _ in
      // A product with the large number x comes after the small one that keeps it in bounds.
      let y = x.sigmoid()
      return dy * (y * (x * (1 - y) + 1))
    }
  }

  /// x · Φ(x), Φ being the normal distribution function.
  ///
  /// Right within an ulp of x: below −5, where Φ is less than an ulp of 1, digits get lost, and
  /// from −6 (`Float`) or −9 (`Double`) on it is 0. NaN for −∞.
  ///
  /// Hendrycks and Gimpel, "Gaussian error linear units" (2016).
  @specialized(where Scalar == Float)
  public func gelu() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.gelu)
    } pullback: { dy, x, _ in
      dy.geluGradient(x)
    }
  }

  /// This upstream gradient times the derivative of gelu, Φ(x) + x · φ(x).
  private func geluGradient(_ x: Tensor) -> Tensor {
    differentiable(self, x, keeping: .inputs) { dy, x in
      dy.combine(.geluGradient, x)
    } pullback: { dz, _, x, _ in
      dz.geluGradient(x)
    } _: { dz, dy, x, _ in
      // The second derivative of gelu is (2 − x²) · φ(x), which is 0 long before x² overflows.
      let x = x.clipped(to: -1000...1000)
      let density = (x.squared() * -0.5).exp() * Scalar(double: 1 / (2 * Double.pi).squareRoot())
      return dz * dy * (2 - x.squared()) * density
    }
  }
}
