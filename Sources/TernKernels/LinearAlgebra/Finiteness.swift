/// Whether all elements of an array are finite.
package enum Finiteness<Kernels: FloatingKernels> {
  /// Elements that a thread looks at in less time than a hand-over takes.
  private static var grain: Int { 1 << 15 }

  /// Whether all elements are finite.
  package static func holds(count: Int, _ x: UnsafePointer<Kernels.Scalar>) -> Bool {
    copy(count: count, x, to: nil)
  }

  /// Copies an array, if there is a place for the copy, and says whether all elements are finite.
  package static func copy(
    count: Int, _ x: UnsafePointer<Kernels.Scalar>, to y: UnsafeMutablePointer<Kernels.Scalar>?
  ) -> Bool {
    guard count >= 2 * grain else { return Kernels.copyFinite(count: count, x, y) }
    let parts = ThreadPool.shared.threadCount
    let share = (count + parts - 1) / parts
    return withUnsafeTemporaryAllocation(of: Bool.self, capacity: parts) { areFinite in
      ThreadPool.shared.run(parts: parts) { part in
        let first = min(part * share, count)
        areFinite[part] = Kernels.copyFinite(
          count: min(share, count - first), x + first, y.map { $0 + first })
      }
      return areFinite.allSatisfy { $0 }
    }
  }
}
