/// The checksum of gzip files, of polynomial 0xEDB88320, eight bytes a step.
///
/// Source: RFC 1952, section 8; M. E. Kounavis and F. L. Berry, "A systematic approach to building
/// high performance software-based CRC generators", ISCC 2005.
package struct CRC32 {
  private var state: UInt32 = 0xFFFF_FFFF

  /// The checksum of nothing.
  package init() {}

  /// The checksum of all bytes so far.
  package var value: UInt32 { ~state }

  /// Takes in more bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var crc = state
    Self.tables.withUnsafeBufferPointer { tables in
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        crc = Self.advance(word ^ UInt64(crc), tables)
        offset += 8
      }
      while offset < bytes.count {
        crc = crc >> 8 ^ tables[Int((crc ^ UInt32(bytes[offset])) & 0xFF)]
        offset += 1
      }
    }
    state = crc
  }

  /// The checksum after eight bytes, the first of them being the lowest.
  @inline(__always)
  private static func advance(_ x: UInt64, _ tables: UnsafeBufferPointer<UInt32>) -> UInt32 {
    /// Byte `index` of x with all bytes after it being zero.
    func byte(_ index: Int) -> UInt32 {
      tables[256 * (7 - index) + Int(truncatingIfNeeded: x >> (8 * index)) & 0xFF]
    }
    // In two parts, which the processor works out side by side.
    let first = byte(0) ^ byte(1) ^ byte(2) ^ byte(3)
    let second = byte(4) ^ byte(5) ^ byte(6) ^ byte(7)
    return first ^ second
  }

  /// Eight tables of 256: entry `256 * k + b` is byte `b` followed by `k` zero bytes.
  private static let tables: [UInt32] = {
    var tables = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    for index in 256..<2048 {
      let shorter = tables[index - 256]
      tables.append(shorter >> 8 ^ tables[Int(shorter & 0xFF)])
    }
    return tables
  }()
}
