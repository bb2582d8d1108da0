import TernKernels

// Calculations that leave the range of their type on the way to a result that is inside: squares of
// large numbers are infinite, and those of small ones are 0. What is quick comes first; where its
// result shows that something was lost, it is repeated with numbers that powers of 2 bring near 1,
// which changes no digit of them. Ordinary data pay for a look at the results.

extension Tensor where Scalar: FloatingScalar {
  /// Whether all elements are finite.
  package var isAllFinite: Bool {
    withExtendedLifetime(self) { Finiteness<Scalar.Kernels>.holds(count: count, pointer) }
  }

  /// Whether these sums of squares lost nothing at either end of the range: none is infinite or
  /// NaN, and none so small that squares in it were rounded as numbers below the normal ones are.
  ///
  /// - Parameters:
  ///   - term: What is added to each before one looks.
  ///   - allowingZeros: Whether 0 will do: a sum that is right for itself, but not for its root.
  package func isWellScaled(adding term: Scalar = 0, allowingZeros: Bool = false) -> Bool {
    guard !isEmpty else { return true }
    let enough = Scalar.leastNormalMagnitude / .ulpOfOne
    let sums = detached()
    guard sums.peak(.maximum) + term < .infinity else { return false }
    let least = sums.peak(.minimum) + term
    guard allowingZeros && least == 0 else { return least >= enough }
    return Tensor.where(sums .== 0, 1, sums).peak(.minimum) >= enough
  }

  /// The least or the greatest element.
  private func peak(_ f: Reduction) -> Scalar {
    reduced(f, along: Array(0..<rank), keepingAxes: false).scalar
  }

  /// For each slice along the axes, the power of 2 at or below its greatest magnitude; 1 where
  /// squares are ordinary numbers, where the slice is 0 and where it is not finite. Nil if all are 1.
  ///
  /// - Parameters:
  ///   - axes: The axes of slices, which stay with extent 1.
  ///   - leastMagnitudes: Whether the least magnitudes are meant, not the greatest.
  ///   - ordinary: Exponents of 2 whose squares are ordinary numbers.
  package func scales(
    along axes: [Int], leastMagnitudes: Bool = false, ordinary: Int? = nil
  ) -> Tensor? {
    guard !isEmpty else { return nil }
    // Distances between numbers of this size have ordinary squares, too.
    let ordinary = ordinary ?? Int(Scalar.greatestFiniteMagnitude.exponent) / 5
    let x = detached()
    let magnitudes =
      leastMagnitudes
      ? x.abs().min(along: axes, keepingAxes: true)
      : x.max(along: axes, keepingAxes: true).maximum(-x.min(along: axes, keepingAxes: true))
    let scales = magnitudes.scalars.map { magnitude in
      guard magnitude > 0 && magnitude < .infinity else { return 1 as Scalar }
      let exponent = magnitude.exponent
      guard exponent.magnitude > ordinary else { return 1 }
      return .power(of2: Int(exponent))
    }
    guard scales.contains(where: { $0 != 1 }) else { return nil }
    return Tensor(scales, shape: magnitudes.shape)
  }

  /// This tensor and y = f(this), divided by powers of 2 where y is infinite or lost digits because
  /// it is tiny, but their quotients do not have to: f(c · x) is c · f(x) for any number c.
  ///
  /// - Parameters:
  ///   - y: f of each slice along the axes, which stay with extent 1.
  ///   - leastMagnitudes: Whether the least magnitudes of slices say how large y is.
  package func forQuotients(
    by y: Tensor, along axes: [Int], leastMagnitudes: Bool = false, of f: (Tensor) -> Tensor
  ) -> (Tensor, Tensor) {
    guard !y.isWellScaled(allowingZeros: true),
      let scales = scales(along: axes, leastMagnitudes: leastMagnitudes)
    else { return (self, y) }
    let scaled = self / scales
    return (scaled, f(scaled))
  }

  /// Σ x / divisor along ascending axes, without tracing: finite wherever the quotient is, even
  /// where the sum is not, or sums on the way to it.
  func summed(
    along axes: [Int], dividedBy divisor: Scalar = 1, keepingAxes: Bool
  ) -> Tensor {
    func quotients(of x: Tensor, by divisor: Scalar) -> Tensor {
      let sums = x.reduced(.sum, along: axes, keepingAxes: keepingAxes)
      return divisor == 1 ? sums : sums / divisor
    }
    let quick = quotients(of: self, by: divisor)
    if quick.isAllFinite { return quick }
    // So many of the greatest numbers, as much smaller, do not add up to more than one of them.
    let count = axes.reduce(1) { $0 * shape[$1] }
    let share = Scalar.power(of2: count.leadingZeroBitCount - count.bitWidth)
    return quotients(of: map(.scaleShift, share), by: divisor * share)
  }

  /// x − mean along axes. A mean far from 0 is rounded coarsely beside what elements differ by; the
  /// mean of the differences is what it lacks.
  func deviations(along axes: [Int]) -> Tensor {
    let distances = self - mean(along: axes, keepingAxes: true)
    return distances - distances.mean(along: axes, keepingAxes: true)
  }
}

extension FloatingScalar {
  fileprivate static func power(of2 exponent: Int) -> Self {
    Self(sign: .plus, exponent: Exponent(exponent), significand: 1)
  }
}
