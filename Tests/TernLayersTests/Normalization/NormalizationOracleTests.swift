import Tern
import TestSupport
import Testing

/// All normalisation layers give what PyTorch's give.
@Suite struct NormalizationOracleTests {
  /// The oracle's layers, by the name that it gives them.
  private func layer<S: FloatingScalar>(_ name: String) throws -> any Layer<S> {
    let layers: [String: any Layer<S>] = [
      "BatchNorm(3)": BatchNorm(3), "BatchNorm(20)": BatchNorm(20),
      "BatchNorm(2, 17)": BatchNorm(2),
      "BatchNorm(3, epsilon: 0.01, momentum: 0.3)": BatchNorm(3, epsilon: 0.01, momentum: 0.3),
      "BatchNorm(3, momentum: nil)": BatchNorm(3, momentum: nil),
      "BatchNorm(3, affine: false)": BatchNorm(3, affine: false),
      "LayerNorm([5])": LayerNorm([5]), "LayerNorm([17])": LayerNorm([17]),
      "LayerNorm([3, 4])": LayerNorm([3, 4], epsilon: 0.01),
      "LayerNorm([4], affine: false)": LayerNorm([4], affine: false),
      "GroupNorm(2, 4)": GroupNorm(groups: 2, channels: 4),
      "GroupNorm(1, 3)": GroupNorm(groups: 1, channels: 3),
      "GroupNorm(3, 3)": GroupNorm(groups: 3, channels: 3),
      "GroupNorm(2, 4, affine: false)": GroupNorm(groups: 2, channels: 4, affine: false),
    ]
    return try #require(layers[name])
  }

  @Test(arguments: NormalizationOracle.cases.indices)
  func valuesGradientsAndStatisticsArePyTorchs(index: Int) throws {
    let expected = NormalizationOracle.cases[index]
    let (double, single): (any Layer<Double>, any Layer<Float>) = try (
      layer(expected.layer), layer(expected.layer)
    )
    try check(double, expected, 1e-10)
    try check(single, expected, 1e-5)
  }

  private func check<S: FloatingScalar, L: Layer<S>>(
    _ layer: L, _ expected: NormalizationOracle.Case, _ tolerance: Double
  ) throws {
    func expectClose(_ actual: Tensor<S>?, _ expected: [Double], _ what: String) {
      let actual = actual?.asType(Double.self).scalars ?? []
      // Relative to the largest: sums of many terms may be near 0.
      let largest = expected.map(\.magnitude).max() ?? 0
      TestSupport.expectClose(
        actual, expected, relative: tolerance, absolute: tolerance * largest, what)
    }
    func values(_ shape: Shape, _ seed: Int) -> Tensor<S> {
      NormalizationOracle.values(shape, seed).asType(S.self)
    }
    var layer = layer
    try layer.load(
      state: layer.state.map { name, tensor in
        switch name {
        case "scale": (name, AnyTensor(values(tensor.shape, 1000)))
        case "shift": (name, AnyTensor(values(tensor.shape, 2000)))
        default: (name, tensor)
        }
      })
    let dy = values(expected.shape, 3000)
    for step in 0..<NormalizationOracle.steps {
      let x = values(expected.shape, 1 + 100 * step)
      var (trained, last) = (layer, layer)
      let gradient = gradient(at: x) { x in (trained.training(x) * dy).sum() }
      let (_, gradients) = valueWithGradient(at: &layer) { layer in
        (layer.training(x) * dy).sum()
      }
      guard step == NormalizationOracle.steps - 1 else { continue }
      expectClose(last.training(x), expected.output, "output")
      expectClose(gradient, expected.gradient, "gradient")
      expectClose(gradients["scale"], expected.scaleGradient, "scale's gradient")
      expectClose(gradients["shift"], expected.shiftGradient, "shift's gradient")
    }
    func buffer(_ name: String) -> Tensor<S>? {
      layer.state.first { $0.name == name }.flatMap { Tensor(exactly: $0.tensor) }
    }
    expectClose(buffer("runningMean"), expected.runningMean, "running mean")
    expectClose(buffer("runningVariance"), expected.runningVariance, "running variance")
    expectClose(layer(values(expected.shape, 4000)), expected.inference, "inference")
  }
}
