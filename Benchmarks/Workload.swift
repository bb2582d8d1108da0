import Tern
import TernKernels

/// A network with data, the same as the peers': `Peers/workloads.py` says it in Python.
struct Workload: Sendable {
  let name: String
  let batch: Int
  /// The extents of the dense layers, from input to output.
  let widths: [Int]
  /// What comes before them: 3×3 convolutions of square images, each with batch norm and a rectifier.
  var convolutions: [Convolution] = []

  struct Convolution {
    let inputs, outputs: Int
    var padding = 0
    /// Whether the largest of each 2 × 2 pixels is kept at the end.
    var isPooled = false
  }

  static let all = [
    Workload(name: "iris", batch: 5, widths: [4, 40, 3]),
    Workload(name: "mnist-mlp", batch: 64, widths: [784, 512, 10]),
    Workload(name: "cifar-mlp", batch: 64, widths: [3072, 512, 256, 10]),
    Workload(name: "cifar-two-layer", batch: 200, widths: [3072, 50, 10]),
    convolutional,
  ]

  static let convolutional = Workload(
    name: "mnist-cnn", batch: 64, widths: [1024, 128, 128, 10],
    convolutions: [
      Convolution(inputs: 1, outputs: 16), Convolution(inputs: 16, outputs: 16, isPooled: true),
      Convolution(inputs: 16, outputs: 64), Convolution(inputs: 64, outputs: 64),
      Convolution(inputs: 64, outputs: 64, padding: 1, isPooled: true),
    ])

  /// Rows and columns of the images.
  private static let imageSide = 28

  /// A network with the common first parameters.
  func model() -> Sequential<Float> {
    Sequential<Float> {
      for (index, layer) in convolutions.enumerated() {
        Conv2D(
          weight: commonNumbers(
            stream: 3 + index, shape: [layer.outputs, layer.inputs, 3, 3],
            bound: (6 / Double(9 * layer.inputs)).squareRoot()),
          bias: Tensor(zeros: [layer.outputs]),
          padding: Padding2D(Size2D(layer.padding, layer.padding)))
        BatchNorm(layer.outputs)
        ReLU()
        if layer.isPooled { MaxPool2D(2) }
      }
      if !convolutions.isEmpty { Flatten() }
      for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
        if index > 0 { ReLU() }
        Linear(
          weight: commonNumbers(
            stream: 3 + convolutions.count + index, shape: [inputs, outputs],
            bound: (6 / Double(inputs)).squareRoot()),
          bias: Tensor(zeros: [outputs]))
      }
    }
  }

  /// The common inputs and labels.
  func data(batch: Int? = nil) -> (inputs: Tensor<Float>, labels: Tensor<Int32>) {
    let batch = batch ?? self.batch
    let classes = UInt32(widths[widths.count - 1])
    let side = Self.imageSide
    return (
      commonNumbers(
        stream: 1, shape: convolutions.isEmpty ? [batch, widths[0]] : [batch, 1, side, side],
        bound: 1),
      Tensor((0..<batch).map { Int32(commonBits(stream: 2, index: $0) % classes) })
    )
  }

  /// The convolutions with their extents.
  var convolutionShapes: [ConvolutionShape] {
    var side = Self.imageSide
    return convolutions.map { layer in
      let shape = ConvolutionShape(
        batch: batch, channels: layer.inputs, layer.outputs, image: side, kernel: 3,
        padding: layer.padding)
      side = shape.outputHeight / (layer.isPooled ? 2 : 1)
      return shape
    }
  }
}

/// Numbers in [−bound, bound) that every implementation makes alike.
func commonNumbers(stream: Int, shape: Shape, bound: Double) -> Tensor<Float> {
  let bound = Float(bound)
  let unit: [Float] = (0..<shape.reduce(1, *)).map { index in
    Float(commonBits(stream: stream, index: index)) * 0x1p-23 - 1
  }
  return Tensor(unit.map { $0 * bound }, shape: shape)
}

/// 24 random bits that depend on the stream and the index alone: lowbias32 of Wellons' "Prospecting
/// for hash functions" (2018).
private func commonBits(stream: Int, index: Int) -> UInt32 {
  var x = UInt32(truncatingIfNeeded: index) &+ UInt32(truncatingIfNeeded: stream) &* 0x9E37_79B9
  x = (x ^ (x >> 16)) &* 0x7FEB_352D
  x = (x ^ (x >> 15)) &* 0x846C_A68B
  return (x ^ (x >> 16)) >> 8
}
