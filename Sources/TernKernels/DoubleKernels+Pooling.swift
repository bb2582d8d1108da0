import CTernKernels

// Pooling: see `FloatingKernels`.

extension DoubleKernels {
  /// y = the greatest element of each 2 × 2 window, and its place in the window.
  public static func maxPoolSquares(
    _ planes: PoolPlanes, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>,
    places: UnsafeMutablePointer<UInt8>?
  ) {
    table.max_pool_2x2(planes.count, planes.rows.input, planes.columns.input, x, y, places)
  }

  /// y = the element of x at a place in each 2 × 2 window.
  public static func gatherSquares(
    _ planes: PoolPlanes, places: UnsafePointer<UInt8>, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    table.gather_2x2(planes.count, planes.rows.input, planes.columns.input, places, x, y)
  }

  /// x = y at a place in each 2 × 2 window, 0 elsewhere; without places, a quarter of y in each.
  public static func scatterSquares(
    _ planes: PoolPlanes, places: UnsafePointer<UInt8>?, _ y: UnsafePointer<Double>,
    _ x: UnsafeMutablePointer<Double>
  ) {
    table.scatter_2x2(planes.count, planes.rows.input, planes.columns.input, places, y, x)
  }

  /// y = the greatest element of each window, and its index in the image.
  public static func maxPool(
    _ planes: PoolPlanes, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>,
    indices: UnsafeMutablePointer<Int32>?
  ) {
    PoolAxis.withWindows(planes.rows, planes.columns) { rows, columns in
      table.max_pool(planes.count, rows, columns, x, y, indices)
    }
  }

  /// y = the elements of x at indices of each image, 0 for negative ones.
  public static func gatherPlanes(
    _ planes: PoolPlanes, indices: UnsafePointer<Int32>, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    table.gather_planes(planes.count, planes.inputs, planes.outputs, indices, x, y)
  }

  /// x = the sums of the y at each index of each image.
  public static func scatterPlanes(
    _ planes: PoolPlanes, indices: UnsafePointer<Int32>, _ y: UnsafePointer<Double>,
    _ x: UnsafeMutablePointer<Double>
  ) {
    table.scatter_planes(planes.count, planes.inputs, planes.outputs, indices, y, x)
  }

  /// y = the average of each window.
  public static func averagePool(
    _ planes: PoolPlanes, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>
  ) {
    PoolAxis.withWindows(planes.rows, planes.columns) { rows, columns in
      table.average_pool(planes.count, rows, columns, x, y)
    }
  }

  /// dx = the sums of what each window's average hands on.
  public static func averagePoolGradient(
    _ planes: PoolPlanes, _ dy: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>
  ) {
    PoolAxis.withWindows(planes.rows, planes.columns) { rows, columns in
      table.average_pool_gradient(planes.count, rows, columns, dy, dx)
    }
  }
}
