/// The type of a tensor's elements, known at run time.
public enum ScalarType: Int32, Sendable, Hashable, CaseIterable, Codable {
  /// `Float`, IEEE single precision.
  case float32
  /// `Double`, IEEE double precision.
  case float64
  /// `Int32`.
  case int32
  /// `Int64`.
  case int64
  /// `UInt8`.
  case uint8
  /// `Bool`, one byte.
  case bool

  /// The size of an element in bytes.
  public var byteCount: Int {
    switch self {
    case .float32, .int32: 4
    case .float64, .int64: 8
    case .uint8, .bool: 1
    }
  }
}

extension ScalarType: CustomStringConvertible {
  /// The name that NumPy gives this type, such as `float32`.
  public var description: String {
    switch self {
    case .float32: "float32"
    case .float64: "float64"
    case .int32: "int32"
    case .int64: "int64"
    case .uint8: "uint8"
    case .bool: "bool"
    }
  }
}
