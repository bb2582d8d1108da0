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
/// Parameters and return value are those of ``valueWithGradient(at:of:)-(inout_M,_)``, but for the
/// gradients, which the graph has.
public func computationGraph<M: Model>(
  at model: inout M, of function: (inout M) throws -> Tensor<M.Scalar>
) rethrows -> ComputationGraph {
  var trace = Trace(isDrawn: true)
  let names = model.forEachNamedParameter { tensor, _ in trace.begin(&tensor.erased) }
  defer {
    var index = 0
    model.forEachParameter { tensor, _ in
      trace.end(&tensor.erased, at: index)
      index += 1
    }
  }
  return trace.closeGraph(try function(&model), names: names)
}
