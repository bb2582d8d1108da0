import TernKernels
import TernTensors

/// The matrices of a tensor: its last two axes, once for each index of the leading ones.
struct Matrices<Scalar: FloatingScalar> {
  /// The elements, untraced.
  let tensor: Tensor<Scalar>
  /// The leading axes.
  let batch: Shape
  let rows: Int
  let columns: Int

  /// The matrices of an operand, all of whose elements are finite.
  ///
  /// - Parameters:
  ///   - tensor: At least two axes.
  ///   - operation: What errors call the operation.
  ///   - operand: What errors call the operand.
  ///   - isChecked: Whether the elements are known to be finite.
  init(
    _ tensor: Tensor<Scalar>, of operation: StaticString, operand: StaticString = "the matrix",
    isChecked: Bool = false
  ) throws(LinearAlgebraError) {
    let shape = tensor.shape
    guard shape.rank >= 2 else {
      throw .notMatrices(operation: "\(operation)", shape: shape)
    }
    (rows, columns) = (shape[shape.rank - 2], shape[shape.rank - 1])
    batch = shape.rank == 2 ? [] : Shape(shape.dropLast(2))
    self.tensor = tensor.detached()
    if !isChecked { try self.tensor.requireFinite(operation, operand: operand) }
  }

  /// The matrices of an operand that has to be square.
  init(
    square tensor: Tensor<Scalar>, of operation: StaticString, isChecked: Bool = false
  ) throws(LinearAlgebraError) {
    let shape = tensor.shape
    guard shape.rank < 2 || shape[shape.rank - 2] == shape[shape.rank - 1] else {
      throw .notSquare(operation: "\(operation)", shape: shape)
    }
    try self.init(tensor, of: operation, isChecked: isChecked)
  }

  /// How many matrices there are.
  var count: Int { batch.elementCount }
  /// Elements from one matrix to the next.
  var stride: Int { rows * columns }

  /// The place of a matrix among the leading axes.
  func place(_ matrix: Int) -> [Int] { batch.place(matrix) }

  /// A shape of the leading axes and these.
  func shape(_ extents: Int...) -> Shape {
    batch.isEmpty ? Shape(extents) : Shape(Array(batch) + extents)
  }
}

extension Shape {
  /// The index on each axis of an element counted in row-major order.
  func place(_ element: Int) -> [Int] {
    var rest = element
    return zip(strides, self).map { stride, _ in
      defer { rest %= stride }
      return rest / stride
    }
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// Throws where an element is NaN or infinite.
  func requireFinite(
    _ operation: StaticString, operand: StaticString
  ) throws(LinearAlgebraError) {
    if Finiteness<Scalar.Kernels>.holds(count: count, pointer) { return }
    throw notFiniteError(operation, operand: operand)
  }

  /// The error that names the first element that is not finite.
  func notFiniteError(_ operation: StaticString, operand: StaticString) -> LinearAlgebraError {
    withUnsafeBufferPointer { elements in
      let first = elements.firstIndex { !$0.isFinite } ?? 0
      return .notFinite(
        operation: "\(operation)", operand: "\(operand)", index: shape.place(first),
        value: elements[first].asDouble)
    }
  }
}
