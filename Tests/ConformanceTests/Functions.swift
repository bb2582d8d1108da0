import Tern

/// The types of integers.
protocol IntegerScalar: TensorScalar, FixedWidthInteger where Stride: SignedInteger {}
extension Int32: IntegerScalar {}
extension Int64: IntegerScalar {}
extension UInt8: IntegerScalar {}

extension Call {
  /// What Tern gives; nil if it knows no such function.
  ///
  /// Functions are looked up by the type of the first operand, or that of the result where none is:
  /// first among those of all types, then among those of its own.
  func found() throws -> (any Outcome)? {
    switch (operands.first ?? expected.first)?.scalarType {
    case .float32: try ofNumbers(Float.self)
    case .float64: try ofNumbers(Double.self)
    case .int32: try ofIntegers(Int32.self)
    case .int64: try ofIntegers(Int64.self)
    case .uint8: try ofIntegers(UInt8.self)
    case .bool: ofAllTypes(Bool.self) ?? truthFunction()
    case nil: nil
    }
  }

  private func ofNumbers<S: FloatingScalar>(_: S.Type) throws -> (any Outcome)? {
    try ofAllTypes(S.self) ?? creation(S.self) ?? elementFunction(S.self) ?? reduction(S.self)
      ?? comparison(S.self) ?? search(S.self) ?? linearAlgebra(S.self)
  }

  private func ofIntegers<S: IntegerScalar>(_: S.Type) throws -> (any Outcome)? {
    ofAllTypes(S.self) ?? integerCreation(S.self) ?? comparison(S.self) ?? search(S.self)
  }

  private func ofAllTypes<S: TensorScalar>(_: S.Type) -> (any Outcome)? {
    movement(S.self) ?? indexing(S.self) ?? order(S.self)
  }
}
