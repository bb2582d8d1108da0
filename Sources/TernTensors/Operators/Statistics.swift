// How variables vary together, and how elements follow each other.

extension Tensor where Scalar: FloatingScalar {
  /// The covariances of variables, NumPy's `cov`: c[i, j] = Σ (x[i] − mean) (x[j] − mean) / (n −
  /// correction). Differentiable.
  ///
  /// Each row is a variable and each column an observation; a vector is one variable, whose variance
  /// is the result. Leading axes are batches. Variables far from 0 lose no digits of what their
  /// observations differ by.
  ///
  /// - Parameter correction: What is subtracted from the number of observations: 1 for a sample.
  public func covariance(correction: Int = 1) -> Tensor {
    precondition(rank >= 1, "covariance needs observations, got a number")
    let count = Scalar(double: Double(Swift.max(shape[rank - 1] - correction, 0)))
    let deviations = deviations(along: [rank - 1])
    let quick = deviations.matmul(deviations, transposingOther: rank > 1) / count
    // Σ may be infinite where Σ / count is not.
    return quick.isAllFinite
      ? quick : (deviations / count).matmul(deviations, transposingOther: rank > 1)
  }

  /// The correlation coefficients of variables, NumPy's `corrcoef`: r[i, j] = c[i, j] / √(c[i, i] ·
  /// c[j, j]) of the covariances. NaN where a variable does not vary. Differentiable, and right also
  /// where covariances are beyond the range.
  ///
  /// Each row is a variable and each column an observation; leading axes are batches.
  public func correlation() -> Tensor {
    let covariance = covariance()
    let variances = rank == 1 ? covariance : covariance.diagonal()
    if !variances.isWellScaled(), let scales = scales(along: [rank - 1]) {
      return (self / scales).correlation()
    }
    if rank == 1 { return covariance / covariance }
    let deviation = variances.sqrt()
    return
      (covariance / deviation.expandingAxis(at: -1)
      / deviation.expandingAxis(at: rank - 2)).clipped(to: -1...1)
  }

  /// The differences of neighbours along an axis, y[i] = x[i + 1] − x[i], NumPy's `diff`.
  /// Differentiable.
  ///
  /// - Parameters:
  ///   - count: How often differences are taken, of differences from the second time on.
  ///   - axis: The axis, which is shorter by 1 each time, until it has no element.
  public func diff(count: Int = 1, along axis: Int = -1) -> Tensor {
    differences(count, along: axis, -)
  }
}

extension Tensor where Scalar: IntegerScalar {
  /// The differences of neighbours along an axis, y[i] = x[i + 1] − x[i], of the same type, NumPy's
  /// `diff`. They wrap round: of 3 and 2 it is 255 if they are `UInt8`.
  ///
  /// - Parameters:
  ///   - count: How often differences are taken, of differences from the second time on.
  ///   - axis: The axis, which is shorter by 1 each time, until it has no element.
  public func diff(count: Int = 1, along axis: Int = -1) -> Tensor {
    differences(count, along: axis, -)
  }
}

extension Tensor {
  fileprivate func differences(
    _ count: Int, along axis: Int, _ subtract: (Tensor, Tensor) -> Tensor
  ) -> Tensor {
    precondition(count >= 0, "diff: differences are taken 0 times or more, got \(count)")
    let axis = shape.axis(axis, of: "diff")
    return (0..<count).reduce(self) { x, _ in
      let extent = x.shape[axis]
      if extent == 0 { return x }
      return subtract(
        x.sliced(along: axis, from: 1, to: extent), x.sliced(along: axis, from: 0, to: extent - 1))
    }
  }
}
