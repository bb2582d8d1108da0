import TernTensors

/// What the header of an `.npy` file says.
struct NPYHeader {
  var type: StoredType
  /// Whether an element's most significant byte comes first.
  var isBigEndian: Bool
  /// Whether the first axis varies fastest.
  var isFortranOrder: Bool
  var extents: [Int]

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The longest header that is read. NumPy's own have a few hundred bytes.
  static let largestByteCount = 1 << 20

  private static let types: [String: StoredType] = [
    "f4": .native(.float32), "f8": .native(.float64), "i4": .native(.int32),
    "i8": .native(.int64), "u1": .native(.uint8), "b1": .native(.bool), "f2": .float16,
  ]

  /// NumPy's name for a type in little-endian order.
  static func name(of type: ScalarType) -> String {
    switch type {
    case .float32: "<f4"
    case .float64: "<f8"
    case .int32: "<i4"
    case .int64: "<i8"
    case .uint8: "|u1"
    case .bool: "|b1"
    }
  }

  /// Reads the header, after which the data follow.
  init(reading reader: some ByteReader) throws(FormatError) {
    let path = reader.path
    guard reader.remaining >= 8, try reader.bytes(6) == Self.magic else {
      throw .malformed(
        path: path, expected: "a file that begins with \\x93NUMPY and a version",
        found: "other bytes")
    }
    let version = try reader.bytes(2)
    guard (1...3).contains(version[0]), version[1] == 0 else {
      throw .malformed(
        path: path, expected: "version 1.0, 2.0 or 3.0 of the format",
        found: "\(version[0]).\(version[1])")
    }
    let sizeOfLength = version[0] == 1 ? 2 : 4
    guard reader.remaining >= sizeOfLength else {
      throw .malformed(
        path: path, expected: "a length of the header in \(sizeOfLength) bytes",
        found: "\(reader.remaining)")
    }
    let byteCount = try reader.bytes(sizeOfLength).reversed().reduce(0) { $0 << 8 | Int($1) }
    guard byteCount <= Self.largestByteCount else {
      throw .malformed(
        path: path, expected: "a header of at most \(Self.largestByteCount) bytes",
        found: "\(byteCount)")
    }
    guard byteCount <= reader.remaining else {
      throw .malformed(
        path: path, expected: "a header of \(byteCount) bytes", found: "only \(reader.remaining)")
    }
    try self.init(text: reader.bytes(byteCount), path: path)
  }

  /// Reads what a Python dictionary says.
  private init(text: [UInt8], path: String) throws(FormatError) {
    let members: [(name: String, value: PythonLiteral)]
    do { members = try PythonLiteral.dictionary(text) } catch { throw error.inFile(path) }
    let names = members.map(\.name)
    guard names.sorted() == ["descr", "fortran_order", "shape"] else {
      throw .malformed(
        path: path, expected: "descr, fortran_order and shape in the header",
        found: names.isEmpty
          ? "nothing"
          : names.prefix(4).map(quoted).joined(separator: ", ")
            + (names.count > 4 ? " and \(names.count - 4) more" : ""))
    }
    let values = Dictionary(members) { first, _ in first }
    guard case .string(let name) = values["descr"] else {
      throw .unsupportedType(path: path, tensor: nil, found: "a type of several parts")
    }
    guard case .bool(let isFortranOrder) = values["fortran_order"] else {
      throw .malformed(
        path: path, expected: "True or False as fortran_order", found: "another value")
    }
    guard case .tuple(let extents) = values["shape"] else {
      throw .malformed(
        path: path, expected: "a tuple of extents as shape", found: "another value")
    }
    if let problem = problem(withExtents: extents) {
      throw .malformed(path: path, expected: problem.expected, found: problem.found)
    }
    let order = name.first
    guard let type = Self.types[String(name.dropFirst())],
      order == "<" || order == ">" || (order == "|" && type.byteCount == 1)
    else { throw .unsupportedType(path: path, tensor: nil, found: name) }
    self.type = type
    self.isFortranOrder = isFortranOrder
    self.extents = extents
    isBigEndian = order == ">"
  }

  /// The first bytes of a file for a tensor, those that NumPy 2 writes: version 1.0, a dictionary,
  /// room for the first extent to grow, and spaces up to a multiple of 64 bytes.
  static func bytes(for tensor: AnyTensor) -> [UInt8] {
    let extents = tensor.shape.map(String.init)
    let shape = extents.count == 1 ? "\(extents[0])," : extents.joined(separator: ", ")
    let dictionary =
      "{'descr': '\(name(of: tensor.scalarType))', 'fortran_order': False, 'shape': (\(shape)), }"
    // The most digits of an extent, and a sign.
    let room = extents.first.map { 21 - $0.utf8.count } ?? 0
    var text = Array(dictionary.utf8) + [UInt8](repeating: UInt8(ascii: " "), count: room)
    let preamble = magic.count + 4
    repeat { text.append(UInt8(ascii: " ")) } while (preamble + text.count + 1) % 64 != 0
    text.append(UInt8(ascii: "\n"))
    // The extents of a shape take no more than a few hundred bytes.
    return magic + [1, 0, UInt8(text.count & 0xFF), UInt8(text.count >> 8)] + text
  }
}
