import Tern
import Testing

/// What Tests/Oracles/formats.py and npz.py put into their tensors.
public func oracleTensor(_ type: ScalarType, _ shape: Shape) -> AnyTensor {
  let indices = 0..<shape.elementCount
  return switch type {
  case .float32: AnyTensor(Tensor(indices.map { (Float($0) - 2) / 2 }, shape: shape))
  case .float64: AnyTensor(Tensor(indices.map { (Double($0) - 2) / 2 }, shape: shape))
  case .int32: AnyTensor(Tensor(indices.map { Int32(100 * $0 - 250) }, shape: shape))
  case .int64: AnyTensor(Tensor(indices.map { Int64(100 * $0 - 250) }, shape: shape))
  case .uint8: AnyTensor(Tensor(indices.map { UInt8(truncatingIfNeeded: 40 * $0) }, shape: shape))
  case .bool: AnyTensor(Tensor(indices.map { $0 % 3 == 0 }, shape: shape))
  }
}

/// Expects the same type, shape and bytes.
public func expectSame(
  _ found: AnyTensor?, _ expected: AnyTensor, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found?.scalarType == expected.scalarType, sourceLocation: sourceLocation)
  #expect(found?.shape == expected.shape, sourceLocation: sourceLocation)
  #expect(
    found?.withUnsafeBytes { Array($0) } == expected.withUnsafeBytes { Array($0) },
    sourceLocation: sourceLocation)
}

/// Calls `read` with every truncation of a file and with many files that differ from it in a byte,
/// which must be read or refused, and returns how many were refused.
public func refusals(
  ofDamaged file: [UInt8], read: ([UInt8]) throws(FormatError) -> Void
) -> (truncated: Int, changed: Int) {
  func isRefused(_ bytes: [UInt8]) -> Bool {
    do {
      try read(bytes)
      return false
    } catch {
      return !error.description.isEmpty
    }
  }
  let truncated = file.indices.count { isRefused(Array(file[..<$0])) }
  var rng = Philox(seed: 5)
  var changed = 0
  for index in file.indices {
    for _ in 0..<8 {
      var damaged = file
      damaged[index] = UInt8.random(in: 0...255, using: &rng)
      if isRefused(damaged) { changed += 1 }
    }
  }
  return (truncated, changed)
}
