import Foundation
import Tern
import TestSupport
import Testing

/// Extreme slices of large tensors, whose elements go through other loops than vectors of a few, and
/// ordinary slices beside them.
struct ExtremeLayoutTests {
  private static let shapes: [Shape] = [[3, 5], [40, 70], [3, 1030], [3000, 3], [2, 300, 5]]

  /// Slices of all sizes: element i of a slice is seeded, its size is a power of 2.
  private static func slices<S: FloatingScalar>(_ shape: Shape, along axis: Int) -> Tensor<S> {
    let most = Int(S.greatestFiniteMagnitude.exponent) - 8  // a sum of 3,000 is finite
    let exponents = [0, most, -most, most / 2 + 3, -most / 2 - 3, 20]
    let kept = shape.replacing(axis, with: 1)
    let sizes: [S] = (0..<kept.elementCount).map {
      S(sign: .plus, exponent: .init(exponents[$0 % exponents.count]), significand: 1)
    }
    return seeded(shape, in: 0.5...2, seed: 5) * Tensor<S>(sizes, shape: kept)
  }

  /// Expects a function along an axis to be what it is of each slice alone.
  private func expectSlices<S: FloatingScalar>(
    _ x: Tensor<S>, along axis: Int, relative: Double = 4 * Double(S.ulpOfOne),
    _ function: (Tensor<S>, Int) -> Tensor<S>
  ) {
    let columns = x.shape[axis]
    let order = x.shape.indices.filter { $0 != axis } + [axis]
    let rows = x.permuted(order).reshaped(to: [x.count / columns, columns])
    let alone = (0..<rows.shape[0]).map { function(rows[$0], 0).scalar }
    #expect(alone.allSatisfy { $0.isFinite })
    expectClose(
      function(x, axis).scalars, alone, relative: relative,
      absolute: 4 * Double(S.leastNonzeroMagnitude), "along \(axis) of \(x.shape)")
  }

