import Tern
import TestSupport
import Testing

struct VectorNormTests {
  @Test(arguments: SpectralOracle.vectorNorms)
  func normsAreNumPys(order: Double, all: Double, along: [Double]) {
    let x = SpectralOracle.vectors
    expectClose(x.norm(order).scalar, all, relative: 1e-13)
    let norms = x.norm(order, along: 1)
    #expect(norms.shape == [2, 4])
    expectClose(norms.scalars, along, relative: 1e-13)
    let kept = x.norm(order, along: [-2], keepingAxes: true)
    #expect(kept.shape == [2, 1, 4])
    expectClose(kept.scalars, along, relative: 1e-13)
    expectClose(x.asType(Float.self).norm(order).scalar, Float(all), relative: 1e-5)
  }

  @Test func severalAxesMakeOneVector() {
    let x = SpectralOracle.vectors
    for order in [2.0, 1, 3, .infinity] {
      expectClose(
        x.norm(order, along: [0, 2]),
        x.permuted([1, 0, 2]).reshaped(to: [3, 8]).norm(order, along: 1), relative: 1e-14)
    }
  }

  @Test func euclideanIsTheDefault() {
    expectClose(Tensor<Double>([3, -4]).norm().scalar, 5)
    expectClose(Tensor<Double>([[3, -4], [5, 12]]).norm(along: 1), [5, 13])
  }

  @Test(arguments: [2.0, 1, 0, 3, 0.5])
  func noElementsHaveNormZero(order: Double) {
    #expect(Tensor<Double>(zeros: [0]).norm(order).scalar == 0)
    #expect(Tensor<Double>(zeros: [2, 0]).norm(order, along: 1) == [0, 0])
    #expect(Tensor<Double>(zeros: [0, 2]).norm(order, along: 1).shape == [0])
  }

  @Test func zerosAndWhatIsNotFinite() {
    let x = Tensor<Double>([0, -3, 2])
    #expect(x.norm(-1).scalar == 0)
    #expect(x.norm(0).scalar == 2)
    #expect(x.norm(-.infinity).scalar == 0)
    for order in [2.0, 1, 3, .infinity] {
      #expect(Tensor<Double>([1, .nan]).norm(order).scalar.isNaN)
      #expect(Tensor<Double>([1, -.infinity]).norm(order).scalar == .infinity)
    }
  }

  @Test(arguments: [2.0, 1, 3, 2.5, 0.5, -1, -2.5, .infinity, -.infinity])
  func gradients(order: Double) {
    for shape in [[4], [2, 3]] as [Shape] {
      expectGradients(shape, tolerance: 1e-6, seed: 3) { $0.norm(order) }
      expectGradients(shape, tolerance: 1e-6, seed: 3) {
        $0.norm(order, along: -1, keepingAxes: true)
      }
    }
  }

  @Test(arguments: [2.0, 1, 0, 3, 0.5])
  func gradientOfZerosIsZero(order: Double) {
    let zeros = Tensor<Double>(zeros: [3])
    #expect(gradient(at: zeros) { $0.norm(order) } == zeros)
    let slope = gradient(at: Tensor<Double>([0, 2])) { $0.norm(order) }
    #expect(slope[0].scalar == 0 && slope[1].scalar.isFinite)
  }

  @Test func orderHasToBeANumber() async {
    expectMessage(
      "norm needs an order, got nan",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor<Double>([1]).norm(.nan)
      })
  }
}
