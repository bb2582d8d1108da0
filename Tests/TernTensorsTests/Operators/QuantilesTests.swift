import Tern
import TestSupport
import Testing

// Values are compared with NumPy's in ReductionsOracleTests.

struct QuantilesTests {
  @Test func shapes() {
    let x: Tensor<Float> = seeded([2, 3, 4])
    #expect(x.quantile(0.3).shape == [] && x.quantile(0.3, keepingAxes: true).shape == [1, 1, 1])
    #expect(x.quantiles([0.1, 0.5], along: [1], keepingAxes: true).shape == [2, 2, 1, 4])
    #expect(x.median(along: [0, -1]).shape == [3] && x.median(along: 1).shape == [2, 4])
    #expect(x.quantiles([], along: [0]).shape == [0, 3, 4])
    #expect(Tensor<Float>(zeros: [0, 3]).median(along: 1).shape == [0])
  }

  @Test func infinitiesAreElements() {
    let x: Tensor<Double> = Tensor([.infinity, 1, .infinity, -.infinity])
    #expect(x.median().scalar == .infinity && x.quantile(1).scalar == .infinity)
    #expect(x.quantile(0).scalar == -.infinity)
    #expect(Tensor<Double>([.infinity, -.infinity]).median().scalar.isNaN)
  }

  @Test(arguments: [[100_003], [7, 5_000], [4_000, 9]] as [Shape])
  func elementsAreFoundAmongMany(shape: Shape) {
    func check<S: FloatingScalar>(_: S.Type) {
      // Whole numbers, so that many are equal.
      let x: Tensor<S> = seeded(shape, in: -500...500).floor()
      for axis in shape.indices {
        let sorted = x.sorted(along: axis)
        let last = shape[axis] - 1
        for place in [0, last / 4, last / 2, last] {
          let expected = sorted.sliced(along: axis, from: place, to: place + 1)
          let q = Double(place) / Double(last)
          #expect(
            x.quantile(q, along: axis, keepingAxes: true, interpolation: .nearest) == expected)
        }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: [[7], [3, 4], [2, 3, 2]] as [Shape]) func gradients(shape: Shape) {
    for axes in axisSubsets(ofRank: shape.rank) {
      expectGradients(shape) { x in x.median(along: axes).squared() }
      for interpolation in QuantileInterpolation.allCases {
        expectGradients(shape) { x in
          x.quantiles([0, 0.35, 0.8], along: axes, interpolation: interpolation).squared()
        }
      }
    }
  }

  @Test func theGradientGoesToTheNeighbours() {
    let x: Tensor<Double> = [4, 1, 3, 2]
    #expect(gradient(at: x) { x in x.median() } == [0, 0, 0.5, 0.5])
    #expect(gradient(at: x) { x in x.quantile(0.25) } == [0, 0.25, 0, 0.75])
  }
}
