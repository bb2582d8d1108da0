/// A tensor whose scalar type is known only at run time: what graphs, checkpoints and files hold.
///
/// `Tensor<Scalar>` is the same value with its type known to the compiler.
public struct AnyTensor: Sendable {
  // The order of the fields makes the whole 64 bytes.
  /// The extents.
  public package(set) var shape: Shape
  /// The type of the elements.
  public let scalarType: ScalarType
  /// The first element, counted in elements from the beginning of the storage.
  package var offset: Int
  /// Nil where a node of a graph kept the shape of an input, but not its values.
  package var storage: Storage?
  /// The operation that this tensor came from, while gradients are being traced.
  package var node: Node?

  /// The tensor without its type.
  public init<Scalar>(_ tensor: Tensor<Scalar>) { self = tensor.erased }

  init(storage: Storage?, offset: Int, shape: Shape, scalarType: ScalarType, node: Node? = nil) {
    self.storage = storage
    self.offset = offset
    self.shape = shape
    self.scalarType = scalarType
    self.node = node
  }

  /// A tensor whose bytes `fill` writes, all of them: elements in row-major order and in the
  /// machine's own byte order, truth values as 0 or 1.
  package init<E: Error>(
    uninitialized shape: Shape, scalarType: ScalarType,
    fill: (UnsafeMutableRawBufferPointer) throws(E) -> Void
  ) throws(E) {
    let byteCount = shape.elementCount * scalarType.byteCount
    let storage = Storage(byteCount: byteCount)
    try fill(UnsafeMutableRawBufferPointer(start: storage.pointer, count: byteCount))
    self.init(storage: storage, offset: 0, shape: shape, scalarType: scalarType)
  }

  /// Calls `body` with the bytes of the elements in row-major order, without a copy.
  package func withUnsafeBytes<R, E: Error>(
    _ body: (UnsafeRawBufferPointer) throws(E) -> R
  ) throws(E) -> R {
    // The storage has to outlive the pointer.
    defer { withExtendedLifetime(storage) {} }
    let byteCount = shape.elementCount * scalarType.byteCount
    return try body(UnsafeRawBufferPointer(start: address, count: byteCount))
  }

  /// The same values without a graph.
  package var detached: AnyTensor {
    guard node != nil else { return self }
    return AnyTensor(storage: storage, offset: offset, shape: shape, scalarType: scalarType)
  }

  /// The shape without values or graph.
  package var shapeOnly: AnyTensor {
    AnyTensor(storage: nil, offset: 0, shape: shape, scalarType: scalarType)
  }

  /// The first element's address. Traps if the values were not kept.
  package var address: UnsafeMutableRawPointer {
    guard let storage else {
      preconditionFailure("this operator did not keep the values of a tensor of shape \(shape)")
    }
    return storage.pointer + offset * scalarType.byteCount
  }
}
