/// The kernels of `Float` and `Double`: whole arrays at a time, on the calling thread.
///
/// Each function states its contract in `CTernKernels.h`. Accuracy of the elementary functions is
/// stated there and in the loops themselves.
public protocol FloatingKernels: ElementKernels, WinogradKernels, DirectKernels,
  FactorizationKernels, SpectralKernels, ReductionKernels, ScanKernels
where Scalar: BinaryFloatingPoint {
  /// y = f(x).
  static func unary(
    _ f: UnaryFunction, count: Int, _ x: UnsafePointer<Scalar>, _ a: Scalar, _ b: Scalar,
    _ y: UnsafeMutablePointer<Scalar>
  )
  /// z = f(x, y), broadcasting rows, columns and single elements.
  static func binary(
    _ f: BinaryFunction, rows: Int, columns: Int, _ x: StridedOperand<Scalar>,
    _ y: StridedOperand<Scalar>, _ z: UnsafeMutablePointer<Scalar>
  )
  /// z = condition ? x : y.
  static func select(
    count: Int, condition: UnsafePointer<Bool>, _ x: UnsafePointer<Scalar>,
    _ y: UnsafePointer<Scalar>, _ z: UnsafeMutablePointer<Scalar>
  )
  /// y = the reduction of x over its middle axis.
  static func reduce(
    _ f: Reduction, outer: Int, count: Int, inner: Int, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  )
  /// y = the index of the least or greatest element along the middle axis of x.
  static func argReduce(
    _ f: Reduction, outer: Int, count: Int, inner: Int, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Int32>
  )
  /// y = a · x + b · y.
  static func axpby(
    count: Int, _ a: Scalar, _ x: UnsafePointer<Scalar>, _ b: Scalar,
    _ y: UnsafeMutablePointer<Scalar>
  )
  /// Σ x · y.
  static func dot(count: Int, _ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>) -> Scalar
  /// The softmax of each row.
  static func softmax(
    rows: Int, columns: Int, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>
  )
  /// The log-softmax of each row.
  static func logSoftmax(
    rows: Int, columns: Int, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>
  )
  /// loss = log Σ exp(x) − x[label], row by row.
  static func crossEntropy(
    rows: Int, columns: Int, _ x: UnsafePointer<Scalar>, labels: UnsafePointer<Int32>,
    _ loss: UnsafeMutablePointer<Scalar>
  )
  /// dx = (softmax(x) − onehot(label)) · dy, row by row.
  static func crossEntropyGradient(
    rows: Int, columns: Int, _ x: UnsafePointer<Scalar>, labels: UnsafePointer<Int32>,
    _ dy: UnsafePointer<Scalar>, dyStride: Int, _ dx: UnsafeMutablePointer<Scalar>
  )
  /// One step of stochastic gradient descent in one pass.
  static func sgd(
    count: Int, _ w: UnsafeMutablePointer<Scalar>, _ g: UnsafePointer<Scalar>,
    velocity: UnsafeMutablePointer<Scalar>?, rate: Scalar, momentum: Scalar, decay: Scalar,
    nesterov: Bool
  )
  /// One step of Adam in one pass.
  static func adam(
    count: Int, _ w: UnsafeMutablePointer<Scalar>, _ g: UnsafePointer<Scalar>,
    _ m: UnsafeMutablePointer<Scalar>, _ v: UnsafeMutablePointer<Scalar>, _ step: AdamStep<Scalar>
  )
  /// y[index[r]] += x[r] for rows of `width` elements.
  static func scatterAdd(
    rows: Int, width: Int, index: UnsafePointer<Int32>, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  )
  /// y = the patches of channels that rows of output places see, as the columns of a matrix.
  static func gatherPatches(
    _ patches: PatchLayout, channels: Int, rows: Range<Int>, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>, yStride: Int
  )
  /// x = for each pixel of channels the sum of the elements of y that see it.
  static func scatterPatches(
    _ patches: PatchLayout, channels: Int, rows: Int, _ y: UnsafePointer<Scalar>, yStride: Int,
    _ x: UnsafeMutablePointer<Scalar>
  )
  /// y = the greatest element of each 2 × 2 window, and its place in the window.
  static func maxPoolSquares(
    _ planes: PoolPlanes, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>,
    places: UnsafeMutablePointer<UInt8>?
  )
  /// y = the element of x at a place in each 2 × 2 window.
  static func gatherSquares(
    _ planes: PoolPlanes, places: UnsafePointer<UInt8>, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  )
  /// x = y at a place in each 2 × 2 window, 0 elsewhere; without places, a quarter of y in each.
  static func scatterSquares(
    _ planes: PoolPlanes, places: UnsafePointer<UInt8>?, _ y: UnsafePointer<Scalar>,
    _ x: UnsafeMutablePointer<Scalar>
  )
  /// y = the greatest element of each window, and its index in the image.
  static func maxPool(
    _ planes: PoolPlanes, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>,
    indices: UnsafeMutablePointer<Int32>?
  )
  /// y = the elements of x at indices of each image, 0 for negative ones.
  static func gatherPlanes(
    _ planes: PoolPlanes, indices: UnsafePointer<Int32>, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  )
  /// x = the sums of the y at each index of each image.
  static func scatterPlanes(
    _ planes: PoolPlanes, indices: UnsafePointer<Int32>, _ y: UnsafePointer<Scalar>,
    _ x: UnsafeMutablePointer<Scalar>
  )
  /// y = the average of each window.
  static func averagePool(
    _ planes: PoolPlanes, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>
  )
  /// dx = the sums of what each window's average hands on.
  static func averagePoolGradient(
    _ planes: PoolPlanes, _ dy: UnsafePointer<Scalar>, _ dx: UnsafeMutablePointer<Scalar>
  )
  /// y = the reduction over the rows of some columns of a matrix, rows being `stride` apart.
  static func reduceColumns(
    _ f: Reduction, count: Int, columns: Int, stride: Int, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  )
  /// The mean of each channel and Σ (x − mean)².
  static func moments(
    _ block: ChannelBlock, _ x: UnsafePointer<Scalar>, mean: UnsafeMutablePointer<Double>,
    squares: UnsafeMutablePointer<Double>
  )
  /// y = the map of x.
  static func normalize(
    _ block: ChannelBlock, _ x: UnsafePointer<Scalar>, _ map: ChannelMap<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  )
  /// Σ g and Σ g · (x − center) of each channel, g being dy where the map's rectifier passes it.
  static func normalizeSums(
    _ block: ChannelBlock, _ x: UnsafePointer<Scalar>, _ dy: UnsafePointer<Scalar>,
    _ map: ChannelMap<Scalar>, sum: UnsafeMutablePointer<Double>,
    product: UnsafeMutablePointer<Double>
  )
  /// dx = g · a + (x − center) · b + e, g being dy where the map's rectifier passes it.
  static func normalizeGradient(
    _ block: ChannelBlock, _ x: UnsafePointer<Scalar>, _ dy: UnsafePointer<Scalar>,
    _ map: ChannelMap<Scalar>, a: UnsafePointer<Scalar>, b: UnsafePointer<Scalar>,
    e: UnsafePointer<Scalar>, _ dx: UnsafeMutablePointer<Scalar>
  )
  /// C = op(A) · op(B) + bias for small matrices, then max(C, 0) if rectifying.
  static func smallProduct(
    _ product: ProductShape, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, rectifying: Bool, _ c: UnsafeMutablePointer<Scalar>)
  /// C = op(A) · B, added to C if it accumulates, for n a multiple of 16 and B not transposed.
  static func slimProduct(
    _ product: ProductShape, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    accumulates: Bool, _ c: UnsafeMutablePointer<Scalar>)
  /// y = x · B + bias for a row x of k elements and a row-major matrix of k × n, then max(y, 0) if
  /// rectifying.
  static func rowProduct(
    n: Int, k: Int, _ x: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>, leadingB: Int,
    bias: UnsafePointer<Scalar>?, rectifying: Bool, _ y: UnsafeMutablePointer<Scalar>)
  /// C = alpha · op(A) · op(B) + beta · C, row-major, op being the transpose where asked.
  static func gemm(
    _ product: ProductShape, alpha: Scalar, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    beta: Scalar, _ c: UnsafeMutablePointer<Scalar>)
  /// y = alpha · op(A) · x + beta · y for a row-major matrix of rows × columns.
  static func gemv(
    transposed: Bool, rows: Int, columns: Int, leadingExtent: Int, alpha: Scalar,
    _ a: UnsafePointer<Scalar>, _ x: UnsafePointer<Scalar>, xStride: Int, beta: Scalar,
    _ y: UnsafeMutablePointer<Scalar>, yStride: Int)
  /// Replaces the row-major matrix of rows ≥ columns by the Q of its QR factorisation and writes
  /// the diagonal of R; returns LAPACK's info, 0 for success.
  static func orthonormalize(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>,
    diagonal: UnsafeMutablePointer<Scalar>
  ) -> Int
}

