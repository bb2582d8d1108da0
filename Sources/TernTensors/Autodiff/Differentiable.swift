import TernKernels

/// Which values an operator keeps for its pullback. Shapes are always kept.
public struct Kept: OptionSet, Sendable {
  /// The bits.
  public let rawValue: Int
  /// The options with these bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The values of the inputs.
  public static let inputs = Kept(rawValue: 1)
  /// The values of the output.
  public static let output = Kept(rawValue: 2)
  /// What a graph that is to be drawn keeps, whatever its pullbacks read.
  static let everything: Kept = [.inputs, .output]
}

/// An operator of one tensor: its value and its derivative, side by side.
///
/// ```swift
/// let y = differentiable(x) { x in x * x * x } pullback: { dy, x, y in 3 * x * x * dy }
/// ```
///
/// - Parameters:
///   - x: The input.
///   - keeping: Which values the pullback reads; the others are given back early and trap when
///     they are read. Their shapes are always there.
///   - name: What a ``ComputationGraph`` calls the operator; by default the function around it.
///   - forward: The value, calculated without tracing. What it captures is constant: a traced
///     tensor has to be an input, and traps otherwise.
///   - pullback: The gradient of x, from the upstream gradient dy, x and y = forward(x). Written
///     with differentiable operators, it can be differentiated again.
@inline(__always)
public func differentiable<S: TensorScalar, R: TensorScalar>(
  _ x: Tensor<S>, keeping: Kept = [.inputs, .output], named name: StaticString = #function,
  _ forward: (Tensor<S>) -> Tensor<R>,
  pullback: @escaping @Sendable (_ dy: Tensor<R>, _ x: Tensor<S>, _ y: Tensor<R>) -> Tensor<S>
) -> Tensor<R> {
  let y = forward(x.detached()).withoutCaptures()
  guard x.erased.node != nil else { return y }
  return y.recording(x.erased, keeping, named: name) { dy, context in
    context.give(pullback(Tensor(dy), context.input(0), context.output()), to: 0)
  }
}

/// An operator of two tensors, with a pullback for each; only the ones that are needed are called.
///
/// A pullback may return a gradient of the shape that its input was broadcast to: it is summed
/// down to the input's own shape here.
///
/// ```swift
/// differentiable(x, y) { x, y in x * y }
///   pullback: { dz, x, y, z in dz * y } _: { dz, x, y, z in dz * x }
/// ```
@inline(__always)
public func differentiable<S: TensorScalar>(
  _ x: Tensor<S>, _ y: Tensor<S>, keeping: Kept = [.inputs, .output],
  named name: StaticString = #function,
  _ forward: (Tensor<S>, Tensor<S>) -> Tensor<S>,
  pullback pullbackX:
    @escaping @Sendable (_ dz: Tensor<S>, _ x: Tensor<S>, _ y: Tensor<S>, _ z: Tensor<S>) ->
    Tensor<S>,
  _ pullbackY:
    @escaping @Sendable (_ dz: Tensor<S>, _ x: Tensor<S>, _ y: Tensor<S>, _ z: Tensor<S>) ->
    Tensor<S>
) -> Tensor<S> {
  let z = forward(x.detached(), y.detached()).withoutCaptures()
  guard x.erased.node != nil || y.erased.node != nil else { return z }
  return z.recording(x.erased, y.erased, keeping, named: name) { dz, context in
    let (dz, x, y) = (Tensor<S>(dz), context.input(0, as: S.self), context.input(1, as: S.self))
    let z = context.output(as: S.self)
    if context.needs(0) { context.give(pullbackX(dz, x, y, z), to: 0) }
    if context.needs(1) { context.give(pullbackY(dz, x, y, z), to: 1) }
  }
}

/// An operator of any number of tensors with one pullback for all of them.
///
/// - Parameters:
///   - inputs: The inputs.
///   - keeping: Which values the pullback reads.
///   - name: What a ``ComputationGraph`` calls the operator; by default the function around it.
///   - forward: The value, calculated without tracing.
///   - pullback: The gradients of the inputs in their order. `isNeeded(i)` says whether the
///     gradient of input i is wanted; nil is a right answer where it is not.
public func differentiable<S: TensorScalar>(
  _ inputs: [Tensor<S>], keeping: Kept = [.inputs, .output],
  named name: StaticString = #function,
  _ forward: ([Tensor<S>]) -> Tensor<S>,
  pullback:
    @escaping @Sendable (
      _ dy: Tensor<S>, _ inputs: [Tensor<S>], _ y: Tensor<S>, _ isNeeded: (Int) -> Bool
    ) -> [Tensor<S>?]
) -> Tensor<S> {
  let y = forward(inputs.map { $0.detached() }).withoutCaptures()
  guard inputs.contains(where: { $0.erased.node != nil }) else { return y }
  return y.recording(inputs.map { $0.erased }, keeping, named: name) { dy, context in
    let inputs = (0..<inputs.count).map { context.input($0, as: S.self) }
    let gradients = pullback(Tensor(dy), inputs, context.output(), context.needs)
    precondition(
      gradients.count == inputs.count,
      "a pullback of \(inputs.count) inputs returned \(gradients.count) gradients")
    for (index, gradient) in gradients.enumerated() {
      if let gradient { context.give(gradient, to: index) }
    }
  }
}

