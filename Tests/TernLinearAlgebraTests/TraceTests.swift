import Tern
import TestSupport
import Testing

struct TraceTests {
  @Test(arguments: SpectralOracle.traces) func tracesAreNumPys(diagonal: Int, trace: Double) {
    expectClose(SpectralOracle.tall.trace(diagonal: diagonal).scalar, trace)
    expectClose(
      SpectralOracle.tall.asType(Float.self).trace(diagonal: diagonal).scalar, Float(trace))
  }

  @Test func batchIsNumPys() {
    expectClose(SpectralOracle.pair.trace(), SpectralOracle.traceOfPair)
  }

  @Test func matricesWithoutElements() {
    #expect(Tensor<Double>(zeros: [0, 3]).trace().scalar == 0)
    #expect(Tensor<Double>(zeros: [2, 3, 0]).trace() == [0, 0])
    #expect(Tensor<Double>(zeros: [0, 3, 3]).trace().shape == [0])
  }

  @Test(arguments: [[1, 1], [3, 3], [2, 4], [4, 2], [2, 3, 3]] as [Shape])
  func gradients(shape: Shape) {
    for diagonal in [-1, 0, 2] {
      expectGradients(shape) { $0.squared().trace(diagonal: diagonal) }
    }
  }

  @Test func vectorsHaveNoTrace() async {
    expectMessage(
      "trace needs a matrix, got shape [2]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor<Double>([1, 2]).trace()
      })
  }
}
