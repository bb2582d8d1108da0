import Tern
import TernKernels
import TestSupport
import Testing

@Suite struct WinogradConvolutionTests {
  private static func shape(
    _ batch: Int, _ channels: Int, _ height: Int, _ width: Int, _ outputs: Int,
    padding: [Int] = [0, 0, 0, 0]
  ) -> ConvolutionShape {
    var shape = ConvolutionShape(
      batch: batch, inputChannels: channels, inputHeight: height, inputWidth: width,
      outputChannels: outputs, kernelHeight: 3, kernelWidth: 3)
    (shape.padTop, shape.padBottom, shape.padLeft, shape.padRight) = (
      padding[0], padding[1], padding[2], padding[3]
    )
    return shape
  }

  /// Channels between whole vectors, tiles that reach beyond edges, more tiles than a block has, and
  /// weights that threads share.
  private static let shapes = [
    shape(1, 1, 3, 3, 1),
    shape(2, 5, 1, 2, 2, padding: [2, 1, 1, 1]),
    shape(3, 64, 8, 8, 17, padding: [1, 1, 1, 1]),
    shape(4, 16, 10, 10, 64),
    shape(12, 17, 12, 11, 33, padding: [1, 1, 1, 1]),
    shape(2, 3, 33, 21, 70, padding: [2, 0, 1, 2]),
    shape(5, 2, 26, 26, 16),
    shape(2, 70, 6, 5, 70, padding: [1, 1, 1, 1]),
  ]

  /// Expects errors to be small beside the greatest element: outputs are sums of terms that large.
  private func expectClose<S: FloatingScalar>(
    _ actual: [S], _ expected: [S], _ direction: ConvolutionDirection
  ) {
    let greatest = expected.map { $0.magnitude.asDouble }.max() ?? 0
    let isFinite = actual.allSatisfy(\.isFinite)
    #expect(isFinite, "\(direction)")
    let error = zip(actual, expected).map { abs($0.asDouble - $1.asDouble) }.max() ?? 0
    #expect(error <= 40 * Double(S.ulpOfOne) * greatest, "\(direction)")
  }

  private func expectDefinition<S: FloatingScalar>(_ shape: ConvolutionShape, of _: S.Type) {
    func numbers(_ count: Int, _ seed: UInt64) -> [S] { seeded([count], seed: seed).scalars }
    let (x, dy) = (numbers(shape.inputCount, 1), numbers(shape.outputCount, 2))
    let weight = numbers(shape.weightCount, 3)
    let bias = numbers(shape.outputChannels, 4)
    let expected = [
      naiveConvolution(shape, x: x, weight: weight, bias: bias),
      naiveConvolutionInputGradient(shape, dy: dy, weight: weight),
      naiveConvolutionWeightGradient(shape, x: x, dy: dy),
    ]
    for threads in [1, 2, 3] {
      withThreadCount(threads) {
        var y = [S](repeating: .nan, count: shape.outputCount)
        WinogradConvolution<S.Kernels>.forward(shape, x: x, weight: weight, bias: bias, y: &y)
        expectClose(y, expected[0], .forward)
        var dx = [S](repeating: .nan, count: shape.inputCount)
        WinogradConvolution<S.Kernels>.inputGradient(shape, dy: dy, weight: weight, dx: &dx)
        expectClose(dx, expected[1], .inputGradient)
        var dWeight = [S](repeating: .nan, count: shape.weightCount)
        WinogradConvolution<S.Kernels>.weightGradient(shape, x: x, dy: dy, dWeight: &dWeight)
        expectClose(dWeight, expected[2], .weightGradient)
      }
    }
  }

  @Test(arguments: shapes) func directionsFollowTheDefinition(shape: ConvolutionShape) {
    expectDefinition(shape, of: Float.self)
    expectDefinition(shape, of: Double.self)
  }

  @Test func onlyDenseThreeByThreeKernelsAreSupported() {
    let shape = Self.shape(1, 4, 8, 8, 4)
    #expect(WinogradConvolution<FloatKernels>.supports(shape))
    for change in [\ConvolutionShape.strideHeight, \.strideWidth, \.dilationWidth, \.groups] {
      var other = shape
      other[keyPath: change] = 2
      #expect(!WinogradConvolution<FloatKernels>.supports(other))
    }
    var wide = shape
    wide.kernelWidth = 5
    #expect(!WinogradConvolution<FloatKernels>.supports(wide))
  }

  @Test func manyTasksHaveScratchMemoryOfTheirOwn() async {
    let shape = Self.shape(4, 16, 10, 10, 64)
    let weight: [Float] = seeded([shape.weightCount], seed: 3).scalars
    @Sendable func forward(_ seed: UInt64) -> [Float] {
      let x: [Float] = seeded([shape.inputCount], seed: seed).scalars
      var y = [Float](repeating: .nan, count: shape.outputCount)
      WinogradConvolution<FloatKernels>.forward(shape, x: x, weight: weight, bias: nil, y: &y)
      return y
    }
    let expected = (0..<8).map { forward($0) }
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<16 {
        group.addTask {
          for round in 0..<10 {
            let seed = (task + round) % 8
            #expect(forward(UInt64(seed)) == expected[seed])
          }
        }
      }
    }
  }
}
