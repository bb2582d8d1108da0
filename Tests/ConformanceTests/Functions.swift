import Tern

extension Call {
  /// What Tern gives; nil if it knows no such function.
  ///
  /// Functions are looked up by the type of the first operand, or that of the result where none is:
  /// first among those of all types, then among those of its own.
  func found() throws -> (any Outcome)? {
    switch (operands.first ?? expected.first)?.scalarType {
    case .float32: try ofNumbers(Float.self)
    case .float64: try ofNumbers(Double.self)
    case .int32: ofIntegers(Int32.self) ?? bins()
    case .int64: ofIntegers(Int64.self)
    case .uint8: ofIntegers(UInt8.self)
    case .bool: ofAllTypes(Bool.self) ?? truthFunction()
    case nil: nil
    }
  }

  private func ofNumbers<S: FloatingScalar>(_: S.Type) throws -> (any Outcome)? {
    // Chains of more alternatives take the type checker too long.
    if let found = ofAllTypes(S.self) ?? creation(S.self) ?? elementFunction(S.self) {
      return found
    }
    if let found = reduction(S.self) ?? comparison(S.self) ?? search(S.self) { return found }
    if let found = product(S.self) ?? statistics(S.self) { return found }
    return try linearAlgebra(S.self)
  }

  private func ofIntegers<S: IntegerScalar>(_: S.Type) -> (any Outcome)?
  where S.Stride: SignedInteger {
    ofAllTypes(S.self) ?? integerCreation(S.self) ?? integerFunction(S.self)
      ?? integerReduction(S.self) ?? comparison(S.self) ?? search(S.self)
  }

  private func ofAllTypes<S: TensorScalar>(_: S.Type) -> (any Outcome)? {
    movement(S.self) ?? indexing(S.self) ?? order(S.self)
  }
}
