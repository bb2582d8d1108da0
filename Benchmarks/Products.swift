import COpenBLAS
import Tern
import TernKernels

/// `matmul` against the same product as bare calls of OpenBLAS: memory that is there already,
/// split by hand over the longer output side, one single-threaded call a thread.
let productBenchmarks = [
  BareProduct(64, 512, 784), BareProduct(1024, 1024, 1024), BareProduct(6400, 64, 576),
  BareProduct(784, 512, 64, transposes: .left), BareProduct(64, 784, 512, transposes: .right),
].map { (product: BareProduct) in
  Benchmark("products/\(product)") { stopwatch in
    var rng = Philox(seed: 1)
    let operands = product.operands(using: &rng)
    let (a, b) = operands
    var result = Tensor<Float>(zeros: [0])
    var bare = product.result
    let times = stopwatch.medians(of: [
      {
        result = a.matmul(
          b, transposingSelf: product.transposes == .left,
          transposingOther: product.transposes == .right)
      },
      { product.run(operands, into: &bare) },
    ])
    precondition(result.isClose(to: bare, relative: 1e-3, absolute: 1e-3), "the products differ")
    return Measurement(
      "products/\(product)", seconds: times[0],
      ["GFLOP/s": product.flops / times[0] * 1e-9, "of the bare speed": times[1] / times[0]])
  }
}

/// A product of `[m, k]` and `[k, n]`, either of them stored transposed, or many alike.
struct BareProduct: CustomStringConvertible {
  let m, n, k: Int
  let transposes: Transposes
  /// If more than one, the threads share the products; otherwise they share the only one.
  var count = 1

  enum Transposes { case neither, left, right }

  init(_ m: Int, _ n: Int, _ k: Int, transposes: Transposes = .neither) {
    (self.m, self.n, self.k, self.transposes) = (m, n, k, transposes)
  }

  /// m, n and k; a ᵀ behind what is stored transposed.
  var description: String {
    switch transposes {
    case .neither: "\(m)x\(n)x\(k)"
    case .left: "\(m)x\(n)x\(k)-left-transposed"
    case .right: "\(m)x\(n)x\(k)-right-transposed"
    }
  }

  var flops: Double { 2 * Double(m) * Double(n) * Double(k) * Double(count) }

  /// Memory for the result, one for each thread if there are many.
  var result: Tensor<Float> {
    Tensor(zeros: [count > 1 ? Runtime.threadCount * m : m, n])
  }

  func operands(using rng: inout Philox) -> (Tensor<Float>, Tensor<Float>) {
    (
      Tensor(randomNormal: transposes == .left ? [k, m] : [m, k], using: &rng),
      Tensor(randomNormal: transposes == .right ? [n, k] : [k, n], using: &rng)
    )
  }

  func run(_ operands: (Tensor<Float>, Tensor<Float>), into result: inout Tensor<Float>) {
    result.withUnsafeMutableBufferPointer { c in
      operands.0.withUnsafeBufferPointer { a in
        operands.1.withUnsafeBufferPointer { b in
          // A part of an array has an address as long as there is something to calculate.
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          run(a, b, c)
        }
      }
    }
  }

  private func run(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafeMutablePointer<Float>
  ) {
    // A hand-over takes longer than the smallest products.
    let threads = flops < 1e6 ? 1 : Runtime.threadCount
    if count > 1 {
      ThreadPool.shared.run(parts: threads) { part in
        for _ in count * part / threads..<count * (part + 1) / threads {
          call(rows: 0..<m, columns: 0..<n, a, b, c + part * m * n)
        }
      }
      return
    }
    let splitsColumns = n >= m
    let extent = splitsColumns ? n : m
    let share = ((extent + threads - 1) / threads + 15) / 16 * 16
    ThreadPool.shared.run(parts: threads) { part in
      let first = min(part * share, extent)
      let count = min(share, extent - first)
      guard count > 0 else { return }
      let range = first..<first + count
      call(
        rows: splitsColumns ? 0..<m : range, columns: splitsColumns ? range : 0..<n, a, b, c)
    }
  }

  /// The product of some rows and some columns, on the calling thread.
  private func call(
    rows: Range<Int>, columns: Range<Int>, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
    _ c: UnsafeMutablePointer<Float>
  ) {
    let (i, j) = (rows.lowerBound, columns.lowerBound)
    cblas_sgemm(
      CblasRowMajor, transposes == .left ? CblasTrans : CblasNoTrans,
      transposes == .right ? CblasTrans : CblasNoTrans, blasint(rows.count),
      blasint(columns.count), blasint(k), 1, a + (transposes == .left ? i : i * k),
      blasint(transposes == .left ? m : k), b + (transposes == .right ? j * k : j),
      blasint(transposes == .right ? k : n), 0, c + i * n + j, blasint(n))
  }
}
