import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// The p-norm of all elements as one vector, or of vectors along axes: (Σ |xᵢ|ᵖ)^(1/p).
  ///
  /// - p = ∞: max |xᵢ|; p = −∞: min |xᵢ|
  /// - p = 0: how many elements are not 0, whose derivative is 0
  /// - any other p, also below 1, where it is no norm: the formula; a zero makes it 0 for p < 0.
  ///
  /// Differentiable; the derivative is 0 with respect to an element that is 0, and that of ties for
  /// p = ±∞ is shared. NaN and infinity pass through as in NumPy, whose `linalg.vector_norm` this
  /// is. Unlike there, powers on the way neither overflow nor underflow: a norm is right within two
  /// ulps wherever it is a number of its type, and its gradient everywhere. Of other orders than 1, 2
  /// and ∞ the error grows with the logarithm of Σ |xᵢ|ᵖ: sixteen ulps where that is 1e30.
  ///
  /// - Parameters:
  ///   - p: The order.
  ///   - axes: The axes of the vectors; all if nil. Negative ones count from the last.
  ///   - keepingAxes: Whether reduced axes stay, with extent 1.
  public func norm(
    _ p: Double = 2, along axes: [Int]? = nil, keepingAxes: Bool = false
  ) -> Tensor {
    precondition(!p.isNaN, "norm needs an order, got \(p)")
    switch p {
    case 2: return euclideanNorm(along: axes, keepingAxes: keepingAxes)
    case 1: return abs().sum(along: axes, keepingAxes: keepingAxes)
    case 0:
      let isNonzero = (detached() .!= 0).asType(Scalar.self)
      return isNonzero.sum(along: axes, keepingAxes: keepingAxes)
    case .infinity:
      return abs().max(along: axes, keepingAxes: keepingAxes)
    case -.infinity:
      return abs().min(along: axes, keepingAxes: keepingAxes)
    default: return powerNorm(Scalar(double: p), along: axes, keepingAxes: keepingAxes)
    }
  }

  /// The norm of vectors along one axis.
  public func norm(_ p: Double = 2, along axis: Int, keepingAxes: Bool = false) -> Tensor {
    norm(p, along: [axis], keepingAxes: keepingAxes)
  }

  /// √Σx², with the derivative x / y.
  private func euclideanNorm(along axes: [Int]?, keepingAxes: Bool) -> Tensor {
    let axes = shape.axes(axes, of: "norm")
    let norm = differentiable(self, named: "norm") { x in
      let squares = x.sumOfSquares(along: axes, keepingAxes: true)
      guard !squares.isWellScaled(), let scales = x.scales(along: axes) else {
        return squares.sqrt()
      }
      return (x / scales).sumOfSquares(along: axes, keepingAxes: true).sqrt() * scales
    } pullback: { dy, x, y in
      let (x, y) = x.forQuotients(by: y, along: axes) { $0.norm(along: axes, keepingAxes: true) }
      return dy * (x / Tensor.where(y.detached() .== 0, 1, y))
    }
    return keepingAxes ? norm : norm.reshaped(to: shape.reduced(along: axes, keepingAxes: false))
  }

  /// (Σ|x|ᵖ)^(1/p), with the derivative sign(x) (|x| / y)^(p − 1).
  private func powerNorm(_ p: Scalar, along axes: [Int]?, keepingAxes: Bool) -> Tensor {
    let axes = shape.axes(axes, of: "norm")
    let norm = differentiable(self, named: "norm") { x in
      let powers = x.abs().power(p).sum(along: axes, keepingAxes: true)
      guard !powers.isWellScaled(),
        let scales = x.scales(along: axes, leastMagnitudes: p < 0, ordinary: 0)
      else { return powers.power(1 / p) }
      return (x / scales).abs().power(p).sum(along: axes, keepingAxes: true).power(1 / p) * scales
    } pullback: { dy, x, y in
      let (x, y) = x.forQuotients(by: y, along: axes, leastMagnitudes: p < 0) {
        $0.powerNorm(p, along: axes, keepingAxes: true)
      }
      let isZero = x.detached() .== 0
      let ratio = Tensor.where(isZero, 1, x.abs()) / Tensor.where(y.detached() .== 0, 1, y)
      if p > 1 || p < 0 { return dy * x.sign() * ratio.power(p - 1) }
      // The ratio may be 0 where its root is not.
      let size = Tensor.where(isZero, 1, x.abs())
      return dy * x.sign() * (size.power(p - 1) * y.power(1 - p))
    }
    return keepingAxes ? norm : norm.reshaped(to: shape.reduced(along: axes, keepingAxes: false))
  }
}
