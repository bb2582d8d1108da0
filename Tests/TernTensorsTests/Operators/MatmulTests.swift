import Tern
import TestSupport
import Testing

private let products: [(Shape, Shape)] = [
  ([1, 1], [1, 1]), ([2, 3], [3, 4]), ([7, 17], [17, 7]), ([1, 7], [7, 5]), ([5, 7], [7, 1]),
  ([0, 3], [3, 2]), ([2, 3], [3, 0]), ([2, 0], [0, 3]), ([3, 2, 4], [4, 5]), ([2, 4], [3, 4, 5]),
  ([3, 2, 4], [3, 4, 5]), ([2, 1, 2, 3], [3, 3, 2]), ([2, 1, 2, 3], [1, 4, 3, 2]),
  ([0, 2, 3], [3, 2]), ([1, 1, 2, 3], [5, 3, 1]), ([2, 3, 1, 4], [2, 3, 4, 1]),
  ([2, 2, 0], [2, 0, 2]),
]

struct MatmulTests {
  private func check<S: FloatingScalar>(_: S.Type, _ x: Shape, _ y: Shape, tolerance: Double) {
    let (a, b): (Tensor<S>, Tensor<S>) = (seeded(x), seeded(y, seed: 1))
    let expected = naiveMatmul(a, b)
    let (at, bt) = (a.swappingAxes(-1, -2), b.swappingAxes(-1, -2))
    expectClose(a.matmul(b), expected, absolute: tolerance)
    expectClose(at.matmul(b, transposingSelf: true), expected, absolute: tolerance)
    expectClose(a.matmul(bt, transposingOther: true), expected, absolute: tolerance)
    expectClose(
      at.matmul(bt, transposingSelf: true, transposingOther: true), expected, absolute: tolerance)
  }

  @Test(arguments: products) func matricesAndBatches(x: Shape, y: Shape) {
    check(Double.self, x, y, tolerance: 1e-12)
    check(Float.self, x, y, tolerance: 1e-4)
  }

  @Test(
    arguments: [1, 2, 4],
    [
      ([200, 120], [120, 210]), ([400, 64], [64, 33]), ([33, 64], [64, 400]),
      ([1, 700], [700, 600]),
      ([600, 700], [700, 1]), ([6, 60, 70], [6, 70, 50]), ([2, 130, 70], [70, 90]),
      ([9, 40, 50], [50, 60]),
    ] as [(Shape, Shape)])
  func largeProductsWithAnyNumberOfThreads(threads: Int, shapes: (Shape, Shape)) {
    withThreadCount(threads) {
      check(Double.self, shapes.0, shapes.1, tolerance: 1e-11)
      check(Float.self, shapes.0, shapes.1, tolerance: 1e-3)
    }
  }

