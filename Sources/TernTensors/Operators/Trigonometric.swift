import TernKernels

// Circular functions, each with its derivative beside it. Angles are in radians.

extension Tensor where Scalar: FloatingScalar {
  /// The sine of x in radians.
  public func sin() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.sin)
    } pullback: { dy, x, _ in
      dy * x.cos()
    }
  }

  /// The cosine of x in radians.
  public func cos() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.cos)
    } pullback: { dy, x, _ in
      -(dy * x.sin())
    }
  }

  /// The tangent of x in radians.
  public func tan() -> Tensor {
    differentiable(self, keeping: .output) { x in
      x.map(.tan)
    } pullback: { dy, _, y in
      dy * (1 + y.squared())
    }
  }

  /// The angle between −π/2 and π/2 whose sine is x; NaN where |x| > 1.
  public func asin() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.asin)
    } pullback: { dy, x, _ in
      dy * (1 - x.squared()).rsqrt()
    }
  }

  /// The angle between 0 and π whose cosine is x; NaN where |x| > 1.
  public func acos() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.acos)
    } pullback: { dy, x, _ in
      -(dy * (1 - x.squared()).rsqrt())
    }
  }

  /// The angle between −π/2 and π/2 whose tangent is x.
  public func atan() -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.atan)
    } pullback: { dy, x, _ in
      dy / (1 + x.squared())
    }
  }

  /// `y.atan2(x)` is the angle of the point (x, y), between −π and π, broadcasting; that of the
  /// origin depends on the signs of its zeros, as in C. The derivatives at the origin are NaN.
  public func atan2(_ other: Tensor) -> Tensor {
    differentiable(self, other, keeping: .inputs) { y, x in
      y.combine(.atan2, x)
    } pullback: { dz, y, x, _ in
      let radius = y.hypot(x)
      return dz * (x / radius) / radius
    } _: { dz, y, x, _ in
      let radius = y.hypot(x)
      return -(dz * (y / radius) / radius)
    }
  }

  /// The distance of the point (x, y) from the origin, √(x² + y²), broadcasting; neither squares
  /// that are too large nor too small spoil it. The derivatives at the origin are 0.
  public func hypot(_ other: Tensor) -> Tensor {
    differentiable(self, other) { x, y in
      x.combine(.hypot, y)
    } pullback: { dz, x, _, z in
      dz * (x / Tensor.where(z.detached() .== 0, 1, z))
    } _: { dz, _, y, z in
      dz * (y / Tensor.where(z.detached() .== 0, 1, z))
    }
  }
}
