import Tern

/// The array in an IDX file, the format of MNIST and its relatives, compressed with gzip or plain.
///
/// ```swift
/// let images = try IDXFile<UInt8>(reading: "train-images-idx3-ubyte.gz")
/// print(images.extents)  // [60000, 28, 28]
/// ```
public struct IDXFile<Scalar: IDXScalar>: Sendable {
  /// Where the array was read from.
  public let path: String
  /// The length of each axis.
  public let extents: [Int]
  /// The elements, the last axis varying fastest.
  public let scalars: [Scalar]

  /// Reads and checks a whole file.
  ///
  /// A tensor has at most eight axes of at most 2³¹ − 1. Memory grows with what the file really holds,
  /// not with what its header says.
  ///
  /// - Parameter limit: What unpacks to more bytes is refused before its contents are read.
  /// - Throws: ``DataError``, when the file cannot be read, is not IDX, holds elements of another
  ///   type, or is shorter or longer than its header says.
  public init(reading path: String, limit: Int = 1 << 31) throws(DataError) {
    let file = try DataFile(opening: path)
    let header = try IDXHeader(from: file)
    guard header.typeCode == Scalar.idxTypeCode else {
      throw .malformed(
        path: path, expected: "elements of type \(IDXHeader.describe(Scalar.idxTypeCode))",
        found: IDXHeader.describe(header.typeCode))
    }
    let size = header.fileByteCount(elementByteCount: MemoryLayout<Scalar>.size)
    guard let size, size <= limit else {
      throw .tooLarge(
        path: path, found: (size.map(String.init) ?? "more") + " for shape \(header.extents)",
        limit: limit)
    }
    guard header.extents.count <= Shape.maximumRank,
      header.extents.allSatisfy({ $0 <= Shape.maximumExtent })
    else {
      throw .malformed(
        path: path,
        expected: "at most \(Shape.maximumRank) axes of at most \(Shape.maximumExtent)",
        found: "shape \(header.extents)")
    }
    // The bytes, and the elements that are made of them.
    let (memory, overflow) = min(size, file.largestByteCount).multipliedReportingOverflow(by: 2)
    try file.requireMemory(for: overflow ? .max : memory)
    let bytes = try file.read(size - header.byteCount)
    let excess = try file.read(1)
    guard bytes.count == size - header.byteCount, excess.isEmpty else {
      let found = header.byteCount + bytes.count
      throw .malformed(
        path: path, expected: "\(size) bytes for shape \(header.extents)",
        found: excess.isEmpty ? "\(found)" : "more")
    }
    self.path = path
    extents = header.extents
    scalars = Scalar.decode(bigEndian: bytes)
  }
}
