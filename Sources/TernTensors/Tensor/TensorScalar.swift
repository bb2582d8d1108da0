import TernKernels

/// The types that a tensor's elements may have: `Float`, `Double`, `Int32`, `Int64`, `UInt8`, `Bool`.
public protocol TensorScalar: Sendable, Hashable {
  /// The loops over arrays of this type.
  associatedtype Kernels: ElementKernels where Kernels.Scalar == Self
  /// The type at run time.
  static var scalarType: ScalarType { get }
  /// 0 or false.
  static var zeroValue: Self { get }
  /// 1 or true.
  static var oneValue: Self { get }
}

/// The types that Tern calculates with and differentiates: `Float` and `Double`.
public protocol FloatingScalar: TensorScalar, BinaryFloatingPoint
where Kernels: FloatingKernels {
  /// The nearest value, without the cost of a generic conversion.
  init(double: Double)
  /// The value as a double, without the cost of a generic conversion.
  var asDouble: Double { get }
}

/// The integers that Tern calculates with: `Int32`, `Int64` and `UInt8`.
public protocol IntegerScalar: TensorScalar, FixedWidthInteger {}

extension Float: FloatingScalar {
  /// The loops over arrays of `Float`.
  public typealias Kernels = FloatKernels
  /// `float32`.
  public static var scalarType: ScalarType { .float32 }
  /// 0.
  public static var zeroValue: Float { 0 }
  /// 1.
  public static var oneValue: Float { 1 }
  /// The nearest value.
  public init(double: Double) { self = Float(double) }
  /// The value as a double.
  public var asDouble: Double { Double(self) }
}

extension Double: FloatingScalar {
  /// The loops over arrays of `Double`.
  public typealias Kernels = DoubleKernels
  /// `float64`.
  public static var scalarType: ScalarType { .float64 }
  /// 0.
  public static var zeroValue: Double { 0 }
  /// 1.
  public static var oneValue: Double { 1 }
  /// The value itself.
  public init(double: Double) { self = double }
  /// The value itself.
  public var asDouble: Double { self }
}

extension Int32: IntegerScalar {
  /// The loops over arrays of `Int32`.
  public typealias Kernels = IntegerKernels<Int32>
  /// `int32`.
  public static var scalarType: ScalarType { .int32 }
  /// 0.
  public static var zeroValue: Int32 { 0 }
  /// 1.
  public static var oneValue: Int32 { 1 }
}

extension Int64: IntegerScalar {
  /// The loops over arrays of `Int64`.
  public typealias Kernels = IntegerKernels<Int64>
  /// `int64`.
  public static var scalarType: ScalarType { .int64 }
  /// 0.
  public static var zeroValue: Int64 { 0 }
  /// 1.
  public static var oneValue: Int64 { 1 }
}

extension UInt8: IntegerScalar {
  /// The loops over arrays of `UInt8`.
  public typealias Kernels = IntegerKernels<UInt8>
  /// `uint8`.
  public static var scalarType: ScalarType { .uint8 }
  /// 0.
  public static var zeroValue: UInt8 { 0 }
  /// 1.
  public static var oneValue: UInt8 { 1 }
}

extension Bool: TensorScalar {
  /// The loops over arrays of `Bool`.
  public typealias Kernels = BoolKernels
  /// `bool`.
  public static var scalarType: ScalarType { .bool }
  /// false.
  public static var zeroValue: Bool { false }
  /// true.
  public static var oneValue: Bool { true }
}
