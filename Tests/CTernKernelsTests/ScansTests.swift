import CTernKernels
import Testing

/// The scans of one tier and precision.
struct ScanKernels<R: Real> {
  typealias In = UnsafePointer<R>?
  typealias Out = UnsafeMutablePointer<R>?

  let scan:
    (Int32, Int, Int, In, In, UnsafePointer<Double>?, Out, UnsafeMutablePointer<Double>?) -> Void
  let scanColumns: (Int32, Int, Int, Int, In, In, Out) -> Void
}

/// A precision of these kernels.
protocol ScannedReal: Real {
  static func scans(_ tier: TernTier) -> ScanKernels<Self>
}

extension Float: ScannedReal {
  static func scans(_ tier: TernTier) -> ScanKernels<Float> {
    let table = tern_kernels_f32(tier).pointee
    return ScanKernels(scan: table.scan, scanColumns: table.scan_columns)
  }
}

extension Double: ScannedReal {
  static func scans(_ tier: TernTier) -> ScanKernels<Double> {
    let table = tern_kernels_f64(tier).pointee
    return ScanKernels(scan: table.scan, scanColumns: table.scan_columns)
  }
}

/// The running values of a row, in double precision.
private func naiveScan(_ f: Int, _ x: [Double], factors: [Double]) -> [Double] {
  var values: [Double] = []
  for (i, x) in x.enumerated() {
    guard let last = values.last else {
      values.append(x)
      continue
    }
    values.append(
      f == TERN_SCAN_SUM ? last + x : f == TERN_SCAN_PRODUCT ? last * x : factors[i] * last + x)
  }
  return values
}

private let scans = [TERN_SCAN_SUM, TERN_SCAN_PRODUCT, TERN_SCAN_RECURRENCE]

@Test(
  arguments: availableTiers,
  [(1, 1), (1, 7), (3, 17), (8, 1), (9, 40), (17, 1023), (0, 5), (4, 0)])
func rowsAreScannedToOneRounding(tier: TernTier, extents: (Int, Int)) {
  let (rows, count) = extents
  func check<R: ScannedReal>(_: R.Type) {
    let x: [R] = numbers(rows * count, range: 1.2)
    let a: [R] = numbers(rows * count, range: 1, seed: 2)
    for f in scans {
      var y = [R](repeating: .nan, count: rows * count)
      var ends = [Double](repeating: .nan, count: rows)
      R.scans(tier).scan(Int32(f), rows, count, a, x, nil, &y, nil)
      R.scans(tier).scan(Int32(f), rows, count, a, x, nil, nil, &ends)
      for row in 0..<rows {
        let range = row * count..<(row + 1) * count
        let expected = naiveScan(
          f, x[range].map { Double($0) }, factors: a[range].map { Double($0) })
        for (actual, expected) in zip(y[range], expected) {
          #expect(abs(Double(actual) - expected) <= 2 * Double(R.ulpOfOne) * max(1, abs(expected)))
        }
        guard let last = expected.last else { continue }
        #expect(abs(ends[row] - last) <= 1e-15 * Double(count) * max(1, abs(last)))
      }
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func sumsOfRowsContinueOthers(tier: TernTier) {
  func check<R: ScannedReal>(_: R.Type) {
    let x: [R] = wholeNumbers(11 * 5)
    let start = (0..<11).map { Double($0 * 100) }
    var y = [R](repeating: .nan, count: x.count)
    R.scans(tier).scan(Int32(TERN_SCAN_SUM), 11, 5, nil, x, start, &y, nil)
    let expected = (0..<11).flatMap { row -> [R] in
      let numbers = x[(row * 5)...].prefix(5).map { Double($0) }
      return naiveScan(TERN_SCAN_SUM, numbers, factors: []).map { R($0 + start[row]) }
    }
    #expect(y == expected)
  }
  check(Float.self)
  check(Double.self)
}

@Test(
  arguments: availableTiers, [(1, 1), (5, 3), (40, 17), (3, 1023), (0, 4), (7, 0)] as [(Int, Int)])
func columnsAmongOthersAreScanned(tier: TernTier, extents: (Int, Int)) {
  let (count, columns) = extents
  let stride = columns + 3
  func check<R: ScannedReal>(_: R.Type) {
    let x: [R] = numbers(count * stride, range: 1.2)
    let a: [R] = numbers(count * stride, range: 1, seed: 2)
    for f in scans {
      var y = [R](repeating: -7, count: count * stride)
      R.scans(tier).scanColumns(Int32(f), count, columns, stride, a, x, &y)
      for column in 0..<stride {
        let places = Swift.stride(from: column, to: count * stride, by: stride)
        let expected =
          column < columns
          ? naiveScan(f, places.map { Double(x[$0]) }, factors: places.map { Double(a[$0]) })
          : places.map { _ in -7 }
        for (place, expected) in zip(places, expected) {
          let error = abs(Double(y[place]) - expected)
          #expect(error <= 2 * Double(R.ulpOfOne) * max(1, abs(expected)))
        }
      }
    }
  }
  check(Float.self)
  check(Double.self)
}
