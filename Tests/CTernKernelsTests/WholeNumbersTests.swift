import CTernKernels
import Testing

/// An integer type of the kernels.
protocol Whole: FixedWidthInteger, Sendable {
  static var type: Int { get }
}

extension Int32: Whole { static var type: Int { TERN_I32 } }
extension Int64: Whole { static var type: Int { TERN_I64 } }
extension UInt8: Whole { static var type: Int { TERN_U8 } }

/// Repeatable integers: small ones, of every bit, and the ends of the range.
private func integers<W: Whole>(_ count: Int, seed: UInt64, as _: W.Type = W.self) -> [W] {
  let small: [Double] = numbers(count, range: 9, seed: seed)
  let wide: [Double] = numbers(count, range: 0x1p62, seed: seed + 7)
  let ends: [W] = [.min, .max, 0, W.max - 1]
  return (0..<count).map { i in
    switch i % 5 {
    case 0: W(truncatingIfNeeded: Int64(wide[i]))
    case 1 where i % 3 == 0: ends[i / 5 % 4]
    default: W(truncatingIfNeeded: Int64(small[i]))
    }
  }
}

private func floored<W: Whole>(_ x: W, _ y: W) -> (quotient: W, remainder: W) {
  guard y != 0 else { return (0, 0) }
  let (quotient, rest) = (
    x.dividedReportingOverflow(by: y), x.remainderReportingOverflow(dividingBy: y)
  )
  let isBelow = rest.partialValue != 0 && (rest.partialValue < 0) != (y < 0)
  return (
    quotient.partialValue &- (isBelow ? 1 : 0), isBelow ? rest.partialValue &+ y : rest.partialValue
  )
}

private func formulas<W: Whole>(_: W.Type) -> [(Int, (W, W) -> W)] {
  func isShift(_ y: W) -> Bool { y >= 0 && y < W.bitWidth }
  return [
    (TERN_WHOLE_ADD, { $0 &+ $1 }), (TERN_WHOLE_SUBTRACT, { $0 &- $1 }),
    (TERN_WHOLE_MULTIPLY, { $0 &* $1 }),
    (TERN_WHOLE_FLOOR_DIVIDE, { floored($0, $1).quotient }),
    (TERN_WHOLE_REMAINDER, { floored($0, $1).remainder }),
    (TERN_WHOLE_MINIMUM, { min($0, $1) }), (TERN_WHOLE_MAXIMUM, { max($0, $1) }),
    (TERN_WHOLE_AND, { $0 & $1 }), (TERN_WHOLE_OR, { $0 | $1 }), (TERN_WHOLE_XOR, { $0 ^ $1 }),
    (TERN_WHOLE_SHIFT_LEFT, { isShift($1) ? $0 << $1 : 0 }),
    (TERN_WHOLE_SHIFT_RIGHT, { isShift($1) ? $0 >> $1 : $0 < 0 ? ~0 : 0 }),
  ]
}

/// How an operand of rows × columns is laid out: its strides.
private let layouts: [@Sendable (Int) -> (row: Int, column: Int)] = [
  { ($0, 1) }, { _ in (0, 1) }, { _ in (1, 0) }, { _ in (0, 0) }, { ($0 + 3, 1) },
]

@Test(
  arguments: availableTiers,
  [(0, 3), (3, 0), (1, 1), (70, 1), (1, 17), (4, 3), (7, 10), (3, 65), (1, 1023)])
func integersBroadcastAlongRowsAndColumns(tier: TernTier, extents: (rows: Int, columns: Int)) {
  let (rows, columns) = extents
  func check<W: Whole>(_: W.Type) {
    let kernels = tern_whole_kernels(tier).pointee
    let x: [W] = integers(rows * (columns + 3) + 1, seed: 1)
    let y: [W] = integers(rows * (columns + 3) + 1, seed: 2)
    for xLayout in layouts {
      for yLayout in layouts {
        let (xs, ys) = (xLayout(columns), yLayout(columns))
        let pairs = (0..<rows * columns).map { i in
          let (r, c) = (i / columns, i % columns)
          return (x[r * xs.row + c * xs.column], y[r * ys.row + c * ys.column])
        }
        for (f, formula) in formulas(W.self) {
          var z = [W](repeating: 77, count: rows * columns + 1)
          kernels.combine(
            Int32(W.type), Int32(f), rows, columns, x, xs.row, xs.column, y, ys.row, ys.column, &z)
          #expect(z == pairs.map(formula) + [77], "\(W.self), function \(f) \(xs) \(ys)")
        }
      }
    }
  }
  check(Int32.self)
  check(Int64.self)
  check(UInt8.self)
}

