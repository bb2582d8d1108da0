import TernKernels

extension Tensor where Scalar: FloatingScalar {
  /// x · weight + bias for x of shape `[…, inputs]`, weight `[inputs, outputs]`, bias `[outputs]`.
  public func affine(_ weight: Tensor, _ bias: Tensor) -> Tensor {
    affine(weight, bias, rectifying: false)
  }

  /// The affine map, then max(·, 0) of its result if `rectifying`: one operator for both, whose
  /// result is the same as that of two.
  @specialized(where Scalar == Float)
  package func affine(_ weight: Tensor, _ bias: Tensor, rectifying: Bool) -> Tensor {
    precondition(
      rank >= 1 && weight.rank == 2 && shape[rank - 1] == weight.shape[0] && bias.rank == 1
        && bias.count == weight.shape[1],
      "affine: input \(shape), weight \(weight.shape) and bias \(bias.shape) do not fit; they are "
        + "[…, inputs], [inputs, outputs] and [outputs]")
    if rank != 2 {
      let rows = reshaped(to: Shape(shape.elementCount(0..<rank - 1), weight.shape[0]))
      return rows.affine(weight, bias, rectifying: rectifying).reshaped(
        to: shape.replacing(rank - 1, with: weight.shape[1]))
    }
    let product = ProductShape(m: shape[0], n: weight.shape[1], k: weight.shape[0])
    let y = Tensor(uninitialized: Shape(product.m, product.n)) { y in
      Products<Scalar.Kernels>.affine(
        product, pointer, weight.pointer, bias: bias.pointer, rectifying: rectifying, y)
    }
    guard erased.node != nil || weight.erased.node != nil || bias.erased.node != nil else {
      return y
    }
    // Pullbacks that capture nothing need no memory.
    return rectifying
      ? y.recording(
        erased, weight.erased, bias.erased, [.inputs, .output], named: "affine, relu"
      ) { dy, context in
        Tensor(dy).masked(by: context.output()).givenToAffine(context)
      }
      : y.recording(erased, weight.erased, bias.erased, .inputs, named: "affine") { dy, context in
        Tensor(dy).givenToAffine(context)
      }
  }

  /// Gives an affine map's input, weight and bias their gradients, this being that of its output.
  @specialized(where Scalar == Float)
  fileprivate func givenToAffine(_ context: PullbackContext) {
    if context.needs(1) {
      context.give(context.input(0).matmul(self, transposingSelf: true), to: 1)
    }
    if context.needs(2) { context.give(sumOfRows(), to: 2) }
    if context.needs(0) { context.give(matmul(context.input(1), transposingOther: true), to: 0) }
  }

  /// The sum of the rows of a matrix.
  @specialized(where Scalar == Float)
  fileprivate func sumOfRows() -> Tensor {
    guard count < Grain.arithmetic else { return sum(along: 0) }
    let (rows, columns) = (shape[0], shape[1])
    return differentiable(self, keeping: []) { x in
      Tensor(uninitialized: Shape(columns)) { sum in
        Scalar.Kernels.reduce(.sum, outer: 1, count: rows, inner: columns, x.pointer, sum)
      }
    } pullback: { dy, x, _ in
      dy.broadcast(to: x.shape)
    }
  }
}
