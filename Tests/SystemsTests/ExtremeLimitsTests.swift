import Tern
import TestSupport
import Testing

/// What has no number as its result: infinities and NaN, nothing at all, and what the documentation
/// says of results that are beyond the range.
struct ExtremeLimitsTests {
  @Test func minusInfinityIsAClassThatCannotBe() {
    func check<S: FloatingScalar>(_: S.Type) {
      let x = Tensor<S>([1, -.infinity, 2, -.infinity])
      let possible = Tensor<S>([1, 2])
      let (shares, probabilities) = (x.softmax().scalars, possible.softmax().scalars)
      #expect(shares == [probabilities[0], 0, probabilities[1], 0])
      #expect(x.logSoftmax().scalars[1] == -.infinity)
      expectClose(x.logSumExp().scalar, possible.logSumExp().scalar)

      let (row, target) = (x.expandingAxis(at: 0), Tensor<S>([[0.25, 0, 0.75, 0]]))
      for loss in [
        { softmaxCrossEntropy($0, Tensor([2])) }, { softmaxCrossEntropy($0, target) },
        { softmaxCrossEntropy($0, target, classWeights: Tensor([1, 2, 3, 4])) },
      ] as [(Tensor<S>) -> Tensor<S>] {
        let (value, slope) = valueWithGradient(at: row, of: loss)
        #expect(value.scalar.isFinite && value.scalar > 0)
        #expect(slope.scalars[1] == 0 && slope.scalars[3] == 0)
        #expect(slope.scalars.allSatisfy { $0.isFinite })
      }
      #expect(softmaxCrossEntropy(row, Tensor([1])).scalar == .infinity)
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func sumsOfExponentialsOfInfinities() {
    func check<S: FloatingScalar>(_: S.Type) {
      let nothing = Tensor<S>(full: [3], -.infinity)
      let (value, slope) = valueWithGradient(at: nothing) { $0.logSumExp() }
      #expect(value.scalar == -.infinity && slope.scalars == [0, 0, 0])
      #expect(Tensor<S>([1, .infinity, -.infinity]).logSumExp().scalar == .infinity)
      #expect(Tensor<S>([1, .infinity, .nan]).logSumExp().scalar.isNaN)
      let x = Tensor<S>([[1, -.infinity], [-.infinity, -.infinity]])
      let (sums, pullback) = valueWithPullback(at: x) { $0.logSumExp(along: 1) }
      #expect(sums.scalars == [1, -S.infinity])
      #expect(pullback(Tensor(ones: [2])).scalars == [1, 0, 0, 0])

      let ends = Tensor<S>([-.infinity, .infinity, 2])
      #expect(ends.logAddExp(Tensor(full: [3], -.infinity)).scalars == ends.scalars)
      #expect(ends.logAddExp(ends).scalars[0] == -.infinity)
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func activationsOfInfinities() {
    func check<S: FloatingScalar>(_: S.Type) {
      let ends = Tensor<S>([-.infinity, .infinity])
      #expect(ends.sigmoid().scalars == [0, 1])
      #expect(ends.softplus().scalars == [0, .infinity])
      #expect(ends.tanh().scalars == [-1, 1])
      #expect(ends.erf().scalars == [-1, 1])
      #expect(ends.elu().scalars == [-1, .infinity])
      #expect(ends.relu().scalars == [0, .infinity])
      #expect(gradient(at: ends) { $0.softplus().sum() }.scalars == [0, 1])
      #expect(gradient(at: ends) { $0.tanh().sum() }.scalars == [0, 0])
      // As documented, and as elsewhere: ∞ · 0.
      for activated in [ends.silu(), ends.gelu()] {
        #expect(activated.scalars[0].isNaN && activated.scalars[1] == .infinity)
      }
      #expect(Tensor<S>([0, .infinity]).softmax().scalars.allSatisfy { $0.isNaN })
      #expect(Tensor<S>([0, .infinity]).logSoftmax().scalars.allSatisfy { $0.isNaN })
      #expect(Tensor<S>(full: [2], -.infinity).softmax().scalars.allSatisfy { $0.isNaN })
      #expect(binaryCrossEntropy(logits: Tensor<S>([.infinity]), Tensor([1])).scalar.isNaN)
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func infinityAndNaNPassThroughStatistics() {
    func check<S: FloatingScalar>(_: S.Type) {
      let infinite = Tensor<S>([1, -.infinity])
      #expect(infinite.sum().scalar == -.infinity && infinite.mean().scalar == -.infinity)
      #expect(infinite.norm().scalar == .infinity && infinite.norm(3).scalar == .infinity)
      #expect(infinite.variance().scalar.isNaN && infinite.standardDeviation().scalar.isNaN)
      #expect(Tensor<S>([.infinity, -.infinity]).mean().scalar.isNaN)
      let unknown = Tensor<S>([1, .nan])
      for result in [
        unknown.sum(), unknown.mean(), unknown.norm(), unknown.norm(3), unknown.variance(),
        unknown.standardDeviation(), unknown.logSumExp(),
        meanSquaredError(unknown, Tensor([0, 0])),
      ] {
        #expect(result.scalar.isNaN)
      }
      var layer = BatchNorm<S>(2)
      let y = layer.training(Tensor<S>([[1, .nan], [3, 1]]))
      #expect(y[0..., 0].scalars.allSatisfy { $0.isFinite })
      #expect(y[0..., 1].scalars.allSatisfy { $0.isNaN })
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func ofNothing() {
    func check<S: FloatingScalar>(_: S.Type) {
      let x = Tensor<S>(zeros: [0])
      #expect(x.sum().scalar == 0 && x.norm().scalar == 0 && x.norm(3).scalar == 0)
      #expect(x.mean().scalar.isNaN && x.variance().scalar.isNaN)
      #expect(x.standardDeviation().scalar.isNaN)
      #expect(x.logSumExp().scalar == -.infinity)
      #expect(x.softmax().isEmpty && x.logSoftmax().isEmpty)
      let rows = Tensor<S>(zeros: [2, 0])
      #expect(rows.logSumExp(along: 1).scalars == [S](repeating: -.infinity, count: 2))
      #expect(rows.norm(along: 1).scalars == [0, 0])
      #expect(rows.logSumExp(along: 0).isEmpty && rows.standardDeviation(along: 0).isEmpty)
      #expect(softmaxCrossEntropy(Tensor<S>(zeros: [0, 3]), Tensor(zeros: [0])).scalar.isNaN)
      #expect(meanSquaredError(x, x).scalar.isNaN)
      #expect(LayerNorm<S>([3])(Tensor(zeros: [0, 3])).isEmpty)
      // One sample says nothing of how samples vary.
      #expect(Tensor<S>([5]).standardDeviation(correction: 1).scalar.isNaN)
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func whatIsBeyondTheRangeIsInfinite() {
    func check<S: FloatingScalar>(_: S.Type) {
      let huge = S.greatestFiniteMagnitude
      let x = Tensor<S>([huge, -huge])
      #expect(x.variance().scalar == .infinity && x.sumOfSquares().scalar == .infinity)
      #expect(x.norm().scalar == .infinity && x.norm(1).scalar == .infinity)
      #expect(Tensor<S>([huge, huge]).sum().scalar == .infinity)
      var layer = BatchNorm<S>(1)
      let y = layer.training(x.expandingAxis(at: 1))
      expectClose(y.scalars, [1, -1])
      #expect(layer.runningVariance.scalar == .infinity)
      #expect(layer(x.expandingAxis(at: 1)).scalars.allSatisfy { $0 == 0 })
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func derivativesOfWhatIsConstantFarAway() {
    func check<S: FloatingScalar>(_: S.Type) {
      let x = Tensor<S>([-1e30, -60, 60, 1e30])
      for function in [{ $0.gelu() }, { $0.erf() }, { $0.silu() }, { $0.tanh() }]
        as [@Sendable (Tensor<S>) -> Tensor<S>]
      {
        let second = gradient(at: x) { x in gradient(at: x) { function($0).sum() }.sum() }
        expectClose(second.scalars, [0, 0, 0, 0], absolute: 1e-20)
      }
      // As documented: 1 − y is 0 where y rounds to 1.
      #expect(gradient(at: x) { $0.sigmoid().sum() }.scalars[2] == 0)
    }
    check(Float.self)
    check(Double.self)
  }
}
