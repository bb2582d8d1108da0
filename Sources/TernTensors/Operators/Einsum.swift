// Einstein's summation: products of tensors whose axes have letters.

extension Tensor where Scalar: FloatingScalar {
  /// The sums of products that an equation describes, NumPy's `einsum`. Differentiable.
  ///
  /// ```swift
  /// Tensor.einsum("ij,jk->ik", a, b)      // a matrix product
  /// Tensor.einsum("ii", a)                // a trace
  /// Tensor.einsum("...ij->...ji", a)      // transposed matrices
  /// Tensor.einsum("bhqd,bhkd->bhqk", q, k)
  /// ```
  ///
  /// Each operand has a letter for each of its axes. Axes of one letter have one extent, or 1, which
  /// repeats; a letter twice in an operand stands for the diagonal. What is not in the output is
  /// summed over. Without `->` the output has the letters that occur once, in alphabetical order.
  /// `...` stands for any axes, which broadcast, and lead an output that is not written.
  ///
  /// Operands are multiplied two by two, each time by a batch of matrix products, in the order that
  /// needs the fewest multiplications; from seven operands on, in the order in which each single
  /// product needs the fewest.
  public static func einsum(_ equation: String, _ operands: Tensor...) -> Tensor {
    einsum(equation, operands)
  }

  /// The sums of products of any number of operands that an equation describes.
  public static func einsum(_ equation: String, _ operands: [Tensor]) -> Tensor {
    let parsed = EinsumEquation(equation, shapes: operands.map(\.shape))
    var factors = zip(operands, parsed.inputs).map { operand, labels in
      LabeledTensor(operand, labels).withoutRepetitions().withoutRepeated(parsed.extents)
    }
    let order = ContractionOrder(
      factors.map(\.labels), output: parsed.output, extents: parsed.extents)
    for step in order.steps {
      let (x, y) = (factors[step.first], factors[step.second])
      factors.append(
        x.summed(keeping: y.labels + step.kept).multiplied(
          by: y.summed(keeping: x.labels + step.kept), keeping: step.kept))
    }
    return factors[factors.count - 1].summed(keeping: parsed.output)
      .arranged(as: parsed.output, parsed.extents)
  }
}

/// A tensor whose axes have labels.
struct LabeledTensor<Scalar: FloatingScalar>: Sendable {
  let tensor: Tensor<Scalar>
  let labels: [AxisLabel]

  init(_ tensor: Tensor<Scalar>, _ labels: [AxisLabel]) {
    assert(tensor.rank == labels.count, "\(labels.count) labels for shape \(tensor.shape)")
    (self.tensor, self.labels) = (tensor, labels)
  }

  /// The diagonals of axes with the same label.
  func withoutRepetitions() -> LabeledTensor {
    for (axis, label) in labels.enumerated() {
      guard let other = labels[(axis + 1)...].firstIndex(of: label) else { continue }
      var rest = labels
      rest.remove(at: other)
      rest.remove(at: axis)
      return LabeledTensor(tensor.diagonal(ofAxes: axis, other), rest + [label])
        .withoutRepetitions()
    }
    return self
  }

  /// Without the axes of extent 1 that stand for a greater extent, or for none.
  func withoutRepeated(_ extents: [AxisLabel: Int]) -> LabeledTensor {
    let gone = labels.indices.filter { tensor.shape[$0] != extents[labels[$0]] }
    if gone.isEmpty { return self }
    return LabeledTensor(
      tensor.squeezed(axes: gone), labels.indices.filter { !gone.contains($0) }.map { labels[$0] })
  }

  /// The sum over all axes but some.
  func summed(keeping kept: [AxisLabel]) -> LabeledTensor {
    let gone = labels.indices.filter { !kept.contains(labels[$0]) }
    if gone.isEmpty { return self }
    return LabeledTensor(tensor.sum(along: gone), labels.filter(kept.contains))
  }

  /// The product with another tensor, summed over common axes that are not kept. Axes of one alone
  /// are kept.
  func multiplied(by other: LabeledTensor, keeping kept: [AxisLabel]) -> LabeledTensor {
    let batch = labels.filter { other.labels.contains($0) && kept.contains($0) }
    let common = labels.filter { other.labels.contains($0) && !kept.contains($0) }
    let left = labels.filter { !other.labels.contains($0) }
    let right = other.labels.filter { !labels.contains($0) }
    if common.isEmpty || (left.isEmpty && right.isEmpty && !batch.isEmpty) {
      // Nothing that a matrix product would do better.
      let x = arranged(as: batch + left + common)
      let y = other.arranged(as: batch + right + common)
      let places = batch.count + left.count
      let wide = x.reshaped(
        to: x.shape[..<places] + right.map { _ in 1 } + x.shape[places...])
      let tall = y.reshaped(
        to: y.shape[..<batch.count] + left.map { _ in 1 } + y.shape[batch.count...])
      let product = wide * tall
      return LabeledTensor(
        common.isEmpty ? product : product.sum(along: common.indices.map { $0 - common.count }),
        batch + left + right)
    }
    // An operand whose axes are in the order of the transposed matrices is not copied.
    let isTransposed = labels == batch + common + left
    let x = arranged(as: isTransposed ? batch + common + left : batch + left + common)
    let isOtherTransposed = other.labels == batch + right + common
    let y = other.arranged(as: isOtherTransposed ? batch + right + common : batch + common + right)
    func extents(_ labels: [AxisLabel], of operand: LabeledTensor) -> [Int] {
      labels.map { label in operand.tensor.shape[operand.labels.firstIndex(of: label) ?? 0] }
    }
    func size(_ labels: [AxisLabel], of operand: LabeledTensor) -> Int {
      extents(labels, of: operand).reduce(1, *)
    }
    let (b, k) = (size(batch, of: self), size(common, of: self))
    let (m, n) = (size(left, of: self), size(right, of: other))
    let matrices = (b == 1 ? [] : [b])
    let product = x.reshaped(to: Shape(matrices + (isTransposed ? [k, m] : [m, k]))).matmul(
      y.reshaped(to: Shape(matrices + (isOtherTransposed ? [n, k] : [k, n]))),
      transposingSelf: isTransposed, transposingOther: isOtherTransposed)
    return LabeledTensor(
      product.reshaped(
        to: Shape(
          extents(batch, of: self) + extents(left, of: self) + extents(right, of: other))),
      batch + left + right)
  }

  /// The tensor with its axes in the order of these labels, which are its own.
  func arranged(as order: [AxisLabel]) -> Tensor<Scalar> {
    tensor.permuted(order.compactMap { labels.firstIndex(of: $0) })
  }

  /// The tensor with axes of all these labels, of which some may be missing, and are repeated.
  func arranged(as order: [AxisLabel], _ extents: [AxisLabel: Int]) -> Tensor<Scalar> {
    let own = arranged(as: order.filter(labels.contains))
    if order.count == labels.count { return own }
    let full = Shape(order.map { extents[$0] ?? 1 })
    let narrow = order.map { labels.contains($0) ? extents[$0] ?? 1 : 1 }
    return own.reshaped(to: Shape(narrow)).broadcast(to: full)
  }
}
