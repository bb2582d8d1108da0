import Tern

/// Routines of linear algebra as `Peers/numpy_linear_algebra.py` does them with NumPy and SciPy, by
/// the same names, in double precision.
let linearAlgebraBenchmarks = [16, 128, 1024].flatMap(routines)

/// Ten thousand systems of four equations, as `Peers/numpy_batches.py` solves them.
let batchBenchmarks = [
  routine("batches/solve-10000x4x4") {
    let (a, b) = (normal([10_000, 4, 4]), normal([10_000, 4, 1], seed: 2))
    return { _ = try a.solve(b) }
  },
  routine("batches/inverse-10000x4x4") {
    let a = normal([10_000, 4, 4])
    return { _ = try a.inverse() }
  },
]

private func routines(_ n: Int) -> [Benchmark] {
  [
    routine("linear-algebra/solve-\(n)") {
      let (a, b) = (normal([n, n]), normal([n, n], seed: 2))
      return { _ = try a.solve(b) }
    },
    routine("linear-algebra/inverse-\(n)") {
      let a = normal([n, n])
      return { _ = try a.inverse() }
    },
    routine("linear-algebra/determinant-\(n)") {
      let a = normal([n, n])
      return { _ = try a.determinant() }
    },
    routine("linear-algebra/cholesky-\(n)") {
      let a = normal([n, n])
      let positive = a.matmul(a, transposingOther: true) + Tensor(identity: n)
      return { _ = try positive.cholesky() }
    },
    routine("linear-algebra/lu-\(n)") {
      let a = normal([n, n])
      return { _ = try a.lu() }
    },
    routine("linear-algebra/qr-\(n)") {
      let a = normal([n, n])
      return { _ = try a.qr() }
    },
    routine("linear-algebra/svd-\(n)") {
      let a = normal([n, n])
      return { _ = try a.svd() }
    },
    routine("linear-algebra/eigh-\(n)") {
      let a = normal([n, n])
      let symmetric = a + a.transposed()
      return { _ = try symmetric.eigh() }
    },
    routine("linear-algebra/eig-\(n)") {
      let a = normal([n, n])
      return { _ = try a.eig() }
    },
    routine("linear-algebra/least-squares-\(n)") {
      let (a, b) = (normal([n, n]), normal([n], seed: 2))
      return { _ = try a.leastSquares(b) }
    },
  ]
}

/// A benchmark of what `prepare` returns.
private func routine(
  _ name: String, _ prepare: @escaping @Sendable () -> () throws -> Void
) -> Benchmark {
  Benchmark(name) { stopwatch in
    let function = prepare()
    let time = stopwatch.time {
      do { try function() } catch { preconditionFailure("\(name): \(error)") }
    }
    return Measurement(name, seconds: time)
  }
}

private func normal(_ shape: Shape, seed: UInt64 = 1) -> Tensor<Double> {
  var rng = Philox(seed: seed)
  return Tensor(randomNormal: shape, using: &rng)
}
