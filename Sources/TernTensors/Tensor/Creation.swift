import TernKernels

extension Tensor {
  /// The tensor of these elements in row-major order.
  public init(_ scalars: some Collection<Scalar>, shape: Shape) {
    precondition(
      scalars.count == shape.elementCount,
      "\(scalars.count) elements do not fill shape \(shape), which has \(shape.elementCount)")
    self.init(uninitialized: shape) { pointer in
      let wasContiguous: Bool? = scalars.withContiguousStorageIfAvailable { source in
        if let base = source.baseAddress { pointer.update(from: base, count: source.count) }
        return true
      }
      if wasContiguous == nil {
        for (index, scalar) in scalars.enumerated() { pointer[index] = scalar }
      }
    }
  }

  /// A vector of these elements.
  public init(_ scalars: some Collection<Scalar>) {
    self.init(scalars, shape: Shape(scalars.count))
  }

  /// A matrix of these rows, all of the same length.
  @_disfavoredOverload  // An empty literal is a vector.
  public init(_ rows: [[Scalar]]) {
    let columns = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() {
      precondition(
        row.count == columns,
        "the rows of a matrix have the same length: row 0 has \(columns) elements, row \(index) "
          + "has \(row.count)")
    }
    self.init(rows.flatMap(\.self), shape: Shape(rows.count, columns))
  }

  /// A tensor of rank 3 of these matrices, all of the same shape.
  @_disfavoredOverload
  public init(_ matrices: [[[Scalar]]]) {
    precondition(!matrices.isEmpty, "a tensor of matrices needs at least one")
    self = .stacked(matrices.map { Tensor($0) })
  }

  /// A tensor of rank 0.
  public init(_ scalar: Scalar) { self.init(full: [], scalar) }

  /// A tensor whose elements are all `value`.
  public init(full shape: Shape, _ value: Scalar) { self.init(full: shape, value, lasting: false) }

  private init(full shape: Shape, _ value: Scalar, lasting: Bool) {
    self.init(uninitialized: shape, lasting: lasting) { pointer in
      withUnsafePointer(to: value) { value in
        ThreadPool.shared.split(shape.elementCount, grain: Grain.arithmetic) { range in
          Memory.fill(
            pointer + range.lowerBound, count: range.count, size: MemoryLayout<Scalar>.stride,
            with: value)
        }
      }
    }
  }

  /// A tensor of zeros (false for `Bool`).
  public init(zeros shape: Shape) { self.init(full: shape, Scalar.zeroValue) }

  /// Zeros that are kept for many training steps.
  package init(lastingZeros shape: Shape) {
    self.init(full: shape, Scalar.zeroValue, lasting: true)
  }

  /// A tensor of ones (true for `Bool`).
  public init(ones shape: Shape) { self.init(full: shape, Scalar.oneValue) }

  /// Zeros in the shape of another tensor.
  public init(zerosLike other: Tensor) { self.init(zeros: other.shape) }

  /// Ones in the shape of another tensor.
  public init(onesLike other: Tensor) { self.init(ones: other.shape) }

  /// `value` in the shape of another tensor.
  public init(fullLike other: Tensor, _ value: Scalar) { self.init(full: other.shape, value) }

  /// A tensor whose element at each index path `[i, j, …]` is `element([i, j, …])`.
  public init(shape: Shape, element: ([Int]) throws -> Scalar) rethrows {
    let count = shape.elementCount
    var index = [Int](repeating: 0, count: shape.rank)
    let scalars = try [Scalar](unsafeUninitializedCapacity: count) { buffer, initialized in
      while initialized < count {
        buffer[initialized] = try element(index)
        initialized += 1
        for axis in shape.indices.reversed() {
          index[axis] += 1
          if index[axis] < shape[axis] { break }
          index[axis] = 0
        }
      }
    }
    self.init(scalars, shape: shape)
  }

  /// The identity matrix, or any matrix with ones on diagonal `k` (k > 0 above the main one).
  public init(identity rows: Int, columns: Int? = nil, diagonal k: Int = 0) {
    self.init(zeros: Shape(rows, columns ?? rows))
    let columns = columns ?? rows
    for row in 0..<rows where row + k >= 0 && row + k < columns {
      mutablePointer[row * columns + row + k] = Scalar.oneValue
    }
  }
}

// MARK: - Literals

/// What a tensor literal may hold: numbers, or rows of them to any depth.
public struct TensorLiteral<Scalar: TensorScalar>: Sendable {
  fileprivate var scalars: [Scalar]
  fileprivate var extents: [Int]
}

extension TensorLiteral: ExpressibleByArrayLiteral {
  /// A row of numbers, or of rows of equal extents.
  public init(arrayLiteral elements: TensorLiteral...) {
    let inner = elements.first?.extents ?? []
    for (index, element) in elements.enumerated() {
      precondition(
        element.extents == inner,
        "a tensor literal has rows of equal shape: row 0 has \(inner), row \(index) has "
          + "\(element.extents)")
    }
    scalars = elements.flatMap(\.scalars)
    extents = [elements.count] + inner
  }
}

extension TensorLiteral: ExpressibleByIntegerLiteral where Scalar: ExpressibleByIntegerLiteral {
  /// One number.
  public init(integerLiteral value: Scalar.IntegerLiteralType) {
    (scalars, extents) = ([Scalar(integerLiteral: value)], [])
  }
}

extension TensorLiteral: ExpressibleByFloatLiteral where Scalar: ExpressibleByFloatLiteral {
  /// One number.
  public init(floatLiteral value: Scalar.FloatLiteralType) {
    (scalars, extents) = ([Scalar(floatLiteral: value)], [])
  }
}

extension TensorLiteral: ExpressibleByBooleanLiteral where Scalar: ExpressibleByBooleanLiteral {
  /// One truth value.
  public init(booleanLiteral value: Scalar.BooleanLiteralType) {
    (scalars, extents) = ([Scalar(booleanLiteral: value)], [])
  }
}

extension Tensor: ExpressibleByArrayLiteral {
  /// The tensor that a literal such as `[[1, 2], [3, 4]]` shows.
  public init(arrayLiteral elements: TensorLiteral<Scalar>...) {
    let rows = elements.map { Tensor($0.scalars, shape: Shape($0.extents)) }
    for (index, row) in rows.enumerated() {
      precondition(
        row.shape == rows[0].shape,
        "a tensor literal has rows of equal shape: row 0 has \(rows[0].shape), row \(index) has "
          + "\(row.shape)")
    }
    let extents = [rows.count] + (rows.first.map { Array($0.shape) } ?? [])
    self.init(elements.flatMap(\.scalars), shape: Shape(extents))
  }
}
