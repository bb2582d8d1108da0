import COpenBLAS
import CTernKernels
import Testing

@Test func productsAreRightAfterOpenBLASChoseItsKernels() {
  tern_prepare_openblas()
  tern_prepare_openblas()
  #expect(openblas_get_num_threads() == 1)
  // Sums of small integers are exact in any order.
  let n = 67
  let a: [Float] = wholeNumbers(n * n)
  let b: [Float] = wholeNumbers(n * n, seed: 2)
  var c = [Float](repeating: 0, count: n * n)
  cblas_sgemm(
    CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(n), Int32(n), Int32(n), 1, a, Int32(n), b,
    Int32(n), 0, &c, Int32(n))
  let expected = (0..<n * n).map { i in
    (0..<n).reduce(Float(0)) { $0 + a[i / n * n + $1] * b[$1 * n + i % n] }
  }
  #expect(c == expected)
}
