import Tern

extension Call {
  /// Functions of any type that pick elements, or replace some.
  func indexing<S: TensorScalar>(_: S.Type) -> (any Outcome)? {
    guard !operands.isEmpty else { return nil }
    var x: Tensor<S> = operand()
    let axis = integer("axis")
    switch function {
    case "subscript": return x[indices: index]
    case "assignment":
      x[indices: index] = operand(1)
      return x
    case "mask": return x[operand(1, as: Bool.self)]
    case "maskAssignment":
      x[operand(1, as: Bool.self)] = operand(2)
      return x
    case "points": return x[points: operands.indices.dropFirst().map { operand($0) }]
    case "take": return x.taking(operand(1), along: axis)
    case "takeAlong": return x.takingElements(at: operand(1), along: axis)
    case "putAlong": return x.puttingElements(operand(2), at: operand(1), along: axis)
    case "puttingSlices": return x.puttingSlices(operand(2), at: operand(1))
    case "put": return x.putting(operand(2), at: operand(1))
    default: return nil
    }
  }

  /// The parameter `index`, such as "1:-1:2,-1,...,new".
  private var index: [TensorIndex] {
    word("index").split(separator: ",").map { part in
      if part == "..." { return .ellipsis }
      if part == "new" { return .newAxis }
      let ends = part.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      if ends.count == 1 { return .position(ends[0] ?? 0) }
      return .slice(from: ends[0], to: ends[1], step: ends[2] ?? 1)
    }
  }
}
