import Tern
import TestSupport
import Testing

/// −2 to 2 in steps of 1/250, the same as in the script of the oracle.
func ramp<S: FloatingScalar>(_ shape: Shape, seed: Int, as _: S.Type = S.self) -> Tensor<S> {
  let scalars = (0..<shape.elementCount).map { place -> S in
    let step: Int = (place * 7919 + seed * 104729) % 1001 - 500
    return S(double: Double(step) / 250)
  }
  return Tensor(scalars, shape: shape)
}

/// Expects the output and the gradients of x, weight and bias of a layer to be the oracle's, up to
/// a part of their largest element.
func expectOracle<S: FloatingScalar, L: Layer<Double>>(
  _ oracle: ConvolutionOracle.Case<L>, within tolerance: Double, as _: S.Type,
  _ apply: (_ x: Tensor<S>, _ weight: Tensor<S>, _ bias: Tensor<S>?) -> Tensor<S>
) {
  func expect(_ actual: Tensor<S>, _ expected: [Double], _ what: String) {
    let scale = expected.map(abs).max() ?? 0
    expectClose(
      actual.scalars.map { $0.asDouble }, expected, relative: 0, absolute: tolerance * scale,
      "in \(what) of \(oracle.layer)")
  }
  let shapes = oracle.layer.parameters.map(\.tensor.shape)
  let inputs =
    [ramp(oracle.input, seed: 1)]
    + shapes.enumerated().map { index, shape in ramp(shape, seed: index + 2, as: S.self) }
  let (y, pullback) = valueWithPullback(at: inputs) { inputs in
    apply(inputs[0], inputs[1], inputs.count > 2 ? inputs[2] : nil)
  }
  #expect(y.shape == oracle.output)
  expect(y, oracle.y, "y")
  let gradients = pullback(ramp(oracle.output, seed: 4))
  expect(gradients[0], oracle.dx, "dx")
  expect(gradients[1], oracle.dWeight, "dWeight")
  #expect((oracle.dBias == nil) == (gradients.count == 2))
  if let dBias = oracle.dBias { expect(gradients[2], dBias, "dBias") }
}
