import CLAPACKE
import COpenBLAS
import CTernKernels

/// The kernels of `Double`, of the best instruction set that this processor has.
public enum DoubleKernels: FloatingKernels {
  static let table = tern_kernels_f64(tern_selected_tier())!
    .pointee

  /// y = f(x).
  public static func unary(
    _ f: UnaryFunction, count: Int, _ x: UnsafePointer<Double>, _ a: Double, _ b: Double,
    _ y: UnsafeMutablePointer<Double>
  ) {
    table.unary(f.rawValue, count, x, a, b, y)
  }

  /// z = f(x, y), broadcasting rows, columns and single elements.
  public static func binary(
    _ f: BinaryFunction, rows: Int, columns: Int, _ x: StridedOperand<Double>,
    _ y: StridedOperand<Double>, _ z: UnsafeMutablePointer<Double>
  ) {
    table.binary(
      f.rawValue, rows, columns, x.pointer, x.rowStride, x.columnStride, y.pointer, y.rowStride,
      y.columnStride, z)
  }

  /// z = x ⋚ y.
  public static func compare(
    _ f: Comparison, rows: Int, columns: Int, _ x: StridedOperand<Double>,
    _ y: StridedOperand<Double>, _ z: UnsafeMutablePointer<Bool>
  ) {
    table.compare(
      f.rawValue, rows, columns, x.pointer, x.rowStride, x.columnStride, y.pointer, y.rowStride,
      y.columnStride, z)
  }

  /// z = condition ? x : y.
  public static func select(
    count: Int, condition: UnsafePointer<Bool>, _ x: UnsafePointer<Double>,
    _ y: UnsafePointer<Double>, _ z: UnsafeMutablePointer<Double>
  ) {
    table.select(count, condition, x, y, z)
  }

  /// y = the reduction of x over its middle axis.
  public static func reduce(
    _ f: Reduction, outer: Int, count: Int, inner: Int, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    table.reduce(f.rawValue, outer, count, inner, x, y)
  }

  /// y = the index of the least or greatest element along the middle axis of x.
  public static func argReduce(
    _ f: Reduction, outer: Int, count: Int, inner: Int, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Int32>
  ) {
    table.arg_reduce(f.rawValue, outer, count, inner, x, y)
  }

  /// y = a · x + b · y.
  public static func axpby(
    count: Int, _ a: Double, _ x: UnsafePointer<Double>, _ b: Double,
    _ y: UnsafeMutablePointer<Double>
  ) {
    table.axpby(count, a, x, b, y)
  }

  /// Σ x · y.
  public static func dot(
    count: Int, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>
  ) -> Double {
    table.dot(count, x, y)
  }

  /// The softmax of each row.
  public static func softmax(
    rows: Int, columns: Int, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>
  ) {
    table.softmax(rows, columns, x, y)
  }

  /// The log-softmax of each row.
  public static func logSoftmax(
    rows: Int, columns: Int, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>
  ) {
    table.log_softmax(rows, columns, x, y)
  }

  /// loss = log Σ exp(x) − x[label], row by row.
  public static func crossEntropy(
    rows: Int, columns: Int, _ x: UnsafePointer<Double>, labels: UnsafePointer<Int32>,
    _ loss: UnsafeMutablePointer<Double>
  ) {
    table.cross_entropy(rows, columns, x, labels, loss)
  }

  /// dx = (softmax(x) − onehot(label)) · dy, row by row.
  public static func crossEntropyGradient(
    rows: Int, columns: Int, _ x: UnsafePointer<Double>, labels: UnsafePointer<Int32>,
    _ dy: UnsafePointer<Double>, dyStride: Int, _ dx: UnsafeMutablePointer<Double>
  ) {
    table.cross_entropy_gradient(rows, columns, x, labels, dy, dyStride, dx)
  }

  /// One step of stochastic gradient descent in one pass.
  public static func sgd(
    count: Int, _ w: UnsafeMutablePointer<Double>, _ g: UnsafePointer<Double>,
    velocity: UnsafeMutablePointer<Double>?, rate: Double, momentum: Double, decay: Double,
    nesterov: Bool
  ) {
    table.sgd(count, w, g, velocity, rate, momentum, decay, nesterov)
  }

  /// One step of Adam in one pass.
  public static func adam(
    count: Int, _ w: UnsafeMutablePointer<Double>, _ g: UnsafePointer<Double>,
    _ m: UnsafeMutablePointer<Double>, _ v: UnsafeMutablePointer<Double>, _ step: AdamStep<Double>
  ) {
    table.adam(
      count, w, g, m, v, step.rate, step.beta1, step.beta2, step.epsilon, step.decay,
      step.decoupledDecay, step.correction1, step.correction2)
  }

  /// y[index[r]] += x[r] for rows of `width` elements.
  public static func scatterAdd(
    rows: Int, width: Int, index: UnsafePointer<Int32>, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    table.scatter_add(rows, width, index, x, y)
  }

  /// y = the patches of channels that rows of output places see, as the columns of a matrix.
  public static func gatherPatches(
    _ patches: PatchLayout, channels: Int, rows: Range<Int>, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>, yStride: Int
  ) {
    withUnsafePointer(to: patches.layout) {
      table.gather_patches($0, channels, rows.lowerBound, rows.count, x, y, yStride)
    }
  }

  /// x = for each pixel of channels the sum of the elements of y that see it.
  public static func scatterPatches(
    _ patches: PatchLayout, channels: Int, rows: Int, _ y: UnsafePointer<Double>, yStride: Int,
    _ x: UnsafeMutablePointer<Double>
  ) {
    withUnsafePointer(to: patches.layout) {
      table.scatter_patches($0, channels, rows, y, yStride, x)
    }
  }

