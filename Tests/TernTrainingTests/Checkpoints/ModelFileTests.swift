import Tern
import TestSupport
import Testing

@Suite struct ModelFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/model"
  }

  @Test func comesBackWithItsGenerators() throws {
    var model = smallNetwork()
    let inputs = try blobs(9).inputs
    _ = model.training(inputs)
    try model.save(to: path, metadata: ["recipe": "blobs"])
    var loaded = smallNetwork(seed: 8)
    try loaded.load(from: path)
    #expect(loaded.bits == model.bits)
    #expect(loaded.training(inputs) == model.training(inputs))
    #expect(try Safetensors.read(from: path).metadata == ["recipe": "blobs"])
  }

  @Test func anotherModelsFileIsRefusedByName() throws {
    try smallNetwork().save(to: path)
    var rng = Philox(seed: 1)
    var other = Sequential<Float> {
      Linear(3, 16, using: &rng)
      Linear(16, 3, using: &rng)
    }
    let before = other.bits
    let error = #expect(throws: StateError.self) { try other.load(from: path) }
    #expect(error?.missing == ["1.weight", "1.bias"])
    #expect(error?.unexpected == ["2.generator", "3.bias", "3.weight"])
    #expect(error?.mismatched == ["0.weight needs float32 [3, 16], found float32 [2, 16]"])
    #expect(other.bits == before)
  }

  @Test func aTruncatedFileIsRefused() throws {
    try smallNetwork().save(to: path)
    let bytes = try folder.data("model")
    var model = smallNetwork(seed: 8)
    for count in [0, 7, 100, bytes.count - 1] {
      try folder.write(bytes.prefix(count), to: "model")
      #expect(throws: FormatError.self) { try model.load(from: path) }
    }
    #expect(model.bits == smallNetwork(seed: 8).bits)
  }
}
