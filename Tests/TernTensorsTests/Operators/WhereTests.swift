import Tern
import TestSupport
import Testing

struct WhereTests {
  @Test(
    arguments: [
      ([], [], []), ([7], [7], [7]), ([3], [], [2, 3]), ([2, 1], [1, 3], []), ([0], [1], [1]),
      ([1023], [1], [1023]), ([2, 1, 1], [3, 1], [4]), ([70_000], [70_000], [1]),
      ([300, 1], [1], [300, 250]),
    ] as [(Shape, Shape, Shape)])
  func eachElementComesFromItsSide(condition: Shape, x: Shape, y: Shape) {
    let mask = seeded(condition, as: Float.self) .> 0
    let (a, b): (Tensor<Float>, Tensor<Float>) = (seeded(x, seed: 1), seeded(y, seed: 2))
    let shape = naiveBroadcastShape(naiveBroadcastShape(condition, x), y)
    let picked = Tensor.where(mask, a, b)
    let sides = zip(naiveBroadcast(a, to: shape), naiveBroadcast(b, to: shape))
    let expected = zip(naiveBroadcast(mask, to: shape), sides).map { $0 ? $1.0 : $1.1 }
    #expect(picked.shape == shape && picked.scalars == expected)
  }

  @Test func integersAndTruthValuesToo() {
    let mask: Tensor<Bool> = [true, false]
    #expect(Tensor<Int64>.where(mask, [1, 2], [3, 4]) == [1, 4])
    #expect(Tensor<Bool>.where(mask, [true, true], [false, false]) == [true, false])
  }

  @Test(arguments: [([3], [3]), ([], [2, 3]), ([2, 1], [3]), ([0], [1])] as [(Shape, Shape)])
  func gradients(x: Shape, y: Shape) {
    let mask: Tensor<Bool> = seeded(naiveBroadcastShape(x, y), seed: 5, as: Double.self) .> 0
    expectGradients(x, y) { x, y in Tensor.where(mask, x * x, y * x) + y * y }
    expectGradients(x) { x in Tensor.where(mask, x * x, 2) + Tensor.where(mask, 1, x * x) }
  }

  @Test func theSideNotTakenMayBeInfinite() {
    let x: Tensor<Double> = [0, 4]
    let slope = gradient(at: x) { x in
      Tensor.where(x.detached() .> 0, Tensor.where(x.detached() .> 0, x, 1).sqrt(), 0).sum()
    }
    #expect(slope == [0, 0.25])
  }
}