  /// y = the reduction over the rows of some columns of a matrix, rows being `stride` apart.
  public static func reduceColumns(
    _ f: Reduction, count: Int, columns: Int, stride: Int, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    table.reduce_columns(f.rawValue, count, columns, stride, x, y)
  }

  /// The mean of each channel and Σ (x − mean)².
  public static func moments(
    _ block: ChannelBlock, _ x: UnsafePointer<Double>, mean: UnsafeMutablePointer<Double>,
    squares: UnsafeMutablePointer<Double>
  ) {
    table.moments(block.batch, block.channels, block.inner, block.stride, x, mean, squares)
  }

  /// y = the map of x.
  public static func normalize(
    _ block: ChannelBlock, _ x: UnsafePointer<Double>, _ map: ChannelMap<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    table.normalize(
      block.batch, block.channels, block.inner, block.stride, x, map.center, map.factor,
      map.offset, map.rectifying, y)
  }

  /// Σ g and Σ g · (x − center) of each channel, g being dy where the map's rectifier passes it.
  public static func normalizeSums(
    _ block: ChannelBlock, _ x: UnsafePointer<Double>, _ dy: UnsafePointer<Double>,
    _ map: ChannelMap<Double>, sum: UnsafeMutablePointer<Double>,
    product: UnsafeMutablePointer<Double>
  ) {
    table.normalize_sums(
      block.batch, block.channels, block.inner, block.stride, x, dy, map.center, map.factor,
      map.offset, map.rectifying, sum, product)
  }

  /// dx = g · a + (x − center) · b + e, g being dy where the map's rectifier passes it.
  public static func normalizeGradient(
    _ block: ChannelBlock, _ x: UnsafePointer<Double>, _ dy: UnsafePointer<Double>,
    _ map: ChannelMap<Double>, a: UnsafePointer<Double>, b: UnsafePointer<Double>,
    e: UnsafePointer<Double>,
    _ dx: UnsafeMutablePointer<Double>
  ) {
    table.normalize_gradient(
      block.batch, block.channels, block.inner, block.stride, x, dy, map.center, map.factor,
      map.offset, map.rectifying, a, b, e, dx)
  }

  /// C = op(A) · op(B) + bias for small matrices, then max(C, 0) if rectifying.
  public static func smallProduct(
    _ product: ProductShape, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    bias: UnsafePointer<Double>?, rectifying: Bool, _ c: UnsafeMutablePointer<Double>
  ) {
    table.small_product(
      product.transposeA, product.transposeB, product.m, product.n, product.k, a,
      product.leadingA, b, product.leadingB, bias, rectifying, c, product.leadingC)
  }

  /// y = x · B + bias for a row x of k elements and a row-major matrix of k × n, then max(y, 0) if
  /// rectifying.
  public static func rowProduct(
    n: Int, k: Int, _ x: UnsafePointer<Double>, _ b: UnsafePointer<Double>, leadingB: Int,
    bias: UnsafePointer<Double>?, rectifying: Bool, _ y: UnsafeMutablePointer<Double>
  ) {
    table.row_product(n, k, x, b, leadingB, bias, rectifying, y)
  }

  /// C = op(A) · B, added to C if it accumulates, for n a multiple of 16 and B not transposed.
  public static func slimProduct(
    _ product: ProductShape, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    accumulates: Bool,
    _ c: UnsafeMutablePointer<Double>
  ) {
    table.slim_product(
      product.transposeA, product.m, product.n, product.k, a, product.leadingA, b,
      product.leadingB, accumulates, c, product.leadingC)
  }

  /// C = alpha · op(A) · op(B) + beta · C, row-major, op being the transpose where asked.
  public static func gemm(
    _ product: ProductShape, alpha: Double, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    beta: Double, _ c: UnsafeMutablePointer<Double>
  ) {
    cblas_dgemm(
      CblasRowMajor, product.transposeA ? CblasTrans : CblasNoTrans,
      product.transposeB ? CblasTrans : CblasNoTrans, blasint(product.m), blasint(product.n),
      blasint(product.k), alpha, a, blasint(product.leadingA), b, blasint(product.leadingB), beta,
      c, blasint(product.leadingC))
  }

  /// y = alpha · op(A) · x + beta · y for a row-major matrix of rows × columns.
  public static func gemv(
    transposed: Bool, rows: Int, columns: Int, leadingExtent: Int, alpha: Double,
    _ a: UnsafePointer<Double>, _ x: UnsafePointer<Double>, xStride: Int, beta: Double,
    _ y: UnsafeMutablePointer<Double>, yStride: Int
  ) {
    cblas_dgemv(
      CblasRowMajor, transposed ? CblasTrans : CblasNoTrans, blasint(rows), blasint(columns), alpha,
      a, blasint(leadingExtent), x, blasint(xStride), beta, y, blasint(yStride))
  }

  /// Replaces the row-major matrix of rows ≥ columns by the Q of its QR factorisation and writes
  /// the diagonal of R; returns LAPACK's info, 0 for success.
  public static func orthonormalize(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Double>,
    diagonal: UnsafeMutablePointer<Double>
  ) -> Int {
    prepareOpenBLAS()
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: columns) { reflectors in
      let (m, n) = (Int32(rows), Int32(columns))
      let tau = reflectors.baseAddress
      var info = LAPACKE_dgeqrf(LAPACK_ROW_MAJOR, m, n, a, n, tau)
      guard info == 0 else { return Int(info) }
      for i in 0..<columns { diagonal[i] = a[i * columns + i] }
      info = LAPACKE_dorgqr(LAPACK_ROW_MAJOR, m, n, n, a, n, tau)
      return Int(info)
    }
  }
}
