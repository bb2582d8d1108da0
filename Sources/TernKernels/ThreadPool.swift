import CTernKernels
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Threads that share the parts of one array operation with the thread that calls for it.
///
/// The caller publishes a job of numbered parts and works on them itself; idle workers claim
/// parts, too, each if possible those that it had of the job before (``PartClaims``). A worker that
/// is late (parked, or descheduled by a busy machine) finds nothing left to do, so nobody waits for
/// it. While one job runs, every other caller (another task, or a part
/// that itself wants to split) simply does its work alone: there is never more than one thread a
/// core, and no deadlock.
///
/// Workers spin for some tens of microseconds after a job, since the next operation of a training
/// step follows at once and waking a parked thread costs more than most operations; then they park.
package final class ThreadPool: Sendable {
  /// The pool that every kernel uses.
  package static let shared = ThreadPool()

  /// How many threads, the caller's included, work on a job of the calling thread.
  package var threadCount: Int {
    get {
      let count = limit.load(ordering: .relaxed)
      let own = Int(tern_get_thread_limit())
      return own == 0 ? count : min(count, own)
    }
    set {
      precondition(newValue >= 1, "threadCount must be at least 1, got \(newValue)")
      limit.store(min(newValue, Self.mostThreads), ordering: .relaxed)
    }
  }

  /// Calls `body`, whose operations share at most `count` threads if they are called for on this
  /// thread.
  package func limitingThreads<R>(to count: Int, _ body: () throws -> R) rethrows -> R {
    precondition(count >= 1, "limitingThreads needs a limit of 1 or more, got \(count)")
    let outer = tern_get_thread_limit()
    let own = Int32(min(count, Self.mostThreads))
    tern_set_thread_limit(outer == 0 ? own : min(outer, own))
    defer { tern_set_thread_limit(outer) }
    return try body()
  }

  /// Elements of a weight that are worth a thread of their own.
  ///
  /// Optimizers, products with weights and their gradients all use it, so that the same thread has
  /// the same rows in all of them: another core would have to fetch what the last one has written,
  /// which takes longer than the arithmetic.
  package static let weightGrain = 1 << 15

  private static let mostThreads = 256
  private static let spinsBeforeParking = 4_000
  /// Some microseconds. A machine may run both threads on one core: then the other thread needs
  /// it to finish.
  private static let spinsBeforeYielding = 200
  /// Some milliseconds, after which a job is no operation but a long piece of work.
  private static let spinsBeforeNapping = 20_000
  /// A millisecond.
  private static let napMicroseconds: UInt32 = 1_000

  private let limit = Atomic<Int>(Int(tern_core_count()))
  private let startedWorkers = Atomic<Int>(0)
  private let isBusy = Atomic<Bool>(false)

  private let claims = PartClaims(threads: mostThreads)
  /// How many threads, the caller's included, work on the current job.
  private let jobThreads = Atomic<Int>(1)
  private let finishedParts = Atomic<Int>(0)
  /// Points to the body of the current job; valid while a claimed part of it is unfinished.
  private let body = Atomic<UInt>(0)
  private let parkedWorkers = Atomic<Int>(0)
  private let parking = ParkingLot()

  /// Runs `body(0) … body(parts - 1)`, each once, on the caller and on idle workers, and returns
  /// when all have finished. Parts may run in any order and at the same time.
  package func run(parts: Int, _ body: (Int) -> Void) {
    let threads = threadCount
    guard parts > 1, threads > 1, parts <= PartClaims.mostParts,
      isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else {
      for part in 0..<parts { body(part) }
      return
    }
    startWorkers(threads - 1)
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { pointer in
        finishedParts.store(0, ordering: .relaxed)
        self.body.store(UInt(bitPattern: pointer), ordering: .relaxed)
        jobThreads.store(threads, ordering: .relaxed)
        claims.offer(parts: parts, to: threads)
        if parkedWorkers.load(ordering: .sequentiallyConsistent) > 0 { parking.wakeAll() }
        while claimAndRunPart(as: 0) {}
        var spins = 0
        while finishedParts.load(ordering: .acquiring) < parts {
          tern_pause()
          spins += 1
          if spins > Self.spinsBeforeNapping {
            usleep(Self.napMicroseconds)
          } else if spins > Self.spinsBeforeYielding {
            sched_yield()
          }
        }
      }
    }
    isBusy.store(false, ordering: .releasing)
  }

  /// Splits `0..<count` into ranges of at least `grain` (all but the last a multiple of `multiple`)
  /// and runs them on the pool; a count below two grains stays on the calling thread.
  package func split(_ count: Int, grain: Int, multiple: Int = 1, _ body: (Range<Int>) -> Void) {
    guard count / 2 >= grain, threadCount > 1 else {
      if count > 0 { body(0..<count) }
      return
    }
    // Units of so many; those that are left over belong to the last part.
    let units = count / multiple
    let parts = min(threadCount, units / max(1, (grain + multiple - 1) / multiple))
    guard parts > 1 else { return body(0..<count) }
    run(parts: parts) { part in
      let first = units * part / parts * multiple
      let end = part + 1 == parts ? count : units * (part + 1) / parts * multiple
      body(first..<end)
    }
  }

  /// Claims a part of the current job and runs it; false if there was none.
  private func claimAndRunPart(as thread: Int) -> Bool {
    guard let part = claims.claim(for: thread) else { return false }
    // The job cannot end before this part has finished, so its body is alive.
    if let body = UnsafePointer<(Int) -> Void>(bitPattern: body.load(ordering: .relaxed)) {
      body.pointee(part)
    }
    finishedParts.wrappingAdd(1, ordering: .releasing)
    return true
  }

  private func startWorkers(_ count: Int) {
    // Only the caller that holds `isBusy` comes here.
    while startedWorkers.load(ordering: .relaxed) < count {
      let index = startedWorkers.wrappingAdd(1, ordering: .relaxed).oldValue
      startDetachedThread { self.work(as: index + 1) }
    }
  }

  /// The life of a worker: claim parts, spin for more, park.
  private func work(as thread: Int) {
    var spins = 0
    while true {
      if thread < jobThreads.load(ordering: .relaxed), claimAndRunPart(as: thread) {
        spins = 0
        continue
      }
      spins += 1
      if spins < Self.spinsBeforeParking {
        tern_pause()
        continue
      }
      spins = 0
      parkedWorkers.wrappingAdd(1, ordering: .sequentiallyConsistent)
      parking.park { self.claims.isAnyLeft && thread < self.jobThreads.load(ordering: .relaxed) }
      parkedWorkers.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    }
  }
}

/// A mutex and a condition variable on which idle workers sleep.
private final class ParkingLot: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    condition.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  /// Sleeps until the next `wakeAll`, unless there is work already.
  func park(unless hasWork: () -> Bool) {
    pthread_mutex_lock(mutex)
    if !hasWork() { pthread_cond_wait(condition, mutex) }
    pthread_mutex_unlock(mutex)
  }

  func wakeAll() {
    pthread_mutex_lock(mutex)
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }
}

private final class ThreadStart: Sendable {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private func startDetachedThread(_ body: @escaping @Sendable () -> Void) {
  let start = Unmanaged.passRetained(ThreadStart(body)).toOpaque()
  #if canImport(Darwin)
    var thread: pthread_t?
    let code = pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, start)
  #else
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, start)
  #endif
  if code == 0 {
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
  } else {
    // The caller does a missing worker's parts itself.
    Unmanaged<ThreadStart>.fromOpaque(start).release()
  }
}
