import Testing
import TernData

@Suite struct CRC32Tests {
  /// The check value of the catalogue of CRC algorithms, and figures of Python's `zlib.crc32`.
  private static let figures: [([UInt8], UInt32)] = [
    ([], 0),
    (Array("123456789".utf8), 0xCBF4_3926),
    (Array("The quick brown fox".utf8), 0xB745_74DE),
    (Array(repeating: 0xFF, count: 1023), 0x8830_8BEE),
  ]

  @Test(arguments: figures)
  func value(bytes: [UInt8], expected: UInt32) {
    #expect(checksum(of: [bytes]) == expected)
  }

  @Test(arguments: [0, 1, 7, 8, 17, 999, 1000])
  func partsGiveTheValueOfTheWhole(cut: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * $0 + 3) }
    let parts = [Array(bytes[..<cut]), Array(bytes[cut...])]
    #expect(checksum(of: parts) == checksum(of: [bytes]))
  }

  private func checksum(of parts: [[UInt8]]) -> UInt32 {
    var checksum = CRC32()
    for part in parts { part.withUnsafeBytes { checksum.update($0) } }
    return checksum.value
  }
}
