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
    return differentiable(self, other, keeping: .inputs) { x, y in
      Product(x, y, transposingX: a, transposingY: b).result()
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

  /// x · weight + bias for x of shape `[…, inputs]`, weight `[inputs, outputs]`, bias `[outputs]`.
  @specialized(where Scalar == Float)
  public func affine(_ weight: Tensor, _ bias: Tensor) -> Tensor {
    precondition(
      rank >= 1 && weight.rank == 2 && shape[rank - 1] == weight.shape[0]
        && bias.shape == Shape(weight.shape[1]),
      "affine: input \(shape), weight \(weight.shape) and bias \(bias.shape) do not fit; they are "
        + "[…, inputs], [inputs, outputs] and [outputs]")
    if rank != 2 {
      let rows = reshaped(to: Shape(shape.elementCount(0..<rank - 1), weight.shape[0]))
      return rows.affine(weight, bias).reshaped(
        to: shape.replacing(rank - 1, with: weight.shape[1]))
    }
    // The product is added to rows that begin as the bias.
    let y = Product(detached(), weight.detached()).result(addedTo: bias.detached())
    guard erased.node != nil || weight.erased.node != nil || bias.erased.node != nil else {
      return y
    }
    return y.recording(erased, weight.erased, bias.erased, .inputs) { dy, context in
      let dy = Tensor(dy)
      if context.needs(0) {
        context.give(dy.matmul(context.input(1), transposingOther: true), to: 0)
      }
      if context.needs(1) {
        context.give(context.input(0).matmul(dy, transposingSelf: true), to: 1)
      }
      if context.needs(2) { context.give(dy.sum(along: 0), to: 2) }
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

/// One matrix product, or a batch of them, of operands of rank 2 or more.
private struct Product<Scalar: FloatingScalar> {
  let x: Tensor<Scalar>
  let y: Tensor<Scalar>
  let shape: ProductShape
  let batch: Shape

  init(
    _ x: Tensor<Scalar>, _ y: Tensor<Scalar>, transposingX: Bool = false,
    transposingY: Bool = false
  ) {
    let (xRank, yRank) = (x.rank, y.rank)
    let m = x.shape[transposingX ? xRank - 1 : xRank - 2]
    let k = x.shape[transposingX ? xRank - 2 : xRank - 1]
    let n = y.shape[transposingY ? yRank - 2 : yRank - 1]
    let batch = x.shape.prefix(xRank - 2).broadcast(with: y.shape.prefix(yRank - 2))
    guard let batch, k == y.shape[transposingY ? yRank - 1 : yRank - 2] else {
      preconditionFailure(
        "matmul: shapes \(x.shape)\(transposingX ? " transposed" : "") and "
          + "\(y.shape)\(transposingY ? " transposed" : "") do not fit")
    }
    shape = ProductShape(transposeA: transposingX, transposeB: transposingY, m: m, n: n, k: k)
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

  /// The product; with a bias of n elements, which is added to each row.
  func result(addedTo bias: Tensor<Scalar>? = nil) -> Tensor<Scalar> {
    var resultShape = batch
    resultShape.append(shape.m)
    resultShape.append(shape.n)
    return Tensor(uninitialized: resultShape) { z in
      let count = batch.elementCount
      let size = shape.m * shape.n
      guard count * size > 0 else { return }
      if let bias {
        for row in 0..<shape.m { (z + row * shape.n).update(from: bias.pointer, count: shape.n) }
      }
      if shape.k == 0 {
        if bias == nil { z.update(repeating: 0, count: count * size) }
      } else if count > 1 {
        Products<Scalar.Kernels>.batchedGemm(
          shape, count: count, x.pointer, strideA: stride(of: x), y.pointer,
          strideB: stride(of: y), z)
      } else if bias == nil && shape.n == 1 {
        Products<Scalar.Kernels>.gemv(
          transposed: shape.transposeA, rows: shape.transposeA ? shape.k : shape.m,
          columns: shape.transposeA ? shape.m : shape.k, x.pointer, y.pointer, z)
      } else if bias == nil && shape.m == 1 {
        Products<Scalar.Kernels>.gemv(
          transposed: !shape.transposeB, rows: shape.transposeB ? shape.n : shape.k,
          columns: shape.transposeB ? shape.k : shape.n, y.pointer, x.pointer, z)
      } else {
        Products<Scalar.Kernels>.gemm(shape, x.pointer, y.pointer, beta: bias == nil ? 0 : 1, z)
      }
    }
  }

  /// Elements from one matrix of a batch to the next; 0 repeats one.
  private func stride(of operand: Tensor<Scalar>) -> Int {
    let size = operand.shape.elementCount(operand.rank - 2..<operand.rank)
    return operand.count == size ? 0 : size
  }
}
