import Foundation
import Tern
import TestSupport
import Testing

@Suite struct PyTorchStateTests {
  private static func dense() -> Sequential<Float> {
    Sequential {
      Linear(4, 6)
      Tanh()
      Linear(6, 6)
      Tanh()
      Linear(6, 3)
    }
  }

  private static func images() -> Sequential<Float> {
    Sequential {
      Conv2D(1, 3, kernel: 3, padding: 1, bias: false)
      BatchNorm(3)
      ReLU()
      Conv2D(3, 4, kernel: 3, stride: 2)
      BatchNorm(4)
      ReLU()
      Flatten()
      Linear(16, 5)
      ReLU()
      Dropout(rate: 0.5)
      Linear(5, 3)
    }
  }

  private static func norms() -> Sequential<Float> {
    Sequential {
      ConvTranspose2D(2, 4, kernel: 2, stride: 2)
      GroupNorm(groups: 2, channels: 4)
      PReLU(channels: 4)
      Flatten()
      LayerNorm([64])
      Linear(64, 2)
      BatchNorm(2, momentum: nil)
    }
  }

  private static let imageKeys: PyTorchKeys = [
    "conv1": "0", "bn1": "1", "conv2": "3", "bn2": "4", "fc1": "7", "fc2": "10",
  ]