  @Test(arguments: [1, 2, 4]) func repeatedProductsAreBitForBitAlike(threads: Int) {
    let (a, b): (Tensor<Float>, Tensor<Float>) = (seeded([150, 260]), seeded([260, 170]))
    withThreadCount(threads) {
      let first = a.matmul(b)
      for _ in 0..<20 { #expect(a.matmul(b) == first) }
    }
  }

  @Test func vectorsFollowNumPy() {
    let v: Tensor<Double> = seeded([3], seed: 2)
    let (row, column) = (v.reshaped(to: [1, 3]), v.reshaped(to: [3, 1]))
    let m: Tensor<Double> = seeded([3, 4])
    let batch: Tensor<Double> = seeded([2, 3, 4])
    expectClose(v.matmul(m), naiveMatmul(row, m).reshaped(to: [4]))
    expectClose(m.transposed().matmul(v), naiveMatmul(m.transposed(), column).reshaped(to: [4]))
    expectClose(v.matmul(batch), naiveMatmul(row, batch).reshaped(to: [2, 4]))
    expectClose(
      batch.swappingAxes(1, 2).matmul(v),
      naiveMatmul(batch.swappingAxes(1, 2), column).reshaped(to: [2, 4]))
    expectClose(v.matmul(v), v.squared().sum())
    expectClose(v.dot(v), v.squared().sum())
    expectClose(v.matmul(m, transposingSelf: true), v.matmul(m))
    expectClose(m.matmul(v, transposingSelf: true), m.transposed().matmul(v))
    expectClose(v.matmul(m.transposed(), transposingOther: true), v.matmul(m))
    expectClose(
      m.matmul(v, transposingSelf: true, transposingOther: true), m.transposed().matmul(v))
    let none = Tensor<Double>(zeros: [0])
    #expect(none.dot(none).scalar == 0 && none.matmul(Tensor(zeros: [0, 2])) == [0, 0])
  }

  @Test(arguments: [[3], [2, 3], [4, 2, 3], [0, 3], [1, 1, 1, 3]] as [Shape])
  func affineIsAProductPlusABias(shape: Shape) {
    let x: Tensor<Double> = seeded(shape)
    let weight: Tensor<Double> = seeded([3, 5], seed: 1)
    let bias: Tensor<Double> = seeded([5], seed: 2)
    expectClose(x.affine(weight, bias), x.matmul(weight) + bias)
    expectGradients(shapes: [shape, [3, 5], [5]]) { $0[0].affine($0[1], $0[2]) }
  }

  @Test(arguments: [false, true]) func affineOfOneTracedOperand(rectifying: Bool) {
    let (x, weight): (Tensor<Double>, Tensor<Double>) = (seeded([4, 3]), seeded([3, 5], seed: 1))
    let bias: Tensor<Double> = seeded([5], seed: 2)
    expectGradients([4, 3]) { $0.affine(weight, bias, rectifying: rectifying).squared() }
    expectGradients([3, 5]) { x.affine($0, bias, rectifying: rectifying).squared() }
    expectGradients([5]) { x.affine(weight, $0, rectifying: rectifying).squared() }
  }

  @Test func affineOfNoInputsIsTheBias() {
    let y = Tensor<Float>(zeros: [2, 0]).affine(Tensor(zeros: [0, 3]), [1, 2, 3])
    #expect(y == [[1, 2, 3], [1, 2, 3]])
  }

  @Test(arguments: products.filter { $0.0.elementCount * $0.1.elementCount < 600 })
  func gradients(x: Shape, y: Shape) {
    func swapped(_ shape: Shape) -> Shape {
      Shape(shape.dropLast(2) + [shape[shape.count - 1], shape[shape.count - 2]])
    }
    expectGradients(x, y) { $0.matmul($1) }
    expectGradients(swapped(x), y) { $0.matmul($1, transposingSelf: true) }
    expectGradients(x, swapped(y)) { $0.matmul($1, transposingOther: true) }
    expectGradients(swapped(x), swapped(y)) {
      $0.matmul($1, transposingSelf: true, transposingOther: true)
    }
  }

  @Test(
    arguments: [([3], [3]), ([3], [3, 2]), ([2, 3], [3]), ([3], [2, 3, 2]), ([2, 2, 3], [3])]
      as [(Shape, Shape)])
  func gradientsWithVectors(x: Shape, y: Shape) {
    expectGradients(x, y) { $0.matmul($1) }
  }

  @Test func thirdDerivatives() {
    expectGradients([2, 2]) { x in
      gradient(at: x) { x in x.matmul(x).matmul(x, transposingOther: true).sum() }
    }
  }

  @Test func viewsAreMultipliedWhereTheyLie() {
    let x: Tensor<Double> = seeded([6, 3])
    let y: Tensor<Double> = seeded([6, 3], seed: 1)
    expectClose(
      x[2..<5].matmul(y[1..<5], transposingOther: true),
      naiveMatmul(Tensor(x[2..<5].scalars, shape: [3, 3]), y[1..<5].transposed()))
  }
}
