import Foundation
import Tern
import TestSupport
import Testing

@Suite struct SafetensorsTests {
  private static let shapes: [Shape] = [[], [1], [0], [5], [3, 0, 2], [2, 3, 4, 5, 1]]

  private static let allTypes: [(name: String, tensor: AnyTensor)] =
    [ScalarType.int64, .float64, .float32, .int32, .uint8, .bool]
    .map { ($0.description, oracleTensor($0, [2, 3])) }

  private static let text = "a \"script\"\n\u{E9}\u{1F600}\u{1}"

  private static func file(named name: String) throws -> SafetensorsFile {
    try Safetensors.read(try #require(safetensorsFiles[name]), path: name)
  }

  @Test func readsAllTypesOfThePythonPackage() throws {
    let file = try Self.file(named: "all")
    #expect(file.names == Self.allTypes.map(\.name))
    for (name, tensor) in Self.allTypes { expectSame(file[name], tensor) }
    #expect(file.metadata == ["made by": Self.text])
    #expect(file["other"] == nil)
  }

  @Test func readsAllShapesOfThePythonPackage() throws {
    let file = try Self.file(named: "shapes")
    let shapes: [String: Shape] = [
      "cube": [2, 1, 2], "empty": [0, 3], "scalar": [], "vector": [3],
    ]
    #expect(Set(file.names) == Set(shapes.keys))
    for (name, shape) in shapes { expectSame(file[name], oracleTensor(.float32, shape)) }
  }

  @Test func readsAFileWithoutTensors() throws {
    let file = try Self.file(named: "none")
    #expect(file.names.isEmpty)
    #expect(file.metadata.isEmpty)
  }

  @Test func halvesBecomeFloats() throws {
    let file = try Self.file(named: "halves")
    let half = try file.tensor("half", as: Float.self, shape: [12])
    let brain = try file.tensor("brain", as: Float.self, shape: [2, 4])
    #expect(half.scalars.map(\.bitPattern) == halfBits)
    #expect(brain.scalars.map(\.bitPattern) == brainBits)
  }

  @Test func otherTypesAreRefused() throws {
    #expect(throws: FormatError.unsupportedType(path: "int16", tensor: "count", found: "I16")) {
      try Self.file(named: "int16")
    }
  }

  @Test func writesTheBytesThatThePythonPackageWrites() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.safetensors"
    try Safetensors.write(Self.allTypes, metadata: ["made by": Self.text], to: path)
    #expect(try folder.data("a.safetensors") == safetensorsFiles["all"])
  }

  @Test func headerListsTensorsInTheOrderGivenAndAlignsData() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.safetensors"
    try Safetensors.write(
      [
        ("flag", AnyTensor(Tensor([true, false, true]))),
        ("none", AnyTensor(Tensor<Float>(zeros: [0, 2]))),
        ("wide", AnyTensor(Tensor<Double>([1, 2]))),
      ], metadata: ["b": "2", "a": "1"], to: path)
    let expected =
      #"{"__metadata__":{"a":"1","b":"2"},"#
      + #""flag":{"dtype":"BOOL","shape":[3],"data_offsets":[16,19]},"#
      + #""none":{"dtype":"F32","shape":[0,2],"data_offsets":[16,16]},"#
      + #""wide":{"dtype":"F64","shape":[2],"data_offsets":[0,16]}}"#
    let bytes = try folder.data("a.safetensors")
    let count = Int(bytes[0]) + Int(bytes[1]) << 8
    #expect(count % 8 == 0)
    let header = String(decoding: bytes[8..<8 + count], as: UTF8.self)
    #expect(header == expected + String(repeating: " ", count: count - expected.utf8.count))
    #expect(bytes.count == 8 + count + 19)
    #expect(try Safetensors.read(from: path).names == ["flag", "none", "wide"])
  }

  @Test(arguments: ScalarType.allCases, shapes)
  func roundTrip(type: ScalarType, shape: Shape) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.safetensors"
    let tensor = oracleTensor(type, shape)
    try Safetensors.write([("x", tensor), ("", tensor)], to: path)
    let file = try Safetensors.read(from: path)
    #expect(file.path == path)
    #expect(file.names == ["x", ""])
    expectSame(file["x"], tensor)
    expectSame(file[""], tensor)
  }

  @Test func typedAccessChecksNameTypeAndShape() throws {
    let file = try Self.file(named: "all")
    let expected = Tensor<Float>(exactly: oracleTensor(.float32, [2, 3]))
    #expect(try file.tensor("float32", as: Float.self, shape: [2, 3]) == expected)
    #expect(throws: FormatError.missingTensor(path: "all", tensor: "x", found: file.names)) {
      try file.tensor("x", as: Float.self)
    }
    #expect(
      throws: FormatError.wrongType(
        path: "all", tensor: "float64", expected: .float32, found: .float64)
    ) { try file.tensor("float64", as: Float.self) }
    #expect(
      throws: FormatError.wrongShape(
        path: "all", tensor: "float32", expected: [6], found: [2, 3])
    ) { try file.tensor("float32", as: Float.self, shape: [6]) }
  }

  /// Without the precondition, writing would only throw, and the process exit normally.
  @Test func takenNamesAreACallersMistake() async {
    expectMessage(
      #"Safetensors.write: the name "x" is taken already"#,
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let tensor = AnyTensor(Tensor<Float>([1]))
        try? Safetensors.write([("x", tensor), ("x", tensor)], to: "/dev/null/a")
      })
    expectMessage(
      #"Safetensors.write: the name "__metadata__" is taken already"#,
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let tensor = AnyTensor(Tensor<Float>([1]))
        try? Safetensors.write([("__metadata__", tensor)], to: "/dev/null/a")
      })
  }

  @Test(arguments: ["all", "shapes", "none", "halves"])
  func damageIsReadOrRefused(name: String) throws {
    let file = try #require(safetensorsFiles[name])
    let (truncated, changed) = refusals(ofDamaged: file) { bytes throws(FormatError) in
      _ = try Safetensors.read(bytes, path: name)
    }
    #expect(truncated == file.count)
    #expect(changed > 0)
  }
}
