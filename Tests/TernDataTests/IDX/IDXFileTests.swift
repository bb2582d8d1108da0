import Tern
import TernData
import TestSupport
import Testing

@Suite struct IDXFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [[], [0], [7], [2, 3], [2, 3, 4], [1, 2, 1, 3, 2]])
  func readsBytesOfAnyRank(extents: [Int]) throws {
    let scalars = (0..<extents.reduce(1, *)).map { UInt8(255 - $0) }
    for bytes in [idx(extents, scalars), gzip(idx(extents, scalars))] {
      let file = try IDXFile<UInt8>(reading: try folder.write(bytes, to: "array"))
      #expect(file.extents == extents)
      #expect(file.scalars == scalars)
      #expect(file.tensor == Tensor(scalars, shape: Shape(extents)))
    }
  }

  @Test func readsIntegersBigEndFirst() throws {
    let bytes = idx([3], [0, 0, 1, 2, 0xFF, 0xFF, 0xFF, 0xFE, 0x80, 0, 0, 0], typeCode: 0x0C)
    let file = try IDXFile<Int32>(reading: try folder.write(bytes, to: "array"))
    #expect(file.scalars == [258, -2, .min])
  }

  @Test func readsFloatsBigEndFirst() throws {
    let bytes = idx([2], [0x3F, 0x80, 0, 0, 0xC0, 0x49, 0x0F, 0xDB], typeCode: 0x0D)
    let file = try IDXFile<Float>(reading: try folder.write(bytes, to: "array"))
    #expect(file.scalars == [1, -.pi.nextUp])
  }

  @Test func readsDoublesBigEndFirst() throws {
    let bytes = idx([1], [0x40, 0x09, 0x21, 0xFB, 0x54, 0x44, 0x2D, 0x18], typeCode: 0x0E)
    let file = try IDXFile<Double>(reading: try folder.write(bytes, to: "array"))
    #expect(file.scalars == [.pi])
  }

  /// The bytes of a file, what was expected and what was found.
  private static let malformed: [([UInt8], String, String)] = [
    (idx([3], [1, 2]), "11 bytes for shape [3]", "10"),
    (idx([3], []), "11 bytes for shape [3]", "8"),
    (idx([2, 2], [1, 2, 3, 4, 5]), "16 bytes for shape [2, 2]", "more"),
    (
      idx([60_000, 28, 28], Array(repeating: 0, count: 1218)),
      "47040016 bytes for shape [60000, 28, 28]", "1234"
    ),
    ([], "an IDX header of at least 4 bytes", "0"),
    ([0, 0, 8], "an IDX header of at least 4 bytes", "3"),
    ([0, 0, 8, 3, 0, 0], "a header of 16 bytes for UInt8 of rank 3", "6"),
    (Array("PNG!".utf8), "an IDX file, which begins with 0x0000 and a type code", "0x504E4721"),
    ([0, 0, 0x0A, 1], "an IDX file, which begins with 0x0000 and a type code", "0x00000A01"),
    (idx([1], [7], typeCode: 0x09), "elements of type UInt8 (0x08)", "Int8 (0x09)"),
    (idx([1], [0, 7], typeCode: 0x0B), "elements of type UInt8 (0x08)", "Int16 (0x0B)"),
    (idx([0], [], typeCode: 0x0E), "elements of type UInt8 (0x08)", "Double (0x0E)"),
  ]

  @Test(arguments: malformed)
  func namesWhatItExpectedAndFound(bytes: [UInt8], expected: String, found: String) throws {
    for (name, bytes) in [("plain", bytes), ("compressed.gz", gzip(bytes))] {
      let path = try folder.write(bytes, to: name)
      #expect(throws: DataError.malformed(path: path, expected: expected, found: found)) {
        try IDXFile<UInt8>(reading: path)
      }
    }
  }

  /// Extents, and how the error puts their size.
  private static let huge: [([Int], String)] = [
    ([1 << 31, 1], "2147483660 for shape [2147483648, 1]"),
    ([1 << 20, 1 << 20, 1 << 20], "1152921504606846992 for shape [1048576, 1048576, 1048576]"),
    ([0xFFFF_FFFF, 0xFFFF_FFFF, 3], "more for shape [4294967295, 4294967295, 3]"),
    ([0, 0x7FFF_FFFF, 0x7FFF_FFFF, 4], "more for shape [0, 2147483647, 2147483647, 4]"),
  ]

  @Test(arguments: huge)
  func refusesHugeExtentsBeforeReadingOn(extents: [Int], size: String) throws {
    let path = try folder.write(idx(extents, [1, 2, 3]), to: "huge")
    #expect(throws: DataError.tooLarge(path: path, found: size, limit: 1 << 31)) {
      try IDXFile<UInt8>(reading: path)
    }
  }

  /// Extents that no tensor has, though the file is as long as they say.
  @Test(arguments: [Array(repeating: 1, count: 9), [0, 1 << 31], [0xFFFF_FFFF, 0]])
  func refusesExtentsThatNoShapeHas(extents: [Int]) throws {
    let path = try folder.write(idx(extents, extents.contains(0) ? [] : [7]), to: "shape")
    #expect(
      throws: DataError.malformed(
        path: path, expected: "at most 8 axes of at most 2147483647", found: "shape \(extents)")
    ) { try IDXFile<UInt8>(reading: path) }
  }

  @Test func takesNoMemoryForPetabytesThatAreNotThere() throws {
    let extents = [1 << 20, 1 << 20, 1 << 10]
    let path = try folder.write(idx(extents, [1, 2, 3]), to: "claims")
    #expect(
      throws: DataError.malformed(
        path: path, expected: "1125899906842640 bytes for shape \(extents)", found: "19")
    ) { try IDXFile<UInt8>(reading: path, limit: .max) }
  }

  @Test func takesNoMemoryForExtentsThatAreNotThere() throws {
    let path = try folder.write(idx([1 << 30], [1, 2, 3]), to: "claims")
    let error = #expect(throws: DataError.self) { try IDXFile<UInt8>(reading: path) }
    #expect(
      error?.description
        == "\(path): expected 1073741832 bytes for shape [1073741824], found 11")
  }
}
