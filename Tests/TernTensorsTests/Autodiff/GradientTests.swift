import Tern
import TestSupport
import Testing

struct GradientTests {
  @Test func valuesAndGradientsOfOneTwoThreeAndMany() {
    let (x, y, z): (Tensor<Float>, Tensor<Float>, Tensor<Float>) = ([1, 2], [3, 4], [5, 6])
    let one = valueWithGradient(at: x) { x in (x * x * x).sum() }
    #expect(one.value.scalar == 9 && one.gradient == [3, 12])
    let two = valueWithGradient(at: x, y) { x, y in (x * y).sum() }
    #expect(two.value.scalar == 11 && two.gradients.0 == y && two.gradients.1 == x)
    let three = valueWithGradient(at: x, y, z) { x, y, z in (x * y + z).sum() }
    #expect(three.gradients.0 == y && three.gradients.1 == x && three.gradients.2 == [1, 1])
    let many = valueWithGradient(at: [x, y, z]) { ($0[0] * $0[1] * $0[2]).sum() }
    #expect(many.value.scalar == 63 && many.gradients == [y * z, x * z, x * y])
    #expect(gradient(at: x) { $0.sum() } == [1, 1])
    #expect(gradient(at: x, y, z) { x, _, z in (x - z).sum() }.2 == [-1, -1])
  }

  @Test func aTensorUsedManyTimesAddsUpItsGradients() {
    let x: Tensor<Double> = [1, 2, 3]
    #expect(gradient(at: x) { x in (x * x + x).sum() } == x * 2 + 1)
    #expect(gradient(at: x) { x in (x + x + x).sum() } == [3, 3, 3])
    #expect(gradient(at: x) { x in x.sum() } == [1, 1, 1])
    // A chain of diamonds doubles the paths 60 times.
    let slope = gradient(at: x) { x in (0..<60).reduce(x) { y, _ in y + y }.sum() }
    #expect(slope == Tensor(full: [3], 0x1p60))
    expectGradients([3]) { x in
      let y = x.sin()
      let z = y * x
      return z * y + z / (y * y + 1) + x
    }
  }

  @Test func whatIsNotUsedHasAGradientOfZeros() {
    let (x, y): (Tensor<Double>, Tensor<Double>) = ([1, 2], [[3], [4]])
    let (dx, dy) = gradient(at: x, y) { x, _ in x.sum() }
    #expect(dx == [1, 1] && dy == [[0], [0]])
    #expect(gradient(at: x) { _ in Tensor(1) } == [0, 0])
    #expect(gradient(at: x) { x in x.detached().sum() } == [0, 0])
    #expect(gradient(at: x) { x in (x * x.detached()).sum() } == x)
    #expect(gradient(at: x) { x in x.sign().sum() + x.floor().sum() } == [0, 0])
  }

  @Test func theSameTensorGivenTwiceIsTwoInputs() {
    let x: Tensor<Double> = [2]
    let gradients = gradient(at: [x, x]) { ($0[0] * $0[0] * $0[1]).sum() }
    #expect(gradients[0].scalar == 8 && gradients[1].scalar == 4)
  }

  @Test func anInputReturnedAsItIs() {
    let x = Tensor<Double>(3)
    #expect(gradient(at: x) { $0 }.scalar == 1)
    #expect(gradient(at: x) { x in gradient(at: x) { $0 } * x }.scalar == 1)
  }

  @Test func derivativesOfEveryOrder() {
    /// The n-th derivative of x⁵.
    func derivative(_ n: Int, _ x: Tensor<Double>) -> Tensor<Double> {
      n == 0 ? x * x * x * x * x : gradient(at: x) { derivative(n - 1, $0).sum() }
    }
    let values = (0...6).map { derivative($0, Tensor(2)).scalar }
    #expect(values == [32, 80, 160, 240, 240, 120, 0])
  }

