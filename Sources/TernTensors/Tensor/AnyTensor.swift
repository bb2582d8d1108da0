/// A tensor whose scalar type is known only at run time: what graphs, checkpoints and files hold.
///
/// `Tensor<Scalar>` is the same value with its type known to the compiler.
public struct AnyTensor: Sendable {
  /// The elements.
  package var storage: Storage
  /// The operation that this tensor came from, while gradients are being traced.
  package var node: Node?

  /// The tensor without its type.
  public init<Scalar>(_ tensor: Tensor<Scalar>) { self = tensor.erased }

  package init(_ storage: Storage, node: Node? = nil) {
    self.storage = storage
    self.node = node
  }

  /// A tensor whose bytes `fill` writes, all of them: elements in row-major order and in the
  /// machine's own byte order, truth values as 0 or 1.
  package init<E: Error>(
    uninitialized shape: Shape, scalarType: ScalarType,
    fill: (UnsafeMutableRawBufferPointer) throws(E) -> Void
  ) throws(E) {
    let storage = Storage(uninitialized: shape, scalarType: scalarType)
    let byteCount = shape.elementCount * scalarType.byteCount
    try fill(UnsafeMutableRawBufferPointer(start: storage.address, count: byteCount))
    self.init(storage)
  }

  /// The extents.
  public var shape: Shape { storage.shape }
  /// The type of the elements.
  public var scalarType: ScalarType { storage.scalarType }

  /// Calls `body` with the bytes of the elements in row-major order, without a copy.
  package func withUnsafeBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    // The storage has to outlive the pointer.
    defer { withExtendedLifetime(storage) {} }
    let byteCount = shape.elementCount * scalarType.byteCount
    return try body(UnsafeRawBufferPointer(start: storage.address, count: byteCount))
  }

  /// The same values without a graph.
  package var detached: AnyTensor { AnyTensor(storage) }

  /// The shape and the history without the values.
  var withoutValues: AnyTensor {
    AnyTensor(Storage(shapeOnly: shape, scalarType: scalarType), node: node)
  }

  /// Whether the history keeps all values, to be drawn.
  @inline(__always)
  var isDrawn: Bool { node?.isDrawn ?? false }

  /// The same value with another history.
  func with(_ node: Node?) -> AnyTensor { AnyTensor(storage, node: node) }

  /// The elements from `offset` on in another shape, without a copy or a history.
  func view(offset: Int = 0, shape: Shape) -> AnyTensor {
    AnyTensor(Storage(viewOf: storage, offset: offset, shape: shape))
  }
}
