import Synchronization
import TernKernels
import TernTensors

/// Many systems of at most eight equations: one in each lane of a vector, hundreds for each thread.
struct SmallSystems<Scalar: FloatingScalar> {
  private static var mostEquations: Int { 8 }
  /// Systems of one equation that a thread takes at least, divided by the cube of their size.
  private static var grain: Int { 1 << 15 }

  private let a: Matrices<Scalar>
  /// The right sides; nil for the identity.
  private let b: Tensor<Scalar>?
  private let operation: StaticString

  init(_ a: Matrices<Scalar>, rightSides b: Tensor<Scalar>?) {
    self.a = a
    self.b = b
    operation = b == nil ? "inverse" : "solve"
  }

  /// The solutions; nil if the systems are not small, or meet their right sides in a pattern of
  /// their own.
  func solution() throws(LinearAlgebraError) -> Tensor<Scalar>? {
    let n = a.rows
    let k = b.map { $0.shape[$0.rank - 1] } ?? n
    guard (1...Self.mostEquations).contains(n), (1...Self.mostEquations).contains(k) else {
      return nil
    }
    let own = b.map { Shape($0.shape.dropLast(2)) } ?? a.batch
    guard let batch = a.batch.broadcast(with: own),
      let strideA = stride(of: a.batch, in: batch, size: n * n),
      let strideB = stride(of: own, in: batch, size: n * k)
    else { return nil }
    let count = batch.elementCount
    let infos = Tensor<Int32>(uninitialized: [count]) { _ in }
    let found = Atomic<Int32>(0)
    let x = Tensor<Scalar>(uninitialized: Shape(Array(batch) + [n, k])) { x in
      ThreadPool.shared.split(count, grain: max(16, Self.grain / (n * n * n)), multiple: 16) {
        let first = $0.lowerBound
        let findings = Scalar.Kernels.solveSmall(
          n: n, k: k, count: $0.count, a.tensor.pointer + first * strideA, strideA: strideA,
          b.map { $0.pointer + first * strideB }, strideB: strideB, x + first * n * k,
          info: infos.mutablePointer + first)
        found.bitwiseOr(findings.rawValue, ordering: .relaxed)
      }
    }
    let findings = SmallSystemsFindings(rawValue: found.load(ordering: .relaxed))
    if findings.contains(.notFinite) {
      try a.tensor.requireFinite(operation, operand: "the matrix")
      try b?.requireFinite(operation, operand: "the right sides")
    }
    if findings.contains(.singular) { throw singular(infos, batch) }
    return x
  }

  /// Elements from one place of the batch to the next, if all steps are alike.
  private func stride(of own: Shape, in batch: Shape, size: Int) -> Int? {
    own.elementCount == batch.elementCount ? size : own.elementCount == 1 ? 0 : nil
  }

  /// The error of the first system that has no solution.
  private func singular(_ infos: Tensor<Int32>, _ batch: Shape) -> LinearAlgebraError {
    infos.withUnsafeBufferPointer { infos in
      let first = infos.firstIndex { $0 != 0 } ?? 0
      let place = a.batch.elementCount == 1 ? [] : batch.place(first)
      return .singular(pivot: Int(infos[first]) - 1, batch: place)
    }
  }
}
