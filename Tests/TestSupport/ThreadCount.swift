import Synchronization
import Tern
import TernKernels

private let threadCountGate = Mutex<Void>(())

/// Runs `body` with a number of threads, while no other test changes it, and restores the old one.
public func withThreadCount<R>(_ count: Int, _ body: () throws -> R) rethrows -> R {
  try threadCountGate.withLock { _ in
    let old = Runtime.threadCount
    defer { Runtime.threadCount = old }
    Runtime.threadCount = count
    return try body()
  }
}

/// Whether OpenBLAS runs kernels that give parts of a product the bits which the whole has: those for
/// AVX-512. Its kernels for older processors round by where an element lies in its part.
public let productsAreTheSumOfTheirParts = ["SkylakeX", "Cooperlake"].contains {
  openBLASDescription.hasSuffix("running as \($0)")
}
