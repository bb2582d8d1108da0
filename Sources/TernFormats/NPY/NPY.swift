import TernTensors

/// Reads and writes `.npy` files: one tensor without a name, as NumPy saves arrays.
///
/// See <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>. Types are `f4`,
/// `f8`, `i4`, `i8`, `u1` and `b1`, in either byte order; `f2` is read into `Float`, which holds all
/// its values. Fortran order becomes row-major order.
public enum NPY {
  /// Writes a tensor, byte for byte as `numpy.save` of NumPy 2 does.
  ///
  /// A file that is there already is replaced at once when the new one is complete; if that fails,
  /// or the program is stopped, it stays as it was.
  ///
  /// Throws ``FormatError/unwritable(path:reason:)`` or ``FormatError/notAFile(path:)``.
  public static func write(_ tensor: AnyTensor, to path: String) throws(FormatError) {
    let header = header(of: tensor)
    try AtomicFile.replace(path) { file throws(FormatError) in
      try file.append(header)
      try tensor.withUnsafeBytes { bytes throws(FormatError) in try file.append(bytes) }
    }
  }

  /// The bytes of a file that precede those of the elements.
  package static func header(of tensor: AnyTensor) -> [UInt8] { NPYHeader.bytes(for: tensor) }

  /// Writes a tensor as ``write(_:to:)-(AnyTensor,_)`` does.
  public static func write<Scalar>(
    _ tensor: Tensor<Scalar>, to path: String
  ) throws(FormatError) {
    try write(AnyTensor(tensor), to: path)
  }

  /// Reads a tensor of any type. Whatever the file contains, reading succeeds or throws.
  ///
  /// A header has at most 1 MiB, a tensor at most eight axes of at most 2³¹ − 1. Nothing is read of a
  /// file that is shorter or longer than its header says, and no memory is taken for it.
  ///
  /// Throws ``FormatError``, also if there is anything in the file that the format does not allow or
  /// that follows the tensor, or if the tensor is larger than the memory that there is.
  public static func read(from path: String) throws(FormatError) -> AnyTensor {
    try read(FileReader(opening: path))
  }

  /// Reads a tensor with elements of this type and, if one is given, of this shape.
  ///
  /// Throws ``FormatError`` as ``read(from:)`` does, and if the type or shape is another.
  public static func read<Scalar: TensorScalar>(
    from path: String, as type: Scalar.Type, shape: Shape? = nil
  ) throws(FormatError) -> Tensor<Scalar> {
    try read(from: path).typed(shape: shape, path: path, name: nil)
  }

  /// Reads a tensor from a file whose bytes are in memory. Messages call it by this path.
  public static func read(_ bytes: [UInt8], path: String) throws(FormatError) -> AnyTensor {
    try read(MemoryReader(bytes, path: path))
  }

  /// Reads a tensor from bytes of which the first is the next, and the last the last that remains.
  /// None of the data are read if they are not as many as the header says.
  package static func read(_ reader: some ByteReader) throws(FormatError) -> AnyTensor {
    let header = try NPYHeader(reading: reader)
    guard let byteCount = header.type.byteCount(of: header.extents) else {
      throw reader.malformed(
        expected: "a shape that fits into memory", found: "\(header.extents)")
    }
    guard reader.remaining == byteCount else {
      throw reader.malformed(
        expected: "\(byteCount) bytes of data for shape \(header.extents)",
        found: "\(reader.remaining)")
    }
    let isReversed = header.isFortranOrder && header.extents.count > 1
    let tensor = try reader.tensor(
      Shape(isReversed ? header.extents.reversed() : header.extents), header.type,
      isBigEndian: header.isBigEndian, copies: isReversed ? 2 : 1, description: "the tensor")
    return isReversed ? tensor.transposed() : tensor
  }
}

extension AnyTensor {
  /// The tensor with its axes reversed.
  fileprivate func transposed() -> AnyTensor {
    func transposed<Scalar: TensorScalar>(_: Scalar.Type) -> AnyTensor {
      AnyTensor(Tensor<Scalar>(self).transposed())
    }
    return switch scalarType {
    case .float32: transposed(Float.self)
    case .float64: transposed(Double.self)
    case .int32: transposed(Int32.self)
    case .int64: transposed(Int64.self)
    case .uint8: transposed(UInt8.self)
    case .bool: transposed(Bool.self)
    }
  }
}
