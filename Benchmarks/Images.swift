import Tern

/// Layers of images, forward and with the gradient of their input. Bandwidth counts the input and the
/// output once, and once more for the gradients.
let imageBenchmarks: [Benchmark] = [[64, 16, 24, 24], [64, 64, 8, 8]].flatMap {
  (extents: Shape) in
  [
    layer("batch-norm", BatchNorm(extents[1]), extents),
    layer("max-pool-2", MaxPool2D(2), extents),
    layer("average-pool-2", AvgPool2D(2), extents),
    layer("max-pool-3-stride-2", MaxPool2D(3, stride: 2, padding: 1), extents),
    layer("global-average-pool", GlobalAvgPool2D(), extents),
  ]
}.flatMap { $0 }

private func layer(_ name: String, _ layer: some Layer<Float>, _ shape: Shape) -> [Benchmark] {
  let name = "images/\(name)-" + shape.map { "\($0)" }.joined(separator: "x")
  return [
    Benchmark("\(name)/forward") { stopwatch in
      let x = images(shape)
      var (layer, result) = (layer, x)
      let time = stopwatch.time { result = layer.training(x) }
      return measurement("\(name)/forward", time, elements: x.count + result.count)
    },
    Benchmark("\(name)/with-gradient") { stopwatch in
      let x = images(shape)
      var (layer, result) = (layer, x)
      let upstream = layer.training(x)
      let time = stopwatch.time {
        result = gradient(at: x) { x in (layer.training(x) * upstream).sum() }
      }
      return measurement(
        "\(name)/with-gradient", time, elements: 2 * (result.count + upstream.count))
    },
  ]
}

private func images(_ shape: Shape) -> Tensor<Float> {
  var rng = Philox(seed: 1)
  return Tensor(randomNormal: shape, using: &rng)
}

private func measurement(_ name: String, _ time: Double, elements: Int) -> Measurement {
  Measurement(name, seconds: time, ["GB/s": Double(4 * elements) / time * 1e-9])
}
