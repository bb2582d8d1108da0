import Foundation
import Tern
import TestSupport
import Testing

@Suite struct NPYTests {
  private static let shapes: [Shape] = [[], [1], [0], [5], [3, 0, 2], [2, 3, 4, 5, 1]]

  /// Names of NumPy's files, what they hold, and whether Tern writes the same bytes.
  private static let files: [(String, ScalarType, Shape, Bool)] = [
    ("float32", .float32, [2, 3], true), ("float64", .float64, [2, 3], true),
    ("int32", .int32, [2, 3], true), ("int64", .int64, [2, 3], true),
    ("uint8", .uint8, [2, 3], true), ("bool", .bool, [2, 3], true),
    ("float16", .float32, [2, 3], false), ("bigFloat16", .float32, [2, 3], false),
    ("bigFloat32", .float32, [2, 3], false), ("bigFloat64", .float64, [2, 3], false),
    ("bigInt32", .int32, [2, 3], false), ("bigInt64", .int64, [2, 3], false),
    ("rank0", .float32, [], true), ("rank1", .float32, [7], true),
    ("empty", .float64, [0, 3], true), ("rank4", .int32, [1, 2, 1, 2], true),
    ("fortranMatrix", .float32, [2, 3], false), ("fortranCube", .int64, [2, 3, 4], false),
    ("fortranBytes", .uint8, [2, 3], false),
    ("version2", .float32, [2, 3], false), ("version3", .float32, [2, 3], false),
  ]

  @Test(arguments: files)
  func readsNumPysFiles(name: String, type: ScalarType, shape: Shape, _: Bool) throws {
    let bytes = try #require(npyFiles[name])
    expectSame(try NPY.read(bytes, path: name), oracleTensor(type, shape))
  }

