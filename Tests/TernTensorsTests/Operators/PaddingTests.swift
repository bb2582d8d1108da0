import Tern
import TestSupport
import Testing

struct PaddingTests {
  @Test func wideBordersRepeatThePattern() {
    let x: Tensor<Int32> = [1, 2, 3]
    #expect(x.padded([(5, 4)], with: .reflect) == [2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3])
    #expect(x.padded([(4, 4)], with: .symmetric) == [3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1])
    #expect(x.padded([(4, 5)], with: .wrap) == [3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2])
    #expect(x.padded(2, with: .edge) == [1, 1, 1, 2, 3, 3, 3])
    #expect(x.padded(1, with: .constant(9)) == [9, 1, 2, 3, 9])
    #expect(x.padded(0, with: .wrap) == x)
    #expect(([true] as Tensor<Bool>).padded(1) == [false, true, false])
    #expect(([4] as Tensor<Int32>).padded(2, with: .reflect) == [4, 4, 4, 4, 4])
  }

  @Test func emptyAndRankZero() {
    #expect(Tensor<Float>(zeros: [0, 2]).padded(1) == Tensor(zeros: [2, 4]))
    #expect(Tensor<Float>(zeros: [0, 2]).padded([(0, 0), (1, 1)], with: .edge).shape == [0, 4])
    #expect(Tensor<Float>(3).padded([]).scalar == 3)
  }

  @Test(arguments: [[1023], [300, 401], [40, 50, 60]] as [Shape])
  func largeArraysAreCopiedWhole(shape: Shape) {
    let x = seeded(shape, as: Float.self)
    let inside = shape.map { TensorIndex.slice(from: 2, to: 2 + $0) }
    for mode: PaddingMode<Float> in [.zeros, .edge, .reflect, .wrap] {
      #expect(x.padded(2, with: mode)[indices: inside] == x)
    }
    let border = x.padded(2, with: .constant(1)).sum() - x.sum()
    expectClose(
      border.asType(Double.self).scalar,
      Double(Shape(shape.map { $0 + 4 }).elementCount - shape.elementCount), relative: 1e-3)
  }

  @Test func gradients() {
    let modes: [PaddingMode<Double>] = [.constant(2), .edge, .reflect, .symmetric, .wrap]
    for mode in modes {
      expectGradients([4]) { x in x.padded([(5, 2)], with: mode).squared() }
      expectGradients([2, 3]) { x in x.padded([(1, 2), (2, 0)], with: mode).squared() }
    }
  }
}
