import Tern

extension Call {
  /// Reductions of floating-point numbers.
  func reduction<S: FloatingScalar>(_: S.Type) -> (any Outcome)? {
    let x: Tensor<S> = operand()
    let (axes, axis, keeping) = (integersIfGiven("axes"), integer("axis"), flag("keeping"))
    switch function {
    case "sum": return x.sum(along: axes, keepingAxes: keeping)
    case "product": return x.product(along: axes, keepingAxes: keeping)
    case "mean": return x.mean(along: axes, keepingAxes: keeping)
    case "variance": return x.variance(along: axes, keepingAxes: keeping)
    case "sampleVariance": return x.variance(along: axis, correction: 1)
    case "standardDeviation": return x.standardDeviation(along: axes, keepingAxes: keeping)
    case "sumOfSquares": return x.sumOfSquares(along: axes, keepingAxes: keeping)
    case "max": return x.max(along: axes, keepingAxes: keeping)
    case "min": return x.min(along: axes, keepingAxes: keeping)
    case "logSumExp": return x.logSumExp(along: axes, keepingAxes: keeping)
    case "argmax": return x.argmax(along: axis)
    case "argmin": return x.argmin(along: axis)
    case "softmax": return x.softmax(along: axis)
    case "logSoftmax": return x.logSoftmax(along: axis)
    default: return nil
    }
  }

  /// Reductions, running values and products of integers.
  func integerReduction<S: IntegerScalar>(_: S.Type) -> (any Outcome)? {
    let x: Tensor<S> = operand()
    let (axes, keeping) = (integersIfGiven("axes"), flag("keeping"))
    switch function {
    case "integerSum": return x.sum(along: axes, keepingAxes: keeping)
    case "integerProduct": return x.product(along: axes, keepingAxes: keeping)
    case "integerMean": return x.mean(along: axes, keepingAxes: keeping)
    case "integerCumulativeSum":
      return x.cumulativeSum(along: integer("axis"), includingInitial: flag("initial"))
    case "integerCumulativeProduct":
      return x.cumulativeProduct(along: integer("axis"), includingInitial: flag("initial"))
    case "integerMatmul": return x.matmul(operand(1))
    case "diff": return x.diff(count: integer("count"), along: integer("axis"))
    case "max": return x.max(along: axes, keepingAxes: keeping)
    case "min": return x.min(along: axes, keepingAxes: keeping)
    case "argmax": return x.argmax(along: integer("axis"))
    case "argmin": return x.argmin(along: integer("axis"))
    default: return nil
    }
  }
}
