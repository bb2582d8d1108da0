import TernTensors

/// A few examples that a model sees in one step.
public struct Batch<Scalar: TensorScalar>: Sendable {
  /// The inputs, `[count, …]`.
  public let inputs: Tensor<Scalar>
  /// The labels, `[count]`.
  public let labels: Tensor<Int32>

  /// The number of examples.
  public var count: Int { labels.shape[0] }
}

/// A data set cut into batches, each made when it is asked for.
///
/// Batches in the order of the data set are views that copy nothing; shuffled ones are gathered.
/// Either way, inputs that are stored as bytes become numbers here.
public struct Batches<Scalar: TensorScalar>: RandomAccessCollection, Sendable {
  private let dataset: Dataset<Scalar>
  private let size: Int
  /// Indices of the examples; nil for the order of the data set.
  private let order: Tensor<Int32>?
  /// In all batches together.
  private let exampleCount: Int
  /// The number of batches.
  public let endIndex: Int

  init(_ dataset: Dataset<Scalar>, size: Int, dropsLast: Bool, order: Tensor<Int32>?) {
    precondition(size > 0, "batches(of:) needs a size above 0, got \(size)")
    self.dataset = dataset
    self.size = size
    self.order = order
    let count = order?.count ?? dataset.count
    exampleCount = count
    endIndex = (dropsLast ? count : count + size - 1) / size
  }

  /// 0.
  public var startIndex: Int { 0 }

  /// A batch by its number.
  public subscript(position: Int) -> Batch<Scalar> {
    precondition(
      position >= 0 && position < endIndex, "batch \(position) is out of range of \(endIndex)")
    let range = position * size..<Swift.min((position + 1) * size, exampleCount)
    guard let order else {
      return Batch(inputs: dataset.stored[range].converted, labels: dataset.labels[range])
    }
    let indices = order[range]
    return Batch(
      inputs: dataset.stored.taking(indices).converted, labels: dataset.labels.taking(indices))
  }
}

extension Dataset {
  /// The examples in their order, `size` at a time; the last batch is smaller where they do not
  /// divide evenly, unless `dropsLast` leaves it out.
  public func batches(of size: Int, dropsLast: Bool = false) -> Batches<Scalar> {
    Batches(self, size: size, dropsLast: dropsLast, order: nil)
  }

  /// The examples in an order drawn from `rng`, `size` at a time; the last batch is smaller where
  /// they do not divide evenly, unless `dropsLast` leaves it out.
  public func batches(
    of size: Int, dropsLast: Bool = false, shuffledWith rng: inout some RandomNumberGenerator
  ) -> Batches<Scalar> {
    Batches(self, size: size, dropsLast: dropsLast, order: shuffledOrder(using: &rng))
  }

  /// `steps` batches of `size` examples each, every example drawn from all by itself: some come more
  /// than once, and some not at all.
  public func batches(
    of size: Int, steps: Int, drawnWith rng: inout some RandomNumberGenerator
  ) -> Batches<Scalar> {
    precondition(steps >= 0, "batches(of:steps:) needs 0 steps or more, got \(steps)")
    return Batches(
      self, size: size, dropsLast: false, order: drawnOrder(count: steps * size, using: &rng))
  }

  /// The numbers of all examples in an order drawn from `rng`.
  func shuffledOrder(using rng: inout some RandomNumberGenerator) -> Tensor<Int32> {
    Tensor(rng.permutation(count).map(Int32.init))
  }

  /// The numbers of examples, every one drawn from all by itself.
  func drawnOrder(
    count drawn: Int, using rng: inout some RandomNumberGenerator
  ) -> Tensor<Int32> {
    Tensor((0..<drawn).map { _ in Int32.random(in: 0..<Int32(count), using: &rng) })
  }
}
