import TernKernels

extension Tensor where Scalar: FloatingScalar {
  /// exp(x) / Σ exp(x) along an axis, without overflow.
  ///
  /// Right within some ulps for finite elements of any size, and −∞ gives 0; ∞, or nothing but −∞,
  /// gives NaN.
  @specialized(where Scalar == Float)
  public func softmax(along axis: Int = -1) -> Tensor {
    let axis = shape.axis(axis, of: "softmax")
    guard axis == rank - 1 else {
      return swappingAxes(axis, -1).softmax().swappingAxes(axis, -1)
    }
    return differentiable(self, keeping: .output) { x in
      x.mapRows(Scalar.Kernels.softmax)
    } pullback: { dy, _, y in
      y * (dy - (dy * y).sum(along: axis, keepingAxes: true))
    }
  }

  /// The logarithm of softmax along an axis, exact where softmax would be 0 or 1.
  ///
  /// The error is some ulps of the result for finite elements of any size, as long as their
  /// differences are finite; −∞ gives −∞, and ∞, or nothing but −∞, gives NaN.
  @specialized(where Scalar == Float)
  public func logSoftmax(along axis: Int = -1) -> Tensor {
    let axis = shape.axis(axis, of: "logSoftmax")
    guard axis == rank - 1 else {
      return swappingAxes(axis, -1).logSoftmax().swappingAxes(axis, -1)
    }
    return differentiable(self, keeping: .output) { x in
      x.mapRows(Scalar.Kernels.logSoftmax)
    } pullback: { dy, _, y in
      dy - y.exp() * dy.sum(along: axis, keepingAxes: true)
    }
  }

  /// −log softmax(x)[label] for each row of a matrix of logits.
  ///
  /// - Parameter labels: A class for each row, from 0 to the number of columns − 1.
  @specialized(where Scalar == Float)
  package func crossEntropy(labels: Tensor<Int32>) -> Tensor {
    let (rows, columns) = (shape[0], shape[1])
    return differentiable(self, keeping: .inputs) { x in
      Tensor(uninitialized: Shape(rows)) { loss in
        Scalar.Kernels.crossEntropy(
          rows: rows, columns: columns, x.pointer, labels: labels.pointer, loss)
      }
    } pullback: { dy, x, _ in
      x.crossEntropyGradient(labels: labels, dy: dy)
    }
  }

  /// The mean of −log softmax(x)[label] over the rows of a matrix of logits, as one operator.
  ///
  /// - Parameter labels: A class for each row, from 0 to the number of columns − 1.
  @specialized(where Scalar == Float)
  package func meanCrossEntropy(labels: Tensor<Int32>) -> Tensor {
    let (rows, columns) = (shape[0], shape[1])
    let mean = Tensor(uninitialized: Shape()) { mean in
      withUnsafeTemporaryAllocation(of: Scalar.self, capacity: rows) { losses in
        guard let losses = losses.baseAddress, rows > 0 else { return mean.pointee = .nan }
        Scalar.Kernels.crossEntropy(
          rows: rows, columns: columns, pointer, labels: labels.pointer, losses)
        Scalar.Kernels.reduce(.sum, outer: 1, count: rows, inner: 1, losses, mean)
        mean.pointee /= Scalar(double: Double(rows))
        if mean.pointee.isFinite { return }
        // Their sum may be infinite where their mean is not.
        let share = Scalar(double: 1 / Double(rows))
        Scalar.Kernels.unary(.scaleShift, count: rows, losses, share, 0, losses)
        Scalar.Kernels.reduce(.sum, outer: 1, count: rows, inner: 1, losses, mean)
      }
    }
    guard erased.node != nil else { return mean }
    return mean.recording(erased, .inputs) { dy, context in
      let x: Tensor = context.input(0)
      let divisor = Scalar(double: Double(x.shape[0]))
      context.give(x.crossEntropyGradient(labels: labels, dy: Tensor(dy), divisor: divisor), to: 0)
    }
  }

  /// (softmax(x) − onehot(label)) · dy / divisor for one dy.
  private func crossEntropyGradient(
    labels: Tensor<Int32>, dy: Tensor, divisor: Scalar
  ) -> Tensor {
    guard erased.node == nil && dy.erased.node == nil else {
      return crossEntropyGradient(labels: labels, dy: dy / divisor)
    }
    // No tensor for one number and no pullback, unless gradients of the gradient are wanted.
    return withUnsafePointer(to: dy.pointer.pointee / divisor) {
      crossEntropyGradient(labels: labels, $0, dyStride: 0)
    }
  }

  /// (softmax(x) − onehot(label)) · dy, row by row; dy is a number for each row, or one for all.
  private func crossEntropyGradient(labels: Tensor<Int32>, dy: Tensor) -> Tensor {
    let columns = shape[1]
    return differentiable(self, dy) { x, dy in
      x.crossEntropyGradient(labels: labels, dy.pointer, dyStride: dy.rank)
    } pullback: { dz, x, dy, _ in
      let probabilities = x.softmax()
      let weighted = dz * probabilities
      return (weighted - probabilities * weighted.sum(along: 1, keepingAxes: true))
        * (dy.rank == 0 ? dy : dy.expandingAxis(at: 1))
    } _: { dz, x, _, _ in
      (dz * (x.softmax() - Tensor(oneHot: labels, classes: columns))).sum(along: 1)
    }
  }

  /// The same without tracing.
  @specialized(where Scalar == Float)
  private func crossEntropyGradient(
    labels: Tensor<Int32>, _ dy: UnsafePointer<Scalar>, dyStride: Int
  ) -> Tensor {
    Tensor(uninitialized: shape) { dx in
      Scalar.Kernels.crossEntropyGradient(
        rows: shape[0], columns: shape[1], pointer, labels: labels.pointer, dy,
        dyStride: dyStride, dx)
    }
  }

  /// Applies a kernel to the rows of the last axis.
  private func mapRows(
    _ kernel: (Int, Int, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
  ) -> Tensor {
    let columns = shape[rank - 1]
    guard count > 0 else { return self }
    return Tensor(uninitialized: shape) { y in
      ThreadPool.shared.split(count / columns, grain: Swift.max(1, Grain.elementary / columns)) {
        rows in
        let start = rows.lowerBound * columns
        kernel(rows.count, columns, pointer + start, y + start)
      }
    }
  }
}

extension Tensor {
  /// A row of zeros with a one at the label, for each label: shape labels.shape + [classes].
  ///
  /// - Parameter labels: Classes from 0 to `classes` − 1; others are a precondition failure.
  public init(oneHot labels: Tensor<Int32>, classes: Int) {
    labels.checkRange(0..<classes, of: "label")
    self.init(zeros: labels.shape.inserting(classes, at: labels.rank))
    let elements = mutablePointer
    labels.withUnsafeBufferPointer { labels in
      for (row, label) in labels.enumerated() {
        elements[row * classes + Int(label)] = Scalar.oneValue
      }
    }
  }
}

extension Tensor<Int32> {
  /// Traps with the place and the value if an element lies outside.
  package func checkRange(_ range: Range<Int>, of what: StaticString) {
    withUnsafeBufferPointer { elements in
      guard let wrong = elements.firstIndex(where: { !range.contains(Int($0)) }) else { return }
      preconditionFailure(
        "\(what) \(elements[wrong]) at position \(wrong) is not in \(range)")
    }
  }
}
