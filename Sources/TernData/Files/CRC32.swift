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
    let first =
      tables[1792 + Int(x & 0xFF)] ^ tables[1536 + Int(x >> 8 & 0xFF)]
      ^ tables[1280 + Int(x >> 16 & 0xFF)] ^ tables[1024 + Int(x >> 24 & 0xFF)]
    let second =
      tables[768 + Int(x >> 32 & 0xFF)] ^ tables[512 + Int(x >> 40 & 0xFF)]
      ^ tables[256 + Int(x >> 48 & 0xFF)] ^ tables[Int(x >> 56)]
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
