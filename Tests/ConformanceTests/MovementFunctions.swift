import Tern

extension Call {
  /// Functions of any type that move, repeat or convert elements.
  func movement<S: TensorScalar>(_: S.Type) -> (any Outcome)? {
    guard !operands.isEmpty else {
      return function == "identity"
        ? Tensor<S>(
          identity: integer("rows"), columns: integer("columns"), diagonal: integer("k"))
        : nil
    }
    let x: Tensor<S> = operand()
    switch function {
    case "full": return Tensor(full: Shape(integers("shape")), x.scalar)
    case "meshgrid":
      return Tensor<S>.meshgrid(
        allOperands(), indexing: word("indexing") == "xy" ? .cartesian : .matrix)
    case "tril": return x.tril(diagonal: integer("k"))
    case "triu": return x.triu(diagonal: integer("k"))
    case "cast": return cast(x)
    case "where": return Tensor.where(operand(2), x, operand(1))
    case "reshaped": return x.reshaped(to: integers("to"))
    case "permuted": return x.permuted(integers("order"))
    case "moveaxis": return x.movingAxes(integers("axes"), to: integers("places"))
    case "swapaxes": return x.swappingAxes(integer("a"), integer("b"))
    case "squeezed": return x.squeezed(axes: integersIfGiven("axes"))
    case "expanded": return x.expandingAxis(at: integer("axis"))
    case "broadcast": return x.broadcast(to: Shape(integers("to")))
    case "broadcastTogether": return Tensor<S>.broadcast(allOperands())
    case "roll":
      return integersIfGiven("axes").map { x.rolled(by: integers("by"), along: $0) }
        ?? x.rolled(by: integer("by"))
    case "flip": return x.reversed(along: integersIfGiven("axes"))
    case "repeat": return repeated(x)
    case "tile": return x.tiled(integers("counts"))
    case "pad": return padded(x)
    case "concatenate": return Tensor<S>.concatenated(allOperands(), along: integer("axis"))
    case "stack": return Tensor<S>.stacked(allOperands(), along: integer("axis"))
    case "split": return x.split(extents: integers("extents"), along: integer("axis"))
    case "splitEvenly": return x.split(into: integer("count"), along: integer("axis"))
    case "unstack": return x.unstacked(along: integer("axis"))
    case "diagonal":
      return x.diagonal(integer("k"), ofAxes: integers("axes")[0], integers("axes")[1])
    case "diag": return Tensor(diagonal: x, offset: integer("k"))
    default: return nil
    }
  }

  private func cast<S: TensorScalar>(_ x: Tensor<S>) -> any Outcome {
    switch expected[0].scalarType {
    case .float32: x.asType(Float.self)
    case .float64: x.asType(Double.self)
    case .int32: x.asType(Int32.self)
    case .int64: x.asType(Int64.self)
    case .uint8: x.asType(UInt8.self)
    case .bool: x.asType(Bool.self)
    }
  }

  private func repeated<S: TensorScalar>(_ x: Tensor<S>) -> Tensor<S> {
    let counts = integers("counts")
    guard !word("axis").isEmpty else { return x.repeated(counts[0]) }
    return flag("each")
      ? x.repeated(counts, along: integer("axis")) : x.repeated(counts[0], along: integer("axis"))
  }

  private func padded<S: TensorScalar>(_ x: Tensor<S>) -> Tensor<S> {
    let mode: PaddingMode<S> =
      switch word("mode") {
      case "edge": .edge
      case "reflect": .reflect
      case "symmetric": .symmetric
      case "wrap": .wrap
      default: flag("value") ? .constant(Tensor<Int32>(1).asType(S.self).scalar) : .zeros
      }
    let amounts = integers("amounts")
    return x.padded(x.shape.indices.map { (amounts[2 * $0], amounts[2 * $0 + 1]) }, with: mode)
  }
}