  @Test func nestedGradientsDoNotConfuseTheirVariables() {
    // d/dx (x · d/dy (x + y)) = 1: the inner derivative is 1, and constant.
    let x = Tensor<Double>(3)
    let plain = gradient(at: x) { x in x * gradient(at: Tensor<Double>(1)) { y in x + y } }
    #expect(plain.scalar == 1)
    // d/dx (x · d/dy (x · y)) = d/dx x² = 2x.
    let captured = gradient(at: x) { x in x * gradient(at: Tensor<Double>(5)) { y in x * y } }
    #expect(captured.scalar == 6)
    // d/dx d/dy x² y³ at (3, 2) = 2x · 3y² = 72.
    let mixed = gradient(at: x) { x in
      gradient(at: Tensor<Double>(2)) { y in x * x * y * y * y }
    }
    #expect(mixed.scalar == 72)
    // The inner function is evaluated at the outer variable: d/dx of 2x · x.
    let shared = gradient(at: x) { x in gradient(at: x) { y in y * y } * x }
    #expect(shared.scalar == 12)
    // The outer variable, captured, is a constant to the inner gradient although both start equal.
    let constant = gradient(at: x) { x in gradient(at: x) { y in x * y } }
    #expect(constant.scalar == 1)
    // Three levels: d/dx d/dy d/dz xyz = 1.
    let three = gradient(at: x) { x in
      gradient(at: Tensor<Double>(2)) { y in gradient(at: Tensor<Double>(7)) { z in x * y * z } }
    }
    #expect(three.scalar == 1)
  }

  @Test func innerValuesStayDifferentiable() {
    let x = Tensor<Double>(3)
    let slope = gradient(at: x) { x in
      let (value, slope) = valueWithGradient(at: x) { y in y * y * x }
      // value = x³, slope = 2x²
      return value + slope
    }
    #expect(slope.scalar == 27 + 12)
    let viaPullback = gradient(at: x) { x in
      let (value, pullback) = valueWithPullback(at: Tensor<Double>(2)) { y in y * y * x }
      // value = 4x; the pullback of x gives 4x · x
      return value + pullback(x)
    }
    #expect(viaPullback.scalar == 4 + 24)
  }

  @Test func variablesThatEscapeAreConstants() {
    let x = Tensor<Double>(3)
    var escaped = x
    _ = gradient(at: x) { x in
      escaped = x * x
      return escaped
    }
    let slope = gradient(at: Tensor<Double>(2)) { y in escaped * y }
    #expect(slope.scalar == 9)
    let (value, gradient) = valueWithGradient(at: escaped) { $0 * $0 }
    #expect(value.scalar == 81 && gradient.scalar == 18)
  }

  @Test func hessiansAreSymmetric() {
    let x: Tensor<Double> = seeded([3])
    func gradientEntry(_ i: Int, _ x: Tensor<Double>) -> Tensor<Double> {
      gradient(at: x) { x in (x.exp() * x.sum().sin()).sum() }[i]
    }
    let rows = (0..<3).map { i in gradient(at: x) { gradientEntry(i, $0) } }
    let hessian = Tensor.stacked(rows)
    expectClose(hessian, hessian.transposed())
  }

  @Test func errorsPassThrough() {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try gradient(at: Tensor<Double>(1)) { _ -> Tensor<Double> in throw Stop() }
    }
  }

  @Test func gradientsKeepNoHistory() {
    let x: Tensor<Double> = [1, 2]
    let (value, pullback) = valueWithPullback(at: x) { $0 * $0 }
    // If the results were still traced, a second function would see them as variables.
    let slope = gradient(at: x) { y in (y * value + y * pullback([1, 1])).sum() }
    #expect(slope == value + x * 2)
  }

  @Test func aPullbackMayBeCalledAgainAndAgain() {
    let x: Tensor<Double> = [1, 2, 3]
    let (_, pullback) = valueWithPullback(at: x) { x in x.exp() * x }
    let first = pullback([1, 0, 0])
    #expect(pullback([0, 1, 0]) != first && pullback([1, 0, 0]) == first)
    #expect(pullback([2, 0, 0]) == first * 2)
  }

  @Test func manyTasksShareOnePullback() async {
    let x: Tensor<Float> = seeded([64, 64])
    let y: Tensor<Float> = seeded([64, 64], seed: 1)
    let (_, pullback) = valueWithPullback(at: [x, y]) { inputs in
      let z = inputs[0].matmul(inputs[1]).tanh()
      return z * inputs[0] + z
    }
    let upstream: Tensor<Float> = seeded([64, 64], seed: 2)
    let expected = pullback(upstream)
    let results = await withTaskGroup(of: [Tensor<Float>].self) { group in
      for _ in 0..<32 { group.addTask { pullback(upstream) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 32)
    // Too small for the pool to split, so each task calculates the same bits.
    #expect(results.allSatisfy { $0 == expected })
  }

  @Test func manyTasksTraceAtOnce() async {
    let results = await withTaskGroup(of: (Int, Double).self) { group in
      for i in 0..<64 {
        group.addTask {
          let x = Tensor<Double>(Double(i))
          let second = gradient(at: x) { x in gradient(at: x) { x in x * x * x } }
          return (i, second.scalar)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.allSatisfy { $0.1 == 6 * Double($0.0) } && results.count == 64)
  }
}
