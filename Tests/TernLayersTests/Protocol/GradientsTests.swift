import Tern
import TernLayers
import TestSupport
import Testing

@Suite struct GradientsTests {
  static let gradients = Gradients<Double>(
    names: ParameterNames(["a", "b"]), tensors: [[[3, 0]], [-4]])

  @Test func normIsOverAllOfThem() {
    expectClose(Self.gradients.norm, 5)
    #expect(Gradients<Float>(names: ParameterNames([]), tensors: []).norm == 0)
  }

  @Test func namesFindThem() {
    #expect(Self.gradients["b"] == [-4])
    #expect(Self.gradients["c"] == nil)
  }

  @Test func clippingToASmallerNormScales() {
    var gradients = Self.gradients
    expectClose(gradients.clip(toNorm: 1), 5)
    expectClose(gradients.tensors[0], [[0.6, 0]])
    expectClose(gradients.tensors[1], [-0.8])
  }

  @Test(arguments: [5, 6.0]) func clippingToALargerNormChangesNothing(limit: Double) {
    var gradients = Self.gradients
    expectClose(gradients.clip(toNorm: limit), 5)
    #expect(gradients.tensors == Self.gradients.tensors)
  }

  /// Squares of Float are infinite from 1.8e19 on.
  @Test(arguments: [1e10, 1e25, 1e38, 1e-25, 0x1p-133] as [Float])
  func explodingAndVanishingGradientsHaveANorm(size: Float) {
    let names = ParameterNames(["a", "b"])
    var gradients = Gradients<Float>(
      names: names, tensors: [Tensor([3 * size / 4, 0]), Tensor([size])])
    expectClose(gradients.norm, 1.25 * size, relative: 1e-6, absolute: 2e-45)
    gradients.clip(toNorm: size / 2)
    expectClose(gradients.norm, size / 2, relative: 1e-6, absolute: 2e-45)
    expectClose(gradients.tensors[1].scalars, [0.4 * size], relative: 1e-6, absolute: 2e-45)
  }

  @Test func clippingToAValueCutsElements() {
    var gradients = Self.gradients
    gradients.clip(toValue: 3.5)
    #expect(gradients.tensors == [[[3, 0]], [-3.5]])
  }

  @Test func sumsAndProducts() {
    var gradients = Self.gradients
    gradients += Self.gradients
    gradients *= 0.25
    #expect(gradients.tensors == [[[1.5, 0]], [-2]])
  }

  @Test func gradientsOfOtherModelsTrap() async {
    expectMessage(
      #"gradients of ["a"] and of ["b"] do not add up"#,
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        var a = Gradients<Float>(names: ParameterNames(["a"]), tensors: [[1]])
        a += Gradients<Float>(names: ParameterNames(["b"]), tensors: [[1]])
      })
  }
}
