import TernTensors

extension Matrices {
  /// Calls an iteration of LAPACK for the number of each matrix, on the pool; the error if one of
  /// them failed.
  ///
  /// - Parameters:
  ///   - operation: What the error calls the operation.
  ///   - flops: About how many floating-point operations one matrix takes.
  ///   - body: What is done with a matrix; returns LAPACK's info, which counts the values that were
  ///     not found.
  func failure(
    of operation: StaticString, flops: Int, _ body: (Int) -> Int
  ) -> LinearAlgebraError? {
    guard let failure = Batches.firstFailure(count: count, flops: flops, body) else { return nil }
    return LinearAlgebraError(
      info: failure.info, of: operation, batch: place(failure.matrix))
  }
}

extension LinearAlgebraError {
  /// What LAPACK means by the info of an iteration, other than 0: how many values were not found, or
  /// minus the number of the argument that it refuses.
  init(info: Int, of operation: StaticString, batch: [Int]) {
    self =
      info < 0
      ? .failed(routine: "\(operation)", info: info)
      : .noConvergence(operation: "\(operation)", remaining: info, batch: batch)
  }
}
