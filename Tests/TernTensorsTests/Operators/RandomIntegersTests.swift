import Tern
import TestSupport
import Testing

struct RandomIntegersTests {
  @Test func integersAreEquallyLikely() {
    var rng = Philox(seed: 41)
    let drawn = Tensor<Int32>(randomIntegers: [100, 300], in: -3..<7, using: &rng).scalars
    var counts = [Int](repeating: 0, count: 10)
    for value in drawn { counts[Int(value) + 3] += 1 }
    #expect(chiSquaredDeviation(counts, [Double](repeating: 0.1, count: 10)) < 2.33)
    let bytes = Tensor<UInt8>(randomIntegers: [60_000], in: 0...255, using: &rng).scalars
    counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    #expect(chiSquaredDeviation(counts, [Double](repeating: 1 / 256, count: 256)) < 2.33)
  }

  @Test func rangesMayBeAsWideAsTheirType() {
    var rng = Philox(seed: 42)
    let wide = Tensor<Int64>(randomIntegers: [20_000], in: .min ... .max, using: &rng).scalars
    #expect(kolmogorovSmirnov(wide.map { Double($0) * 0x1p-64 + 0.5 }) { $0 } < 1.63)
    let nearly = Tensor<Int64>(randomIntegers: [20_000], in: .min ..< .max, using: &rng).scalars
    #expect(kolmogorovSmirnov(nearly.map { Double($0) * 0x1p-64 + 0.5 }) { $0 } < 1.63)
    let last = Tensor<Int32>(randomIntegers: [9], in: Int32.max...Int32.max, using: &rng)
    #expect(last == Tensor(full: [9], .max))
    #expect(Tensor<Int32>(randomIntegers: [0], in: 3..<3, using: &rng).shape == [0])
  }

  @Test(arguments: [0, 1, 7, 1000]) func permutationsHoldEveryNumberOnce(count: Int) {
    var rng = Philox(seed: 43)
    var same = rng
    let order = Tensor<Int32>(randomPermutation: count, using: &rng)
    #expect(order.scalars == same.permutation(count).map { Int32($0) })
    #expect(Tensor<Int32>(randomPermutation: count).sorted() == Tensor(arange: 0, Int32(count)))
  }

  @Test(arguments: [0, 1, -1]) func shufflingMovesWholeSlices(axis: Int) {
    let x = Tensor<Double>(arange: 0, 60).reshaped(to: [3, 4, 5])
    var rng = Philox(seed: 44)
    var same = rng
    let shuffled = x.shuffled(along: axis, using: &rng)
    let order = same.permutation(x.shape[axis < 0 ? 2 : axis])
    #expect(shuffled == x.taking(order, along: axis))
    #expect(x.shuffled(along: axis).sorted(along: axis) == x)
    expectGradients([3, 4, 5]) { x in
      var rng = Philox(seed: 44)
      return x.shuffled(along: axis, using: &rng)
    }
  }

  @Test(arguments: [[], [0], [1], [7], [17, 3], [1023], [5000]] as [Shape])
  func bitsDoNotDependOnThreads(shape: Shape) {
    expectReproducible { Tensor<Int32>(randomIntegers: shape, in: 0..<3 << 29, using: &$0) }
    expectReproducible { Tensor<UInt8>(randomIntegers: shape, in: 0...9, using: &$0) }
    #expect(Tensor<Int64>(randomIntegers: shape, in: 0..<9).shape == shape)
    #expect(Tensor<Int64>(randomIntegers: shape, in: 0...9).shape == shape)
  }
}
