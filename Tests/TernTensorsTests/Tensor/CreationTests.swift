import Tern
import TestSupport
import Testing

struct CreationTests {
  @Test(arguments: [[], [0], [7], [17], [1023], [2, 3], [0, 3], [2, 3, 4, 5, 6]] as [Shape])
  func constantsOfEveryType(shape: Shape) {
    func check<S: TensorScalar>(_ value: S) {
      let x = Tensor(full: shape, value)
      #expect(x.shape == shape && x.scalars == Array(repeating: value, count: shape.elementCount))
      #expect(Tensor<S>(zeros: shape).scalars.allSatisfy { $0 == S.zeroValue })
      #expect(Tensor<S>(ones: shape).scalars.allSatisfy { $0 == S.oneValue })
    }
    check(1.5 as Float)
    check(-2.5 as Double)
    check(-3 as Int32)
    check(.max as Int64)
    check(200 as UInt8)
    check(true)
  }

  @Test func literalsHaveAnyDepth() {
    let matrix: Tensor<Float> = [[1, 2, 3], [4, 5, 6]]
    #expect(matrix.shape == [2, 3] && matrix.scalars == [1, 2, 3, 4, 5, 6])
    let cube: Tensor<Int32> = [[[1], [2]], [[3], [4]]]
    #expect(cube.shape == [2, 2, 1] && cube.scalars == [1, 2, 3, 4])
    let truth: Tensor<Bool> = [true, false]
    #expect(truth.shape == [2])
    let none: Tensor<Double> = []
    #expect(none.shape == [0])
    #expect(Tensor<Double>([[1, 2], [3, 4]]).shape == [2, 2])
    #expect(Tensor<Double>(2.5).shape == [] && Tensor<Double>(2.5).scalar == 2.5)
  }

  @Test func elementsFromCollectionsAndClosures() {
    #expect(Tensor<Double>([1, 2, 3, 4], shape: [2, 2]) == [[1, 2], [3, 4]])
    let lazily = Tensor<Double>((1...3).lazy.map { Double($0) })
    #expect(lazily == [1, 2, 3])
    let table = Tensor<Int32>(shape: [2, 3]) { Int32(10 * $0[0] + $0[1]) }
    #expect(table == [[0, 1, 2], [10, 11, 12]])
    #expect(Tensor<Int32>(shape: []) { Int32($0.count) }.scalar == 0)
    #expect(Tensor<Int32>(shape: [2, 0]) { _ in 1 }.shape == [2, 0])
  }

  @Test func identities() {
    #expect(Tensor<Float>(identity: 2) == [[1, 0], [0, 1]])
    #expect(Tensor<Float>(identity: 2, columns: 3, diagonal: 1) == [[0, 1, 0], [0, 0, 1]])
    #expect(Tensor<Float>(identity: 3, columns: 2, diagonal: -1) == [[0, 0], [1, 0], [0, 1]])
    #expect(Tensor<Float>(identity: 0).shape == [0, 0])
    #expect(Tensor<Float>(identity: 2, diagonal: 5) == Tensor(zeros: [2, 2]))
  }

  @Test func ranges() {
    #expect(Tensor<Int32>(arange: 0, 5) == [0, 1, 2, 3, 4])
    #expect(Tensor<Int32>(arange: 5, 0, step: -2) == [5, 3, 1])
    #expect(Tensor<UInt8>(arange: 250, 255, step: 2) == [250, 252, 254])
    #expect(Tensor<Int64>(arange: 3, 3).isEmpty && Tensor<Double>(arange: 3, 1).isEmpty)
    expectClose(Tensor<Double>(arange: 0, 1, step: 0.25), [0, 0.25, 0.5, 0.75])
    #expect(Tensor<Float>(arange: 0, 1, step: 0.1).count == 10)
    expectClose(Tensor<Float>(arange: 1, -1, step: -0.5), [1, 0.5, 0, -0.5])
    #expect(Tensor<Double>(linspace: 0, 1, count: 5) == [0, 0.25, 0.5, 0.75, 1])
    #expect(Tensor<Float>(linspace: 2, 5, count: 1) == [2])
    #expect(Tensor<Float>(linspace: 2, 5, count: 0).shape == [0])
    #expect(Tensor<Float>(linspace: 0.1, 0.7, count: 7).scalars.last == 0.7)
  }

  @Test func randomTensorsAreTheGeneratorsDraws() {
    func drawn(_ make: (inout Philox) -> Tensor<Float>) -> Tensor<Float> {
      var rng = Philox(seed: 3)
      return make(&rng)
    }
    for shape: Shape in [[], [0], [2, 3], [1023]] {
      let uniform = drawn { Tensor(randomUniform: shape, in: -1..<2, using: &$0) }
      #expect(uniform.shape == shape && uniform.scalars.allSatisfy { $0 >= -1 && $0 < 2 })
      #expect(uniform == drawn { Tensor(randomUniform: shape, in: -1..<2, using: &$0) })
      let normal = drawn { Tensor(randomTruncatedNormal: shape, using: &$0) }
      #expect(normal.shape == shape && normal.scalars.allSatisfy { $0.magnitude <= 2 })
      let coins = drawn {
        Tensor(randomBernoulli: shape, probability: 0.5, success: 2, using: &$0)
      }
      #expect(coins.scalars.allSatisfy { $0 == 0 || $0 == 2 })
    }
    let tail = drawn { Tensor(randomTruncatedNormal: [1023], within: 1...3, using: &$0) }
    #expect(tail.scalars.allSatisfy { (1...3).contains($0) })
    let normal = drawn { Tensor(randomNormal: [10_000], mean: 3, standardDeviation: 2, using: &$0) }
    #expect(abs(normal.mean().scalar - 3) < 0.1)
    #expect(abs(normal.standardDeviation().scalar - 2) < 0.1)
  }

  @Test func drawsWithoutAGeneratorDiffer() {
    func expectDifferent(_ draw: () -> Tensor<Float>) { #expect(draw() != draw()) }
    expectDifferent { Tensor(randomUniform: [9]) }
    expectDifferent { Tensor(randomNormal: [9]) }
    expectDifferent { Tensor(randomTruncatedNormal: [9], within: 0...1) }
    expectDifferent { Tensor(randomBernoulli: [256], probability: 0.5) }
  }

  @Test func nestedArraysOfVariablesToo() {
    let rows: [[Float]] = [[1, 2], [3, 4]]
    #expect(Tensor(rows).shape == [2, 2])
    #expect(Tensor([rows, rows, rows]).shape == [3, 2, 2])
    #expect(Tensor<Int32>([]).shape == [0])
  }

  @Test func numPysDrawsFillTensors() {
    var (a, b) = (NumPyRandom(seed: 1), NumPyRandom(seed: 1))
    let matrix: Tensor<Double> = a.randn([2, 3])
    #expect(matrix.scalars == b.normal(count: 6))
    let uniform: Tensor<Float> = a.rand([4])
    #expect(uniform.scalars == b.uniform(count: 4).map { Float($0) })
  }
}
