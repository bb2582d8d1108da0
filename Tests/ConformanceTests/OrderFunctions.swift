import Tern

extension Call {
  /// Functions of any type that sort, or find elements.
  func order<S: TensorScalar>(_: S.Type) -> (any Outcome)? {
    guard !operands.isEmpty else { return nil }
    let x: Tensor<S> = operand()
    let axis = integer("axis")
    switch function {
    case "sort": return x.sorted(along: axis, descending: flag("descending"))
    case "argsort": return x.argsort(along: axis, descending: flag("descending"))
    case "unique":
      let parts = x.uniqueElements()
      return [AnyTensor(parts.values)]
        + [parts.indices, parts.inverse, parts.counts].map { AnyTensor($0) }
    case "uniqueCounts":
      let (values, counts) = x.uniqueCounts()
      return [AnyTensor(values), AnyTensor(counts)]
    case "nonzero": return x.nonzero()
    case "argwhere": return x.argwhere()
    case "countNonzero": return Tensor(Int32(x.nonzeroCount()))
    default: return nil
    }
  }

  /// Functions of numbers that search.
  func search<S: TensorScalar>(_: S.Type) -> (any Outcome)? {
    let x: Tensor<S> = operand()
    switch function {
    case "topK":
      let (values, indices) = x.topK(
        integer("k"), along: integer("axis"), largest: flag("largest"))
      return [AnyTensor(values), AnyTensor(indices)]
    case "isin": return x.isIn(operand(1))
    case "searchsorted": return x.searchSorted(operand(1), fromRight: word("side") == "right")
    default: return nil
    }
  }
}
