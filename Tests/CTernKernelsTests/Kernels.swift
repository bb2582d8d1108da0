import CTernKernels

/// The tiers that this processor can run.
let availableTiers = [TERN_TIER_BASELINE, TERN_TIER_AVX2, TERN_TIER_AVX512]
  .map { TernTier($0) }.filter(tern_tier_is_available)

/// Lengths around and between those of vectors, and of unrolled loops.
let sizes = [0, 1, 7, 17, 1023]

/// A precision of the kernels.
protocol Real: BinaryFloatingPoint, LosslessStringConvertible, Sendable {
  static func kernels(_ tier: TernTier) -> Kernels<Self>
}

/// The kernels of one tier and precision.
struct Kernels<R: Real> {
  typealias In = UnsafePointer<R>?
  typealias Out = UnsafeMutablePointer<R>?
  typealias Layout = UnsafePointer<TernPatchLayout>?
  typealias Windows = UnsafePointer<TernWindows>?
  typealias Sums = UnsafeMutablePointer<Double>?

  let unary: (Int32, Int, In, R, R, Out) -> Void
  let binary: (Int32, Int, Int, In, Int, Int, In, Int, Int, Out) -> Void
  let compare: (Int32, Int, Int, In, Int, Int, In, Int, Int, UnsafeMutablePointer<Bool>?) -> Void
  let select: (Int, UnsafePointer<Bool>?, In, In, Out) -> Void
  let reduce: (Int32, Int, Int, Int, In, Out) -> Void
  let argReduce: (Int32, Int, Int, Int, In, UnsafeMutablePointer<Int32>?) -> Void
  let axpby: (Int, R, In, R, Out) -> Void
  let dot: (Int, In, In) -> R
  let softmax: (Int, Int, In, Out) -> Void
  let logSoftmax: (Int, Int, In, Out) -> Void
  let crossEntropy: (Int, Int, In, UnsafePointer<Int32>?, Out) -> Void
  let crossEntropyGradient: (Int, Int, In, UnsafePointer<Int32>?, In, Int, Out) -> Void
  let smallProduct: (Bool, Bool, Int, Int, Int, In, Int, In, Int, In, Bool, Out, Int) -> Void
  let sgd: (Int, Out, In, Out, R, R, R, Bool) -> Void
  let adam: (Int, Out, In, Out, Out, R, R, R, R, R, R, R, R) -> Void
  let scatterAdd: (Int, Int, UnsafePointer<Int32>?, In, Out) -> Void
  let slimProduct: (Bool, Int, Int, Int, In, Int, In, Int, Bool, Out, Int) -> Void
  let gatherPatches: (Layout, Int, Int, Int, In, Out, Int) -> Void
  let scatterPatches: (Layout, Int, Int, In, Int, Out) -> Void
  let maxPool2x2: (Int, Int, Int, In, Out, UnsafeMutablePointer<UInt8>?) -> Void
  let gather2x2: (Int, Int, Int, UnsafePointer<UInt8>?, In, Out) -> Void
  let scatter2x2: (Int, Int, Int, UnsafePointer<UInt8>?, In, Out) -> Void
  let maxPool: (Int, Windows, Windows, In, Out, UnsafeMutablePointer<Int32>?) -> Void
  let gatherPlanes: (Int, Int, Int, UnsafePointer<Int32>?, In, Out) -> Void
  let scatterPlanes: (Int, Int, Int, UnsafePointer<Int32>?, In, Out) -> Void
  let averagePool: (Int, Windows, Windows, In, Out) -> Void
  let averagePoolGradient: (Int, Windows, Windows, In, Out) -> Void
  let reduceColumns: (Int32, Int, Int, Int, In, Out) -> Void
  let moments: (Int, Int, Int, Int, In, Sums, Sums) -> Void
  let normalize: (Int, Int, Int, Int, In, In, In, In, Bool, Out) -> Void
  let normalizeSums: (Int, Int, Int, Int, In, In, In, In, In, Bool, Sums, Sums) -> Void
  let normalizeGradient: (Int, Int, Int, Int, In, In, In, In, In, Bool, In, In, In, Out) -> Void
}

