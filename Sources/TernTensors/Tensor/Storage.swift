import TernKernels

/// The elements of a tensor: their shape, their type, and where they are.
///
/// The memory is a recycled, 64-byte aligned buffer of the storage's own, or, for a view, part of
/// the buffer of another. Tensors share storage and copy before writing unless they are its only
/// owner, which is what makes the unchecked `Sendable` sound.
package final class Storage: @unchecked Sendable {
  package let shape: Shape
  package let scalarType: ScalarType
  /// The size class of the buffer; −1 if it belongs to somebody else.
  private let sizeClass: Int16
  /// The first element; nil where a node of a graph kept the shape of an input, but not its
  /// values.
  private let first: UnsafeMutableRawPointer?
  /// Whose buffer a view looks at.
  private var owner: Storage?

  /// Memory that is not initialised; `lasting` if it is to be kept for many training steps.
  package init(uninitialized shape: Shape, scalarType: ScalarType, lasting: Bool = false) {
    let byteCount = shape.byteCount(of: scalarType)
    let (buffer, sizeClass) = BufferPool.shared.allocate(byteCount: byteCount, lasting: lasting)
    self.shape = shape
    self.scalarType = scalarType
    self.first = buffer
    self.sizeClass = Int16(truncatingIfNeeded: sizeClass)
  }

  /// Elements of another storage in another shape, from an offset on.
  init(viewOf owner: Storage, offset: Int, shape: Shape) {
    self.shape = shape
    scalarType = owner.scalarType
    sizeClass = -1
    first = owner.address + offset * owner.scalarType.byteCount
    self.owner = owner.owner ?? owner
  }

  /// A constant of the program: one number outside the pool, whose memory nobody gives back.
  init<Scalar: TensorScalar>(constant: Scalar) {
    let memory = UnsafeMutablePointer<Scalar>.allocate(capacity: 1)
    memory.initialize(to: constant)
    shape = Shape()
    scalarType = Scalar.scalarType
    first = UnsafeMutableRawPointer(memory)
    sizeClass = -1
  }

  /// A shape without values.
  init(shapeOnly shape: Shape, scalarType: ScalarType) {
    self.shape = shape
    self.scalarType = scalarType
    first = nil
    sizeClass = -1
  }

  deinit {
    if sizeClass >= 0, let first {
      BufferPool.shared.recycle(first, sizeClass: Int(sizeClass))
    }
  }

  /// The first element's address. Traps if the values were not kept.
  package var address: UnsafeMutableRawPointer {
    guard let first else {
      preconditionFailure("this operator did not keep the values of a tensor of shape \(shape)")
    }
    return first
  }

  /// Whether nobody else sees this storage's memory, given that it is itself uniquely referenced.
  var ownsItsMemoryAlone: Bool {
    owner == nil || isKnownUniquelyReferenced(&owner)
  }
}
