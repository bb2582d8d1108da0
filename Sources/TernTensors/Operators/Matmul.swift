import TernKernels

extension Tensor where Scalar: FloatingScalar {
  /// The matrix product, with NumPy's rules for vectors and batches:
  ///
  /// - `[m, k] · [k, n] → [m, n]`
  /// - `[k] · [k, n] → [n]`, `[m, k] · [k] → [m]`, `[k] · [k] → []`
  /// - `[…, m, k] · […, k, n] → […, m, n]`, the leading axes broadcasting.
  ///
  /// `transposingSelf` and `transposingOther` swap the last two axes of an operand without
  /// copying it; vectors take no notice.
  @specialized(where Scalar == Float)
  public func matmul(
    _ other: Tensor, transposingSelf: Bool = false, transposingOther: Bool = false
  ) -> Tensor {
    precondition(
      rank >= 1 && other.rank >= 1,
      "matmul needs at least one axis, got \(shape) and \(other.shape)")
    if rank == 1 || other.rank == 1 {
      // Vectors become matrices of one row or one column, and their axis goes again.
      let x = rank == 1 ? expandingAxis(at: 0) : self
      let y = other.rank == 1 ? other.expandingAxis(at: 1) : other
      let z = x.matmul(
        y, transposingSelf: rank > 1 && transposingSelf,
        transposingOther: other.rank > 1 && transposingOther)
      var extents = Array(z.shape)
      if other.rank == 1 { extents.removeLast() }
      if rank == 1 { extents.remove(at: other.rank == 1 ? extents.count - 1 : extents.count - 2) }
      return z.reshaped(to: Shape(extents))
    }
    let (a, b) = (transposingSelf, transposingOther)
    let isPlain = rank == 2 && other.rank == 2
    if isPlain && erased.node == nil && other.erased.node == nil {
      // Most products of a backward pass. No pullback is made, which would need memory.
      return matrixProduct(other, transposingSelf: a, transposingOther: b)
    }
    return differentiable(self, other, keeping: .inputs) { x, y in
      isPlain
        ? x.matrixProduct(y, transposingSelf: a, transposingOther: b)
        : BatchedProduct(x, y, transposingX: a, transposingY: b).result()
    } pullback: { dz, _, y, _ in
      a
        ? y.matmul(dz, transposingSelf: b, transposingOther: true)
        : dz.matmul(y, transposingOther: !b)
    } _: { dz, x, _, _ in
      b
        ? dz.matmul(x, transposingSelf: true, transposingOther: a)
        : x.matmul(dz, transposingSelf: !a)
    }
  }

  /// The sum of products of the elements of two vectors.
  public func dot(_ other: Tensor) -> Tensor {
    precondition(
      rank == 1 && shape == other.shape,
      "dot needs two vectors of the same length, got \(shape) and \(other.shape)")
    return matmul(other)
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The product of two matrices, without tracing.
  @specialized(where Scalar == Float)
  func matrixProduct(
    _ other: Tensor, transposingSelf: Bool = false, transposingOther: Bool = false
  ) -> Tensor {
    let product = matrixProductShape(other, transposingSelf, transposingOther)
    return Tensor(uninitialized: Shape(product.m, product.n)) { z in
      Products<Scalar.Kernels>.gemm(product, pointer, other.pointer, z)
    }
  }

  /// The extents of a product of the last two axes of each operand.
  fileprivate func matrixProductShape(
    _ other: Tensor, _ transposingSelf: Bool, _ transposingOther: Bool
  ) -> ProductShape {
    let (m, k) = shape.lastTwo(swapping: transposingSelf)
    let (otherK, n) = other.shape.lastTwo(swapping: transposingOther)
    precondition(
      k == otherK,
      "matmul: shapes \(shape)\(transposingSelf ? " transposed" : "") and "
        + "\(other.shape)\(transposingOther ? " transposed" : "") do not fit")
    return ProductShape(
      transposeA: transposingSelf, transposeB: transposingOther, m: m, n: n, k: k)
  }
}

extension Shape {
  fileprivate func lastTwo(swapping: Bool) -> (Int, Int) {
    let (rows, columns) = (self[rank - 2], self[rank - 1])
    return swapping ? (columns, rows) : (rows, columns)
  }
}

/// Matrix products over leading axes that broadcast.
private struct BatchedProduct<Scalar: FloatingScalar> {
  let x: Tensor<Scalar>
  let y: Tensor<Scalar>
  let shape: ProductShape
  let batch: Shape

  init(_ x: Tensor<Scalar>, _ y: Tensor<Scalar>, transposingX: Bool, transposingY: Bool) {
    shape = x.matrixProductShape(y, transposingX, transposingY)
    let batch = x.shape.prefix(x.rank - 2).broadcast(with: y.shape.prefix(y.rank - 2))
    guard let batch else {
      preconditionFailure(
        "matmul: the leading axes of shapes \(x.shape) and \(y.shape) do not broadcast")
    }
    self.batch = batch
    // A batch that repeats in more than one stride is written out.
    self.x = Self.isUniform(x, batch) ? x : x.copied(to: Self.full(batch, x))
    self.y = Self.isUniform(y, batch) ? y : y.copied(to: Self.full(batch, y))
  }

  private static func full(_ batch: Shape, _ operand: Tensor<Scalar>) -> Shape {
    var shape = batch
    for extent in operand.shape.suffix(2) { shape.append(extent) }
    return shape
  }

  /// Whether an operand has a matrix for each place of the batch, or one for all.
  private static func isUniform(_ operand: Tensor<Scalar>, _ batch: Shape) -> Bool {
    let own = operand.shape.elementCount(0..<operand.rank - 2)
    return own == 1 || own == batch.elementCount
  }

  func result() -> Tensor<Scalar> {
    var resultShape = batch
    resultShape.append(shape.m)
    resultShape.append(shape.n)
    return Tensor(uninitialized: resultShape) { z in
      Products<Scalar.Kernels>.batchedGemm(
        shape, count: batch.elementCount, x.pointer, strideA: stride(of: x), y.pointer,
        strideB: stride(of: y), z)
    }
  }

  /// Elements from one matrix of a batch to the next; 0 repeats one.
  private func stride(of operand: Tensor<Scalar>) -> Int {
    let size = operand.shape.elementCount(operand.rank - 2..<operand.rank)
    return operand.count == size ? 0 : size
  }
}
