import CTernKernels
import Testing

struct TrianglesTests {
  private func check<R: FactorizedReal>(_: R.Type, _ tier: TernTier, _ n: Int, _ columns: Int) {
    let kernels = R.factorizations(tier)
    let a: [R] = numbers(n * n, range: 1 / Double(n)).enumerated().map { place, x in
      place % (n + 1) == 0 ? x + 1 : x
    }
    let leading = columns + 2
    let b: [R] = numbers(n * leading, seed: 2)
    for mode in 0..<8 {
      let (backward, isUnit, isTransposed) = (mode & 1 == 1, mode & 2 == 2, mode & 4 == 4)
      let (rowStep, columnStep) = isTransposed ? (1, n) : (n, 1)
      var x = b
      kernels.solveTriangle(n, columns, a, rowStep, columnStep, backward, isUnit, &x, leading)
      let triangle = Grid(n, n) { i, k in
        if i == k && isUnit { return 1 }
        return (backward ? i <= k : i >= k) ? Double(a[i * rowStep + k * columnStep]) : 0
      }
      let residual =
        triangle * Grid(n, columns) { i, j in Double(x[i * leading + j]) }
        - Grid(n, columns) { i, j in Double(b[i * leading + j]) }
      #expect(residual.size <= 30 * Double(R.ulpOfOne))
      for i in 0..<n { #expect(x[i * leading + columns] == b[i * leading + columns]) }
    }
  }

  @Test(arguments: availableTiers, [(1, 1), (3, 17), (8, 70), (32, 7), (32, 64)])
  func trianglesTimesSolutionsAreRightSides(tier: TernTier, extents: (Int, Int)) {
    check(Float.self, tier, extents.0, extents.1)
    check(Double.self, tier, extents.0, extents.1)
  }

  @Test(arguments: availableTiers) func smallestDiagonals(tier: TernTier) {
    let tiny = Double.leastNonzeroMagnitude
    var b = [6 * tiny, 5]
    Double.factorizations(tier).solveTriangle(2, 1, [3 * tiny, 0, 1, 1], 2, 1, false, false, &b, 1)
    #expect(b == [2, 3])
  }
}
