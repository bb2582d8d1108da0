import TernTensors

/// The walk over a model's parameters that every training step takes three times: to trace them,
/// to end tracing, and to update them.
///
/// One visitor does it all, so that layers can have a specialised `visit` for it: a walk of a small
/// network costs nanoseconds.
@usableFromInline
package struct ParameterWalk<Scalar: FloatingScalar>: StateVisitor {
  /// Stays empty: the prefix says the same.
  @usableFromInline package var path: [String] = []
  /// The names of the layers around the current one, each with a dot, if names are wanted.
  @usableFromInline package var prefix = ""
  /// The full names of the parameters so far, if they are wanted.
  @usableFromInline package var names: [String] = []
  @usableFromInline package let wantsNames: Bool
  @usableFromInline package let body: (inout Tensor<Scalar>, ParameterRole) -> Void

  /// A walk that calls `body` with each parameter.
  package init(
    collectingNames wantsNames: Bool = false,
    _ body: @escaping (inout Tensor<Scalar>, ParameterRole) -> Void
  ) {
    self.wantsNames = wantsNames
    self.body = body
    if wantsNames { names.reserveCapacity(16) }
  }

  @inlinable
  package mutating func parameter(
    _ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole
  ) {
    if wantsNames { names.append(prefix + name) }
    body(&tensor, role)
  }

  /// A history that a buffer has caught ends here.
  @specialized(where Scalar == Float)
  @usableFromInline
  package mutating func buffer(_ name: String, _ tensor: inout Tensor<Scalar>) {
    if tensor.erased.node != nil && !wantsNames { tensor.erased.node = nil }
  }

  @inlinable
  package mutating func child<Child: Model<Scalar>>(_ name: String, _ layer: inout Child) {
    guard wantsNames else { return layer.visit(&self) }
    let outer = prefix
    prefix = outer + name + "."
    layer.visit(&self)
    prefix = outer
  }
}

extension Model {
  /// Calls `body` with each parameter, to be changed in place.
  package mutating func forEachParameter(
    _ body: (inout Tensor<Scalar>, ParameterRole) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var walk = ParameterWalk<Scalar>(body)
      visit(&walk)
    }
  }

  /// Calls `body` with each parameter and returns their full names.
  package mutating func forEachNamedParameter(
    _ body: (inout Tensor<Scalar>, ParameterRole) -> Void
  ) -> [String] {
    withoutActuallyEscaping(body) { body in
      var walk = ParameterWalk<Scalar>(collectingNames: true, body)
      visit(&walk)
      return walk.names
    }
  }
}