  @Test(arguments: files.filter(\.3))
  func writesTheBytesThatNumPyWrites(
    name: String, type: ScalarType, shape: Shape, _: Bool
  ) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.npy"
    try NPY.write(oracleTensor(type, shape), to: path)
    #expect(try folder.data("a.npy") == npyFiles[name])
  }

  @Test(arguments: ScalarType.allCases, shapes)
  func roundTrip(type: ScalarType, shape: Shape) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.npy"
    let tensor = oracleTensor(type, shape)
    try NPY.write(tensor, to: path)
    expectSame(try NPY.read(from: path), tensor)
  }

  @Test func slicesAreWrittenWithoutWhatSurroundsThem() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.npy"
    let rows = Tensor<Int32>([[1, 2], [3, 4], [5, 6]])
    try NPY.write(rows[1], to: path)
    #expect(try NPY.read(from: path, as: Int32.self) == Tensor([3, 4]))
  }

  @Test func typedReadingChecksTypeAndShape() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.npy"
    try NPY.write(Tensor<Float>([1, 2]), to: path)
    #expect(try NPY.read(from: path, as: Float.self, shape: [2]) == [1, 2])
    #expect(
      throws: FormatError.wrongType(
        path: path, tensor: nil, expected: .float64, found: .float32)
    ) { try NPY.read(from: path, as: Double.self) }
    #expect(
      throws: FormatError.wrongShape(
        path: path, tensor: nil, expected: [1, 2], found: [2])
    ) { try NPY.read(from: path, as: Float.self, shape: [1, 2]) }
  }

  @Test(arguments: [
    ("complex", "<c8"), ("int16", "<i2"), ("record", "a type of several parts"),
  ])
  func otherTypesAreRefused(name: String, found: String) throws {
    let bytes = try #require(npyFiles[name])
    #expect(throws: FormatError.unsupportedType(path: name, tensor: nil, found: found)) {
      try NPY.read(bytes, path: name)
    }
  }

  /// A file of version 1.0 with this header.
  private static func file(_ header: String, data: [UInt8] = []) -> [UInt8] {
    let text = Array(header.utf8)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(text.count & 0xFF), UInt8(text.count >> 8)]
      + text + data
  }

  @Test(arguments: [
    "{'descr':'<f4','fortran_order':False,'shape':(1,)}",
    "{\"shape\": (1L,), \"fortran_order\": True, \"descr\": \"<f4\"}",
    " { 'fortran_order' : False , 'descr' : '<f4' , 'shape' : ( 1 , ) , } \n",
  ])
  func spellingsOfTheHeader(header: String) throws {
    let tensor = try NPY.read(Self.file(header, data: [0, 0, 0x80, 0x3F]), path: "a")
    expectSame(tensor, AnyTensor(Tensor<Float>([1])))
  }

  private static let start = "{'descr': '<f4', 'fortran_order': False, 'shape': "
  private static let ones = "(" + String(repeating: "1,", count: 9) + ")"

  private static let malformed: [([UInt8], String)] = [
    ([], "expected a file that begins with \\x93NUMPY and a version, found other bytes"),
    (
      Array("PK345678".utf8),
      "expected a file that begins with \\x93NUMPY and a version, found other bytes"
    ),
    (
      [0x93] + Array("NUMPY".utf8) + [4, 0],
      "expected version 1.0, 2.0 or 3.0 of the format, found 4.0"
    ),
    (
      [0x93] + Array("NUMPY".utf8) + [2, 0, 1],
      "expected a length of the header in 4 bytes, found 1"
    ),
    (
      [0x93] + Array("NUMPY".utf8) + [2, 0, 0xFF, 0xFF, 0xFF, 0xFF],
      "expected a header of at most 1048576 bytes, found 4294967295"
    ),
    (
      [0x93] + Array("NUMPY".utf8) + [1, 0, 9, 0, 1],
      "expected a header of 9 bytes, found only 1"
    ),
    (file(""), "expected an opening brace at byte 0 of the header, found the end of the header"),
    (file("{}"), "expected descr, fortran_order and shape in the header, found nothing"),
    (
      file("{'shape': (1,), 'shape': (1,)}"),
      "expected descr, fortran_order and shape in the header, found \"shape\", \"shape\""
    ),
    (
      file("{'descr': 3}"),
      "expected a string, a tuple, True or False at byte 10 of the header, found \"3}\""
    ),
    (
      file("{'descr': 'abc"),
      "expected a closing quotation mark at byte 14 of the header, found the end of the header"
    ),
    (
      file(start + "(-1,)}"),
      "expected an extent from 0 to 9223372036854775807 at byte 51 of the header, found \"-1,)}\""
    ),
    (
      file(start + "(9223372036854775808,)}"),
      "expected an extent from 0 to 9223372036854775807 at byte 51 of the header, "
        + "found \"922337203685\""
    ),
    (
      file(start + "(1,)} x"),
      "expected the end of the header at byte 56 of the header, found \"x\""
    ),
    (file(start + "True}"), "expected a tuple of extents as shape, found another value"),
    (
      file("{'descr': '<f4', 'fortran_order': 'no', 'shape': ()}"),
      "expected True or False as fortran_order, found another value"
    ),
    (file(start + ones + "}"), "expected a shape of at most 8 axes, found 9"),
    (
      file(start + "(2147483648,)}"),
      "expected extents of at most 2147483647, found [2147483648]"
    ),
    (
      file(start + "(0, 9223372036854775807)}"),
      "expected extents of at most 2147483647, found [0, 9223372036854775807]"
    ),
    (
      file(start + "(2147483647, 2147483647, 2147483647, 0)}"),
      "expected a shape that fits into memory, "
        + "found [2147483647, 2147483647, 2147483647, 0]"
    ),
    (
      file(start + "(2147483647, 2147483647)}"),
      "expected a shape that fits into memory, found [2147483647, 2147483647]"
    ),
    (
      file(start + "(1048576, 1048576, 1024)}"),
      "expected 4503599627370496 bytes of data for shape [1048576, 1048576, 1024], found 0"
    ),
    (
      file(start + "(2,)}", data: [1, 2, 3, 4]),
      "expected 8 bytes of data for shape [2], found 4"
    ),
    (
      file(start + "(1,)}", data: [1, 2, 3, 4, 5]),
      "expected 4 bytes of data for shape [1], found 5"
    ),
    (
      file("{'descr': '|b1', 'fortran_order': False, 'shape': (2,)}", data: [1, 7]),
      "expected truth values stored as 0 or 1 in the tensor, found 7"
    ),
  ]

  @Test(arguments: malformed)
  func malformedFilesAreRefused(bytes: [UInt8], text: String) {
    let error = #expect(throws: FormatError.self) { try NPY.read(bytes, path: "a.npy") }
    #expect(error?.description == "a.npy: \(text)")
  }

  @Test(arguments: ["float32", "bool", "fortranCube", "version2", "float16", "record"])
  func damageIsReadOrRefused(name: String) throws {
    let file = try #require(npyFiles[name])
    let (truncated, changed) = refusals(ofDamaged: file) { bytes throws(FormatError) in
      _ = try NPY.read(bytes, path: name)
    }
    #expect(truncated == file.count)
    #expect(changed > 0)
  }
}
