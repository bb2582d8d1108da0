/// What a format reads from: bytes in their order, the number of them known beforehand.
package protocol ByteReader: AnyObject {
  /// What messages call it.
  var path: String { get }
  /// The number of bytes not read yet.
  var remaining: Int { get }
  /// Fills a buffer, no larger than what remains, with the next bytes.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(FormatError)
}

extension ByteReader {
  /// The next bytes, no more than remain.
  func bytes(_ count: Int) throws(FormatError) -> [UInt8] {
    try elements(count, of: UInt8.self)
  }

  /// The next integers, in the machine's byte order, no more than remain.
  func elements<Element: FixedWidthInteger>(
    _ count: Int, of type: Element.Type
  ) throws(FormatError) -> [Element] {
    var elements = [Element](repeating: 0, count: count)
    try elements.withUnsafeMutableBufferPointer { buffer throws(FormatError) in
      try fill(UnsafeMutableRawBufferPointer(buffer))
    }
    return elements
  }

  func malformed(expected: String, found: String) -> FormatError {
    .malformed(path: path, expected: expected, found: found)
  }
}

/// Reads bytes in memory.
final class MemoryReader: ByteReader {
  let path: String
  private let contents: [UInt8]
  private var position = 0

  /// The path is what messages call these bytes.
  init(_ contents: [UInt8], path: String) {
    self.path = path
    self.contents = contents
  }

  var remaining: Int { contents.count - position }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) {
    buffer.copyBytes(from: contents[position..<position + buffer.count])
    position += buffer.count
  }
}
