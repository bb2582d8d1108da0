import Tern
import TernKernels

/// Convolutions and their gradients by every algorithm that supports the shape, in turn: what
/// justifies the choice among them. Speeds count the arithmetic of the naive sums, so that
/// algorithms compare.
let convolutionBenchmarks =
  Workload.convolutional.convolutionShapes.map { benchmark($0) } + otherShapes.map { benchmark($0) }

/// Shapes of larger networks: the first layer, a block and a bottleneck of a residual network, a
/// layer that keeps channels apart.
private let otherShapes = [
  ConvolutionShape(batch: 4, channels: 3, 64, image: 224, kernel: 7, stride: 2, padding: 3),
  ConvolutionShape(batch: 8, channels: 64, 64, image: 56, kernel: 3, padding: 1),
  ConvolutionShape(batch: 8, channels: 256, 256, image: 14, kernel: 3, padding: 1),
  ConvolutionShape(batch: 8, channels: 256, 64, image: 28, kernel: 1),
  ConvolutionShape(batch: 8, channels: 64, 64, image: 28, kernel: 3, padding: 1, groups: 64),
]

extension ConvolutionShape {
  /// Square images and kernels.
  init(
    batch: Int, channels inputs: Int, _ outputs: Int, image: Int, kernel: Int, stride: Int = 1,
    padding: Int = 0, groups: Int = 1
  ) {
    self.init(
      batch: batch, inputChannels: inputs, inputHeight: image, inputWidth: image,
      outputChannels: outputs, kernelHeight: kernel, kernelWidth: kernel)
    (strideHeight, strideWidth, self.groups) = (stride, stride, groups)
    (padTop, padBottom, padLeft, padRight) = (padding, padding, padding, padding)
  }

  /// Channels, image, kernel and batch, such as `16→64-28x28-3x3-batch-8`.
  var benchmarkName: String {
    "\(inputChannels)→\(outputChannels)-\(inputHeight)x\(inputWidth)-\(kernelHeight)x\(kernelWidth)"
      + (strideHeight == 1 ? "" : "-stride-\(strideHeight)")
      + (padTop == 0 ? "" : "-padding-\(padTop)") + (groups == 1 ? "" : "-groups-\(groups)")
      + "-batch-\(batch)"
  }

  var inputShape: Shape { [batch, inputChannels, inputHeight, inputWidth] }
  var weightShape: Shape { [outputChannels, inputChannels / groups, kernelHeight, kernelWidth] }
  var outputShape: Shape { [batch, outputChannels, outputHeight, outputWidth] }
}

private func benchmark(_ shape: ConvolutionShape) -> Benchmark {
  Benchmark("convolutions/\(shape.benchmarkName)") { stopwatch in
    ConvolutionDirection.allCases.flatMap { measure($0, of: shape, stopwatch) }
  }
}

/// One direction by all algorithms.
private func measure(
  _ direction: ConvolutionDirection, of shape: ConvolutionShape, _ stopwatch: Stopwatch
) -> [Measurement] {
  typealias Choice = Convolutions<Float.Kernels>
  let methods = ConvolutionMethod.allCases.filter { Choice.algorithm($0).supports(shape) }
  var rng = Philox(seed: 1)
  var x = Tensor<Float>(randomNormal: shape.inputShape, using: &rng)
  var weight = Tensor<Float>(randomNormal: shape.weightShape, using: &rng)
  var y = Tensor<Float>(randomNormal: shape.outputShape, using: &rng)
  let times = x.withUnsafeMutableBufferPointer { x in
    weight.withUnsafeMutableBufferPointer { weight in
      y.withUnsafeMutableBufferPointer { y -> [Double] in
        guard let x = x.baseAddress, let w = weight.baseAddress, let y = y.baseAddress else {
          return []
        }
        return stopwatch.medians(
          of: methods.map { method in
            let algorithm = Choice.algorithm(method)
            return {
              switch direction {
              case .forward: algorithm.forward(shape, x: x, weight: w, bias: nil, y: y)
              case .inputGradient: algorithm.inputGradient(shape, dy: y, weight: w, dx: x)
              case .weightGradient: algorithm.weightGradient(shape, x: x, dy: y, dWeight: w)
              }
            }
          })
      }
    }
  }
  let outputs: Int = shape.outputShape.reduce(1, *)
  let productsEach: Int = shape.weightShape.dropFirst().reduce(1, *)
  let flops = 2 * Double(outputs * productsEach)
  return zip(methods, times).map { method, time in
    Measurement(
      "convolutions/\(shape.benchmarkName)/\(direction)/\(method)", seconds: time,
      [
        "GFLOP/s": flops / time * 1e-9,
        "chosen": Choice.method(direction, shape) == method ? 1 : 0,
      ])
  }
}
