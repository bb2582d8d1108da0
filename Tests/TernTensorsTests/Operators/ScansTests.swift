import Tern
import TestSupport
import Testing

private let shapes: [Shape] = [
  [0], [1], [7], [17], [1023], [3, 4], [0, 3], [3, 0], [2, 3, 4], [5, 1, 7], [2, 3, 1, 2, 3],
]

/// Rows that begin anew along an axis: running values by a loop.
private func naiveScan<S: FloatingScalar>(
  _ x: Tensor<S>, along axis: Int, _ f: (_ last: Double, _ place: Int) -> Double
) -> Tensor<S> {
  let scalars = x.scalars
  let inner = x.shape[(axis + 1)...].reduce(1, *)
  var values = [Double](repeating: 0, count: scalars.count)
  for place in scalars.indices {
    let isFirst = place / inner % x.shape[axis] == 0
    values[place] = isFirst ? scalars[place].asDouble : f(values[place - inner], place)
  }
  return Tensor(values.map { S(double: $0) }, shape: x.shape)
}

struct ScansTests {
  @Test(arguments: shapes) func everyAxis(shape: Shape) {
    func check<S: FloatingScalar>(_: S.Type) {
      let x: Tensor<S> = seeded(shape, in: -1.2...1.2)
      let a: Tensor<S> = seeded(shape, in: -1...1, seed: 3)
      let (elements, factors) = (x.scalars.map(\.asDouble), a.scalars.map(\.asDouble))
      for axis in shape.indices {
        expectClose(x.cumulativeSum(along: axis), naiveScan(x, along: axis) { $0 + elements[$1] })
        expectClose(
          x.cumulativeProduct(along: axis), naiveScan(x, along: axis) { $0 * elements[$1] })
        expectClose(
          x.linearRecurrence(factors: a, along: axis - shape.rank),
          naiveScan(x, along: axis) { factors[$1] * $0 + elements[$1] })
      }
    }
    check(Float.self)
    check(Double.self)
  }

  /// Long enough that the pool takes part, and that rows are divided into blocks.
  @Test(
    arguments: [
      [300_007], [2, 10_400], [3, 5_000], [5_000, 33], [40, 50, 60], [9, 3_000, 2],
    ] as [Shape])
  func largeTensorsAreScannedAlikeByAnyNumberOfThreads(shape: Shape) {
    let x: Tensor<Float> = seeded(shape)
    let elements = x.scalars.map(\.asDouble)
    for axis in shape.indices {
      let expected = naiveScan(x, along: axis) { $0 + elements[$1] }
      let one = withThreadCount(1) { x.cumulativeSum(along: axis) }
      expectClose(one, expected, relative: 2e-7, absolute: 1e-9)
      for threads in [2, 4] {
        #expect(withThreadCount(threads) { x.cumulativeSum(along: axis) } == one)
      }
    }
  }

  @Test func sumsOfWhatIsNotNegativeNeverFall() {
    let x: Tensor<Double> = seeded([50_000], in: 0...1e-3)
    let sums = (x * x * x).cumulativeSum()
    #expect(sums.diff().min().scalar >= 0)
  }

  @Test func initialValuesComeFirst() {
    let x: Tensor<Double> = [[1, 2, 3], [4, 5, 6]]
    #expect(x.cumulativeSum(includingInitial: true) == [[0, 1, 3, 6], [0, 4, 9, 15]])
    #expect(
      x.cumulativeProduct(along: 0, includingInitial: true) == [
        [1, 1, 1], [1, 2, 3], [4, 10, 18],
      ])
    #expect(Tensor<Double>(zeros: [0]).cumulativeSum(includingInitial: true) == [0])
  }

  @Test func integersAreSummedIn64Bits() {
    let x = Tensor<Int32>((0..<100_000).map { _ in Int32.max })
    let last = withThreadCount(2) { x.cumulativeSum().scalars }
    let expected = (1...100_000).map { k -> Int64 in k * Int64(Int32.max) }
    #expect(last == expected)
    let matrix = Tensor<UInt8>([200, 100, 3, 255, 255, 4], shape: [2, 3])
    #expect(matrix.cumulativeSum(along: 0) == [[200, 100, 3], [455, 355, 7]])
    #expect(matrix.cumulativeSum() == [[200, 300, 303], [255, 510, 514]])
    let wrapped = Tensor<Int64>([.max, 1]).cumulativeSum(includingInitial: true)
    #expect(wrapped.scalars == [0, .max, .min])
    #expect(Tensor<Int64>(zeros: [2, 0]).cumulativeSum().shape == [2, 0])
  }

  @Test(arguments: shapes) func productsOfIntegersAreOf64Bits(shape: Shape) {
    func check<S: IntegerScalar>(_: S.Type) {
      // 2⁶⁴ is passed soon, and odd numbers never make 0.
      let x: Tensor<S> = integers(shape) * 2 + 1
      let elements = x.scalars
      for axis in shape.indices {
        let inner = shape[(axis + 1)...].reduce(1, *)
        var expected: [Int64] = []
        for (place, element) in elements.enumerated() {
          let isFirst = place / inner % shape[axis] == 0
          expected.append((isFirst ? 1 : expected[place - inner]) &* Int64(element))
        }
        #expect(x.cumulativeProduct(along: axis) == Tensor(expected, shape: shape))
      }
    }
    check(Int32.self)
    check(Int64.self)
    check(UInt8.self)
  }

  @Test(arguments: [1, 2]) func longProductsOfIntegers(threads: Int) {
    let x = Tensor<Int32>((0..<100_000).map { 2 * ($0 % 7) - 7 })
    var expected: [Int64] = []
    for element in x.scalars { expected.append((expected.last ?? 1) &* Int64(element)) }
    withThreadCount(threads) { #expect(x.cumulativeProduct().scalars == expected) }
    let started = Tensor<UInt8>([[200, 100], [3, 0]]).cumulativeProduct(includingInitial: true)
    #expect(started == [[1, 200, 20_000], [1, 3, 0]])
    #expect(Tensor<Int64>(zeros: [2, 0]).cumulativeProduct(includingInitial: true) == [[1], [1]])
  }

  @Test(arguments: [[7], [3, 4], [2, 3, 2], [0, 3], [1, 5]] as [Shape])
  func gradients(shape: Shape) {
    for axis in shape.indices {
      expectGradients(shape) { x in x.cumulativeSum(along: axis).squared() }
      expectGradients(shape) { x in x.cumulativeSum(along: axis, includingInitial: true) * 2 }
      expectGradients(shape) { x in x.cumulativeProduct(along: axis) }
      expectGradients(shape, shape) { x, factors in
        x.linearRecurrence(factors: factors, along: axis)
      }
    }
    expectGradients(shape, []) { x, factor in x.linearRecurrence(factors: factor).squared() }
  }

  @Test func gradientsOfRunningProductsWithZeros() {
    let x: Tensor<Double> = [[2, 0, 3, 4], [0, 0, 3, 2], [0, 1, 2, 3]]
    #expect(
      gradient(at: x) { x in x.cumulativeProduct().sum() }
        == [[1, 32, 0, 0], [1, 0, 0, 0], [10, 0, 0, 0]])
    expectGradients(at: [x]) { x in x[0].cumulativeProduct() }
  }
}
