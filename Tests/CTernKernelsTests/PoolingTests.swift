import CTernKernels
import Testing

/// Windows along one axis that lie inside it.
private struct Axis: CustomTestStringConvertible {
  let input: Int
  let starts: [Int32]
  let ends: [Int32]
  var step = 1
  var whole = 0..<0
  var stride = 1

  var output: Int { starts.count }
  var testDescription: String { "\(input): \(starts) \(ends) step \(step)" }

  /// Windows of equal extents, and perhaps one before and one after them that are cut.
  static func regular(count: Int, extent: Int, stride: Int, step: Int = 1, isCut: Bool) -> Axis {
    let span = (extent - 1) * step + 1
    var starts = (0..<count).map { Int32($0 * stride) }
    var ends = starts.map { $0 + Int32(span) }
    let input = (count - 1) * stride + span + (isCut ? 1 : 0)
    if isCut {
      starts = [0] + starts + [Int32(input - 1)]
      ends = [1] + ends + [Int32(input)]
    }
    return Axis(
      input: input, starts: starts, ends: ends, step: step,
      whole: isCut ? 1..<count + 1 : 0..<count, stride: stride)
  }

  /// What averages divide by, for want of anything better.
  var sizes: [Int32] { zip(starts, ends).map { $1 - $0 + 1 } }

  func withWindows(_ body: (UnsafePointer<TernWindows>) -> Void) {
    let sizes = sizes
    starts.withUnsafeBufferPointer { starts in
      ends.withUnsafeBufferPointer { ends in
        sizes.withUnsafeBufferPointer { sizes in
          var windows = TernWindows(
            input: input, output: output, step: step, start: starts.baseAddress,
            end: ends.baseAddress, size: sizes.baseAddress, whole: whole.lowerBound,
            whole_end: whole.upperBound, stride: stride)
          body(&windows)
        }
      }
    }
  }

  /// The elements of a window.
  func members(_ window: Int) -> [Int] {
    Array(Swift.stride(from: Int(starts[window]), to: Int(ends[window]), by: step))
  }
}

/// The elements of each window of each plane, by their indices in the plane.
private func windows(_ rows: Axis, _ columns: Axis) -> [[Int]] {
  (0..<rows.output).flatMap { row in
    (0..<columns.output).map { column in
      rows.members(row).flatMap { r in columns.members(column).map { r * columns.input + $0 } }
    }
  }
}

/// Numbers with ties and some NaNs.
private func inputs<R: Real>(_ count: Int) -> [R] {
  var x: [R] = wholeNumbers(count)
  for i in Swift.stride(from: 3, to: count, by: 13) { x[i] = .nan }
  return x
}

private func expectClose<R: Real>(_ x: [R], _ y: [Double]) {
  #expect(x.count == y.count)
  #expect(zip(x, y).allSatisfy { abs(Double($0) - $1) <= 32 * Double(R.ulpOfOne) })
}

private let columnCases: [Axis] = [
  .regular(count: 1, extent: 1, stride: 1, isCut: false),
  .regular(count: 7, extent: 2, stride: 2, isCut: false),
  .regular(count: 17, extent: 2, stride: 2, isCut: true),
  .regular(count: 33, extent: 3, stride: 1, isCut: true),
  .regular(count: 5, extent: 3, stride: 3, isCut: true),
  .regular(count: 19, extent: 2, stride: 3, step: 4, isCut: false),
  Axis(input: 7, starts: [0, 2, 4], ends: [3, 5, 7]),
  Axis(input: 3, starts: [0, 2, 3], ends: [2, 3, 3]),
]

struct PoolingTests {
  @Test(arguments: availableTiers, columnCases)
  private func maximaAndTheirPositions(tier: TernTier, columns: Axis) {
    func check<R: Real>(_: R.Type) {
      let kernels = R.kernels(tier)
      for rows in [
        Axis.regular(count: 3, extent: 2, stride: 2, isCut: true),
        Axis(input: 2, starts: [0, 2], ends: [2, 2]),
      ] {
        let (planes, inputs, members) = (3, rows.input * columns.input, windows(rows, columns))
        let x: [R] = CTernKernelsTests.inputs(planes * inputs)
        let expected = (0..<planes).flatMap { plane in
          members.map { members -> Int32 in
            members.reduce(Int32(members.first ?? -1)) { best, i in
              let (value, greatest) = (x[plane * inputs + i], x[plane * inputs + Int(best)])
              return value > greatest || value.isNaN ? Int32(i) : best
            }
          }
        }
        let values = expected.enumerated().map { place, i in
          i < 0 ? -R.infinity : x[place / members.count * inputs + Int(i)]
        }
        var y = [R](repeating: 9, count: expected.count)
        var (untraced, gathered) = (y, y)
        var positions = [Int32](repeating: 9, count: expected.count)
        rows.withWindows { rows in
          columns.withWindows { columns in
            kernels.maxPool(planes, rows, columns, x, &y, &positions)
            kernels.maxPool(planes, rows, columns, x, &untraced, nil)
          }
        }
        #expect(identical(y, values))
        #expect(identical(untraced, values))
        #expect(positions == expected)

        kernels.gatherPlanes(planes, inputs, members.count, positions, x, &gathered)
        #expect(identical(gathered, zip(values, expected).map { $1 < 0 ? 0 : $0 }))
        let dy: [R] = wholeNumbers(expected.count, seed: 2)
        var dx = [R](repeating: .nan, count: x.count)
        kernels.scatterPlanes(planes, inputs, members.count, positions, dy, &dx)
        var sums = [R](repeating: 0, count: x.count)
        for (place, i) in expected.enumerated() where i >= 0 {
          sums[place / members.count * inputs + Int(i)] += dy[place]
        }
        #expect(identical(dx, sums))
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: availableTiers, columnCases.filter { $0.step == 1 })
  private func averagesAndTheirAdjoint(tier: TernTier, columns: Axis) {
    func check<R: Real>(_: R.Type) {
      let kernels = R.kernels(tier)
      let rows = Axis.regular(count: 2, extent: 3, stride: 2, isCut: true)
      let (planes, inputs, members) = (2, rows.input * columns.input, windows(rows, columns))
      let sizes = rows.sizes.flatMap { row in columns.sizes.map { Double(row * $0) } }
      let (x, dy): ([R], [R]) = (
        numbers(planes * inputs), numbers(planes * members.count, seed: 2)
      )
      var means: [Double] = []
      var slopes = [Double](repeating: 0, count: x.count)
      for plane in 0..<planes {
        for (window, members) in members.enumerated() {
          means.append(members.reduce(0) { $0 + Double(x[plane * inputs + $1]) } / sizes[window])
          let share = Double(dy[plane * sizes.count + window]) / sizes[window]
          for i in members { slopes[plane * inputs + i] += share }
        }
      }
      var y = [R](repeating: .nan, count: dy.count)
      var dx = [R](repeating: .nan, count: x.count)
      rows.withWindows { rows in
        columns.withWindows { columns in
          kernels.averagePool(planes, rows, columns, x, &y)
          kernels.averagePoolGradient(planes, rows, columns, dy, &dx)
        }
      }
      expectClose(y, means)
      expectClose(dx, slopes)
    }
    check(Float.self)
    check(Double.self)
  }
}
