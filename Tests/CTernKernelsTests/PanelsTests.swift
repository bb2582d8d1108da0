import CTernKernels
import Testing

/// The kernels of factorisations of one tier and precision.
struct FactorizationKernels<R: Real> {
  typealias In = UnsafePointer<R>?
  typealias Out = UnsafeMutablePointer<R>?
  typealias Indices = UnsafeMutablePointer<Int32>?

  let copyFinite: (Int, In, Out) -> Bool
  let luPanel: (Int, Int, Out, Int, Indices, Out) -> Int
  let swapRows: (Int, Out, Int, Int, UnsafePointer<Int32>?, Bool) -> Void
  let qrPanel: (Int, Int, Out, Int, Out, Int, Out) -> Void
  let copyReflectors: (Int, Int, In, Int, Out) -> Void
  let solveTriangle: (Int, Int, In, Int, Int, Bool, Bool, Out, Int) -> Void
  let solveSmall: (Int, Int, Int, In, Int, In, Int, Out, Indices) -> Int32
}

/// A precision of these kernels.
protocol FactorizedReal: Real {
  static func factorizations(_ tier: TernTier) -> FactorizationKernels<Self>
}

extension Float: FactorizedReal {
  static func factorizations(_ tier: TernTier) -> FactorizationKernels<Float> {
    let table = tern_kernels_f32(tier).pointee
    return FactorizationKernels(
      copyFinite: table.copy_finite, luPanel: table.lu_panel, swapRows: table.swap_rows,
      qrPanel: table.qr_panel, copyReflectors: table.copy_reflectors,
      solveTriangle: table.solve_triangle, solveSmall: table.solve_small)
  }
}

extension Double: FactorizedReal {
  static func factorizations(_ tier: TernTier) -> FactorizationKernels<Double> {
    let table = tern_kernels_f64(tier).pointee
    return FactorizationKernels(
      copyFinite: table.copy_finite, luPanel: table.lu_panel, swapRows: table.swap_rows,
      qrPanel: table.qr_panel, copyReflectors: table.copy_reflectors,
      solveTriangle: table.solve_triangle, solveSmall: table.solve_small)
  }
}

/// A matrix of numbers, for naive loops.
struct Grid {
  var rows: Int
  var columns: Int
  var elements: [Double]

  init(_ rows: Int, _ columns: Int, _ element: (Int, Int) -> Double) {
    (self.rows, self.columns) = (rows, columns)
    elements = (0..<rows * columns).map { element($0 / columns, $0 % columns) }
  }

  subscript(i: Int, j: Int) -> Double {
    get { elements[i * columns + j] }
    set { elements[i * columns + j] = newValue }
  }

  static func * (a: Grid, b: Grid) -> Grid {
    Grid(a.rows, b.columns) { i, j in
      (0..<a.columns).reduce(0) { sum, k in sum + a[i, k] * b[k, j] }
    }
  }

  static func - (a: Grid, b: Grid) -> Grid {
    Grid(a.rows, a.columns) { i, j in a[i, j] - b[i, j] }
  }

  var transposed: Grid { Grid(columns, rows) { i, j in self[j, i] } }
  /// The largest element.
  var size: Double { elements.map(\.magnitude).max() ?? 0 }
}

struct PanelsTests {
  static let extents = [(1, 1), (2, 2), (7, 3), (16, 16), (17, 16), (40, 5), (131, 16)]

