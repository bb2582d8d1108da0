import TernTensors

/// What the header of a `.safetensors` file says, checked against the length of the file.
struct SafetensorsHeader {
  struct Entry {
    var name: String
    var type: StoredType
    var shape: Shape
    /// Where the data lie, counted from the end of the header.
    var bytes: Range<Int>
  }

  /// The tensors in the order in which the header lists them.
  var entries: [Entry] = []
  var metadata: [String: String] = [:]

  /// The name in the header that is not a tensor's.
  static let metadataName = "__metadata__"

  /// The longest header that the reference implementation accepts.
  static let largestByteCount = 100_000_000

  private static let types: [String: StoredType] = [
    "F32": .native(.float32), "F64": .native(.float64), "I32": .native(.int32),
    "I64": .native(.int64), "U8": .native(.uint8), "BOOL": .native(.bool),
    "F16": .float16, "BF16": .bfloat16,
  ]

  /// The format's name for a type.
  static func name(of type: ScalarType) -> String {
    switch type {
    case .float32: "F32"
    case .float64: "F64"
    case .int32: "I32"
    case .int64: "I64"
    case .uint8: "U8"
    case .bool: "BOOL"
    }
  }

  /// Reads the header, after which the data follow.
  init(reading reader: some ByteReader) throws(FormatError) {
    let path = reader.path
    guard reader.remaining >= 8 else {
      throw reader.malformed(
        expected: "a length of the header in 8 bytes", found: "\(reader.remaining) bytes")
    }
    let byteCount = try reader.elements(1, of: UInt64.self)[0]
    guard byteCount <= Self.largestByteCount else {
      throw reader.malformed(
        expected: "a header of at most \(Self.largestByteCount) bytes", found: "\(byteCount)")
    }
    guard byteCount <= reader.remaining else {
      throw reader.malformed(
        expected: "a header of \(byteCount) bytes", found: "only \(reader.remaining)")
    }
    let text = try reader.bytes(Int(byteCount))
    guard text.first == UInt8(ascii: "{") else {
      throw SyntaxError(expected: "an opening brace", in: text, at: 0).inFile(path)
    }
    let value: JSONValue
    do { value = try JSONParser.value(of: text) } catch { throw error.inFile(path) }
    guard case .object(let members) = value else { return }
    for (name, value) in members {
      if name == Self.metadataName {
        metadata = try Self.metadata(value, path)
      } else {
        entries.append(try Self.entry(name, value, path))
      }
    }
    try checkData(byteCount: reader.remaining, path)
  }

  /// The memory that all tensors take while they are read.
  var memoryByteCount: Int {
    entries.reduce(0) { $0 + $1.shape.elementCount * $1.type.memoryByteCount }
  }

  /// The entries in the order of their data.
  var entriesByOffset: [(index: Int, entry: Entry)] {
    entries.enumerated().map { ($0.offset, $0.element) }
      .sorted {
        ($0.1.bytes.lowerBound, $0.1.bytes.upperBound)
          < ($1.1.bytes.lowerBound, $1.1.bytes.upperBound)
      }
  }

  private static func metadata(
    _ value: JSONValue, _ path: String
  ) throws(FormatError) -> [String: String] {
    guard case .object(let members) = value else {
      throw .malformed(path: path, expected: "metadata that are an object", found: "another value")
    }
    var metadata: [String: String] = [:]
    for (name, value) in members {
      guard let text = value.string else {
        throw .malformed(
          path: path, expected: "text as the metadata of \(quoted(name))", found: "another value")
      }
      metadata[name] = text
    }
    return metadata
  }

  private static func entry(
    _ name: String, _ value: JSONValue, _ path: String
  ) throws(FormatError) -> Entry {
    func malformed(_ expected: String, _ found: String) -> FormatError {
      .malformed(path: path, expected: "\(expected) of tensor \(quoted(name))", found: found)
    }
    guard case .object = value else { throw malformed("the description", "another value") }
    guard let typeName = value["dtype"]?.string else {
      throw malformed("the dtype", "none that is text")
    }
    guard let type = types[typeName] else {
      throw .unsupportedType(path: path, tensor: name, found: typeName)
    }
    guard let extents = value["shape"]?.counts else {
      throw malformed("the shape", "none that is an array of extents")
    }
    if let problem = problem(withExtents: extents) {
      throw malformed(problem.expected, problem.found)
    }
    guard let offsets = value["data_offsets"]?.counts, offsets.count == 2 else {
      throw malformed("the data_offsets", "none that are two numbers")
    }
    guard offsets[0] <= offsets[1] else {
      throw malformed("ascending data_offsets", "\(offsets)")
    }
    guard let byteCount = type.byteCount(of: extents) else {
      throw malformed("a shape that fits into memory", "\(extents)")
    }
    guard offsets[1] - offsets[0] == byteCount else {
      throw malformed(
        "\(byteCount) bytes for shape \(extents) and dtype \(typeName)",
        "\(offsets[1] - offsets[0])")
    }
    return Entry(
      name: name, type: type, shape: Shape(extents), bytes: offsets[0]..<offsets[1])
  }

  /// The data must follow each other without holes and fill the rest of the file.
  private func checkData(byteCount: Int, _ path: String) throws(FormatError) {
    var end = 0
    for (_, entry) in entriesByOffset {
      guard entry.bytes.lowerBound == end else {
        throw .malformed(
          path: path, expected: "the data of tensor \(quoted(entry.name)) at byte \(end)",
          found: "\(entry.bytes.lowerBound)")
      }
      end = entry.bytes.upperBound
    }
    guard end == byteCount else {
      throw .malformed(
        path: path, expected: "\(end) bytes of data after the header", found: "\(byteCount)")
    }
  }
}
