import Synchronization
import TernKernels
import Testing

struct PartClaimsTests {
  /// The parts of each thread's own span.
  private func spans(parts: Int, threads: Int) -> [Range<Int>] {
    let count = min(parts, threads)
    return (0..<count).map { share($0, of: count, parts) }
  }

  @Test func ownPartsFromTheFrontThenThoseOfOthersFromTheBack() {
    let claims = PartClaims(threads: 4)
    #expect(claims.claim(for: 0) == nil && !claims.isAnyLeft)
    claims.offer(parts: 10, to: 3)
    #expect(spans(parts: 10, threads: 3) == [0..<3, 3..<6, 6..<10])
    #expect(claims.isAnyLeft)
    let order = (0..<10).map { _ in claims.claim(for: 1) }
    #expect(order == [3, 4, 5, 9, 8, 7, 6, 2, 1, 0])
    #expect(claims.claim(for: 1) == nil && !claims.isAnyLeft)
  }

  @Test func aThreadWithoutASpanTakesFromTheBack() {
    let claims = PartClaims(threads: 8)
    claims.offer(parts: 2, to: 8)
    #expect(claims.claim(for: 5) == 1)
    #expect(claims.claim(for: 1) == 0)
    #expect((0..<8).allSatisfy { claims.claim(for: $0) == nil })
  }

  /// Every order in which threads may come.
  @Test(arguments: [(1, 1), (1, 3), (2, 3), (3, 2), (5, 3), (6, 3), (7, 2), (4, 4)])
  func everyInterleavingClaimsEachPartOnce(parts: Int, threads: Int) {
    let claims = PartClaims(threads: threads)
    let spans = spans(parts: parts, threads: threads)
    let orders = (0..<parts).reduce([[]]) { orders, _ in
      orders.flatMap { order in (0..<threads).map { order + [$0] } }
    }
    var wrong = 0
    for order in orders as [[Int]] {
      claims.offer(parts: parts, to: threads)
      var left = Set(0..<parts)
      for thread in order {
        let own = thread < spans.count ? left.filter { spans[thread].contains($0) } : []
        let part = claims.claim(for: thread)
        if let first = own.min(), part != first { wrong += 1 }
        guard let part, left.remove(part) != nil else {
          wrong += 1
          continue
        }
      }
      if !left.isEmpty || claims.isAnyLeft { wrong += 1 }
      if (0..<threads).contains(where: { claims.claim(for: $0) != nil }) { wrong += 1 }
    }
    #expect(orders.count > 0 && wrong == 0)
  }

  /// Threads that keep claiming while one job follows the other get parts of the job that runs: a late
  /// one finishes its part of a job before the next is offered, and claims none twice.
  @Test(arguments: [1, 2, 3, 16]) func severalThreadsClaimEachPartOnce(parts: Int) async {
    let threads = 4
    let jobs = Jobs(parts: parts, threads: threads)
    await withTaskGroup(of: Void.self) { group in
      for thread in 1..<threads {
        group.addTask {
          while !jobs.areOver {
            jobs.work(as: thread)
            await Task.yield()
          }
        }
      }
      var wrong = 0
      for _ in 0..<3000 {
        jobs.offerNext()
        jobs.work(as: 0)
        while !jobs.isFinished { await Task.yield() }
        if jobs.takeCounts() != Array(repeating: 1, count: parts) { wrong += 1 }
      }
      jobs.end()
      #expect(wrong == 0)
    }
  }
}

/// Jobs one after the other, whose parts count how often they are claimed.
private final class Jobs: @unchecked Sendable {
  private let claims: PartClaims
  private let parts: Int
  private let threads: Int
  private let counts: UnsafeMutablePointer<Atomic<Int>>
  private let finished = Atomic<Int>(0)
  private let over = Atomic<Bool>(false)

  init(parts: Int, threads: Int) {
    self.parts = parts
    self.threads = threads
    claims = PartClaims(threads: threads)
    counts = .allocate(capacity: parts)
    for part in 0..<parts { (counts + part).initialize(to: Atomic(0)) }
  }

  deinit {
    counts.deinitialize(count: parts)
    counts.deallocate()
  }

  /// Whether all parts of the current job have been worked on.
  var isFinished: Bool { finished.load(ordering: .acquiring) >= parts }

  /// Whether no job follows.
  var areOver: Bool { over.load(ordering: .relaxed) }

  func end() { over.store(true, ordering: .relaxed) }

  func offerNext() {
    finished.store(0, ordering: .relaxed)
    claims.offer(parts: parts, to: threads)
  }

  /// Claims parts until there are none.
  func work(as thread: Int) {
    while let part = claims.claim(for: thread) {
      counts[part].wrappingAdd(1, ordering: .relaxed)
      finished.wrappingAdd(1, ordering: .releasing)
    }
  }

  /// How often each part was claimed since the last time.
  func takeCounts() -> [Int] {
    (0..<parts).map { counts[$0].exchange(0, ordering: .acquiringAndReleasing) }
  }
}