@Test(arguments: availableTiers, sizes) func integersInPlaceAndAlone(tier: TernTier, size: Int) {
  func check<W: Whole>(_: W.Type) {
    let kernels = tern_whole_kernels(tier).pointee
    let x: [W] = integers(size, seed: 3)
    let (low, high): (W, W) = (2, 6)
    let single: [(Int, (W) -> W)] = [
      (TERN_WHOLE_NEGATE, { 0 &- $0 }), (TERN_WHOLE_ABS, { $0 < 0 ? 0 &- $0 : $0 }),
      (TERN_WHOLE_SIGN, { $0.signum() }), (TERN_WHOLE_NOT, { ~$0 }),
      (TERN_WHOLE_CLAMP, { min(max($0, low), high) }),
    ]
    for (f, formula) in single {
      var y = x
      y.withUnsafeMutableBytes {
        kernels.map(
          Int32(W.type), Int32(f), size, $0.baseAddress, Int64(low), Int64(high), $0.baseAddress)
      }
      #expect(y == x.map(formula), "\(W.self), function \(f)")
    }
    for (f, formula) in formulas(W.self) {
      var y = x
      y.withUnsafeMutableBytes {
        kernels.combine(
          Int32(W.type), Int32(f), 1, size, $0.baseAddress, 0, 1, $0.baseAddress, 0, 1,
          $0.baseAddress)
      }
      #expect(y == x.map { formula($0, $0) }, "\(W.self), function \(f)")
    }
  }
  check(Int32.self)
  check(Int64.self)
  check(UInt8.self)
}

@Test(arguments: availableTiers) func integerPowersAreRepeatedProducts(tier: TernTier) {
  func check<W: Whole>(_: W.Type) {
    let x: [W] = integers(97, seed: 4)
    let y = x.indices.map { W($0) }
    var z = x
    tern_whole_kernels(tier).pointee.combine(
      Int32(W.type), Int32(TERN_WHOLE_POWER), 1, x.count, x, 0, 1, y, 0, 1, &z)
    #expect(z == x.indices.map { i in (0..<i).reduce(1) { power, _ in power &* x[i] } })
  }
  check(Int32.self)
  check(Int64.self)
  check(UInt8.self)
}

@Test(
  arguments: availableTiers,
  [(1, 1, 1), (1, 1023, 1), (3, 17, 1), (2, 5, 7), (0, 3, 2), (3, 2, 0), (1, 600, 70), (2, 513, 1)])
func integersAreReducedAlongTheMiddleAxis(tier: TernTier, extents: (Int, Int, Int)) {
  let (outer, count, inner) = extents
  func check<W: Whole>(_: W.Type) {
    let kernels = tern_whole_kernels(tier).pointee
    // A gap of two elements after each row.
    let stride = inner == 1 ? 1 : inner + 2
    let x: [W] = integers(outer * count * stride, seed: 5)
    let lines = (0..<outer).flatMap { o in
      (0..<inner).map { i in (0..<count).map { k in x[(o * count + k) * stride + i] } }
    }
    func reduced<R: Whole>(_ f: Int, as _: R.Type) -> [R] {
      var y = [R](repeating: 77, count: outer * inner)
      kernels.reduce(Int32(W.type), Int32(f), outer, count, inner, stride, x, &y)
      return y
    }
    #expect(
      reduced(TERN_SUM, as: Int64.self)
        == lines.map { $0.reduce(0) { $0 &+ Int64(truncatingIfNeeded: $1) } })
    #expect(
      reduced(TERN_PRODUCT, as: Int64.self)
        == lines.map { $0.reduce(1) { $0 &* Int64(truncatingIfNeeded: $1) } })
    #expect(reduced(TERN_MIN, as: W.self) == lines.map { $0.min() ?? 0 })
    #expect(reduced(TERN_MAX, as: W.self) == lines.map { $0.max() ?? 0 })

    let packed = (0..<outer * count).flatMap { x[$0 * stride..<$0 * stride + inner] }
    for (f, order) in [(TERN_MIN, { $0 < $1 }), (TERN_MAX, { $0 > $1 })] as [(Int, (W, W) -> Bool)]
    {
      var y = [Int32](repeating: -1, count: outer * inner)
      kernels.arg_reduce(Int32(W.type), Int32(f), outer, count, inner, packed, &y)
      let expected = lines.map { line in
        Int32(line.indices.reduce(0) { order(line[$1], line[$0]) ? $1 : $0 })
      }
      #expect(y == expected, "\(W.self), function \(f)")
    }
  }
  check(Int32.self)
  check(Int64.self)
  check(UInt8.self)
}

@Test(
  arguments: availableTiers,
  [
    (1, 1, 1), (3, 7, 1), (2, 1023, 1), (4, 5, 6), (3, 64, 17), (2, 65, 513), (1, 200, 1030),
    (0, 3, 2), (3, 0, 2), (3, 0, 1), (2, 3, 0),
  ])
func integerMatricesAreMultiplied(tier: TernTier, extents: (m: Int, k: Int, n: Int)) {
  let (m, k, n) = extents
  func check<W: Whole>(_: W.Type) {
    let x: [W] = integers(m * k, seed: 6)
    let y: [W] = integers(k * n, seed: 7)
    var z = [W](repeating: 77, count: m * n + 1)
    tern_whole_kernels(tier).pointee.multiply(Int32(W.type), m, k, n, x, y, &z)
    let expected = (0..<m * n).map { place in
      (0..<k).reduce(W(0)) { $0 &+ x[place / n * k + $1] &* y[$1 * n + place % n] }
    }
    #expect(z == expected + [77], "\(W.self)")
  }
  check(Int32.self)
  check(Int64.self)
  check(UInt8.self)
}
