/// A message in the encoding of protocol buffers, field by field.
///
/// Source: <https://protobuf.dev/programming-guides/encoding/>.
struct ProtocolBuffer {
  private(set) var bytes: [UInt8] = []

  /// A whole number: `int32` and `int64` alike. 0 is what a missing field means.
  mutating func add(_ value: Int, field: Int) {
    if value == 0 { return }
    key(field, wireType: 0)
    varint(UInt64(bitPattern: Int64(value)))
  }

  /// A double. 0 is what a missing field means.
  mutating func add(_ value: Double, field: Int) {
    if value.bitPattern == 0 { return }
    key(field, wireType: 1)
    little(value.bitPattern)
  }

  /// A float that is one of several kinds of value, so that 0 has to be there.
  mutating func add(_ value: Float, field: Int) {
    key(field, wireType: 5)
    little(value.bitPattern)
  }

  mutating func add(_ text: String, field: Int) { add(Array(text.utf8), field: field) }

  mutating func add(_ data: [UInt8], field: Int) {
    key(field, wireType: 2)
    varint(UInt64(data.count))
    bytes += data
  }

  mutating func add(_ message: ProtocolBuffer, field: Int) { add(message.bytes, field: field) }

  /// Numbers side by side, in one field.
  mutating func add(packed values: [Double], field: Int) {
    key(field, wireType: 2)
    varint(UInt64(8 * values.count))
    for value in values { little(value.bitPattern) }
  }

  private mutating func key(_ field: Int, wireType: Int) { varint(UInt64(field << 3 | wireType)) }

  /// Seven bits a byte, the lowest first; the top bit says that there are more.
  private mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F | 0x80))
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func little(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }
}
