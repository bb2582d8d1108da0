/// The checksum of event files: CRC-32C (Castagnoli), of polynomial 0x82F63B78.
///
/// Source: RFC 3720, section 12.1.
enum CRC32C {
  /// The checksum of some bytes.
  static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(UInt32.max) { crc, byte in
      crc >> 8 ^ table[Int((crc ^ UInt32(byte)) & 0xFF)]
    }
  }

  /// The checksum as event files store it, turned and moved, since the checksum of data that contain
  /// their own checksum says nothing.
  ///
  /// Source: TensorFlow, `tensorflow/core/lib/hash/crc32c.h`.
  static func masked(of bytes: some Sequence<UInt8>) -> UInt32 {
    let crc = checksum(of: bytes)
    return (crc >> 15 | crc << 17) &+ 0xA282_EAD8
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0x82F6_3B78 : 0) }
  }
}
