import TernTensors

/// The value of a function of a model and its gradient with respect to every parameter.
///
/// ```swift
/// let (loss, gradients) = valueWithGradient(at: &model) { model in
///   softmaxCrossEntropy(model.training(images), labels)
/// }
/// optimizer.update(&model, with: gradients)
/// ```
///
/// What the function does to the model's other state (running statistics, generators) stays. When
/// this returns, the graph is gone and no parameter is shared, so an optimizer works in place.
///
/// - Parameters:
///   - model: The model; a variable, because its `training` may change it.
///   - function: A function with a value of one element.
/// - Returns: The value, without history, and the gradients.
public func valueWithGradient<M: Model>(
  at model: inout M,
  of function: (inout M) throws -> Tensor<M.Scalar>
) rethrows -> (value: Tensor<M.Scalar>, gradients: Gradients<M.Scalar>) {
  var tracing = TracingVisitor<M.Scalar>()
  model.visit(&tracing)
  var untracing = UntracingVisitor<M.Scalar>(trace: tracing.trace)
  defer { model.visit(&untracing) }
  let (value, gradients) = tracing.trace.closeScalar(try function(&model).erased)
  return (
    Tensor(value), Gradients(names: tracing.names, tensors: Tensor.typed(gradients))
  )
}

/// Makes every parameter a leaf.
private struct TracingVisitor<Scalar: FloatingScalar>: StateVisitor {
  var path: [String] = []
  var trace = Trace()
  var names: [String] = []

  mutating func parameter(_ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole) {
    trace.begin(&tensor.erased)
    names.append(fullName(name))
  }
}

/// Takes the leaves away again, and any history that buffers have caught.
private struct UntracingVisitor<Scalar: FloatingScalar>: StateVisitor {
  var path: [String] = []
  let trace: Trace
  private var index = 0

  init(trace: Trace) { self.trace = trace }

  mutating func parameter(_ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole) {
    trace.end(&tensor.erased, at: index)
    index += 1
  }

  mutating func buffer(_ name: String, _ tensor: inout Tensor<Scalar>) {
    tensor = tensor.detached()
  }
}
