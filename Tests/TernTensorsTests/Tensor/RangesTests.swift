import Tern
import TestSupport
import Testing

struct RangesTests {
  @Test(arguments: oddSizes + [100_000]) func longRangesHaveEveryNumber(count: Int) {
    #expect(Tensor<Float>(arange: 0, Float(count)).scalars == (0..<count).map(Float.init))
    #expect(Tensor<Int32>(arange: 0, Int32(count)).scalars == (0..<count).map(Int32.init))
    let even = Tensor<Double>(linspace: 0, Double(2 * count - 2), count: count)
    #expect(even.scalars == (0..<count).map { k -> Double in 2 * Double(k) })
  }

  @Test func everyIntegerTypeHasRanges() {
    #expect(Tensor<UInt8>(arange: 250, 255, step: 2) == [250, 252, 254])
    #expect(Tensor<Int64>(arange: 3, -3, step: -3) == [3, 0])
    #expect(Tensor<Int32>(arange: 3, 3).isEmpty)
  }

  @Test func logarithmsAreEvenlySpaced() {
    expectClose(Tensor<Float>(logspace: 0, 3, count: 4), [1, 10, 100, 1000])
    expectClose(Tensor<Double>(logspace: 3, 1, count: 3, base: 2), [8, 4, 2])
    #expect(Tensor<Double>(logspace: 2, 5, count: 1) == [100])
  }

  @Test func likeAnother() {
    let x: Tensor<Int32> = [[1, 2], [3, 4]]
    #expect(
      Tensor(zerosLike: x) == [[0, 0], [0, 0]] && Tensor(onesLike: x) == [[1, 1], [1, 1]])
    #expect(Tensor(fullLike: x, 7) == [[7, 7], [7, 7]])
  }

  @Test func gridsOfNothingAndNumbers() {
    #expect(Tensor<Float>.meshgrid([]).isEmpty)
    #expect(Tensor.meshgrid([Tensor<Float>(3), [1, 2]]) == [[[3], [3]], [[1], [2]]])
    #expect(Tensor<Float>.meshgrid([[], [1, 2]]).map(\.shape) == [[2, 0], [2, 0]])
  }

  @Test func gradients() {
    expectGradients([3], [2]) { x, y in
      let grid = Tensor.meshgrid([x, y], indexing: .matrix)
      return grid[0].squared() * grid[1]
    }
  }
}
