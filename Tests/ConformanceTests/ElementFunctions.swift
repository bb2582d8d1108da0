import Tern

extension Call {
  /// Functions of floating-point numbers, element by element.
  func elementFunction<S: FloatingScalar>(_: S.Type) -> (any Outcome)? {
    let x: Tensor<S> = operand()
    switch function {
    case "exp": return x.exp()
    case "expm1": return x.expm1()
    case "log": return x.log()
    case "log1p": return x.log1p()
    case "exp2": return x.exp2()
    case "log2": return x.log2()
    case "log10": return x.log10()
    case "cubeRoot": return x.cubeRoot()
    case "sqrt": return x.sqrt()
    case "sin": return x.sin()
    case "cos": return x.cos()
    case "tan": return x.tan()
    case "asin": return x.asin()
    case "acos": return x.acos()
    case "atan": return x.atan()
    case "sinh": return x.sinh()
    case "cosh": return x.cosh()
    case "asinh": return x.asinh()
    case "acosh": return x.acosh()
    case "atanh": return x.atanh()
    case "tanh": return x.tanh()
    case "erf": return x.erf()
    case "abs": return x.abs()
    case "sign": return x.sign()
    case "floor": return x.floor()
    case "ceil": return x.ceil()
    case "rounded": return x.rounded()
    case "truncated": return x.truncated()
    case "squared": return x.squared()
    case "reciprocal": return x.reciprocal()
    case "negative": return -x
    case "sigmoid": return x.sigmoid()
    case "relu": return x.relu()
    case "softplus": return x.softplus()
    case "rsqrt": return x.rsqrt()
    case "leakyReLU": return x.leakyReLU()
    case "elu": return x.elu()
    case "silu": return x.silu()
    case "gelu": return x.gelu()
    case "isNaN": return x.isNaN()
    case "isFinite": return x.isFinite()
    case "isInfinite": return x.isInfinite()
    case "signBit": return x.signBit()
    case "add": return x + operand(1)
    case "subtract": return x - operand(1)
    case "multiply": return x * operand(1)
    case "divide": return x / operand(1)
    case "maximum": return x.maximum(operand(1))
    case "minimum": return x.minimum(operand(1))
    case "power": return x.power(operand(1))
    case "hypot": return x.hypot(operand(1))
    case "atan2": return x.atan2(operand(1))
    case "logAddExp": return x.logAddExp(operand(1))
    case "copySign": return x.copySign(of: operand(1))
    case "nextAfter": return x.nextAfter(toward: operand(1))
    case "floorDivided": return x.floorDivided(by: operand(1))
    case "remainder": return x.remainder(by: operand(1))
    case "isClose": return Tensor(x.isClose(to: operand(1)))
    case "addingScattered": return x.addingScattered(operand(2), at: operand(1))
    case "pickingColumns": return x.pickingColumns(operand(1))
    case "plusNumber": return x + S(integer("number"))
    case "minusNumber": return x - S(integer("number"))
    case "timesNumber": return x * S(integer("number"))
    case "overNumber": return x / S(integer("number"))
    case "numberMinus": return S(integer("number")) - x
    case "numberOver": return S(integer("number")) / x
    case "maximumOfNumber": return x.maximum(S(integer("number")))
    case "minimumOfNumber": return x.minimum(S(integer("number")))
    case "remainderByNumber": return x.remainder(by: S(integer("number")))
    case "floorDividedByNumber": return x.floorDivided(by: S(integer("number")))
    case "addAlong": return x.addingElements(operand(2), at: operand(1))
    case "clipped": return x.clipped(to: S(double: number("low"))...S(double: number("high")))
    default: return nil
    }
  }

  /// Arithmetic of integers, element by element.
  func integerFunction<S: IntegerScalar>(_: S.Type) -> (any Outcome)? {
    let x: Tensor<S> = operand()
    switch function {
    case "abs": return x.abs()
    case "sign": return x.sign()
    case "negative": return -x
    case "add": return x + operand(1)
    case "subtract": return x - operand(1)
    case "multiply": return x * operand(1)
    case "floorDivided": return x.floorDivided(by: operand(1))
    case "remainder": return x.remainder(by: operand(1))
    case "integerPower": return x.power(operand(1))
    case "maximum": return x.maximum(operand(1))
    case "minimum": return x.minimum(operand(1))
    case "clipped": return x.clipped(to: S(integer("low"))...S(integer("high")))
    case "plusNumber": return x + S(integer("number"))
    case "minusNumber": return x - S(integer("number"))
    case "timesNumber": return x * S(integer("number"))
    case "numberMinus": return S(integer("number")) - x
    case "maximumOfNumber": return x.maximum(S(integer("number")))
    case "minimumOfNumber": return x.minimum(S(integer("number")))
    case "remainderByNumber": return x.remainder(by: S(integer("number")))
    case "floorDividedByNumber": return x.floorDivided(by: S(integer("number")))
    case "and": return x .& operand(1)
    case "or": return x .| operand(1)
    case "xor": return x .^ operand(1)
    case "not": return .~x
    case "shiftLeft": return x .<< operand(1)
    case "shiftRight": return x .>> operand(1)
    default: return nil
    }
  }

  /// Comparisons of numbers.
  func comparison<S: TensorScalar>(_: S.Type) -> (any Outcome)? {
    let x: Tensor<S> = operand()
    switch function {
    case "equal": return x .== operand(1)
    case "notEqual": return x .!= operand(1)
    case "less": return x .< operand(1)
    case "lessOrEqual": return x .<= operand(1)
    case "greater": return x .> operand(1)
    case "greaterOrEqual": return x .>= operand(1)
    default: return nil
    }
  }

  /// Functions of truth values.
  func truthFunction() -> (any Outcome)? {
    let x: Tensor<Bool> = operand()
    switch function {
    case "equal": return x .== operand(1)
    case "notEqual": return x .!= operand(1)
    case "and": return x .& operand(1)
    case "or": return x .| operand(1)
    case "xor": return x .^ operand(1)
    case "not": return .!x
    case "all": return Tensor(x.all())
    case "any": return Tensor(x.any())
    case "allAlong": return x.all(along: integers("axes"), keepingAxes: flag("keeping"))
    case "anyAlong": return x.any(along: integers("axes"), keepingAxes: flag("keeping"))
    case "trueCount": return x.trueCount(along: integers("axes"), keepingAxes: flag("keeping"))
    default: return nil
    }
  }
}
