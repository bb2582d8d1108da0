/// What an IDX file says about itself: two zero bytes, a type code, the rank, and an extent of 32
/// bits, big end first, for each axis.
///
/// Source: Y. LeCun, C. Cortes and C. J. C. Burges, "The MNIST database", section "File formats".
struct IDXHeader {
  /// The type of the elements.
  let typeCode: UInt8
  /// The length of each axis.
  let extents: [Int]

  /// Bytes of the header itself.
  var byteCount: Int { 4 + 4 * extents.count }

  /// Reads the header at the beginning of a file.
  init(from file: DataFile) throws(DataError) {
    let magic = try file.read(4)
    guard magic.count == 4 else {
      throw .malformed(
        path: file.path, expected: "an IDX header of at least 4 bytes", found: "\(magic.count)")
    }
    guard magic[0] == 0, magic[1] == 0, let type = Self.types[magic[2]] else {
      throw .malformed(
        path: file.path, expected: "an IDX file, which begins with 0x0000 and a type code",
        found: Self.hexadecimal(magic))
    }
    let rank = Int(magic[3])
    let bytes = try file.read(4 * rank)
    guard bytes.count == 4 * rank else {
      throw .malformed(
        path: file.path, expected: "a header of \(4 + 4 * rank) bytes for \(type) of rank \(rank)",
        found: "\(4 + bytes.count)")
    }
    typeCode = magic[2]
    extents = Int32.decode(bigEndian: bytes).map { Int(UInt32(bitPattern: $0)) }
  }

  /// Bytes of the whole file, or nil if no 64-bit number can say how many, even if it is only so
  /// without regard to extents of 0.
  func fileByteCount(elementByteCount: Int) -> Int? {
    var total = elementByteCount
    for extent in extents where extent != 0 {
      let (product, overflow) = total.multipliedReportingOverflow(by: extent)
      if overflow { return nil }
      total = product
    }
    if extents.contains(0) { return byteCount }
    let (sum, overflow) = total.addingReportingOverflow(byteCount)
    return overflow ? nil : sum
  }

  /// A type's name for messages, such as `UInt8 (0x08)`.
  static func describe(_ typeCode: UInt8) -> String {
    "\(types[typeCode] ?? "unknown elements") (\(hexadecimal([typeCode])))"
  }

  /// The types that the format defines.
  private static let types: [UInt8: String] = [
    0x08: "UInt8", 0x09: "Int8", 0x0B: "Int16", 0x0C: "Int32", 0x0D: "Float", 0x0E: "Double",
  ]

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    "0x"
      + bytes.map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }.joined()
  }
}
