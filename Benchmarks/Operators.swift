import Tern

/// Single operators, forward. Bandwidth counts every operand and the result once.
let operatorBenchmarks: [Benchmark] = elementWise + rowWise

private let elementWise: [Benchmark] = [1 << 10, 1 << 16, 1 << 22].flatMap { count in
  [
    unary("relu", count) { $0.relu() }, unary("exp", count) { $0.exp() },
    unary("tanh", count) { $0.tanh() }, unary("sigmoid", count) { $0.sigmoid() },
    unary("sum", count) { $0.sum() },
    Benchmark("operators/add-\(count)") { stopwatch in
      let (x, y) = (numbers([count]), numbers([count]))
      var result = x
      let time = stopwatch.time { result = x + y }
      precondition(result.count == count, "an element a sum")
      return measurement("add-\(count)", time, elements: 3 * count)
    },
  ]
}

private let rowWise: [Benchmark] = [[64, 10], [64, 1000], [4096, 1000]].flatMap {
  (extents: [Int]) in
  let (rows, columns) = (extents[0], extents[1])
  let name = "\(rows)x\(columns)"
  return [
    shaped("softmax-\(name)", [rows, columns]) { $0.softmax() },
    shaped("bias-relu-\(name)", [rows, columns]) { [bias = numbers([columns])] in
      ($0 + bias).relu()
    },
    Benchmark("operators/cross-entropy-with-gradient-\(name)") { stopwatch in
      let scores = numbers([rows, columns])
      let labels = Tensor<Int32>((0..<rows).map { Int32($0 % columns) })
      var result = scores
      let time = stopwatch.time {
        result = gradient(at: scores) { softmaxCrossEntropy($0, labels) }
      }
      precondition(result.shape == scores.shape, "a gradient a score")
      return measurement("cross-entropy-with-gradient-\(name)", time, elements: 2 * rows * columns)
    },
  ]
}

private func numbers(_ shape: Shape) -> Tensor<Float> {
  var rng = Philox(seed: 1)
  return Tensor(randomNormal: shape, using: &rng)
}

private func unary(
  _ name: String, _ count: Int, _ function: @escaping @Sendable (Tensor<Float>) -> Tensor<Float>
) -> Benchmark {
  shaped("\(name)-\(count)", [count], function)
}

private func shaped(
  _ name: String, _ shape: Shape,
  _ function: @escaping @Sendable (Tensor<Float>) -> Tensor<Float>
) -> Benchmark {
  Benchmark("operators/\(name)") { stopwatch in
    let x = numbers(shape)
    var result = x
    let time = stopwatch.time { result = function(x) }
    return measurement(name, time, elements: x.count + result.count)
  }
}

private func measurement(_ name: String, _ time: Double, elements: Int) -> Measurement {
  Measurement("operators/\(name)", seconds: time, ["GB/s": Double(4 * elements) / time * 1e-9])
}
