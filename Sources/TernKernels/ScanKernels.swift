import CTernKernels

/// Running values along arrays; each function states its contract in `CTernKernels.h`.
public protocol ScanKernels {
  /// The type of the elements.
  associatedtype Scalar

  /// y = the running values of rows of x, sums being added to those of `start`; or, without y,
  /// `end` = the last ones.
  static func scan(
    _ f: Scan, rows: Int, count: Int, factors: UnsafePointer<Scalar>?, _ x: UnsafePointer<Scalar>,
    start: UnsafePointer<Double>?, _ y: UnsafeMutablePointer<Scalar>?,
    end: UnsafeMutablePointer<Double>?
  )
  /// y = the running values down some columns of a matrix, rows being `stride` apart.
  static func scanColumns(
    _ f: Scan, count: Int, columns: Int, stride: Int, factors: UnsafePointer<Scalar>?,
    _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>
  )
}

extension FloatKernels {
  /// y = the running values of rows of x, or `end` = the last ones.
  public static func scan(
    _ f: Scan, rows: Int, count: Int, factors: UnsafePointer<Float>?, _ x: UnsafePointer<Float>,
    start: UnsafePointer<Double>?, _ y: UnsafeMutablePointer<Float>?,
    end: UnsafeMutablePointer<Double>?
  ) {
    table.scan(f.rawValue, rows, count, factors, x, start, y, end)
  }

  /// y = the running values down some columns of a matrix, rows being `stride` apart.
  public static func scanColumns(
    _ f: Scan, count: Int, columns: Int, stride: Int, factors: UnsafePointer<Float>?,
    _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>
  ) {
    table.scan_columns(f.rawValue, count, columns, stride, factors, x, y)
  }
}

extension DoubleKernels {
  /// y = the running values of rows of x, or `end` = the last ones.
  public static func scan(
    _ f: Scan, rows: Int, count: Int, factors: UnsafePointer<Double>?, _ x: UnsafePointer<Double>,
    start: UnsafePointer<Double>?, _ y: UnsafeMutablePointer<Double>?,
    end: UnsafeMutablePointer<Double>?
  ) {
    table.scan(f.rawValue, rows, count, factors, x, start, y, end)
  }

  /// y = the running values down some columns of a matrix, rows being `stride` apart.
  public static func scanColumns(
    _ f: Scan, count: Int, columns: Int, stride: Int, factors: UnsafePointer<Double>?,
    _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>
  ) {
    table.scan_columns(f.rawValue, count, columns, stride, factors, x, y)
  }
}
