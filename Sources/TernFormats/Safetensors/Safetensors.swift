import TernTensors

/// Reads and writes `.safetensors` files: named tensors, and text about them.
///
/// A file is the length of its header in 8 bytes, the header in JSON, and the elements in
/// little-endian row-major order. See <https://github.com/huggingface/safetensors>.
///
/// Types have the names `F32`, `F64`, `I32`, `I64`, `U8` and `BOOL`. `F16` and `BF16` are read into
/// `Float`, which holds all their values.
public enum Safetensors {
  /// Writes tensors, each under a name of its own, and text about them.
  ///
  /// A file that is there already is replaced at once when the new one is complete; if that fails,
  /// or the program is stopped, it stays as it was.
  ///
  /// Throws ``FormatError/unwritable(path:reason:)`` or ``FormatError/notAFile(path:)``. No two
  /// tensors may have the same name, none may be called `__metadata__`.
  public static func write(
    _ tensors: [(name: String, tensor: AnyTensor)], metadata: [String: String] = [:],
    to path: String
  ) throws(FormatError) {
    try write(tensors, metadata: metadata, to: path, keepingOldAs: nil)
  }

  /// The same; the file that is there already gets another name.
  package static func write(
    _ tensors: [(name: String, tensor: AnyTensor)], metadata: [String: String] = [:],
    to path: String, keepingOldAs previous: String?
  ) throws(FormatError) {
    let stored = inStoredOrder(tensors)
    let header = header(tensors, stored, metadata)
    try AtomicFile.replace(path, keepingOldAs: previous) { file throws(FormatError) in
      try file.append(header)
      for index in stored {
        try tensors[index].tensor.withUnsafeBytes { bytes throws(FormatError) in
          try file.append(bytes)
        }
      }
    }
  }

  /// Reads all tensors of a file. Whatever it contains, reading succeeds or throws.
  ///
  /// A header has at most 100 million bytes, as in the reference implementation, and four million
  /// values in JSON, nested at most 64 deep; a tensor has at most eight axes of at most 2³¹ − 1. The
  /// data must fill the file without holes and without overlapping, which is checked before any
  /// memory is taken for them.
  ///
  /// Throws ``FormatError``, also if there is anything in the file that the format does not allow, or
  /// if the tensors are larger than the memory that there is.
  public static func read(from path: String) throws(FormatError) -> SafetensorsFile {
    try read(FileReader(opening: path))
  }

  /// Reads all tensors of a file whose bytes are in memory. Messages call it by this path.
  public static func read(
    _ bytes: [UInt8], path: String
  ) throws(FormatError) -> SafetensorsFile {
    try read(MemoryReader(bytes, path: path))
  }

  private static func read(_ reader: some ByteReader) throws(FormatError) -> SafetensorsFile {
    let header = try SafetensorsHeader(reading: reader)
    // The first sum could overflow if the file were longer than any memory.
    try requireMemory(for: reader.remaining, path: reader.path)
    try requireMemory(for: header.memoryByteCount, path: reader.path)
    var tensors = [AnyTensor?](repeating: nil, count: header.entries.count)
    for (index, entry) in header.entriesByOffset {
      tensors[index] = try reader.tensor(
        entry.shape, entry.type, description: "tensor \(quoted(entry.name))")
    }
    var named: [(name: String, tensor: AnyTensor)] = []
    for (entry, tensor) in zip(header.entries, tensors) {
      if let tensor { named.append((entry.name, tensor)) }
    }
    return SafetensorsFile(path: reader.path, metadata: header.metadata, tensors: named)
  }

  /// The order of the data: the largest elements first, so that all are aligned to their size.
  private static func inStoredOrder(_ tensors: [(name: String, tensor: AnyTensor)]) -> [Int] {
    func size(_ index: Int) -> Int { tensors[index].tensor.scalarType.byteCount }
    return tensors.indices.sorted { (size($1), $0) < (size($0), $1) }
  }

  /// The length of the header, and the header: tensors in the order given, metadata by name.
  private static func header(
    _ tensors: [(name: String, tensor: AnyTensor)], _ stored: [Int], _ metadata: [String: String]
  ) -> [UInt8] {
    var offsets = [Int](repeating: 0, count: tensors.count)
    var end = 0
    for index in stored {
      offsets[index] = end
      end += byteCount(tensors[index].tensor)
    }
    var members: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key < $1.key }
        .map { "\(JSONValue.literal($0.key)):\(JSONValue.literal($0.value))" }
      members.append("\"\(SafetensorsHeader.metadataName)\":{\(texts.joined(separator: ","))}")
    }
    var names: Set<String> = [SafetensorsHeader.metadataName]
    for ((name, tensor), offset) in zip(tensors, offsets) {
      precondition(
        names.insert(name).inserted,
        "Safetensors.write: the name \(name.debugDescription) is taken already")
      let type = SafetensorsHeader.name(of: tensor.scalarType)
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      members.append(
        "\(JSONValue.literal(name)):{\"dtype\":\"\(type)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(offset),\(offset + byteCount(tensor))]}")
    }
    var text = Array("{\(members.joined(separator: ","))}".utf8)
    while text.count % 8 != 0 { text.append(UInt8(ascii: " ")) }
    precondition(
      text.count <= SafetensorsHeader.largestByteCount,
      "Safetensors.write: names, shapes and metadata may take "
        + "\(SafetensorsHeader.largestByteCount) bytes, not \(text.count)")
    return withUnsafeBytes(of: UInt64(text.count).littleEndian, Array.init) + text
  }

  private static func byteCount(_ tensor: AnyTensor) -> Int {
    tensor.shape.elementCount * tensor.scalarType.byteCount
  }
}
