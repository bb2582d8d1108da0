// The graphs of functions of tensors. Those of models are in TernLayers.

/// The graph of a function at x, with values and gradients.
///
/// The function's value may have any shape. The gradients are those of the sum of its elements, or of
/// Σ upstream · value if an upstream gradient is given. What it reads besides x is a constant in the
/// graph.
///
/// - Parameters:
///   - x: Where the function is evaluated.
///   - name: What the graph calls it.
///   - upstream: The gradient at the value, of the value's shape; ones if nil.
///   - function: The function, which is called once.
public func computationGraph<S: FloatingScalar>(
  at x: Tensor<S>, name: String = "x", upstream: Tensor<S>? = nil,
  of function: (Tensor<S>) throws -> Tensor<S>
) rethrows -> ComputationGraph {
  try computationGraph(at: [x], names: [name], upstream: upstream) { try function($0[0]) }
}

/// The graph of a function of two tensors, with values and gradients.
public func computationGraph<S: FloatingScalar>(
  at x: Tensor<S>, _ y: Tensor<S>, names: [String] = ["x", "y"], upstream: Tensor<S>? = nil,
  of function: (Tensor<S>, Tensor<S>) throws -> Tensor<S>
) rethrows -> ComputationGraph {
  try computationGraph(at: [x, y], names: names, upstream: upstream) { try function($0[0], $0[1]) }
}

/// The graph of a function of three tensors, with values and gradients.
public func computationGraph<S: FloatingScalar>(
  at x: Tensor<S>, _ y: Tensor<S>, _ z: Tensor<S>, names: [String] = ["x", "y", "z"],
  upstream: Tensor<S>? = nil, of function: (Tensor<S>, Tensor<S>, Tensor<S>) throws -> Tensor<S>
) rethrows -> ComputationGraph {
  try computationGraph(at: [x, y, z], names: names, upstream: upstream) {
    try function($0[0], $0[1], $0[2])
  }
}

/// The graph of a function of several tensors, with values and gradients.
///
/// - Parameters:
///   - inputs: Where the function is evaluated.
///   - names: What the graph calls them; `input 0` and so on if nil.
///   - upstream: The gradient at the value, of the value's shape; ones if nil.
///   - function: The function, which is called once.
public func computationGraph<S: FloatingScalar>(
  at inputs: [Tensor<S>], names: [String]? = nil, upstream: Tensor<S>? = nil,
  of function: ([Tensor<S>]) throws -> Tensor<S>
) rethrows -> ComputationGraph {
  let names = names ?? inputs.indices.map { "input \($0)" }
  precondition(
    names.count == inputs.count, "computationGraph: \(names.count) names for \(inputs.count) inputs"
  )
  var trace = Trace(isDrawn: true)
  // Not in one expression: it would read the trace before the leaves are in it.
  let result = try function(trace.leaves(for: inputs))
  return trace.closeGraph(result, names: names, upstream: upstream)
}
