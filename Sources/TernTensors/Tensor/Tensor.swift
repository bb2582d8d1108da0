import TernKernels

/// A value: an array of numbers of any rank, contiguous and row-major.
///
/// Copies share memory until one of them is written to, so passing tensors around costs nothing
/// and a copy never sees the changes of another. A slice of the leading axis is a view that copies
/// nothing. While gradients are traced (see ``gradient(at:of:)-(Tensor<S>,_)``), a tensor also
/// carries the operation that it came from.
public struct Tensor<Scalar: TensorScalar>: Sendable {
  /// The value without its scalar type.
  package var erased: AnyTensor

  /// The typed form; the scalar types must agree.
  package init(_ erased: AnyTensor) {
    assert(erased.scalarType == Scalar.scalarType, "\(erased.scalarType) is not \(Scalar.self)")
    self.erased = erased
  }

  /// A tensor whose elements `initialize` writes, all of them, through the pointer it is given;
  /// `lasting` if it is to be kept for many training steps.
  package init(
    uninitialized shape: Shape, lasting: Bool = false,
    initialize: (UnsafeMutablePointer<Scalar>) -> Void
  ) {
    let storage = Storage(
      uninitialized: shape, scalarType: Scalar.scalarType, lasting: lasting)
    initialize(storage.address.assumingMemoryBound(to: Scalar.self))
    erased = AnyTensor(storage)
  }

  /// The typed form of a tensor of unknown type; nil if its scalars are of another type.
  public init?(exactly tensor: AnyTensor) {
    guard tensor.scalarType == Scalar.scalarType else { return nil }
    erased = tensor
  }

  /// The extents, outermost first.
  public var shape: Shape { erased.shape }
  /// The number of axes.
  public var rank: Int { erased.shape.rank }
  /// The number of elements.
  public var count: Int { erased.shape.elementCount }
  /// Whether there are no elements.
  public var isEmpty: Bool { count == 0 }
}

// MARK: - Elements

extension Tensor {
  /// The elements in row-major order.
  public var scalars: [Scalar] { withUnsafeBufferPointer { Array($0) } }

  /// The only element of a tensor that has just one, whatever its rank.
  public var scalar: Scalar {
    precondition(count == 1, "scalar needs a tensor of one element, got shape \(shape)")
    return pointer.pointee
  }

  /// Calls `body` with the elements in row-major order, without a copy.
  public func withUnsafeBufferPointer<R, E: Error>(
    _ body: (UnsafeBufferPointer<Scalar>) throws(E) -> R
  ) throws(E) -> R {
    // The storage has to outlive the pointer.
    let storage = erased.storage
    defer { withExtendedLifetime(storage) {} }
    return try body(UnsafeBufferPointer(start: pointer, count: count))
  }

  /// Calls `body` with the elements to be changed in place; copies them first only if another
  /// tensor shares them. The result is a new value: it has no gradient history.
  public mutating func withUnsafeMutableBufferPointer<R, E: Error>(
    _ body: (UnsafeMutableBufferPointer<Scalar>) throws(E) -> R
  ) throws(E) -> R {
    erased.node = nil
    makeUnique()
    let storage = erased.storage
    defer { withExtendedLifetime(storage) {} }
    return try body(UnsafeMutableBufferPointer(start: mutablePointer, count: count))
  }

  /// The first element. Valid while this tensor is.
  package var pointer: UnsafePointer<Scalar> {
    UnsafePointer(erased.storage.address.assumingMemoryBound(to: Scalar.self))
  }

  /// The first element, for a tensor that is known to be unique.
  package var mutablePointer: UnsafeMutablePointer<Scalar> {
    erased.storage.address.assumingMemoryBound(to: Scalar.self)
  }

  /// The first element, to be written to: copies the elements first if another tensor shares them.
  package mutating func uniquePointer() -> UnsafeMutablePointer<Scalar> {
    makeUnique()
    return mutablePointer
  }

  /// Copies the elements if another tensor shares them.
  package mutating func makeUnique() {
    if isKnownUniquelyReferenced(&erased.storage) && erased.storage.ownsItsMemoryAlone { return }
    let original = self
    let copy = Tensor(uninitialized: shape) { $0.update(from: original.pointer, count: count) }
    erased.storage = copy.erased.storage
  }
}

// MARK: - Equality

extension Tensor: Equatable {
  /// Whether shapes and all elements are equal. NaN is unequal to itself.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && a.compare(.equal, b).all()
  }
}
