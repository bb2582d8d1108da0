import TernData

/// A gzip file written by the book (RFC 1952), its contents stored in blocks without compression.
func gzip(_ contents: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var start = 0
  repeat {
    let block = contents[start...].prefix(0xFFFF)
    start = block.endIndex
    let length = UInt16(block.count)
    bytes += [start == contents.count ? 1 : 0] + littleEndian(length) + littleEndian(~length)
    bytes += block
  } while start < contents.count
  var checksum = CRC32()
  contents.withUnsafeBytes { checksum.update($0) }
  return bytes + littleEndian(checksum.value) + littleEndian(UInt32(contents.count))
}

/// An IDX file of unsigned bytes, or with another type code and contents.
func idx(_ extents: [Int], _ contents: [UInt8], typeCode: UInt8 = 0x08) -> [UInt8] {
  [0, 0, typeCode, UInt8(extents.count)]
    + extents.flatMap { littleEndian(UInt32($0)).reversed() } + contents
}

private func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}
