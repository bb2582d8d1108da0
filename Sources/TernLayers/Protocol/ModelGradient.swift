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
@inlinable
public func valueWithGradient<M: Model>(
  at model: inout M,
  of function: (inout M) throws -> Tensor<M.Scalar>
) rethrows -> (value: Tensor<M.Scalar>, gradients: Gradients<M.Scalar>) {
  var trace = Trace()
  let names = model.beginTrace(&trace)
  defer { model.endTrace(&trace) }
  let (value, gradients) = trace.closeScalar(try function(&model))
  return (value, Gradients(names: names, tensors: gradients))
}
