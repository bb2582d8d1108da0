import TernTensors

/// The graph of a function of a model, with values and gradients; the inputs are the model's
/// parameters, by their full names.
///
/// ```swift
/// let graph = computationGraph(at: &model) { model in
///   softmaxCrossEntropy(model.training(images), labels)
/// }
/// ```
///
/// The function's value may have any shape. The gradients are those of the sum of its elements, or of
/// Σ upstream · value if an upstream gradient is given.
///
/// - Parameters:
///   - model: The model. Its running statistics and random state change as the function changes
///     them; its parameters stay.
///   - upstream: The gradient at the value, of the value's shape; ones if nil.
///   - function: The function, which is called once.
public func computationGraph<M: Model>(
  at model: inout M, upstream: Tensor<M.Scalar>? = nil,
  of function: (inout M) throws -> Tensor<M.Scalar>
) rethrows -> ComputationGraph {
  var trace = Trace(isDrawn: true)
  let names = model.beginTrace(&trace)
  defer { model.endTrace(&trace) }
  return trace.closeGraph(try function(&model), names: names.full, upstream: upstream)
}
