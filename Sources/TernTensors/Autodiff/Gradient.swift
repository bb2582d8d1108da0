// Gradients of functions of tensors. Functions of models are in TernLayers.

/// The value of a function and its gradient at x, of the shape of x.
///
/// ```swift
/// let (y, slope) = valueWithGradient(at: x) { x in (x * x * x).sum() }  // slope = 3x²
/// ```
///
/// The function's value must have one element. What else the function reads is constant to it,
/// unless an enclosing `gradient(at:)` traces it: gradients nest to any order.
public func valueWithGradient<S: FloatingScalar>(
  at x: Tensor<S>, of function: (Tensor<S>) throws -> Tensor<S>
) rethrows -> (value: Tensor<S>, gradient: Tensor<S>) {
  let (value, gradients) = try valueWithGradient(at: [x]) { try function($0[0]) }
  return (value, gradients[0])
}

/// The value of a function of two tensors and its gradients.
public func valueWithGradient<S: FloatingScalar>(
  at x: Tensor<S>, _ y: Tensor<S>, of function: (Tensor<S>, Tensor<S>) throws -> Tensor<S>
) rethrows -> (value: Tensor<S>, gradients: (Tensor<S>, Tensor<S>)) {
  let (value, gradients) = try valueWithGradient(at: [x, y]) { try function($0[0], $0[1]) }
  return (value, (gradients[0], gradients[1]))
}

/// The value of a function of three tensors and its gradients.
public func valueWithGradient<S: FloatingScalar>(
  at x: Tensor<S>, _ y: Tensor<S>, _ z: Tensor<S>,
  of function: (Tensor<S>, Tensor<S>, Tensor<S>) throws -> Tensor<S>
) rethrows -> (value: Tensor<S>, gradients: (Tensor<S>, Tensor<S>, Tensor<S>)) {
  let (value, gradients) = try valueWithGradient(at: [x, y, z]) {
    try function($0[0], $0[1], $0[2])
  }
  return (value, (gradients[0], gradients[1], gradients[2]))
}

/// The value of a function of several tensors and its gradients, in their order.
public func valueWithGradient<S: FloatingScalar>(
  at inputs: [Tensor<S>], of function: ([Tensor<S>]) throws -> Tensor<S>
) rethrows -> (value: Tensor<S>, gradients: [Tensor<S>]) {
  var trace = Trace()
  // Not in one expression: it would read the trace before the leaves are in it.
  let result = try function(trace.leaves(for: inputs))
  return trace.closeScalar(result)
}

/// The gradient of a function at x, of the shape of x.
public func gradient<S: FloatingScalar>(
  at x: Tensor<S>, of function: (Tensor<S>) throws -> Tensor<S>
) rethrows -> Tensor<S> {
  try valueWithGradient(at: x, of: function).gradient
}

/// The gradients of a function of two tensors.
public func gradient<S: FloatingScalar>(
  at x: Tensor<S>, _ y: Tensor<S>, of function: (Tensor<S>, Tensor<S>) throws -> Tensor<S>
) rethrows -> (Tensor<S>, Tensor<S>) {
  try valueWithGradient(at: x, y, of: function).gradients
}

/// The gradients of a function of three tensors.
public func gradient<S: FloatingScalar>(
  at x: Tensor<S>, _ y: Tensor<S>, _ z: Tensor<S>,
  of function: (Tensor<S>, Tensor<S>, Tensor<S>) throws -> Tensor<S>
) rethrows -> (Tensor<S>, Tensor<S>, Tensor<S>) {
  try valueWithGradient(at: x, y, z, of: function).gradients
}

/// The gradients of a function of several tensors, in their order.
public func gradient<S: FloatingScalar>(
  at inputs: [Tensor<S>], of function: ([Tensor<S>]) throws -> Tensor<S>
) rethrows -> [Tensor<S>] {
  try valueWithGradient(at: inputs, of: function).gradients
}

/// The value of a function of one tensor, of any shape, and its vector–Jacobian product.
public func valueWithPullback<S: FloatingScalar>(
  at x: Tensor<S>, of function: (Tensor<S>) throws -> Tensor<S>
) rethrows -> (value: Tensor<S>, pullback: @Sendable (_ dy: Tensor<S>) -> Tensor<S>) {
  let (value, pullback) = try valueWithPullback(at: [x]) { try function($0[0]) }
  return (value, { dy in pullback(dy)[0] })
}

/// The value of a function, of any shape, and its vector–Jacobian product: a function that takes an
/// upstream gradient of the value's shape and gives the gradients of the inputs.
///
/// The pullback holds the graph. It may be called any number of times, by many tasks at once.
public func valueWithPullback<S: FloatingScalar>(
  at inputs: [Tensor<S>], of function: ([Tensor<S>]) throws -> Tensor<S>
) rethrows -> (value: Tensor<S>, pullback: @Sendable (_ dy: Tensor<S>) -> [Tensor<S>]) {
  var trace = Trace()
  // Not in one expression: it would read the trace before the leaves are in it.
  let result = try function(trace.leaves(for: inputs))
  return trace.close(result)
}

extension Trace {
  mutating func leaves<S>(for inputs: [Tensor<S>]) -> [Tensor<S>] {
    inputs.map { input in
      var traced = input
      begin(&traced.erased)
      return traced
    }
  }
}
