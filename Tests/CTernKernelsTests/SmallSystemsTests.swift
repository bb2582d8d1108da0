import CTernKernels
import Testing

struct SmallSystemsTests {
  private func check<R: FactorizedReal>(_: R.Type, _ tier: TernTier, _ n: Int, _ k: Int) {
    let kernels = R.factorizations(tier)
    let count = 37
    let a: [R] = numbers(count * n * n)
    let b: [R] = numbers(count * n * k, seed: 2)
    var x = [R](repeating: .nan, count: count * n * k)
    var info = [Int32](repeating: -1, count: count)
    #expect(kernels.solveSmall(n, k, count, a, n * n, b, n * k, &x, &info) == 0)
    #expect(info.allSatisfy { $0 == 0 })
    for s in 0..<count {
      let matrix = Grid(n, n) { i, j in Double(a[s * n * n + i * n + j]) }
      let solution = Grid(n, k) { i, j in Double(x[s * n * k + i * k + j]) }
      let residual = matrix * solution - Grid(n, k) { i, j in Double(b[s * n * k + i * k + j]) }
      #expect(residual.size <= 50 * Double(R.ulpOfOne) * (solution.size + 1))
    }
    // One matrix for all, and no right sides: the inverse again and again.
    var inverses = [R](repeating: .nan, count: count * n * n)
    #expect(kernels.solveSmall(n, n, count, a, 0, nil, 0, &inverses, &info) == 0)
    #expect(inverses == Array((0..<count).map { _ in inverses[0..<n * n] }.joined()))
    let matrix = Grid(n, n) { i, j in Double(a[i * n + j]) }
    let inverse = Grid(n, n) { i, j in Double(inverses[i * n + j]) }
    let identity = Grid(n, n) { i, j in i == j ? 1 : 0 }
    #expect(
      (matrix * inverse - identity).size <= 50 * Double(R.ulpOfOne) * (inverse.size + 1) * 3)
  }

  @Test(arguments: availableTiers, 1...8) func residualsAreSmall(tier: TernTier, n: Int) {
    for k in [1, 2, n, 8] {
      check(Float.self, tier, n, k)
      check(Double.self, tier, n, k)
    }
  }

  private func checkFindings<R: FactorizedReal>(_: R.Type, _ tier: TernTier) {
    let kernels = R.factorizations(tier)
    let regular: [R] = [1, 2, 3, 4]
    var a = Array((0..<19).map { _ in regular }.joined())
    var (x, info) = ([R](repeating: .nan, count: a.count), [Int32](repeating: -1, count: 19))
    a.replaceSubrange(17 * 4..<18 * 4, with: [1, 2, 2, 4])
    a.replaceSubrange(3 * 4..<4 * 4, with: [0, 0, 0, 4])
    #expect(
      kernels.solveSmall(2, 2, 19, a, 4, nil, 4, &x, &info) == Int32(TERN_SMALL_SINGULAR))
    #expect(info == (0..<19).map { $0 == 17 ? 2 : $0 == 3 ? 1 : 0 })
    for value in [R.nan, .infinity] {
      var wrong = Array((0..<19).map { _ in regular }.joined())
      wrong[18 * 4 + 1] = value
      let found = kernels.solveSmall(2, 2, 19, wrong, 4, nil, 0, &x, &info)
      #expect(found & Int32(TERN_SMALL_NOT_FINITE) != 0)
      wrong = Array((0..<19).map { _ in regular }.joined())
      let rights: [R] = (0..<38).map { $0 == 5 ? value : 1 }
      let foundInRights = kernels.solveSmall(2, 1, 19, wrong, 4, rights, 2, &x, &info)
      #expect(foundInRights & Int32(TERN_SMALL_NOT_FINITE) != 0)
    }
  }

  @Test(arguments: availableTiers) func singularAndInfiniteSystemsAreNamed(tier: TernTier) {
    checkFindings(Float.self, tier)
    checkFindings(Double.self, tier)
  }
}
