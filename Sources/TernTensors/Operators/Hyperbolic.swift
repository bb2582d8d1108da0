import TernKernels

// Hyperbolic functions, each with its derivative beside it.

extension Tensor where Scalar: FloatingScalar {
  /// The hyperbolic sine, (exp(x) − exp(−x)) / 2.
  public func sinh() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.sinh)
    } pullback: { dy, x, _ in
      dy * x.cosh()
    }
  }

  /// The hyperbolic cosine, (exp(x) + exp(−x)) / 2.
  public func cosh() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.cosh)
    } pullback: { dy, x, _ in
      dy * x.sinh()
    }
  }

  /// The hyperbolic tangent. The derivative is 1 − y², right within an ulp of 1.
  @specialized(where Scalar == Float)
  public func tanh() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.tanh)
    } pullback: { dy, _, y in
      dy * (1 - y.squared())
    }
  }

  /// The number whose hyperbolic sine is x, log(x + √(x² + 1)).
  public func asinh() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.asinh)
    } pullback: { dy, x, _ in
      dy / x.hypot(Tensor(1))
    }
  }

  /// The number, not below 0, whose hyperbolic cosine is x, log(x + √(x² − 1)); NaN where x < 1.
  public func acosh() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.acosh)
    } pullback: { dy, x, _ in
      dy * ((x - 1).rsqrt() * (x + 1).rsqrt())
    }
  }

  /// The number whose hyperbolic tangent is x, log((1 + x) / (1 − x)) / 2; NaN where |x| > 1.
  public func atanh() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.atanh)
    } pullback: { dy, x, _ in
      dy / ((1 - x) * (1 + x))
    }
  }
}
