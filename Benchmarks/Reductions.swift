import Tern

/// Reductions, scans and statistics as `Peers/numpy_reductions.py` does them with NumPy, by the same
/// names. Matrices have rows of 100 elements.
let reductionBenchmarks = [1_000, 100_000, 10_000_000].flatMap(reductions)

private func reductions(_ count: Int) -> [Benchmark] {
  let matrix: Shape = [count / 100, 100]
  return [
    reduction("sum", [count], of: Float.self) { _ = $0.sum() },
    reduction("sum-axis-0", matrix, of: Double.self) { _ = $0.sum(along: 0) },
    reduction("sum-axis-1", matrix, of: Float.self) { _ = $0.sum(along: 1) },
    reduction("variance", [count], of: Float.self) { _ = $0.variance() },
    reduction("variance-axis-0", matrix, of: Float.self) { _ = $0.variance(along: 0) },
    reduction("variance-axis-1", matrix, of: Float.self) { _ = $0.variance(along: 1) },
    reduction("argmax", [count], of: Float.self) { _ = $0.argmax() },
    reduction("cumulative-sum", [count], of: Double.self) { _ = $0.cumulativeSum() },
    reduction("cumulative-sum-axis-0", matrix, of: Double.self) { _ = $0.cumulativeSum(along: 0) },
    reduction("cumulative-sum-axis-1", matrix, of: Float.self) { _ = $0.cumulativeSum(along: 1) },
    reduction("cumulative-product", [count], of: Double.self) { _ = $0.cumulativeProduct() },
  ]
}

private func reduction<Scalar: FloatingScalar>(
  _ name: String, _ shape: Shape, of _: Scalar.Type,
  _ function: @escaping @Sendable (Tensor<Scalar>) -> Void
) -> Benchmark {
  let name = "reductions/\(name)-\(shape.elementCount)"
  return Benchmark(name) { stopwatch in
    var rng = Philox(seed: 1)
    let x = Tensor<Scalar>(randomNormal: shape, using: &rng)
    return Measurement(name, seconds: stopwatch.time { function(x) })
  }
}
