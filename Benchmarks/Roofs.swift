import Tern
import TernKernels

/// What the hardware can do: training steps beside their products alone, and the bandwidth of
/// memory on all threads.
let roofBenchmarks =
  Workload.all.map { workload in
    Benchmark("roofs/\(workload.name)") { stopwatch in bareProducts(of: workload, stopwatch) }
  } + [
    Benchmark("roofs/copy") { stopwatch in bandwidth("copy", stopwatch) },
    Benchmark("roofs/triad") { stopwatch in bandwidth("triad", stopwatch) },
  ]

extension Workload {
  /// The products of a step: forward, gradients of the weights, and gradients of all inputs but the
  /// first layer's. Those of convolutions are what im2col makes of them, of as many images at a
  /// time as have 256 places.
  var products: [BareProduct] {
    let ofConvolutions = convolutionShapes.enumerated().flatMap { index, shape in
      let places = shape.outputHeight * shape.outputWidth
      let images = min(batch, (255 + places) / places)
      let (outputs, columns) = (shape.outputChannels, places * images)
      let patch = shape.inputChannels * shape.kernelHeight * shape.kernelWidth
      return [
        BareProduct(outputs, columns, patch),
        BareProduct(outputs, patch, columns, transposes: .right),
        BareProduct(patch, columns, outputs, transposes: .left),
      ].prefix(index > 0 ? 3 : 2).map { product in
        var product = product
        product.count = batch / images
        return product
      }
    }
    let isFirst = convolutions.isEmpty
    let ofDenseLayers = zip(widths, widths.dropFirst()).enumerated().flatMap { index, extents in
      let (inputs, outputs) = extents
      return [
        BareProduct(batch, outputs, inputs),
        BareProduct(inputs, outputs, batch, transposes: .left),
      ]
        + (index > 0 || !isFirst
          ? [BareProduct(batch, inputs, outputs, transposes: .right)] : [])
    }
    return ofConvolutions + ofDenseLayers
  }
}

/// The products of a step as bare calls, and how long the step takes in turn with them.
private func bareProducts(of workload: Workload, _ stopwatch: Stopwatch) -> Measurement {
  var rng = Philox(seed: 1)
  let products = workload.products
  let operands = products.map { $0.operands(using: &rng) }
  var results = products.map(\.result)
  var step = TrainingStep(workload)
  let times = stopwatch.medians(of: [
    {
      for index in products.indices { products[index].run(operands[index], into: &results[index]) }
    },
    { step.run() },
  ])
  let flops = products.reduce(0) { $0 + $1.flops }
  return Measurement(
    "roofs/\(workload.name)", seconds: times[0],
    ["GFLOP/s": flops / times[0] * 1e-9, "of the step's time": times[0] / times[1]])
}

/// McCalpin's STREAM: b = a, or a = b + s · c, over arrays of 128 MiB, every thread a part.
private func bandwidth(_ kind: String, _ stopwatch: Stopwatch) -> Measurement {
  let count = stopwatch.isQuick ? 1 << 20 : 1 << 25
  var a = [Float](repeating: 1, count: count)
  let b = [Float](repeating: 2, count: count)
  let c = [Float](repeating: 3, count: count)
  let share = count / Runtime.threadCount
  let time = stopwatch.time {
    a.withUnsafeMutableBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeBufferPointer { c in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          nonisolated(unsafe) let (x, y, z) = (a, b, c)
          ThreadPool.shared.run(parts: Runtime.threadCount) { part in
            let first = part * share
            if kind == "copy" {
              (x + first).update(from: y + first, count: share)
            } else {
              for i in first..<first + share { x[i] = y[i] + 3 * z[i] }
            }
          }
        }
      }
    }
  }
  let bytes = Double(count * (kind == "copy" ? 2 : 3) * MemoryLayout<Float>.stride)
  return Measurement("roofs/\(kind)", seconds: time, ["GB/s": bytes / time * 1e-9])
}
