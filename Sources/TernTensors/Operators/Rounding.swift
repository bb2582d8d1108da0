import TernKernels

// Integers near numbers, and what concerns signs and digits.

extension Tensor where Scalar: FloatingScalar {
  /// −1, 0 or 1; the derivative is 0.
  public func sign() -> Tensor { detached().map(.sign) }

  /// The greatest integer that is not above x; the derivative is 0.
  public func floor() -> Tensor { detached().map(.floor) }

  /// The least integer that is not below x; the derivative is 0.
  public func ceil() -> Tensor { detached().map(.ceil) }

  /// The nearest integer, halves to the even one; the derivative is 0.
  public func rounded() -> Tensor { detached().map(.round) }

  /// The integer next to x toward zero; the derivative is 0.
  public func truncated() -> Tensor { detached().map(.truncate) }

  /// The greatest integer that is not above x / y, broadcasting; the derivatives are 0.
  ///
  /// The quotient is the exact one, as in NumPy: ⌊1 / 0.1⌋ is 9, since the number 0.1 is a little
  /// above a tenth. For y = 0 it is x / y.
  public func floorDivided(by other: Tensor) -> Tensor {
    detached().combine(.floorDivide, other.detached())
  }

  /// The greatest integer that is not above x / y for a number y.
  public func floorDivided(by other: Scalar) -> Tensor { floorDivided(by: Tensor(other)) }

  /// What x leaves of y, x − y · ⌊x / y⌋, with the sign of y as NumPy defines it; shapes broadcast.
  ///
  /// NaN for y = 0 and for infinite x. Swift's `remainder` rounds the quotient to the nearest
  /// integer, and `truncatingRemainder` toward zero; this one rounds it down.
  public func remainder(by other: Tensor) -> Tensor {
    differentiable(self, other, keeping: .inputs) { x, y in
      x.combine(.remainder, y)
    } pullback: { dz, _, _, _ in
      dz
    } _: { dz, x, y, _ in
      -(dz * x.floorDivided(by: y))
    }
  }

  /// What x leaves of a number y, with the sign of y.
  public func remainder(by other: Scalar) -> Tensor { remainder(by: Tensor(other)) }

  /// |x| with the sign of another tensor's elements, of zeros, too; shapes broadcast. Constant in
  /// the other.
  public func copySign(of other: Tensor) -> Tensor {
    let other = other.detached()
    return differentiable(self, keeping: .inputs) { x in
      x.combine(.copySign, other)
    } pullback: { dz, x, _ in
      dz * x.sign().copySign(of: x.detached() * Tensor(1).copySign(of: other))
    }
  }

  /// The next number after x toward another, broadcasting; y where both are equal. The derivatives
  /// are 0.
  public func nextAfter(toward other: Tensor) -> Tensor {
    detached().combine(.nextAfter, other.detached())
  }
}
