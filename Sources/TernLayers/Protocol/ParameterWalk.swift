import TernTensors

/// The walk over a model's parameters that every training step takes three times: to trace them,
/// to end tracing, and to update them.
///
/// One visitor does it all, so that layers can have a specialised `visit` for it: a walk of a small
/// network costs nanoseconds.
@usableFromInline
package struct ParameterWalk<Scalar: FloatingScalar>: StateVisitor {
  /// What happens to each parameter.
  private enum Action {
    case beginTrace(UnsafeMutablePointer<Trace>)
    case endTrace(UnsafeMutablePointer<Trace>)
    case call((inout Tensor<Scalar>, ParameterRole) -> Void)
  }

  /// Not kept: this walk notes its names in another way.
  @usableFromInline package var path: [String] = []
  private let action: Action
  /// The names of the parameters so far, if they are wanted.
  @usableFromInline private(set) var names: ParameterNames?
  /// The number of parameters so far.
  private var count = 0

  /// A walk that calls `body` with each parameter.
  @usableFromInline
  package init(_ body: @escaping (inout Tensor<Scalar>, ParameterRole) -> Void) {
    action = .call(body)
  }

  /// A walk that gives each parameter a leaf.
  @usableFromInline
  init(beginning trace: UnsafeMutablePointer<Trace>) {
    action = .beginTrace(trace)
    names = ParameterNames()
  }

  /// A walk that takes the leaves back.
  @usableFromInline
  init(ending trace: UnsafeMutablePointer<Trace>) {
    action = .endTrace(trace)
  }

  @specialized(where Scalar == Float)
  @usableFromInline
  package mutating func parameter(
    _ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole
  ) {
    switch action {
    case .beginTrace(let trace):
      names?.addParameter(name)
      trace.pointee.begin(&tensor.erased)
    case .endTrace(let trace): trace.pointee.end(&tensor.erased, at: count)
    case .call(let body): body(&tensor, role)
    }
    count += 1
  }

  /// A history that a buffer has caught ends with the trace.
  @specialized(where Scalar == Float)
  @usableFromInline
  package mutating func buffer(_ name: String, _ tensor: inout Tensor<Scalar>) {
    if tensor.erased.node != nil && names == nil { tensor.erased.node = nil }
  }

  // Entering and leaving, but not `child`: it would have to look up its own conformance each time.

  @specialized(where Scalar == Float)
  @usableFromInline
  package mutating func enter(_ name: String) { names?.enter(name) }

  @specialized(where Scalar == Float)
  @usableFromInline
  package mutating func leave() { names?.leave() }
}

extension Model {
  /// Calls `body` with each parameter, to be changed in place.
  @inlinable
  package mutating func forEachParameter(
    _ body: (inout Tensor<Scalar>, ParameterRole) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var walk = ParameterWalk<Scalar>(body)
      visit(&walk)
    }
  }

  /// Gives every parameter a leaf of the trace; returns their names.
  @inlinable
  mutating func beginTrace(_ trace: inout Trace) -> ParameterNames {
    withUnsafeMutablePointer(to: &trace) { trace in
      var walk = ParameterWalk<Scalar>(beginning: trace)
      visit(&walk)
      return walk.names ?? ParameterNames()
    }
  }

  /// Takes the leaves back.
  @inlinable
  mutating func endTrace(_ trace: inout Trace) {
    withUnsafeMutablePointer(to: &trace) { trace in
      var walk = ParameterWalk<Scalar>(ending: trace)
      visit(&walk)
    }
  }
}
