import TernKernels
import TernTensors

extension Matrices {
  /// A copy to be worked on, in the place of one; throws where an element is not finite.
  func checkedCopy(
    of operation: StaticString, operand: StaticString = "the matrix"
  ) throws(LinearAlgebraError) -> Tensor<Scalar> {
    var isFinite = true
    let copy = Tensor<Scalar>(uninitialized: tensor.shape) { copy in
      isFinite = Finiteness<Scalar.Kernels>.copy(count: tensor.count, tensor.pointer, to: copy)
    }
    guard isFinite else { throw tensor.notFiniteError(operation, operand: operand) }
    return copy
  }

  /// Writes matrix number `matrix`, transposed: column-major for LAPACK.
  func copyColumns(of matrix: Int, to destination: UnsafeMutablePointer<Scalar>) {
    Memory.transpose(
      size: MemoryLayout<Scalar>.stride, rows: rows, columns: columns,
      tensor.pointer + matrix * stride, destination)
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The matrices with the last two axes exchanged.
  func transposingMatrices() -> Tensor { swappingAxes(-1, -2) }

  /// Right sides as matrices: a vector becomes one column.
  func asColumns() -> Tensor { rank == 1 ? expandingAxis(at: 1) : self }

  /// What `asColumns` made of a vector, as vectors again.
  func droppingColumns(if wasVector: Bool) -> Tensor {
    wasVector ? reshaped(to: Shape(shape.dropLast())) : self
  }
}
