import TernTensors

/// A number that tells whether the content of a file is what was written: any changed bit changes it.
/// It is no protection from an author of files.
///
/// FNV-1a (Fowler, Noll and Vo) over words of 64 bits instead of bytes.
struct Checksum {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds the bytes of a text, and how many they are.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// Adds the name, the shape, the type and the elements of a tensor.
  mutating func add(_ name: String, _ tensor: AnyTensor) {
    add(name)
    add("\(tensor.scalarType) \(tensor.shape)")
    tensor.withUnsafeBytes { add($0) }
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    for start in stride(from: 0, to: bytes.count - 7, by: 8) {
      add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
    }
    for byte in bytes[(bytes.count / 8 * 8)...] { add(UInt64(byte)) }
  }

  private mutating func add(_ word: UInt64) {
    // A multiplication carries to the left only.
    value = ((value ^ word) &* 0x0000_0100_0000_01B3)
    value ^= value >> 32
  }
}
