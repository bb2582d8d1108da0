import TernTensors

/// The walk over a model's parameters that every training step takes three times: to trace them,
/// to end tracing, and to update them.
///
/// One visitor does it all, so that layers can have a specialised `visit` for it: a walk of a small
/// network costs nanoseconds.
@usableFromInline
package struct ParameterWalk<Scalar: FloatingScalar>: StateVisitor {
  /// The names of the layers around the current one, if names are wanted.
  @usableFromInline package var path: [String] = []
  /// The path with a dot after each name, made when the first parameter of a layer needs it.
  @usableFromInline package var prefix: String?
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
    if wantsNames {
      path.reserveCapacity(8)
      names.reserveCapacity(16)
    }
  }

  @inlinable
  package mutating func parameter(
    _ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole
  ) {
    if wantsNames { addName(name) }
    body(&tensor, role)
  }

  /// A history that a buffer has caught ends here.
  @specialized(where Scalar == Float)
  @usableFromInline
  package mutating func buffer(_ name: String, _ tensor: inout Tensor<Scalar>) {
    if tensor.erased.node != nil && !wantsNames { tensor.erased.node = nil }
  }

  // Entering and leaving, but not `child`: it would have to look up its own conformance each time.

  @inlinable
  package mutating func enter(_ name: String) {
    guard wantsNames else { return }
    path.append(name)
    prefix = nil
  }

  @inlinable
  package mutating func leave() {
    guard wantsNames else { return }
    path.removeLast()
    prefix = nil
  }

  @usableFromInline
  package mutating func addName(_ name: String) {
    let prefix = prefix ?? fullName("")
    self.prefix = prefix
    names.append(prefix + name)
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
