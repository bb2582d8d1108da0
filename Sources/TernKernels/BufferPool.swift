import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the recycled buffers of tensors hold, in bytes.
public struct MemoryStatistics: Sendable, Hashable {
  /// Bytes of buffers that tensors hold now.
  public var live = 0
  /// Bytes of freed buffers kept for the next tensors.
  public var cached = 0
  /// The most bytes that were ever live at once.
  public var peak = 0
  /// All bytes ever asked of the system: a loop in a steady state asks for none.
  public var requestedFromSystem = 0
}

/// Buffers for tensors, 64-byte aligned, that come back without a page fault.
///
/// A freed buffer goes to the list of its size class (four classes to a doubling, so that at most a
/// quarter is wasted) and serves the next request of that class, or of one up to four times
/// smaller, such as the last, smaller batch of an epoch. The lists are linked through the
/// buffers themselves. Small buffers are cut from slabs, which are never returned, and serve any
/// smaller request.
///
/// Two pointers, not a class: tensors come by here many times in a step of a small network, and
/// counting references to the pool would take as long as its work.
package struct BufferPool: @unchecked Sendable {
  /// The pool that every tensor uses.
  package static let shared = BufferPool()

  private static let alignment = 64
  private static let classCount = 180
  /// How many classes above its own a request may be served from: two doublings.
  private static let classesAbove = 8

  /// Buffers of this class and below, 4 KiB, are cut from slabs.
  private static let lastSlabClass = 24
  private static let slabByteCount = 64 << 10

  private struct State {
    /// The first free buffer of each class.
    let heads: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    var statistics = MemoryStatistics()

    func pop(_ sizeClass: Int) -> UnsafeMutableRawPointer? {
      guard let buffer = heads[sizeClass] else { return nil }
      heads[sizeClass] = buffer.load(as: UnsafeMutableRawPointer?.self)
      return buffer
    }

    func push(_ buffer: UnsafeMutableRawPointer, _ sizeClass: Int) {
      buffer.storeBytes(of: heads[sizeClass], as: UnsafeMutableRawPointer?.self)
      heads[sizeClass] = buffer
    }
  }

  private let state: UnsafeMutablePointer<State>
  private let isLocked: UnsafeMutablePointer<Atomic<Bool>>

  private init() {
    let heads = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: Self.classCount)
    heads.initialize(repeating: nil, count: Self.classCount)
    state = .allocate(capacity: 1)
    state.initialize(to: State(heads: heads))
    isLocked = .allocate(capacity: 1)
    isLocked.initialize(to: Atomic(false))
  }

  /// Calls `body` with the state while no other thread does.
  ///
  /// The state is held for some nanoseconds, so waiting means spinning. (A `Mutex` would do, but
  /// the thread sanitizer does not see through it on Linux.)
  @inline(__always)
  private func withState<R>(_ body: (inout State) -> R) -> R {
    while isLocked.pointee.exchange(true, ordering: .acquiring) { sched_yield() }
    defer { isLocked.pointee.store(false, ordering: .releasing) }
    return body(&state.pointee)
  }

  package var statistics: MemoryStatistics { withState { $0.statistics } }

  /// A buffer of at least `byteCount` bytes, not initialised, and the class to give it back to.
  ///
  /// One that lasts does not take a larger one out of the circle of buffers of a training step, which
  /// would miss it in the next step.
  package func allocate(
    byteCount: Int, lasting: Bool = false
  ) -> (buffer: UnsafeMutableRawPointer, sizeClass: Int) {
    let wanted = Self.sizeClass(of: byteCount)
    let recycled = withState { state -> (buffer: UnsafeMutableRawPointer, sizeClass: Int)? in
      // Small buffers may serve any smaller request: what is wasted is nothing.
      let last = max(lasting ? wanted : wanted + Self.classesAbove, Self.lastSlabClass)
      for sizeClass in wanted...min(last, Self.classCount - 1) {
        guard let buffer = state.pop(sizeClass) else { continue }
        state.statistics.cached -= Self.byteCount(of: sizeClass)
        state.statistics.addLive(Self.byteCount(of: sizeClass))
        return (buffer, sizeClass)
      }
      return nil
    }
    if let recycled { return recycled }

    let size = Self.byteCount(of: wanted)
    guard wanted <= Self.lastSlabClass else {
      let buffer = requestFromSystem(size)
      withState { $0.statistics.addLive(size) }
      return (buffer, wanted)
    }
    let slab = requestFromSystem(Self.slabByteCount)
    withState { state in
      let distance = (size + Self.alignment - 1) / Self.alignment * Self.alignment
      let count = Self.slabByteCount / distance
      for index in 1..<count { state.push(slab + index * distance, wanted) }
      state.statistics.cached += (count - 1) * size
      state.statistics.addLive(size)
    }
    return (slab, wanted)
  }

  /// New memory; the cache is given up for it if there is none left.
  private func requestFromSystem(_ byteCount: Int) -> UnsafeMutableRawPointer {
    var buffer: UnsafeMutableRawPointer?
    if posix_memalign(&buffer, Self.alignment, byteCount) != 0 {
      emptyCache()
      buffer = nil
      _ = posix_memalign(&buffer, Self.alignment, byteCount)
    }
    // In release, too, with words.
    guard let buffer else { fatalError("no memory for a tensor of \(byteCount) bytes") }
    withState { $0.statistics.requestedFromSystem += byteCount }
    return buffer
  }

  /// Takes a buffer back for the next request of its class.
  package func recycle(_ buffer: UnsafeMutableRawPointer, sizeClass: Int) {
    withState { state in
      state.push(buffer, sizeClass)
      state.statistics.live -= Self.byteCount(of: sizeClass)
      state.statistics.cached += Self.byteCount(of: sizeClass)
    }
  }

  /// Counts a buffer that its owner keeps for later as cached.
  package func leaveToCache(sizeClass: Int) {
    withState { state in
      state.statistics.live -= Self.byteCount(of: sizeClass)
      state.statistics.cached += Self.byteCount(of: sizeClass)
    }
  }

  /// Counts such a buffer as live again.
  package func takeFromCache(sizeClass: Int) {
    withState { state in
      state.statistics.cached -= Self.byteCount(of: sizeClass)
      state.statistics.addLive(Self.byteCount(of: sizeClass))
    }
  }

  /// Returns every cached buffer to the system, but for small ones.
  package func emptyCache() {
    withState { state in
      for sizeClass in Self.lastSlabClass + 1..<Self.classCount {
        while let buffer = state.pop(sizeClass) {
          state.statistics.cached -= Self.byteCount(of: sizeClass)
          free(buffer)
        }
      }
    }
  }

  /// Classes 0, 1, 2, 3, 4 … hold 64, 80, 96, 112, 128 … bytes.
  private static func sizeClass(of byteCount: Int) -> Int {
    guard byteCount > 64 else { return 0 }
    let doubling = Int.bitWidth - 1 - (byteCount - 1).leadingZeroBitCount
    let quarter = (byteCount - 1) >> (doubling - 2) & 3
    return (doubling - 6) * 4 + quarter + 1
  }

  private static func byteCount(of sizeClass: Int) -> Int {
    (4 + sizeClass % 4) << (sizeClass / 4 + 4)
  }
}

extension MemoryStatistics {
  fileprivate mutating func addLive(_ byteCount: Int) {
    live += byteCount
    peak = max(peak, live)
  }
}
