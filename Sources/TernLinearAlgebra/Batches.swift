import TernKernels
import TernTensors

/// Work on many matrices alike.
enum Batches {
  /// Floating-point operations below which matrices stay on the calling thread: some ten times
  /// what a hand-over takes.
  private static let grain = 1 << 17
  /// Floating-point operations of one matrix above which an algorithm uses all threads by itself.
  private static let large = 1 << 24

  /// Calls `body` with the numbers of `count` matrices, on the pool, and returns the first of them
  /// for which it returned another code than 0, with the code.
  ///
  /// - Parameters:
  ///   - count: The number of matrices.
  ///   - flops: About how many operations one of them takes.
  ///   - body: What is done with a matrix; returns LAPACK's info, or 0.
  static func firstFailure(
    count: Int, flops: Int, _ body: (Int) -> Int
  ) -> (matrix: Int, info: Int)? {
    let threads = ThreadPool.shared.threadCount
    // A few large matrices take turns, each on all threads.
    let takesTurns = flops > large && count < 4 * threads && count % threads != 0
    if count == 1 || takesTurns {
      for matrix in 0..<count {
        let info = body(matrix)
        if info != 0 { return (matrix, info) }
      }
      return nil
    }
    let infos = Tensor<Int64>(zeros: [count])
    ThreadPool.shared.split(count, grain: max(1, grain / max(1, flops))) { range in
      for matrix in range { infos.mutablePointer[matrix] = Int64(body(matrix)) }
    }
    return infos.withUnsafeBufferPointer { infos in
      infos.firstIndex { $0 != 0 }.map { ($0, Int(infos[$0])) }
    }
  }

  /// Calls `body` with the numbers of `count` matrices, on the pool.
  static func forEach(count: Int, flops: Int, _ body: (Int) -> Void) {
    _ = firstFailure(count: count, flops: flops) { matrix in
      body(matrix)
      return 0
    }
  }
}

/// Which matrix of each of two operands meets which, their leading axes broadcasting by NumPy's
/// rules.
struct BatchPairs {
  /// The leading axes of the result.
  let batch: Shape
  /// Matrices from one place of the result to the next, for each axis; 0 repeats one.
  private let strides: [(extent: Int, a: Int, b: Int)]
  /// Whether each place of the result has the matrix of the same number.
  private let (isPlainA, isPlainB): (Bool, Bool)

  /// Nil if the leading axes do not broadcast.
  init?(_ a: Shape, _ b: Shape) {
    guard let batch = a.broadcast(with: b) else { return nil }
    self.batch = batch
    (isPlainA, isPlainB) = (
      a.elementCount == batch.elementCount, b.elementCount == batch.elementCount
    )
    guard !isPlainA || !isPlainB else {
      strides = []
      return
    }
    func steps(_ shape: Shape) -> [Int] {
      Array(repeating: 0, count: batch.rank - shape.rank)
        + zip(shape, shape.strides).map { $0 == 1 ? 0 : $1 }
    }
    strides = zip(batch, zip(steps(a), steps(b))).map { ($0, $1.0, $1.1) }
  }

  /// How many pairs there are.
  var count: Int { batch.elementCount }

  /// The matrices of both operands for a place of the result.
  subscript(place: Int) -> (a: Int, b: Int) {
    if isPlainA && isPlainB { return (place, place) }
    var (a, b, rest) = (0, 0, place)
    for (extent, strideA, strideB) in strides.reversed() {
      let (quotient, index) = rest.quotientAndRemainder(dividingBy: extent)
      a += index * strideA
      b += index * strideB
      rest = quotient
    }
    return (a, b)
  }
}
