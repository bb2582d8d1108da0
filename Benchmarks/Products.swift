import COpenBLAS
import Tern
import TernKernels

/// `matmul` against the same product as bare calls of OpenBLAS: memory that is there already,
/// split by hand over the longer output side, one single-threaded call a thread.
let products: [(name: String, run: @Sendable () -> String)] = [
  (64, 512, 784), (1024, 1024, 1024), (6400, 64, 576),
].map { m, n, k in ("matmul-\(m)x\(n)x\(k)", { product(m, n, k) }) }

private func product(_ m: Int, _ n: Int, _ k: Int) -> String {
  var rng = Philox(seed: 1)
  let a = Tensor<Float>(randomNormal: [m, k], using: &rng)
  let b = Tensor<Float>(randomNormal: [k, n], using: &rng)
  var result = a.matmul(b)
  var bare = Tensor<Float>(zeros: [m, n])
  let times = medians(of: [
    { result = a.matmul(b) },
    {
      bare.withUnsafeMutableBufferPointer { c in
        a.withUnsafeBufferPointer { a in
          b.withUnsafeBufferPointer { b in
            splitProduct(m, n, k, a.baseAddress!, b.baseAddress!, c.baseAddress!)
          }
        }
      }
    },
  ])
  precondition(result.isClose(to: bare, relative: 1e-3, absolute: 1e-3), "the products differ")
  let speed = 2 * Double(m * n * k) / times[0] * 1e-9
  return "matmul \(m)×\(n)×\(k): \(microseconds(times[0])), \(Int(speed)) GFLOP/s, "
    + "\(ratio(times[1] / times[0])) of the bare product's speed"
}

private func splitProduct(
  _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
  _ c: UnsafeMutablePointer<Float>
) {
  let threads = Runtime.threadCount
  ThreadPool.shared.run(parts: threads) { part in
    if n >= m {
      let share = n / threads
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(m), blasint(share), blasint(k), 1, a,
        blasint(k), b + part * share, blasint(n), 0, c + part * share, blasint(n))
    } else {
      let share = m / threads
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, blasint(share), blasint(n), blasint(k), 1,
        a + part * share * k, blasint(k), b, blasint(n), 0, c + part * share * n, blasint(n))
    }
  }
}
