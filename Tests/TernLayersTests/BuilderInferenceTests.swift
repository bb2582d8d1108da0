import Tern
import Testing

@Suite struct BuilderInferenceTests {
  @Test func everyLayerTakesItsScalarFromTheBuilder() throws {
    var rng = Philox(seed: 1)
    let model = Sequential<Float> {
      Reshape([1, 4, 4])
      Flatten()
      Linear(16, 12, using: &rng)
      ReLU()
      Linear(12, 12, weight: .orthogonal(), using: &rng)
      LeakyReLU(slope: 0.2)
      PReLU(channels: 12)
      Dropout(rate: 0.2, using: &rng)
      ELU()
      GELU()
      SiLU()
      Lambda("Half") { x in x * 0.5 }
      Sigmoid()
      Tanh()
      Softplus()
      Softmax()
      LogSoftmax()
    }
    #expect(try model.outputShape(for: [3, 16]) == [3, 12])
    #expect(model(Tensor(ones: [3, 16])).shape == [3, 12])
  }
}
