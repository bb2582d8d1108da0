/// A type of element that an IDX file can hold and a tensor can, too.
///
/// IDX also knows signed bytes and 16-bit integers, which no tensor holds.
public protocol IDXScalar: Sendable {
  /// The code of this type in the third byte of the file.
  static var idxTypeCode: UInt8 { get }
  /// The elements stored in these bytes, big end first; their count is a multiple of the size.
  static func decode(bigEndian bytes: [UInt8]) -> [Self]
}

extension UInt8: IDXScalar {
  /// `0x08`.
  public static var idxTypeCode: UInt8 { 0x08 }
  /// The bytes themselves.
  public static func decode(bigEndian bytes: [UInt8]) -> [UInt8] { bytes }
}

extension Int32: IDXScalar {
  /// `0x0C`.
  public static var idxTypeCode: UInt8 { 0x0C }
  /// Two's complement, big end first.
  public static func decode(bigEndian bytes: [UInt8]) -> [Int32] {
    decodeWords(bytes) { Int32(bigEndian: $0) }
  }
}

extension Float: IDXScalar {
  /// `0x0D`.
  public static var idxTypeCode: UInt8 { 0x0D }
  /// IEEE single precision, big end first.
  public static func decode(bigEndian bytes: [UInt8]) -> [Float] {
    decodeWords(bytes) { Float(bitPattern: UInt32(bigEndian: $0)) }
  }
}

extension Double: IDXScalar {
  /// `0x0E`.
  public static var idxTypeCode: UInt8 { 0x0E }
  /// IEEE double precision, big end first.
  public static func decode(bigEndian bytes: [UInt8]) -> [Double] {
    decodeWords(bytes) { Double(bitPattern: UInt64(bigEndian: $0)) }
  }
}

/// The bytes as words of memory, each converted.
private func decodeWords<Word: BitwiseCopyable, Scalar>(
  _ bytes: [UInt8], _ convert: (Word) -> Scalar
) -> [Scalar] {
  bytes.withUnsafeBytes { buffer in
    stride(from: 0, to: buffer.count, by: MemoryLayout<Word>.size).map { offset in
      convert(buffer.loadUnaligned(fromByteOffset: offset, as: Word.self))
    }
  }
}
