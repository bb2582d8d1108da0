/// Scratch memory for each part of a job, not initialised.
package struct Scratch<Scalar> {
  private let base: UnsafeMutablePointer<Scalar>
  /// Elements from the memory of one part to that of the next.
  package let distance: Int

  fileprivate init(_ base: UnsafeMutablePointer<Scalar>, distance: Int) {
    self.base = base
    self.distance = distance
  }

  /// The memory of a part.
  package subscript(part: Int) -> UnsafeMutablePointer<Scalar> { base + part * distance }
}

/// Calls `body` with memory for `parts` parts of `count` elements each.
///
/// The memory is the same from one call to the next as far as possible, and so is the part of it
/// that a thread works in: it stays in that core's cache, whatever tensors come and go, and
/// is seldom written back. Memory for all parts is asked for at once, before they run: how much
/// of it there is at a time would otherwise depend on the threads, and with it what the system is
/// asked for.
package func withScratch<Scalar, R>(
  of type: Scalar.Type, parts: Int, count: Int, _ body: (Scratch<Scalar>) -> R
) -> R {
  let arena = ScratchArenas.shared.take(
    parts: parts, byteCount: count * MemoryLayout<Scalar>.stride)
  defer { ScratchArenas.shared.giveBack(arena) }
  let distance = arena.distance / MemoryLayout<Scalar>.stride
  return body(
    Scratch(
      arena.buffer.bindMemory(to: Scalar.self, capacity: arena.parts * distance),
      distance: distance))
}

/// The memory of all parts of a job.
private struct ScratchArena {
  let buffer: UnsafeMutableRawPointer
  let sizeClass: Int
  let parts: Int
  /// Bytes from one part to the next.
  let distance: Int
}

/// Scratch memory that waits for the next job: one arena for each that ran at a time.
package final class ScratchArenas: @unchecked Sendable {
  /// What all jobs use.
  package static let shared = ScratchArenas()

  private let lock = Lock()
  /// The last one given back is the next one taken: it is the one in the cache.
  private var waiting: [ScratchArena] = []

  /// Whole cache lines of elements of every type.
  private static let alignment = 64

  fileprivate func take(parts: Int, byteCount: Int) -> ScratchArena {
    let last = lock.withLock { waiting.popLast() }
    if let last {
      BufferPool.shared.takeFromCache(sizeClass: last.sizeClass)
      if last.parts >= parts && last.distance >= byteCount { return last }
      BufferPool.shared.recycle(last.buffer, sizeClass: last.sizeClass)
    }
    let parts = max(parts, last?.parts ?? 0)
    let rounded = (byteCount + Self.alignment - 1) / Self.alignment * Self.alignment
    let distance = max(rounded, last?.distance ?? 0)
    let (buffer, sizeClass) = BufferPool.shared.allocate(byteCount: parts * distance)
    return ScratchArena(buffer: buffer, sizeClass: sizeClass, parts: parts, distance: distance)
  }

  fileprivate func giveBack(_ arena: ScratchArena) {
    BufferPool.shared.leaveToCache(sizeClass: arena.sizeClass)
    lock.withLock { waiting.append(arena) }
  }

  /// Gives the memory that waits to the pool of buffers.
  package func empty() {
    let arenas = lock.withLock {
      defer { waiting = [] }
      return waiting
    }
    for arena in arenas {
      BufferPool.shared.takeFromCache(sizeClass: arena.sizeClass)
      BufferPool.shared.recycle(arena.buffer, sizeClass: arena.sizeClass)
    }
  }
}
