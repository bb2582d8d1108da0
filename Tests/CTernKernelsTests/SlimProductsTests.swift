import CTernKernels
import Testing

/// Extents m, n, k: fewer rows than a tile and more, panels of every width, depths around a block's.
private let extents = [
  (1, 16, 1), (2, 32, 7), (3, 48, 128), (5, 64, 129), (7, 80, 17), (13, 16, 300), (64, 112, 31),
  (100, 128, 64), (0, 16, 5),
]

@Test(arguments: availableTiers, extents)
func slimProductsAgreeWithNaiveLoops(tier: TernTier, extents: (m: Int, n: Int, k: Int)) {
  let (m, n, k) = extents
  func check<R: Real>(_: R.Type) {
    let kernels = R.kernels(tier)
    // Rows are some elements apart; what lies between them stays. Whole numbers: sums are exact.
    for transposed in [false, true] {
      let (lda, ldb, ldc) = ((transposed ? m : k) + 3, n + 1, n + 2)
      let a: [R] = wholeNumbers((transposed ? k : m) * lda + 1)
      let b: [R] = wholeNumbers(k * ldb)
      let before: [R] = wholeNumbers(m * ldc + 1)
      for accumulates in [false, true] {
        var c = before
        kernels.slimProduct(transposed, m, n, k, a, lda, b, ldb, accumulates, &c, ldc)
        var expected = before
        for i in 0..<m {
          for j in 0..<n {
            let sum = (0..<k).reduce(accumulates ? before[i * ldc + j] : 0) {
              $0 + (transposed ? a[$1 * lda + i] : a[i * lda + $1]) * b[$1 * ldb + j]
            }
            expected[i * ldc + j] = sum
          }
        }
        #expect(c == expected)
      }
    }
  }
  check(Float.self)
  check(Double.self)
}
