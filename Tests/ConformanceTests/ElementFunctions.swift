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
    case "sqrt": return x.sqrt()
    case "sin": return x.sin()
    case "cos": return x.cos()
    case "tanh": return x.tanh()
    case "erf": return x.erf()
    case "abs": return x.abs()
    case "sign": return x.sign()
    case "floor": return x.floor()
    case "ceil": return x.ceil()
    case "rounded": return x.rounded()
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
    case "add": return x + operand(1)
    case "subtract": return x - operand(1)
    case "multiply": return x * operand(1)
    case "divide": return x / operand(1)
    case "maximum": return x.maximum(operand(1))
    case "minimum": return x.minimum(operand(1))
    case "power": return x.power(operand(1))
    case "addAlong": return x.addingElements(operand(2), at: operand(1))
    case "clipped": return x.clipped(to: S(double: number("low"))...S(double: number("high")))
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
    case "not": return .!x
    case "all": return Tensor(x.all())
    case "any": return Tensor(x.any())
    default: return nil
    }
  }
}
