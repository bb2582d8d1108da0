import CTernKernels
import Testing

/// A product of small matrices: its extents, and which operands are stored transposed.
private struct SmallProduct: CustomTestStringConvertible {
  let m: Int
  let n: Int
  let k: Int
  let transposeA: Bool
  let transposeB: Bool

  /// Around the rows that are taken together, and the lanes of every tier.
  static let all = [
    (1, 1, 1), (5, 40, 4), (5, 3, 40), (40, 3, 5), (4, 40, 5), (6, 8, 0), (7, 17, 9), (13, 33, 2),
    (2, 15, 3), (3, 16, 7), (10, 5, 11), (0, 3, 4), (3, 0, 4),
  ].flatMap { m, n, k in
    [(false, false), (false, true), (true, false), (true, true)].map {
      SmallProduct(m: m, n: n, k: k, transposeA: $0, transposeB: $1)
    }
  }

  var testDescription: String {
    "\(m)×\(k)\(transposeA ? " transposed" : "") · \(k)×\(n)\(transposeB ? " transposed" : "")"
  }

  /// The kernel's result, and the naive loop's. Whole numbers: every order of sums is exact.
  func results<R: Real>(_: R.Type, _ tier: TernTier, bias: [R]?, rectifying: Bool)
    -> (actual: [R], expected: [R])
  {
    // Rows are further apart than they are long; what lies between is not to be touched.
    let (gapA, gapB, gapC) = (2, 1, 3)
    let lda = (transposeA ? m : k) + gapA
    let ldb = (transposeB ? k : n) + gapB
    let ldc = n + gapC
    let a: [R] = wholeNumbers(lda * max(m, k))
    let b: [R] = wholeNumbers(ldb * max(n, k), seed: 2)
    var actual = [R](repeating: -7, count: ldc * m)
    var expected = actual
    R.kernels(tier).smallProduct(
      transposeA, transposeB, m, n, k, a, lda, b, ldb, bias, rectifying, &actual, ldc)
    for i in 0..<m {
      for j in 0..<n {
        var sum = bias?[j] ?? 0
        for p in 0..<k {
          sum +=
            a[transposeA ? p * lda + i : i * lda + p] * b[transposeB ? j * ldb + p : p * ldb + j]
        }
        expected[i * ldc + j] = rectifying && sum < 0 ? 0 : sum
      }
    }
    return (actual, expected)
  }
}

@Suite struct ProductsTests {
  @Test(arguments: availableTiers, SmallProduct.all)
  private func smallProductsAreTheNaiveLoops(tier: TernTier, product: SmallProduct) {
    func check<R: Real>(_: R.Type) {
      for bias in [nil, wholeNumbers(product.n, range: 9, seed: 3) as [R]] {
        for rectifying in [false, true] {
          let (actual, expected) = product.results(
            R.self, tier, bias: bias, rectifying: rectifying)
          #expect(actual == expected, "bias \(bias != nil), rectifying \(rectifying)")
        }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  /// As relu does.
  @Test(arguments: availableTiers) func rectifyingKeepsWhatIsNotANumber(tier: TernTier) {
    func check<R: Real>(_: R.Type) {
      for n in [1, 3, 21] {
        var c = [R](repeating: 5, count: 2 * n)
        R.kernels(tier).smallProduct(
          false, false, 2, n, 1, [.nan, -1], 1, [R](repeating: 1, count: n), n, nil, true, &c, n)
        #expect(c[..<n].allSatisfy { $0.isNaN })
        #expect(c[n...].allSatisfy { $0 == 0 })
      }
    }
    check(Float.self)
    check(Double.self)
  }
}