/// The numbers of one Adam step.
public struct AdamStep<Scalar: Sendable>: Sendable {
  /// The learning rate.
  public var rate: Scalar
  /// The decay of the moving average of gradients.
  public var beta1: Scalar
  /// The decay of the moving average of squared gradients.
  public var beta2: Scalar
  /// Added to the denominator.
  public var epsilon: Scalar
  /// Weight decay added to the gradient.
  public var decay: Scalar
  /// Weight decay applied to the parameter itself (AdamW).
  public var decoupledDecay: Scalar
  /// 1 − beta1^t
  public var correction1: Scalar
  /// 1 − beta2^t
  public var correction2: Scalar

  /// The numbers of the step `t`, counted from 1.
  public init(
    rate: Scalar, beta1: Scalar, beta2: Scalar, epsilon: Scalar, decay: Scalar,
    decoupledDecay: Scalar, correction1: Scalar, correction2: Scalar
  ) {
    self.rate = rate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.decay = decay
    self.decoupledDecay = decoupledDecay
    self.correction1 = correction1
    self.correction2 = correction2
  }
}

/// The extents of a matrix product C[m × n] = op(A)[m × k] · op(B)[k × n], and where rows begin.
public struct ProductShape: Sendable {
  /// Whether A is stored as k × m.
  public var transposeA: Bool
  /// Whether B is stored as n × k.
  public var transposeB: Bool
  /// Rows of C.
  public var m: Int
  /// Columns of C.
  public var n: Int
  /// The extent that is summed over.
  public var k: Int
  /// Elements from one stored row of A to the next.
  public var leadingA: Int
  /// Elements from one stored row of B to the next.
  public var leadingB: Int
  /// Elements from one row of C to the next.
  public var leadingC: Int

  /// Whether rows follow each other without gaps.
  package var isContiguous: Bool {
    leadingA == max(1, transposeA ? m : k) && leadingB == max(1, transposeB ? k : n)
      && leadingC == max(1, n)
  }

  /// Whether the kernel for slim products takes it, and is faster than a call of OpenBLAS.
  package var isSlim: Bool {
    !transposeB && n % 16 == 0 && n >= 16 && (m <= 256 || k <= 256) && k > 0
  }

  /// Whether the kernel for small matrices takes it, and is faster than a call of OpenBLAS.
  package var isSmall: Bool { m * n * k <= 16384 && (!transposeB || n * k <= 4096) }

  /// A product of contiguous matrices.
  public init(transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int) {
    self.transposeA = transposeA
    self.transposeB = transposeB
    self.m = m
    self.n = n
    self.k = k
    leadingA = max(1, transposeA ? m : k)
    leadingB = max(1, transposeB ? k : n)
    leadingC = max(1, n)
  }
}
