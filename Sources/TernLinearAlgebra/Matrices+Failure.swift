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
    if failure.info < 0 { return .failed(routine: "\(operation)", info: failure.info) }
    return .noConvergence(
      operation: "\(operation)", remaining: failure.info, batch: place(failure.matrix))
  }
}