extension Float: Real {
  static func kernels(_ tier: TernTier) -> Kernels<Float> {
    let table = tern_kernels_f32(tier).pointee
    return Kernels(
      unary: table.unary, binary: table.binary, compare: table.compare, select: table.select,
      reduce: table.reduce, argReduce: table.arg_reduce, axpby: table.axpby, dot: table.dot,
      softmax: table.softmax, logSoftmax: table.log_softmax, crossEntropy: table.cross_entropy,
      crossEntropyGradient: table.cross_entropy_gradient,
      smallProduct: table.small_product, sgd: table.sgd, adam: table.adam,
      scatterAdd: table.scatter_add, slimProduct: table.slim_product,
      gatherPatches: table.gather_patches,
      scatterPatches: table.scatter_patches, maxPool2x2: table.max_pool_2x2,
      gather2x2: table.gather_2x2,
      scatter2x2: table.scatter_2x2, maxPool: table.max_pool, gatherPlanes: table.gather_planes,
      scatterPlanes: table.scatter_planes, averagePool: table.average_pool,
      averagePoolGradient: table.average_pool_gradient,
      reduceColumns: table.reduce_columns, moments: table.moments,
      normalize: table.normalize, normalizeSums: table.normalize_sums,
      normalizeGradient: table.normalize_gradient)
  }
}

extension Double: Real {
  static func kernels(_ tier: TernTier) -> Kernels<Double> {
    let table = tern_kernels_f64(tier).pointee
    return Kernels(
      unary: table.unary, binary: table.binary, compare: table.compare, select: table.select,
      reduce: table.reduce, argReduce: table.arg_reduce, axpby: table.axpby, dot: table.dot,
      softmax: table.softmax, logSoftmax: table.log_softmax, crossEntropy: table.cross_entropy,
      crossEntropyGradient: table.cross_entropy_gradient,
      smallProduct: table.small_product, sgd: table.sgd, adam: table.adam,
      scatterAdd: table.scatter_add, slimProduct: table.slim_product,
      gatherPatches: table.gather_patches,
      scatterPatches: table.scatter_patches, maxPool2x2: table.max_pool_2x2,
      gather2x2: table.gather_2x2,
      scatter2x2: table.scatter_2x2, maxPool: table.max_pool, gatherPlanes: table.gather_planes,
      scatterPlanes: table.scatter_planes, averagePool: table.average_pool,
      averagePoolGradient: table.average_pool_gradient,
      reduceColumns: table.reduce_columns, moments: table.moments,
      normalize: table.normalize, normalizeSums: table.normalize_sums,
      normalizeGradient: table.normalize_gradient)
  }
}

extension Kernels {
  /// f of every element.
  func map(_ f: Int, _ x: [R], _ a: R = 0, _ b: R = 0) -> [R] {
    var y = [R](repeating: .nan, count: x.count)
    unary(Int32(f), x.count, x, a, b, &y)
    return y
  }

  /// f of two arrays of the same length.
  func zip(_ f: Int, _ x: [R], _ y: [R]) -> [R] {
    var z = [R](repeating: .nan, count: x.count)
    binary(Int32(f), 1, x.count, x, 0, 1, y, 0, 1, &z)
    return z
  }

  /// Reduces the middle axis of outer × count × inner elements.
  func reduced(_ f: Int, _ x: [R], outer: Int = 1, count: Int, inner: Int = 1) -> [R] {
    var y = [R](repeating: .nan, count: outer * inner)
    reduce(Int32(f), outer, count, inner, x, &y)
    return y
  }
}

/// Repeatable numbers from a linear congruential generator, of every sign, between -range and range.
func numbers<R: Real>(_ count: Int, range: Double = 3, seed: UInt64 = 1) -> [R] {
  var state = seed &* 0x9E37_79B9_7F4A_7C15
  return (0..<count).map { _ in
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return R((Double(state >> 11) / 0x1p52 - 1) * range)
  }
}

/// The same, rounded to integers.
func wholeNumbers<R: Real>(_ count: Int, range: Double = 3, seed: UInt64 = 1) -> [R] {
  numbers(count, range: range, seed: seed).map { (x: R) in x.rounded() }
}

/// The same without their signs.
func positiveNumbers<R: Real>(_ count: Int, range: Double = 3, seed: UInt64 = 1) -> [R] {
  numbers(count, range: range, seed: seed).map { (x: R) in x.magnitude }
}

/// How many units in the last place of `expected` lie between the two: 0 if both are NaN or equal.
func ulps<R: Real>(_ actual: R, _ expected: Double) -> Double {
  let rounded = R(expected)
  if actual == rounded || (actual.isNaN && rounded.isNaN) { return 0 }
  guard actual.isFinite && rounded.isFinite else { return .infinity }
  return abs(Double(actual) - expected) / Double(rounded.magnitude.ulp)
}

/// Whether two arrays hold the same bits, NaN being equal to NaN.
func identical<R: Real>(_ x: [R], _ y: [R]) -> Bool {
  x.count == y.count
    && Swift.zip(x, y).allSatisfy { a, b in
      (a.isNaN && b.isNaN) || (a == b && a.sign == b.sign)
    }
}