  private func checkLU<R: FactorizedReal>(_: R.Type, _ tier: TernTier, _ m: Int, _ n: Int) {
    let kernels = R.factorizations(tier)
    let leading = n + 3
    let original: [R] = numbers(m * leading)
    var (a, scratch) = (original, [R](repeating: .nan, count: n * (m + 64)))
    var pivots = [Int32](repeating: -1, count: min(m, n))
    #expect(kernels.luPanel(m, n, &a, leading, &pivots, &scratch) == 0)
    let steps = min(m, n)
    let lower = Grid(m, steps) { i, j in i == j ? 1 : i > j ? Double(a[i * leading + j]) : 0 }
    let upper = Grid(steps, n) { i, j in i <= j ? Double(a[i * leading + j]) : 0 }
    var sorted = original
    kernels.swapRows(leading, &sorted, leading, steps, pivots, false)
    let residual = lower * upper - Grid(m, n) { i, j in Double(sorted[i * leading + j]) }
    #expect(residual.size <= 30 * Double(R.ulpOfOne))
    #expect(lower.size == 1)
    // What lies beside the panel is left alone, and rows go back to where they were.
    for i in 0..<m { #expect(a[i * leading + n] == original[i * leading + n]) }
    kernels.swapRows(leading, &sorted, leading, steps, pivots, true)
    #expect(sorted == original)
  }

  @Test(arguments: availableTiers, extents + [(3, 8), (5, 16)])
  func luFactorsMultiplyToSortedRows(tier: TernTier, extents: (Int, Int)) {
    checkLU(Float.self, tier, extents.0, extents.1)
    checkLU(Double.self, tier, extents.0, extents.1)
  }

  private func checkZeroPivot<R: FactorizedReal>(_: R.Type, _ tier: TernTier) {
    // The second column is twice the first one; and a pivot so small that 1 / it is infinite.
    var a: [R] = [1, 2, 0, 2, 4, 1, 4, 8, 0]
    var (pivots, scratch) = ([Int32](repeating: 0, count: 3), [R](repeating: 0, count: 3 * 67))
    let kernels = R.factorizations(tier)
    #expect(kernels.luPanel(3, 3, &a, 3, &pivots, &scratch) == 2)
    #expect(a[0] == 4 && a[4] == 0)
    let tiny = R.leastNonzeroMagnitude
    var small: [R] = [tiny, tiny, tiny, 0]
    #expect(kernels.luPanel(2, 2, &small, 2, &pivots, &scratch) == 0)
    #expect(small[2] == 1 && small[3] == -tiny)
  }

  @Test(arguments: availableTiers) func zeroAndTinyPivots(tier: TernTier) {
    checkZeroPivot(Float.self, tier)
    checkZeroPivot(Double.self, tier)
  }

  private func checkQR<R: FactorizedReal>(
    _: R.Type, _ tier: TernTier, _ m: Int, _ n: Int, scale: Double
  ) {
    let kernels = R.factorizations(tier)
    let leading = n + 3
    let original: [R] = numbers(m * leading).map { (x: R) in x * R(scale) }
    var (a, scratch) = (original, [R](repeating: .nan, count: n * (m + 64)))
    var t = [R](repeating: .nan, count: n * 20)
    kernels.qrPanel(m, n, &a, leading, &t, 20, &scratch)
    var reflectors = [R](repeating: .nan, count: m * n)
    kernels.copyReflectors(m, n, a, leading, &reflectors)
    let v = Grid(m, n) { i, j in Double(reflectors[i * n + j]) }
    for i in 0..<m {
      for j in 0..<n {
        #expect(v[i, j] == (i == j ? 1 : i > j ? Double(a[i * leading + j]) : 0))
      }
    }
    // The first columns of Q = 1 − V T Vᵀ, and R.
    let head = Grid(n, n) { i, j in v[i, j] }
    let product = v * (Grid(n, n) { i, j in Double(t[i * 20 + j]) } * head.transposed)
    let q = Grid(m, n) { i, j in (i == j ? 1 : 0) - product[i, j] }
    let r = Grid(n, n) { i, j in i <= j ? Double(a[i * leading + j]) / scale : 0 }
    let limit = 100 * Double(R.ulpOfOne) * Double(m).squareRoot()
    #expect((q.transposed * q - Grid(n, n) { i, j in i == j ? 1 : 0 }).size <= limit)
    let residual = q * r - Grid(m, n) { i, j in Double(original[i * leading + j]) / scale }
    #expect(residual.size <= 3 * limit)
  }

  @Test(arguments: availableTiers, extents)
  func qrFactorsMultiplyToThePanel(tier: TernTier, extents: (Int, Int)) {
    let (m, n) = extents
    checkQR(Float.self, tier, m, n, scale: 1)
    checkQR(Double.self, tier, m, n, scale: 1)
    if m > 100 { return }
    for scale in [1e-36, 1e36] { checkQR(Float.self, tier, m, n, scale: scale) }
    for scale in [1e-300, 1e300] { checkQR(Double.self, tier, m, n, scale: scale) }
  }

  @Test(arguments: availableTiers) func columnsOfZerosNeedNoReflector(tier: TernTier) {
    var a = [Double](repeating: 0, count: 12)
    var (t, scratch) = ([Double](repeating: .nan, count: 9), [Double](repeating: 0, count: 3 * 68))
    Double.factorizations(tier).qrPanel(4, 3, &a, 3, &t, 3, &scratch)
    #expect(a.allSatisfy { $0 == 0 } && t.allSatisfy { $0 == 0 })
  }

  private func checkFinite<R: FactorizedReal>(_: R.Type, _ tier: TernTier, _ count: Int) {
    let kernels = R.factorizations(tier)
    let x: [R] = numbers(count)
    var y = [R](repeating: .nan, count: count)
    #expect(kernels.copyFinite(count, x, &y) && y == x)
    #expect(kernels.copyFinite(count, x, nil))
    for value in [R.nan, .infinity, -.infinity] {
      for place in Set([0, count / 2, count - 1]) where count > 0 {
        var wrong = x
        wrong[place] = value
        #expect(!kernels.copyFinite(count, wrong, &y) && !kernels.copyFinite(count, wrong, nil))
      }
    }
    let largest = [R](repeating: .greatestFiniteMagnitude, count: count)
    #expect(kernels.copyFinite(count, largest, nil))
  }

  @Test(arguments: availableTiers, sizes) func whatIsNotFiniteIsSeen(tier: TernTier, count: Int) {
    checkFinite(Float.self, tier, count)
    checkFinite(Double.self, tier, count)
  }
}
