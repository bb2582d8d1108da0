import TernKernels
import TestSupport

/// C = op(A) · op(B) + bias, rectified if asked, by definition; what lies between its rows stays.
func naiveProduct(
  _ p: ProductShape, _ a: [Double], _ b: [Double], bias: [Double]? = nil,
  rectifying: Bool = false, into c: [Double]
) -> [Double] {
  var c = c
  for row in 0..<p.m {
    for column in 0..<p.n {
      var sum = 0.0
      for i in 0..<p.k {
        let x = p.transposeA ? a[i * p.leadingA + row] : a[row * p.leadingA + i]
        let y = p.transposeB ? b[column * p.leadingB + i] : b[i * p.leadingB + column]
        sum += x * y
      }
      let place = row * p.leadingC + column
      sum += bias?[column] ?? 0
      c[place] = rectifying ? max(sum, 0) : sum
    }
  }
  return c
}

/// Seeded numbers.
func numbers(_ count: Int, _ seed: UInt64) -> [Double] {
  seeded([count], seed: seed).scalars
}
