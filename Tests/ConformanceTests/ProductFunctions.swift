import Tern

extension Call {
  /// Sums of products.
  func product<S: FloatingScalar>(_: S.Type) -> (any Outcome)? {
    let x: Tensor<S> = operand()
    switch function {
    case "matmul": return x.matmul(operand(1))
    case "dot": return x.dot(operand(1))
    case "einsum": return Tensor<S>.einsum(word("equation"), allOperands())
    case "tensorDot": return x.tensorDot(operand(1), axes: (integers("own"), integers("others")))
    case "inner": return x.inner(operand(1))
    case "vecdot": return x.vecdot(operand(1), along: integer("axis"))
    case "outer": return x.outer(operand(1))
    case "kron": return x.kron(operand(1))
    case "convolve": return x.convolve(operand(1), mode: convolutionMode)
    default: return nil
    }
  }

  private var convolutionMode: ConvolutionMode {
    switch word("mode") {
    case "same": .same
    case "valid": .valid
    default: .full
    }
  }
}
