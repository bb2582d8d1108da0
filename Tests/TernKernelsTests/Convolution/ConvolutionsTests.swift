import Tern
import TernKernels
import TestSupport
import Testing

@Suite struct ConvolutionsTests {
  /// Every algorithm with every shape that it supports.
  private static let cases = ConvolutionMethod.allCases.flatMap { method in
    ConvolutionShape.cases.filter { Convolutions<FloatKernels>.algorithm(method).supports($0) }
      .map { (method, $0) }
  }

  private func expectDefinition<S: FloatingScalar>(
    _ method: ConvolutionMethod, _ shape: ConvolutionShape, of _: S.Type
  ) {
    let algorithm = Convolutions<S.Kernels>.algorithm(method)
    func numbers(_ count: Int, _ seed: UInt64) -> [S] { seeded([count], seed: seed).scalars }
    let (x, dy) = (numbers(shape.inputCount, 1), numbers(shape.outputCount, 2))
    let weight = numbers(shape.weightCount, 3)
    let bias = numbers(shape.outputChannels, 4)
    func unwritten(_ count: Int) -> [S] { Array(repeating: .nan, count: count) }

    /// The terms of Winograd's outputs are as large as the largest output, and cancel; direct sums
    /// are single chains, where a product of matrices sums in blocks.
    func absolute(_ expected: [S]) -> Double? {
      guard method != .im2col, let greatest = expected.map(\.magnitude).max() else { return nil }
      return (128 + 32 * greatest.asDouble) * Double(S.ulpOfOne)
    }

    var y = unwritten(shape.outputCount)
    algorithm.forward(shape, x: x, weight: weight, bias: bias, y: &y)
    var expected = naiveConvolution(shape, x: x, weight: weight, bias: bias)
    expectClose(y, expected, absolute: absolute(expected), "forward")

    y = unwritten(shape.outputCount)
    algorithm.forward(shape, x: x, weight: weight, bias: nil, y: &y)
    expected = naiveConvolution(shape, x: x, weight: weight, bias: nil)
    expectClose(y, expected, absolute: absolute(expected), "forward without bias")

    var dx = unwritten(shape.inputCount)
    algorithm.inputGradient(shape, dy: dy, weight: weight, dx: &dx)
    expected = naiveConvolutionInputGradient(shape, dy: dy, weight: weight)
    expectClose(dx, expected, absolute: absolute(expected), "input")

    var dWeight = unwritten(shape.weightCount)
    algorithm.weightGradient(shape, x: x, dy: dy, dWeight: &dWeight)
    // The sum over all pixels and images is longer, and its terms cancel.
    expectClose(
      dWeight, naiveConvolutionWeightGradient(shape, x: x, dy: dy),
      absolute: 1024 * Double(S.ulpOfOne), "weight")
  }

  @Test(arguments: cases) func directionsFollowTheDefinition(
    method: ConvolutionMethod, shape: ConvolutionShape
  ) {
    for threads in [1, 2, 3] {
      withThreadCount(threads) {
        expectDefinition(method, shape, of: Float.self)
        expectDefinition(method, shape, of: Double.self)
      }
    }
  }

  @Test(arguments: ConvolutionMethod.allCases) func repeatedRunsGiveTheSameBits(
    method: ConvolutionMethod
  ) {
    var shape = ConvolutionShape(
      batch: 13, inputChannels: 16, inputHeight: 12, inputWidth: 12, outputChannels: 24,
      kernelHeight: 3, kernelWidth: 3)
    let algorithm = Convolutions<FloatKernels>.algorithm(method)
    if !algorithm.supports(shape) { (shape.kernelHeight, shape.kernelWidth) = (1, 1) }
    if !algorithm.supports(shape) { shape.inputChannels = 1 }
    let isSupported = algorithm.supports(shape)
    #expect(isSupported)
    let x: [Float] = seeded([shape.inputCount], seed: 1).scalars
    let dy: [Float] = seeded([shape.outputCount], seed: 2).scalars
    let weight: [Float] = seeded([shape.weightCount], seed: 3).scalars
    func results() -> [[Float]] {
      var y = [Float](repeating: .nan, count: shape.outputCount)
      var dx = [Float](repeating: .nan, count: shape.inputCount)
      var dWeight = [Float](repeating: .nan, count: shape.weightCount)
      algorithm.forward(shape, x: x, weight: weight, bias: nil, y: &y)
      algorithm.inputGradient(shape, dy: dy, weight: weight, dx: &dx)
      algorithm.weightGradient(shape, x: x, dy: dy, dWeight: &dWeight)
      return [y, dx, dWeight]
    }
    withThreadCount(2) {
      let first = results()
      for _ in 0..<5 { #expect(results() == first) }
    }
  }

  @Test func aMethodCanBeForced() {
    for method in ConvolutionMethod.allCases {
      ConvolutionChoice.$forced.withValue(method) {
        for shape in ConvolutionShape.cases
        where Convolutions<FloatKernels>.algorithm(method).supports(shape) {
          for direction in ConvolutionDirection.allCases {
            #expect(Convolutions<FloatKernels>.method(direction, shape) == method)
          }
        }
      }
    }
  }

  @Test func winogradCanBeTurnedOff() {
    let shape = ConvolutionShape(
      batch: 8, inputChannels: 64, inputHeight: 10, inputWidth: 10, outputChannels: 64,
      kernelHeight: 3, kernelWidth: 3)
    // Alone among the tests that need the same bits again: the switch is the process's.
    withThreadCount(1) {
      let before = ConvolutionChoice.usesWinograd
      defer { ConvolutionChoice.usesWinograd = before }
      for direction in ConvolutionDirection.allCases {
        ConvolutionChoice.usesWinograd = true
        #expect(Convolutions<FloatKernels>.method(direction, shape) == .winograd)
        ConvolutionChoice.usesWinograd = false
        #expect(Convolutions<FloatKernels>.method(direction, shape) != .winograd)
      }
    }
  }
}
