import Tern
import TernData
import TestSupport
import Testing

@Suite struct NPZTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The order in which the script puts them.
  private static let types: [ScalarType] = [.float32, .int64, .bool, .float64, .uint8, .int32]

  private func path(of name: String) throws -> String {
    try folder.write(try #require(npzFiles[name]), to: "\(name).npz")
  }

  @Test(arguments: ["stored", "deflated", "zip64"]) func readsWhatNumPyWrote(name: String) throws {
    let path = try path(of: name)
    let file = try NPZ.read(from: path)
    #expect(file.path == path)
    #expect(file.names == Self.types.map(\.description))
    for type in Self.types { expectSame(file[type.description], oracleTensor(type, [2, 3])) }
    #expect(file["other"] == nil)
  }

  @Test func readsEveryShapeAndOrder() throws {
    let file = try NPZ.read(from: try path(of: "shapes"))
    #expect(file.names == ["scalar", "empty", "fortran", "big", "half"])
    expectSame(file["scalar"], oracleTensor(.float64, []))
    expectSame(file["empty"], oracleTensor(.int32, [0, 3]))
    expectSame(file["fortran"], oracleTensor(.int64, [2, 3, 4]))
    expectSame(file["big"], oracleTensor(.float32, [7]))
    expectSame(file["half"], oracleTensor(.float32, [2, 3]))
    #expect(try NPZ.read(from: try path(of: "none")).names == [])
  }

  /// Names that NumPy has written, and that it would read.
  private static let names = ["héλ😀", "a/b", "", "x.npy"]

  @Test func namesMayBeAnything() throws {
    let path = try path(of: "names")
    #expect(try NPZ.read(from: path).names == Self.names)
    let tensors = Self.names.map { (name: $0, tensor: oracleTensor(.uint8, [3])) }
    try NPZ.write(tensors, to: path)
    #expect(try NPZ.read(from: path).names == Self.names)
  }

  @Test(arguments: [false, true], [0, 1, 7, 100_003])
  func writesAndReads(compressed: Bool, count: Int) throws {
    let tensors = ScalarType.allCases.reversed().map { type in
      (name: "\(type)", tensor: oracleTensor(type, [count, 2]))
    }
    let path = folder.path + "/new.npz"
    try NPZ.write(tensors, compressed: compressed, to: path)
    let file = try NPZ.read(from: path)
    #expect(file.names == tensors.map(\.name))
    for (name, tensor) in tensors { expectSame(file[name], tensor) }
  }

  @Test func deflatedFilesAreSmallerAndFilesAreReproducible() throws {
    let tensors = [(name: "zeros", tensor: AnyTensor(Tensor<Float>(zeros: [1000])))]
    func written(_ name: String, compressed: Bool) throws -> [UInt8] {
      try NPZ.write(tensors, compressed: compressed, to: "\(folder.path)/\(name)")
      return try folder.data(name)
    }
    let stored = try written("a.npz", compressed: false)
    #expect(stored == (try written("b.npz", compressed: false)))
    #expect(stored.count > 4000)
    #expect(try written("c.npz", compressed: true).count < 500)
  }

  @Test func tensorsAreTyped() throws {
    let path = try path(of: "stored")
    let file = try NPZ.read(from: path)
    let tensor = try file.tensor("float64", as: Double.self, shape: [2, 3])
    #expect(tensor.scalars == [-1, -0.5, 0, 0.5, 1, 1.5])
    expect(.missingTensor(path: path, tensor: "W1", found: file.names)) {
      try file.tensor("W1", as: Float.self)
    }
    expect(.wrongType(path: path, tensor: "bool", expected: .float32, found: .bool)) {
      try file.tensor("bool", as: Float.self)
    }
    expect(.wrongShape(path: path, tensor: "bool", expected: [6], found: [2, 3])) {
      try file.tensor("bool", as: Bool.self, shape: [6])
    }
  }

  /// Names of files that are refused, and what follows the path in the message.
  private static let refused = [
    ("objects", ": tensor \"bad\": expected elements of a type that Tern has, found |O"),
    ("int16", ": tensor \"small\": expected elements of a type that Tern has, found <i2"),
    ("text", ": expected files called NAME.npy only, found \"read me.txt\""),
    ("folder", ": expected files called NAME.npy only, found \"a.npy/\""),
    ("twice", ": expected each tensor once, found a second \"a\""),
    (
      "pickle",
      ": tensor \"a\": expected a file that begins with \\x93NUMPY and a version, "
        + "found other bytes"
    ),
    ("short", ": tensor \"a\": expected 8 bytes of data for shape [2], found 7"),
    (
      "huge",
      ": tensor \"a\": expected 4294967296 bytes of data for shape [1048576, 1024], found 8"
    ),
  ]

  /// Archives that claim one thing and are another. What comes after the first that is wrong is
  /// damaged in another way, and is not read.
  private static let forged = [
    ("bomb", ": tensor \"a\": expected 8 bytes of data for shape [2], found 1048584"),
    ("hiddenBomb", ": tensor \"a\": expected the end of the member, found more bytes"),
    (
      "twoBombs",
      ": tensor \"b\": expected no more than the 1432416 bytes that a zip archive of 1388 can hold, "
        + "found 1048704 after 1048704"
    ),
    (
      "extent",
      ": tensor \"a\": expected extents of at most 2147483647, found [4611686018427387904]"
    ),
    (
      "product",
      ": tensor \"a\": expected 4611686014132420609 bytes of data for shape "
        + "[2147483647, 2147483647], found 8"
    ),
    (
      "promise",
      ": tensor \"a\": expected no more than the 264192 bytes that a zip archive of 256 can hold, "
        + "found 4611686014132420737"
    ),
  ]

  @Test(arguments: refused + forged) func refusesWhatIsNoArray(name: String, text: String) throws {
    let path = try path(of: name)
    let error = #expect(throws: FormatError.self) { try NPZ.read(from: path) }
    #expect(error?.description == path + text)
  }

  @Test(arguments: ["cutStream", "endedStream", "endedArray"])
  func refusesMembersThatEndEarly(name: String) throws {
    let path = try path(of: name)
    let error = #expect(throws: FormatError.self) { try NPZ.read(from: path) }
    #expect(error?.description.hasPrefix(path + ": ") == true)
  }

  @Test func namesWhatIsNoFile() {
    let missing = folder.path + "/missing.npz"
    expect(.missingFile(path: missing)) { try NPZ.read(from: missing) }
    expect(.notAFile(path: folder.path)) { try NPZ.read(from: folder.path) }
    expect(.notAFile(path: folder.path)) { try NPZ.write([], to: folder.path) }
    let inside = missing + "/a.npz"
    expect(.unwritable(path: inside, reason: "No such file or directory")) {
      try NPZ.write([], to: inside)
    }
  }

  @Test(arguments: [[], Array("no zip archive at all".utf8), [UInt8](repeating: 0, count: 5000)])
  func refusesOtherFiles(bytes: [UInt8]) throws {
    let path = try folder.write(bytes, to: "other.npz")
    let error = #expect(throws: FormatError.self) { try NPZ.read(from: path) }
    #expect(
      error?.description.hasPrefix("\(path): expected an undamaged zip archive, found ") == true)
  }

  /// A change in the data of a member is noticed by its checksum.
  @Test(arguments: ["tiny", "tinyZip64"]) func damageIsReadOrRefused(name: String) throws {
    let bytes = try #require(npzFiles[name])
    let (truncated, changed) = refusals(ofDamaged: bytes) { bytes throws(FormatError) in
      let path = "\(folder.path)/damaged.npz"
      #expect(throws: Never.self) { try folder.write(bytes, to: "damaged.npz") }
      _ = try NPZ.read(from: path)
    }
    #expect(truncated == bytes.count)
    #expect(changed > bytes.count * 2)
  }

  @Test func aFileThatCannotBeReplacedStays() throws {
    _ = try path(of: "stored")
    let before = try folder.data("stored.npz")
    // A folder cannot be written to by its path as a file, and no temporary file is left in it.
    #expect(throws: FormatError.self) { try NPZ.write([], to: folder.path + "/stored.npz/x") }
    #expect(try folder.data("stored.npz") == before)
    #expect(try folder.names == ["stored.npz"])
  }

  private func expect<Result>(
    _ error: FormatError, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Result
  ) {
    #expect(throws: error, sourceLocation: sourceLocation) { try body() }
  }
}
