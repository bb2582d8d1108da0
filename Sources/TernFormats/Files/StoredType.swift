import TernTensors

/// What is wrong with the extents that a file claims for a tensor, none of which is negative: what
/// would be right and what was found; nil if a ``Shape`` can have them.
func problem(withExtents extents: [Int]) -> (expected: String, found: String)? {
  if extents.count > Shape.maximumRank {
    return ("a shape of at most \(Shape.maximumRank) axes", "\(extents.count)")
  }
  if extents.contains(where: { $0 > Shape.maximumExtent }) {
    return ("extents of at most \(Shape.maximumExtent)", "\(extents)")
  }
  return nil
}

/// How a file stores the elements of a tensor.
enum StoredType: Hashable {
  /// As Tern does.
  case native(ScalarType)
  /// IEEE half precision, which is read into `Float`. Nothing is lost.
  case float16
  /// The upper half of a `Float`, into which it is read. Nothing is lost.
  case bfloat16

  /// The type that the elements have once they are read.
  var scalarType: ScalarType {
    switch self {
    case .native(let scalarType): scalarType
    case .float16, .bfloat16: .float32
    }
  }

  /// The size of an element in the file.
  var byteCount: Int {
    switch self {
    case .native(let scalarType): scalarType.byteCount
    case .float16, .bfloat16: 2
    }
  }

  /// The bytes of memory that an element takes while it is read: what is no type of Tern's is there
  /// in both.
  var memoryByteCount: Int {
    switch self {
    case .native: byteCount
    case .float16, .bfloat16: byteCount + scalarType.byteCount
    }
  }

  /// The bytes in the file of a tensor with these extents; nil if the number of those in memory is too
  /// large for `Int`, even if it is only so without regard to extents of 0.
  func byteCount(of extents: [Int]) -> Int? {
    var product = memoryByteCount
    for extent in extents where extent != 0 {
      let (result, overflow) = product.multipliedReportingOverflow(by: extent)
      if overflow { return nil }
      product = result
    }
    return extents.contains(0) ? 0 : product / memoryByteCount * byteCount
  }
}

extension ByteReader {
  /// The next tensor. The caller has checked that its bytes remain and that their number does not
  /// overflow.
  ///
  /// - Parameters:
  ///   - isBigEndian: whether an element's most significant byte comes first.
  ///   - copies: how many of the tensor the caller will need memory for at once.
  ///   - description: what messages call the tensor.
  func tensor(
    _ shape: Shape, _ type: StoredType, isBigEndian: Bool = false, copies: Int = 1,
    description: String
  ) throws(FormatError) -> AnyTensor {
    let (byteCount, overflow) = (shape.elementCount * type.memoryByteCount)
      .multipliedReportingOverflow(by: copies)
    try requireMemory(for: overflow ? .max : byteCount, path: path)
    switch type {
    case .native(let scalarType):
      return try AnyTensor(uninitialized: shape, scalarType: scalarType) {
        bytes throws(FormatError) in
        try fill(bytes)
        if isBigEndian { reverseBytes(ofElements: bytes, size: scalarType.byteCount) }
        if scalarType == .bool { try checkTruthValues(bytes, description) }
      }
    case .float16:
      return try floats(shape, isBigEndian: isBigEndian, bitPattern: widenedHalf)
    case .bfloat16:
      return try floats(shape, isBigEndian: isBigEndian) { UInt32($0) << 16 }
    }
  }

  /// The next tensor, each of whose elements is made of 16 bits.
  private func floats(
    _ shape: Shape, isBigEndian: Bool, bitPattern: (UInt16) -> UInt32
  ) throws(FormatError) -> AnyTensor {
    let halves = try elements(shape.elementCount, of: UInt16.self)
    let tensor = Tensor<Float>(uninitialized: shape) { floats in
      for (index, half) in halves.enumerated() {
        floats[index] = Float(bitPattern: bitPattern(isBigEndian ? half.byteSwapped : half))
      }
    }
    return AnyTensor(tensor)
  }

  /// Swift's `Bool` must be nothing else than 0 or 1 in memory.
  private func checkTruthValues(
    _ bytes: UnsafeMutableRawBufferPointer, _ description: String
  ) throws(FormatError) {
    guard let byte = bytes.first(where: { $0 > 1 }) else { return }
    throw malformed(
      expected: "truth values stored as 0 or 1 in \(description)", found: "\(byte)")
  }
}

private func reverseBytes(ofElements bytes: UnsafeMutableRawBufferPointer, size: Int) {
  for start in stride(from: 0, to: bytes.count, by: size) {
    bytes[start..<start + size].reverse()
  }
}

/// The bits of the single-precision number that equals one of half precision.
private func widenedHalf(_ half: UInt16) -> UInt32 {
  let sign = UInt32(half & 0x8000) << 16
  let exponent = UInt32(half >> 10 & 0x1F)
  let fraction = UInt32(half & 0x3FF)
  switch exponent {
  case 0:
    // Zero, or a multiple of 2⁻²⁴, which is a normal number in single precision.
    return sign | (Float(fraction) * 0x1p-24).bitPattern
  case 0x1F: return sign | 0x7F80_0000 | fraction << 13
  default: return sign | (exponent + 127 - 15) << 23 | fraction << 13
  }
}
