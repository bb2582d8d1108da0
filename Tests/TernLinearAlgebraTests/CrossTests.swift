import Tern
import TestSupport
import Testing

struct CrossTests {
  @Test func productsAreNumPys() {
    let (a, b) = (SpectralOracle.pair, SpectralOracle.tall[0..<3])
    expectClose(a.cross(b), SpectralOracle.crossOfPair)
    expectClose(b.cross(SpectralOracle.deficient[0..<3], along: 0), SpectralOracle.crossAlongAxis0)
    expectClose(
      a.asType(Float.self).cross(b.asType(Float.self)),
      SpectralOracle.crossOfPair.asType(Float.self))
  }

  @Test func unitVectorsTurnIntoEachOther() {
    let unit = Tensor<Double>(identity: 3)
    #expect(unit[0].cross(unit[1]) == unit[2])
    #expect(unit[1].cross(unit[0]) == -unit[2])
    #expect(unit.cross(unit) == Tensor(zeros: [3, 3]))
  }

  @Test func noVectors() {
    let none = Tensor<Double>(zeros: [0, 3])
    #expect(none.cross(none).shape == [0, 3])
    #expect(none.cross(Tensor(ones: [1, 3])).shape == [0, 3])
  }

  @Test func gradients() {
    expectGradients([3], [3]) { $0.cross($1) }
    expectGradients([2, 3], [3]) { $0.cross($1) }
    expectGradients([3, 1, 2], [3, 2, 1]) { $0.cross($1, along: 0) }
  }

  @Test func vectorsNeedThreeElements() async {
    expectMessage(
      "cross needs vectors of 3 elements along axis -1, got shapes [2] and [2]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor<Double>([1, 2]).cross(Tensor([1, 2]))
      })
  }
}
