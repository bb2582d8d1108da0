import Tern

/// Array operations as `Peers/numpy_arrays.py` does them with NumPy, by the same names.
let arrayBenchmarks = [1_000, 100_000, 10_000_000].flatMap { count in
  elementWise(count) + reductions(count) + movements(count)
}

/// No name is the beginning of another, so that a filter can choose one.
private let sizeNames = [1_000: "1e3", 100_000: "1e5", 10_000_000: "1e7"]

private func elementWise(_ count: Int) -> [Benchmark] {
  [
    array("add-f32", count) {
      let (x, y) = (normal(count) as Tensor<Float>, normal(count) as Tensor<Float>)
      return { x + y }
    },
    array("multiply-add-f64", count) {
      let (x, y) = (normal(count) as Tensor<Double>, normal(count) as Tensor<Double>)
      return { x * y + x }
    },
    array("exp-f32", count) {
      let x: Tensor<Float> = normal(count)
      return { x.exp() }
    },
    array("log-f64", count) {
      let x: Tensor<Double> = normal(count).abs()
      return { x.log() }
    },
    array("sin-f32", count) {
      let x: Tensor<Float> = normal(count)
      return { x.sin() }
    },
    array("tanh-f32", count) {
      let x: Tensor<Float> = normal(count)
      return { x.tanh() }
    },
    array("power-f64", count) {
      let (x, y) = (normal(count).abs() as Tensor<Double>, normal(count) as Tensor<Double>)
      return { x.power(y) }
    },
    array("maximum-i32", count) {
      let (x, y) = (integers(count), integers(count))
      return { x.maximum(y) }
    },
    array("where-f32", count) {
      let (x, y) = (normal(count) as Tensor<Float>, normal(count) as Tensor<Float>)
      return { Tensor.where(x .> 0, x, y) }
    },
  ]
}

private func reductions(_ count: Int) -> [Benchmark] {
  [
    array("sum-f32", count) {
      let x: Tensor<Float> = normal(count)
      return { x.sum() }
    },
    array("sum-axis-0-f64", count) {
      let x: Tensor<Double> = normal(count).reshaped(to: [-1, 100])
      return { x.sum(along: 0) }
    },
    array("sum-axis-1-f32", count) {
      let x: Tensor<Float> = normal(count).reshaped(to: [-1, 100])
      return { x.sum(along: 1) }
    },
    array("variance-f32", count) {
      let x: Tensor<Float> = normal(count)
      return { x.variance() }
    },
    array("cumulative-sum-f64", count) {
      let x: Tensor<Double> = normal(count)
      return { x.cumulativeSum(along: 0) }
    },
    array("argmax-f32", count) {
      let x: Tensor<Float> = normal(count)
      return { x.argmax() }
    },
  ]
}

private func movements(_ count: Int) -> [Benchmark] {
  [
    array("sort-f32", count) {
      let x: Tensor<Float> = normal(count)
      return { x.sorted() }
    },
    array("take-f32", count) {
      let (x, places) = (normal(count) as Tensor<Float>, positions(count))
      return { x.taking(places) }
    },
    array("mask-f64", count) {
      let x: Tensor<Double> = normal(count)
      let mask = x .> 0
      return { x[mask] }
    },
    array("transpose-f32", count) {
      let x: Tensor<Float> = normal(count).reshaped(to: [-1, 100])
      return { x.transposed() }
    },
    array("matmul-f32", count) {
      let x: Tensor<Float> = normal(count).reshaped(to: [-1, 100])
      let y: Tensor<Float> = normal(10_000).reshaped(to: [100, 100])
      return { x.matmul(y) }
    },
  ]
}

/// A benchmark of what `prepare` returns.
private func array<Scalar>(
  _ name: String, _ count: Int, _ prepare: @escaping @Sendable () -> () -> Tensor<Scalar>
) -> Benchmark {
  let name = "arrays/\(name)-\(sizeNames[count]!)"
  return Benchmark(name) { stopwatch in
    let function = prepare()
    return Measurement(name, seconds: stopwatch.time { _ = function() })
  }
}

private func normal<Scalar: FloatingScalar>(_ count: Int) -> Tensor<Scalar> {
  var rng = Philox(seed: 1)
  return Tensor(randomNormal: [count], using: &rng)
}

private func integers(_ count: Int) -> Tensor<Int32> {
  (normal(count) as Tensor<Float> * 1e6).asType(Int32.self)
}

/// Positions in an array of `count` elements.
private func positions(_ count: Int) -> Tensor<Int32> {
  var rng = Philox(seed: 2)
  let places: Tensor<Double> = Tensor(randomUniform: [count], in: 0..<Double(count), using: &rng)
  return places.asType(Int32.self)
}