  private func withFile<R>(
    _ fixture: PyTorchFixture? = nil, _ body: (String) throws -> R
  ) throws -> R {
    let folder = try TemporaryFolder()
    if let fixture {
      let data = Data(base64Encoded: fixture.file, options: .ignoreUnknownCharacters)
      try folder.write(try #require(data), to: "state")
    }
    return try body(folder.path + "/state")
  }

  private func expectOutput(
    of model: Sequential<Float>, _ fixture: PyTorchFixture, _ shape: Shape,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectClose(
      model(Tensor(fixture.input, shape: shape)).scalars, fixture.output, relative: 1e-6,
      absolute: 1e-6, sourceLocation: sourceLocation)
  }

  @Test func equalNamesNeedNoKeyMap() throws {
    var model = Self.dense()
    try withFile(.dense) { try model.load(fromPyTorch: $0) }
    expectOutput(of: model, .dense, [2, 4])
    // By name even where no other way of telling the layers apart is allowed.
    var strict = Self.dense()
    try withFile(.dense) { try strict.load(fromPyTorch: $0, keys: [:]) }
    #expect(strict.bits == model.bits)
  }

  @Test func otherNamesAreRenamed() throws {
    var model = Self.images()
    try withFile(.images) { try model.load(fromPyTorch: $0, keys: Self.imageKeys) }
    expectOutput(of: model, .images, [2, 1, 6, 6])
  }

  @Test func layersAreFoundByShapesAndOrder() throws {
    var model = Self.images()
    try withFile(.images) { try model.load(fromPyTorch: $0) }
    expectOutput(of: model, .images, [2, 1, 6, 6])
    var other = Self.norms()
    try withFile(.norms) { try other.load(fromPyTorch: $0) }
    expectOutput(of: other, .norms, [2, 2, 2, 2])
  }

  @Test func numbersInNamesAreNumbers() throws {
    // Twelve equal layers in PyTorch's hands are hidden.0 to hidden.11; sorted as text, 10 is
    // before 2.
    func chain(_ seed: UInt64) -> Sequential<Float> {
      var rng = Philox(seed: seed)
      return Sequential { for _ in 0..<12 { Linear(3, 3, using: &rng) } }
    }
    let model = chain(1)
    let names = Dictionary(uniqueKeysWithValues: (0..<12).map { ("hidden.\($0).map", "\($0)") })
    try withFile { path in
      try model.save(forPyTorch: path, keys: PyTorchKeys(names))
      var loaded = chain(2)
      try loaded.load(fromPyTorch: path)
      #expect(loaded.bits == model.bits)
    }
  }

  @Test func layersThatNothingTellsApartAreRefused() throws {
    var rng = Philox(seed: 1)
    var model = Sequential<Float> {
      Linear(3, 3, using: &rng)
      Linear(3, 3, using: &rng)
    }
    try withFile { path in
      try model.save(forPyTorch: path, keys: ["first": "0", "second": "1"])
      let error = #expect(throws: StateError.self) { try model.load(fromPyTorch: path) }
      #expect(error?.missing.count == 4)
      #expect(error?.unexpected.count == 4)
      try model.load(fromPyTorch: path, keys: ["first": "0", "second": "1"])
    }
  }

  @Test func everythingThatDoesNotFitIsListed() throws {
    var model = Sequential<Float> {
      Conv2D(1, 3, kernel: 5, bias: false)
      BatchNorm(3)
      Linear(16, 6)
      Linear(6, 3)
      PReLU()
    }
    let before = model.bits
    let keys: PyTorchKeys = ["conv1": "0", "bn1": "1", "fc1": "2", "fc2": "3", "slope": "4"]
    let error = try withFile(.images) { path in
      #expect(throws: StateError.self) { try model.load(fromPyTorch: path, keys: keys) }
    }
    #expect(error?.missing == ["slope.weight float32 [1]"])
    #expect(
      error?.unexpected == [
        "bn2.bias float32 [4]", "bn2.running_mean float32 [4]", "bn2.running_var float32 [4]",
        "bn2.weight float32 [4]", "conv2.bias float32 [4]", "conv2.weight float32 [4, 3, 3, 3]",
      ])
    #expect(
      error?.mismatched == [
        "conv1.weight needs float32 [3, 1, 5, 5], found float32 [3, 1, 3, 3]",
        "fc1.weight needs float32 [6, 16], found float32 [5, 16]",
        "fc1.bias needs float32 [6], found float32 [5]",
        "fc2.weight needs float32 [3, 6], found float32 [3, 5]",
      ])
    #expect(model.bits == before)
  }

  @Test func keysThatMeetAreRefused() throws {
    var model = Self.dense()
    let error = try withFile(.dense) { path in
      #expect(throws: StateError.self) { try model.load(fromPyTorch: path, keys: ["2": "0"]) }
    }
    #expect(error?.mismatched.contains("0.bias and 2.bias are both 0.bias") ?? false)
    #expect(error?.missing.contains("2.weight float32 [6, 6]") ?? false)
  }

  @Test func singlePrecisionFitsIntoDouble() throws {
    var single = Self.dense()
    var double = Sequential<Double> {
      Linear(4, 6)
      Tanh()
      Linear(6, 6)
      Tanh()
      Linear(6, 3)
    }
    try withFile(.dense) { path in
      try single.load(fromPyTorch: path)
      try double.load(fromPyTorch: path)
    }
    for (wide, narrow) in zip(double.parameters, single.parameters) {
      #expect(wide.name == narrow.name)
      #expect(wide.tensor == narrow.tensor.asType(Double.self))
    }
  }

  @Test func doublePrecisionIsNotRounded() throws {
    let double = Sequential<Double> { Linear(4, 6) }
    var single = Sequential<Float> { Linear(4, 6) }
    let before = single.bits
    let error = try withFile { path in
      try double.save(forPyTorch: path)
      return #expect(throws: StateError.self) { try single.load(fromPyTorch: path) }
    }
    #expect(
      error?.mismatched == [
        "0.weight needs float32 [6, 4], found float64 [6, 4]",
        "0.bias needs float32 [6], found float64 [6]",
      ])
    #expect(single.bits == before)
  }

  @Test func prefixesAreTakenOff() throws {
    let model = Self.dense()
    try withFile { path in
      try model.save(forPyTorch: path, keys: ["module": ""])
      #expect(try Safetensors.read(from: path).names.allSatisfy { $0.hasPrefix("module.") })
      for keys: PyTorchKeys in [["module": ""], .automatic] {
        var loaded = Self.dense()
        try loaded.load(fromPyTorch: path, keys: keys)
        #expect(loaded.bits == model.bits)
      }
    }
  }

  @Test func theLongestNameCounts() throws {
    let model = Self.dense()
    let keys: PyTorchKeys = ["net": "", "net.head": "4", "first": "0.weight"]
    try withFile { path in
      try model.save(forPyTorch: path, keys: keys)
      #expect(
        Set(try Safetensors.read(from: path).names) == [
          "first", "net.0.bias", "net.2.weight", "net.2.bias", "net.head.weight", "net.head.bias",
        ])
      var loaded = Self.dense()
      try loaded.load(fromPyTorch: path, keys: keys)
      #expect(loaded.bits == model.bits)
    }
  }

  /// A file of Tern's has the tensors of PyTorch's own, byte for byte.
  @Test(arguments: ["images", "norms"]) func whatIsWrittenIsWhatPyTorchWrote(name: String) throws {
    let fixture = name == "images" ? PyTorchFixture.images : .norms
    var model = name == "images" ? Self.images() : Self.norms()
    let names = ["up", "group", "slope", "flatten", "layer", "out", "average"]
    let keys =
      name == "images"
      ? Self.imageKeys
      : PyTorchKeys(Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, "\($0)") }))
    let original = try withFile(fixture) { path in
      try model.load(fromPyTorch: path, keys: keys)
      return try Safetensors.read(from: path)
    }
    try withFile { path in
      try model.save(forPyTorch: path, keys: keys, metadata: ["format": "pt"])
      let written = try Safetensors.read(from: path)
      #expect(Set(written.names) == Set(original.names))
      for name in original.names {
        let (tensor, expected) = (try #require(written[name]), try #require(original[name]))
        #expect(tensor.shape == expected.shape && tensor.scalarType == expected.scalarType)
        if name.hasSuffix("num_batches_tracked") {
          // Counted by Tern only where it matters.
          let count = Tensor<Int64>(exactly: tensor)?.scalar
          #expect(count == (name == "average.num_batches_tracked" ? 3 : 0))
        } else {
          #expect(try written.tensor(name, as: Float.self) == original.tensor(name))
        }
      }
    }
  }

  @Test func generatorsStay() throws {
    var model = Self.images()
    let before = model.state.first { $0.name == "9.generator" }?.tensor
    try withFile(.images) { try model.load(fromPyTorch: $0, keys: Self.imageKeys) }
    let after = model.state.first { $0.name == "9.generator" }?.tensor
    #expect(
      Tensor<Int64>(exactly: try #require(before)) == Tensor<Int64>(exactly: try #require(after)))
  }

  @Test func layersOfYourOwnSayWhatDiffers() throws {
    var gate = Gate(factor: Tensor([[1, 2, 3], [4, 5, 6]]))
    try withFile { path in
      try gate.save(forPyTorch: path)
      let file = try Safetensors.read(from: path)
      #expect(try file.tensor("scale", as: Float.self) == Tensor([[1, 4], [2, 5], [3, 6]]))
      let saved = gate.factor
      gate.factor = Tensor(zeros: [2, 3])
      try gate.load(fromPyTorch: path)
      #expect(gate.factor == saved)
    }
  }
}

private struct Gate: Layer, PyTorchLayer {
  static var pyTorchState: [String: PyTorchTensor] { ["factor": .init("scale", .transposed)] }
  var factor: Tensor<Float>

  func callAsFunction(_ x: Tensor<Float>) -> Tensor<Float> { x * factor }

  mutating func visit<Visitor: StateVisitor<Float>>(_ visitor: inout Visitor) {
    visitor.parameter("factor", &factor, role: .scale)
  }
}
