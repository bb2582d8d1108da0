import Tern

/// A network with data, the same as the peers': `Peers/workloads.py` says it in Python.
struct Workload: Sendable {
  let name: String
  let batch: Int
  /// The extents of the dense layers, from input to output.
  let widths: [Int]

  static let all = [
    Workload(name: "iris", batch: 5, widths: [4, 40, 3]),
    Workload(name: "mnist-mlp", batch: 64, widths: [784, 512, 10]),
    Workload(name: "cifar-mlp", batch: 64, widths: [3072, 512, 256, 10]),
    Workload(name: "cifar-two-layer", batch: 200, widths: [3072, 50, 10]),
  ]

  /// A network with the common first parameters.
  func model() -> Sequential<Float> {
    Sequential<Float> {
      for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
        if index > 0 { ReLU() }
        Linear(
          weight: commonNumbers(
            stream: 3 + index, shape: [inputs, outputs], bound: (6 / Double(inputs)).squareRoot()),
          bias: Tensor(zeros: [outputs]))
      }
    }
  }

  /// The common inputs and labels.
  func data(batch: Int? = nil) -> (inputs: Tensor<Float>, labels: Tensor<Int32>) {
    let batch = batch ?? self.batch
    let classes = UInt32(widths[widths.count - 1])
    return (
      commonNumbers(stream: 1, shape: [batch, widths[0]], bound: 1),
      Tensor((0..<batch).map { Int32(commonBits(stream: 2, index: $0) % classes) })
    )
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
