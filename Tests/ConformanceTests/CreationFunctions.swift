import Tern

extension Call {
  /// Tensors of numbers in steps.
  func creation<S: FloatingScalar>(_: S.Type) -> (any Outcome)? {
    let (start, end) = (S(double: number("start")), S(double: number("end")))
    switch function {
    case "arange": return Tensor(arange: start, end, step: S(double: number("step")))
    case "linspace": return Tensor(linspace: start, end, count: integer("count"))
    case "logspace":
      return Tensor(
        logspace: start, end, count: integer("count"), base: S(double: number("base")))
    default: return nil
    }
  }

  /// Integers in steps, and what is made of integers.
  func integerCreation<S: IntegerScalar>(_: S.Type) -> (any Outcome)? {
    switch function {
    case "arange":
      return Tensor(arange: S(integer("start")), S(integer("end")), step: .init(integer("step")))
    case "oneHot":
      let labels: Tensor<Int32> = operand()
      return expected[0].scalarType == .float32
        ? Tensor<Float>(oneHot: labels, classes: 5) : Tensor<Double>(oneHot: labels, classes: 5)
    default: return nil
    }
  }
}
