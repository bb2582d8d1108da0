import Foundation
import Tern
import TestSupport
import Testing

struct SoftmaxTests {
  @Test(
    arguments: [[1], [7], [3, 4], [2, 3, 4], [5, 17], [3, 1023], [0, 3], [2, 0]] as [Shape])
  func valuesAlongEveryAxis(shape: Shape) {
    let x: Tensor<Double> = seeded(shape, in: -5...5)
    for axis in shape.indices {
      let sums = naiveReduce(x, along: [axis], keepingAxes: true) { $0.reduce(0) { $0 + exp($1) } }
      let expected = naiveCombine(x, sums) { exp($0) / $1 }
      expectClose(x.softmax(along: axis), expected)
      expectClose(x.logSoftmax(along: axis), naiveCombine(x, sums) { $0 - log($1) })
      expectClose(
        x.asType(Float.self).softmax(along: axis - shape.rank), expected.asType(Float.self))
    }
  }

  @Test func nothingOverflows() {
    let x = Tensor<Float>([1000, 1000, -1000, 0, -.infinity, 0], shape: [3, 2])
    expectClose(x.softmax().scalars, [0.5, 0.5, 0, 1, 0, 1])
    expectClose(x.logSoftmax().scalars, [-Float.log(2), -Float.log(2), -1000, 0, -.infinity, 0])
  }

  /// Many rows, so that the pool takes part.
  @Test(arguments: [1, 2, 4]) func rowsAddUpToOne(threads: Int) {
    let x: Tensor<Double> = seeded([3001, 10])
    withThreadCount(threads) {
      expectClose(x.softmax().sum(along: 1), Tensor(ones: [3001]))
      expectClose(x.logSoftmax().exp(), x.softmax())
    }
  }

  @Test(arguments: [[4], [2, 3], [2, 3, 2], [0, 3]] as [Shape]) func gradients(shape: Shape) {
    for axis in shape.indices {
      expectGradients(shape) { x in x.softmax(along: axis) }
      expectGradients(shape) { x in x.logSoftmax(along: axis) }
    }
  }

  @Test func thirdDerivatives() {
    expectGradients([2, 3]) { x in gradient(at: x) { x in x.softmax().squared().sum() } }
    expectGradients([2, 3]) { x in gradient(at: x) { x in x.logSoftmax().squared().sum() } }
  }

  @Test(arguments: [1, 4, 17]) func crossEntropyIsMinusTheLogarithmOfTheLabelsProbability(rows: Int)
  {
    let x: Tensor<Double> = seeded([rows, 5], in: -5...5)
    let labels = Tensor<Int32>((0..<rows).map { Int32($0 * 3 % 5) })
    expectClose(x.crossEntropy(labels: labels), -x.logSoftmax().pickingColumns(labels))
    expectGradients([rows, 5]) { x in x.crossEntropy(labels: labels) }
  }

  @Test func crossEntropyGradientOfTheGradient() {
    let labels: Tensor<Int32> = [2, 0]
    expectGradients([2, 3]) { x in gradient(at: x) { $0.crossEntropy(labels: labels).sum() } }
    expectGradients([2, 3], [2]) { x, weight in
      gradient(at: x) { x in (x.crossEntropy(labels: labels) * weight).sum() }
    }
  }

  @Test func oneHotHasAOneAtTheLabel() {
    #expect(Tensor<Float>(oneHot: [2, 0], classes: 3) == [[0, 0, 1], [1, 0, 0]])
    #expect(Tensor<Bool>(oneHot: [[1], [0]], classes: 2) == [[[false, true]], [[true, false]]])
    #expect(Tensor<Int32>(oneHot: Tensor(zeros: [0]), classes: 4).shape == [0, 4])
  }
}

extension Float {
  fileprivate static func log(_ x: Float) -> Float { Foundation.log(x) }
}
