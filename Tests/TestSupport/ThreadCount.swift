import Synchronization
import Tern

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
