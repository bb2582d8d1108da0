import TernTensors

/// Examples to learn from or to test with: inputs and their labels, along the first axis of both.
///
/// ```swift
/// let data = try Dataset(inputs: images, labels: labels)
/// let (train, test) = try data.split(0.8, shuffledWith: &rng)
/// for batch in train.batches(of: 64, shuffledWith: &rng) { … }
/// ```
///
/// Parts and unshuffled batches are views that copy nothing. Images may stay the bytes that they are,
/// a quarter of the memory, and become numbers a batch at a time.
public struct Dataset<Scalar: TensorScalar>: Sendable {
  /// The inputs as they lie in memory.
  let stored: StoredInputs<Scalar>
  /// The labels, `[count]`.
  public let labels: Tensor<Int32>

  /// The inputs, `[count, …]`. Bytes are converted, all of them, each time that this is read.
  public var inputs: Tensor<Scalar> { stored.converted }
  /// The shape of the inputs, `[count, …]`.
  public var inputShape: Shape { stored.shape }

  /// The examples whose inputs and labels are at the same index of the first axis.
  ///
  /// - Throws: ``DatasetError``, if there are none or their numbers differ.
  public init(inputs: Tensor<Scalar>, labels: Tensor<Int32>) throws(DatasetError) {
    guard let count = inputs.shape.first, labels.shape.first == count else {
      throw .countsDiffer(inputs: Array(inputs.shape), labels: Array(labels.shape))
    }
    if count == 0 { throw .empty }
    self.init(checkedInputs: inputs, labels: labels)
  }

  /// Examples whose inputs stay bytes until a batch of them is asked for.
  ///
  /// ```swift
  /// let data = try Dataset<Float>(bytes: images, labels: labels) { $0.asType(Float.self) / 255 }
  /// ```
  ///
  /// - Parameters:
  ///   - bytes: The inputs, `[count, …]`.
  ///   - labels: The labels, `[count]`.
  ///   - convert: Makes numbers of some examples, of the same shape, each element on its own.
  /// - Throws: ``DatasetError``, if there are no examples or their numbers differ.
  public init(
    bytes: Tensor<UInt8>, labels: Tensor<Int32>,
    convert: @escaping @Sendable (Tensor<UInt8>) -> Tensor<Scalar>
  ) throws(DatasetError) {
    guard let count = bytes.shape.first, labels.shape.first == count else {
      throw .countsDiffer(inputs: Array(bytes.shape), labels: Array(labels.shape))
    }
    if count == 0 { throw .empty }
    self.init(stored: .bytes(bytes, convert: convert), labels: labels)
  }

  /// Examples that are known to match and not to be empty.
  package init(checkedInputs inputs: Tensor<Scalar>, labels: Tensor<Int32>) {
    self.init(stored: .tensor(inputs), labels: labels)
  }

  /// Bytes that are known to match their labels and not to be empty.
  package init(
    checkedBytes bytes: Tensor<UInt8>, labels: Tensor<Int32>,
    convert: @escaping @Sendable (Tensor<UInt8>) -> Tensor<Scalar>
  ) {
    self.init(stored: .bytes(bytes, convert: convert), labels: labels)
  }

  private init(stored: StoredInputs<Scalar>, labels: Tensor<Int32>) {
    assert(stored.shape.first == labels.shape.first && !labels.isEmpty)
    self.stored = stored
    self.labels = labels
  }

  /// The number of examples, 1 or more.
  public var count: Int { labels.shape[0] }

  /// The examples at these indices, in this order; an index may occur more than once.
  ///
  /// - Throws: ``DatasetError/empty`` if there are no indices.
  public func subset(_ indices: [Int]) throws(DatasetError) -> Dataset {
    if indices.isEmpty { throw .empty }
    for index in indices {
      precondition(
        index >= 0 && index < count, "subset: index \(index) is out of range for \(count) examples")
    }
    return taking(indices)
  }

  /// The same examples in an order drawn from `rng`.
  public func shuffled(using rng: inout some RandomNumberGenerator) -> Dataset {
    taking(rng.permutation(count))
  }

  /// The same examples in an order drawn with a seed from the system.
  public func shuffled() -> Dataset {
    var rng = Philox()
    return shuffled(using: &rng)
  }

  /// So many of the examples, or all if there are fewer, drawn from `rng`; none comes twice.
  public func sample(of size: Int, using rng: inout some RandomNumberGenerator) -> Dataset {
    precondition(size > 0, "a sample needs a size above 0, got \(size)")
    return taking(Array(rng.permutation(count).prefix(size)))
  }

  /// The same examples with inputs that a function changes: at once, or those stored as bytes a
  /// batch at a time.
  ///
  /// ```swift
  /// let centred = images.mapInputs { $0 * 2 - 1 }
  /// ```
  ///
  /// - Parameter transform: Makes numbers of some examples, of the same shape, each example on its
  ///   own.
  public func mapInputs(
    _ transform: @escaping @Sendable (Tensor<Scalar>) -> Tensor<Scalar>
  ) -> Dataset {
    Dataset(stored: stored.mapped(transform), labels: labels)
  }

  private func taking(_ indices: [Int]) -> Dataset {
    let indices = Tensor(indices.map { Int32($0) })
    return Dataset(stored: stored.taking(indices), labels: labels.taking(indices))
  }
}

// MARK: - Parts

extension Dataset {
  /// The examples before and from `index` on.
  ///
  /// - Throws: ``DatasetError/emptyPart(bounds:count:)`` if a part would be empty.
  public func split(at index: Int) throws(DatasetError) -> (Dataset, Dataset) {
    let parts = try split(atBounds: [index])
    return (parts[0], parts[1])
  }

  /// The first `fraction` of the examples, and the rest; shuffled before.
  ///
  /// - Throws: ``DatasetError`` if the fraction is not between 0 and 1 or a part would be empty.
  public func split(
    _ fraction: Double, shuffledWith rng: inout some RandomNumberGenerator
  ) throws(DatasetError) -> (Dataset, Dataset) {
    let parts = try split([fraction, 1 - fraction], shuffledWith: &rng)
    return (parts[0], parts[1])
  }

  /// Parts of these sizes, such as `[0.8, 0.1, 0.1]`; shuffled before.
  ///
  /// - Throws: ``DatasetError`` if the fractions are not above 0, do not add up to 1, or a part
  ///   would be empty.
  public func split(
    _ fractions: [Double], shuffledWith rng: inout some RandomNumberGenerator
  ) throws(DatasetError) -> [Dataset] {
    guard fractions.allSatisfy({ $0 > 0 }), abs(fractions.reduce(0, +) - 1) < 1e-9 else {
      throw .invalidFractions(fractions)
    }
    var sum = 0.0
    let bounds = fractions.dropLast().map { fraction in
      sum += fraction
      return Int((sum * Double(count)).rounded())
    }
    try checkBounds(bounds)
    return try shuffled(using: &rng).split(atBounds: bounds)
  }

  private func split(atBounds bounds: [Int]) throws(DatasetError) -> [Dataset] {
    try checkBounds(bounds)
    return zip([0] + bounds, bounds + [count]).map { start, end in
      Dataset(stored: stored[start..<end], labels: labels[start..<end])
    }
  }

  private func checkBounds(_ bounds: [Int]) throws(DatasetError) {
    let ends = [0] + bounds + [count]
    guard zip(ends, ends.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .emptyPart(bounds: bounds, count: count)
    }
  }
}