  @Test(arguments: shapes) func slicesOfAllSizesStandSideBySide(shape: Shape) {
    func check<S: FloatingScalar>(_: S.Type) {
      for axis in shape.indices {
        let x: Tensor<S> = Self.slices(shape, along: axis)
        let close = 16 * Double(S.ulpOfOne)
        expectSlices(x, along: axis) { $0.mean(along: $1) }
        expectSlices(x, along: axis, relative: close) { $0.standardDeviation(along: $1) }
        expectSlices(x, along: axis) { $0.norm(along: $1) }
        expectSlices(x, along: axis, relative: close) { $0.norm(3, along: $1) }
        expectSlices(x, along: axis) { $0.norm(.infinity, along: $1) }
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: [1, 2, 3, 7, 17, 100, 1023, 70_001]) func equalNumbersDoNotVary(count: Int) {
    func check<S: FloatingScalar>(_: S.Type) {
      let far: [S] = [
        0, 0.1, -1e8, S.greatestFiniteMagnitude, -S.greatestFiniteMagnitude / 3,
        S.leastNonzeroMagnitude, S.leastNormalMagnitude / 3,
      ]
      for value in far {
        let x = Tensor<S>(full: [count], value)
        #expect(x.variance().scalar == 0 && x.standardDeviation().scalar == 0)
        let size = value.magnitude * S.ulpOfOne
        for slopes in [
          gradient(at: x) { $0.variance() }, gradient(at: x) { $0.standardDeviation() },
        ] {
          #expect(slopes.abs().max().scalar <= size * S.ulpOfOne)
        }
        let columns = Tensor<S>(full: [count, 3], value)
        #expect(columns.variance(along: 0).scalars == [0, 0, 0])
        #expect(LayerNorm<S>([count])(x).abs().max().scalar == 0)
        var layer = BatchNorm<S>(3)
        layer.shift = [1, 2, 3]
        #expect((layer.training(columns) - Tensor<S>([1, 2, 3])).abs().max().scalar == 0)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func sumsOfManyHugeNumbers() {
    func check<S: FloatingScalar>(_: S.Type) {
      let (huge, count) = (S.greatestFiniteMagnitude, 100_000)
      let x = Tensor<S>(full: [count], huge)
      expectClose(x.mean().scalar, huge, relative: 4 * Double(S.ulpOfOne))
      let both = Tensor.concatenated([x, -x, Tensor([3])])
      // An ulp of the sum of the magnitudes.
      let ulp = huge * S.ulpOfOne * S(2 * count)
      #expect(both.sum().scalar.magnitude <= ulp)
      #expect(both.mean().scalar.magnitude <= ulp / S(2 * count))
      #expect(Tensor.stacked([x, -x]).sum(along: 0).scalars.allSatisfy { $0 == 0 })

      let root = huge.squareRoot() / 2
      expectClose(
        meanSquaredError(Tensor(full: [count], root), Tensor(zeros: [count])).scalar, root * root,
        relative: 16 * Double(S.ulpOfOne))
      expectClose(
        sumSquaredError(Tensor<S>([root, 2 * root]), Tensor([0, 0])).scalar, root * root * 2.5,
        relative: 4 * Double(S.ulpOfOne))
      let logits = Tensor<S>([huge / 2, -huge / 2]).broadcast(to: [64, 2])
      let loss = softmaxCrossEntropy(logits, Tensor(full: [64], 1))
      expectClose(loss.scalar, huge, relative: 4 * Double(S.ulpOfOne))
    }
    check(Float.self)
    check(Double.self)
  }

  /// Rows in which one class is almost sure, at each place of short and of long ones.
  @Test(arguments: [2, 3, 8, 10, 17, 32, 33, 70, 1000]) func almostSureClasses(classes: Int) {
    func check<S: FloatingScalar>(_: S.Type) {
      let above: S = S.ulpOfOne == S(Float.ulpOfOne) ? 24 : 60
      let rest = Double(classes - 1) * exp(-above.asDouble)
      for label in 0..<min(classes, 40) {
        let place = label * (classes - 1) / min(classes - 1, 39)
        var row = [S](repeating: 0, count: classes)
        row[place] = above
        let x = Tensor(row, shape: [1, classes])
        let (loss, slope) = valueWithGradient(at: x) {
          softmaxCrossEntropy($0, Tensor([Int32(place)]))
        }
        // Sums of exponentials are of their own type, in four lanes at least.
        let close = Double(8 + classes / 16) * Double(S.ulpOfOne)
        expectClose(loss.scalar, S(rest), relative: close, absolute: 0)
        expectClose(slope.scalars[place], S(-rest), relative: close, absolute: 0)
        expectClose(x.logSoftmax().scalars[place], S(-rest), relative: close, absolute: 0)
        expectClose(
          (x - above).logSumExp(along: 1).scalars, [S(rest)], relative: close, absolute: 0)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: MatrixNorm.allCases, [3, 400]) func normsOfHugeAndTinyMatrices(
    order: MatrixNorm, rows: Int
  ) throws {
    func check<S: FloatingScalar>(_: S.Type, relative: Double) throws {
      let x: Tensor<S> = seeded([rows, 3], in: -1...1, seed: 4)
      let norm = try x.matrixNorm(order).scalar
      let most = Int(S.greatestFiniteMagnitude.exponent) - 12
      for exponent in [most, most / 2 + 5, -most / 2 - 5, -most] {
        let size = S(sign: .plus, exponent: .init(exponent), significand: 1)
        let (value, slope) = try valueWithGradient(at: x * size) { try $0.matrixNorm(order) }
        expectClose(value.scalar / size, norm, relative: relative)
        expectClose(
          slope, try gradient(at: x) { try $0.matrixNorm(order) }, relative: relative,
          absolute: relative)
      }
    }
    try check(Float.self, relative: 1e-5)
    try check(Double.self, relative: 1e-13)
  }
}