extension Tensor {
  /// The same values without the history that gradients flow along.
  public func detached() -> Tensor { Tensor(erased.detached) }

  /// This value, which a forward closure made; traps if it captured a traced tensor, whose
  /// gradient would be lost.
  fileprivate func withoutCaptures() -> Tensor {
    precondition(
      erased.node == nil,
      "differentiable: the forward closure captured a traced tensor; make it an input")
    return self
  }

  /// This value as the output of an operation on inputs of which at least one is traced: what all
  /// forms of `differentiable` come to.
  func recording(
    _ inputs: [AnyTensor], _ kept: Kept, named name: StaticString = #function,
    pullback: @escaping Node.Pullback
  ) -> Tensor {
    let kept = inputs.contains { $0.isDrawn } ? .everything : kept
    let own = UnsafeMutableBufferPointer<AnyTensor>.forInputs(inputs.count)
    for (index, input) in inputs.enumerated() { own.keep(input, at: index, kept) }
    return recorded(on: own, kept, OperatorName(name), pullback: pullback)
  }

  /// The form for one input.
  func recording(
    _ x: borrowing AnyTensor, _ kept: Kept, named name: StaticString = #function,
    pullback: @escaping Node.Pullback
  ) -> Tensor {
    let kept = x.isDrawn ? .everything : kept
    let own = UnsafeMutableBufferPointer<AnyTensor>.forInputs(1)
    own.keep(x, at: 0, kept)
    return recorded(on: own, kept, OperatorName(name), pullback: pullback)
  }

  /// The form for two inputs.
  func recording(
    _ x: borrowing AnyTensor, _ y: borrowing AnyTensor, _ kept: Kept,
    named name: StaticString = #function, pullback: @escaping Node.Pullback
  ) -> Tensor {
    let kept = x.isDrawn || y.isDrawn ? .everything : kept
    let own = UnsafeMutableBufferPointer<AnyTensor>.forInputs(2)
    own.keep(x, at: 0, kept)
    own.keep(y, at: 1, kept)
    return recorded(on: own, kept, OperatorName(name), pullback: pullback)
  }

  /// The form for three inputs.
  func recording(
    _ x: borrowing AnyTensor, _ y: borrowing AnyTensor, _ z: borrowing AnyTensor, _ kept: Kept,
    named name: StaticString = #function, pullback: @escaping Node.Pullback
  ) -> Tensor {
    let kept = x.isDrawn || y.isDrawn || z.isDrawn ? .everything : kept
    let own = UnsafeMutableBufferPointer<AnyTensor>.forInputs(3)
    own.keep(x, at: 0, kept)
    own.keep(y, at: 1, kept)
    own.keep(z, at: 2, kept)
    return recorded(on: own, kept, OperatorName(name), pullback: pullback)
  }

  /// The output of a node to which the inputs pass.
  private func recorded(
    on inputs: UnsafeMutableBufferPointer<AnyTensor>, _ kept: Kept, _ name: OperatorName,
    pullback: @escaping Node.Pullback
  ) -> Tensor {
    let node = Node(
      taking: inputs, output: erased.storage, keepsOutput: kept.contains(.output), name: name,
      pullback: pullback)
    return Tensor(AnyTensor(erased.storage, node: node))
  }
}

extension UnsafeMutableBufferPointer<AnyTensor> {
  /// Memory for a node's inputs.
  fileprivate static func forInputs(_ count: Int) -> UnsafeMutableBufferPointer {
    UnsafeMutableBufferPointer(start: .allocatePlain(capacity: count), count: count)
  }

  /// Makes an input the element at `index`, its values only if they are wanted.
  @inline(__always)
  fileprivate func keep(_ input: borrowing AnyTensor, at index: Int, _ kept: Kept) {
    initializeElement(at: index, to: kept.contains(.inputs) ? copy input : input.withoutValues)
  }
}
