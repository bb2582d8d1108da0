import Tern
import TernKernels
import TestSupport
import Testing

@Suite struct ConvolutionTests {
  private func tensors<S: FloatingScalar>(
    _ shape: ConvolutionShape, as _: S.Type = S.self
  ) -> (x: Tensor<S>, weight: Tensor<S>, bias: Tensor<S>) {
    (
      seeded(shape.input, seed: 1), seeded(shape.weight, seed: 2),
      seeded([shape.outputChannels], seed: 3)
    )
  }

  private func convolved<S: FloatingScalar>(
    _ x: Tensor<S>, _ weight: Tensor<S>, _ bias: Tensor<S>?, _ shape: ConvolutionShape
  ) -> Tensor<S> {
    x.conv2D(
      weight, bias: bias, stride: Size2D(shape.strideHeight, shape.strideWidth),
      padding: Padding2D(
        top: shape.padTop, bottom: shape.padBottom, left: shape.padLeft, right: shape.padRight),
      dilation: Size2D(shape.dilationHeight, shape.dilationWidth), groups: shape.groups)
  }

  /// A padding below 0 is for transposed convolutions only.
  private static let shapes = ConvolutionShape.cases.filter { $0.padBottom >= 0 }

  @Test(arguments: shapes) func valuesFollowTheDefinition(shape: ConvolutionShape) {
    let (x, weight, bias) = tensors(shape, as: Double.self)
    // The exact algorithm; what Winograd's rounds is a matter of its own tests.
    let y = ConvolutionChoice.$forced.withValue(.im2col) { convolved(x, weight, bias, shape) }
    #expect(y.shape == shape.output)
    expectClose(
      y.scalars,
      naiveConvolution(shape, x: x.scalars, weight: weight.scalars, bias: bias.scalars))
  }

  /// Small enough for second derivatives by differences.
  private static let smallShapes = shapes.filter { $0.multiplications < 4000 }

  @Test(arguments: ConvolutionMethod.allCases) func gradients(method: ConvolutionMethod) {
    let shapes = Self.smallShapes.filter {
      Convolutions<DoubleKernels>.algorithm(method).supports($0)
    }
    #expect(!shapes.isEmpty)
    ConvolutionChoice.$forced.withValue(method) {
      for shape in shapes {
        let (x, weight, bias) = tensors(shape, as: Double.self)
        expectGradients(at: [x, weight, bias]) { convolved($0[0], $0[1], $0[2], shape) }
      }
    }
  }

  @Test func gradientsOfAllShapesOfTheBestMethods() {
    for shape in Self.smallShapes {
      let (x, weight, bias) = tensors(shape, as: Double.self)
      expectGradients(at: [x, weight, bias]) { convolved($0[0], $0[1], $0[2], shape) }
    }
  }

  @Test func gradientsOfATransposedConvolution() {
    expectGradients(shapes: [[2, 4, 3, 2], [4, 1, 2, 3], [2]]) {
      $0[0].convTranspose2D(
        $0[1], bias: $0[2], stride: [2, 3], padding: [1, 0], outputPadding: [1, 2], groups: 2)
    }
  }

  @Test(arguments: [(1, 3), (2, 3), (5, 3), (8, 3), (9, 4), (3, 7), (7, 1)])
  func samePaddingKeepsTheSize(extent: Int, kernel: Int) {
    for stride in 1...3 {
      let x = Tensor<Float>(zeros: [1, 1, extent, extent + 2])
      let weight = Tensor<Float>(zeros: [1, 1, kernel, 3])
      let y = x.conv2D(weight, stride: Size2D(stride, 1), padding: .same)
      #expect(y.shape == [1, 1, (extent + stride - 1) / stride, extent + 2])
    }
  }

  @Test func channelsOfNothingGiveTheBias() {
    let y = Tensor<Float>(zeros: [2, 0, 3, 3]).conv2D(Tensor(zeros: [2, 0, 2, 2]), bias: [1, 2])
    #expect(y == Tensor([1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2], shape: [2, 2, 2, 2]))
  }

  @Test func outputPaddingIsLessThanTheStrideOrTheDilationOfItsSide() {
    func fits(_ outputPadding: Size2D, stride: Size2D = 1, dilation: Size2D = 1) -> Bool {
      let options = ConvolutionOptions(stride: stride, dilation: dilation)
      return ConvolutionShape(
        transposedImages: [1, 2, 4, 5], weight: [2, 3, 2, 2], padding: 0,
        outputPadding: outputPadding, options) != nil
    }
    #expect(fits([1, 2], stride: [2, 3]) && fits([2, 1], dilation: [3, 2]))
    #expect(!fits([2, 2], stride: [2, 3]) && !fits([1, 3], stride: [2, 3]))
    #expect(!fits([3, 1], dilation: [3, 2]) && !fits([2, 2], dilation: [3, 2]))
  }
}
