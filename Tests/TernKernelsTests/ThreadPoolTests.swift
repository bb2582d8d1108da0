import Foundation
import Synchronization
import TernKernels
import TestSupport
import Testing

/// A value behind a lock that the thread sanitizer understands; it does not see through a `Mutex`.
private final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: Value) { self.value = value }

  func change(_ body: (inout Value) -> Void) { lock.withLock { body(&value) } }

  var current: Value { lock.withLock { value } }
}

/// Counts how often each part has run.
private final class Counts: Sendable {
  private let counts: Locked<[Int]>

  init(_ parts: Int) { counts = Locked(Array(repeating: 0, count: parts)) }

  func add(_ part: Int) { counts.change { $0[part] += 1 } }

  var all: [Int] { counts.current }
}

struct ThreadPoolTests {
  private let pool = ThreadPool.shared

  @Test(arguments: [1, 2, 4, 7], [0, 1, 2, 3, 100, 5000]) func eachPartRunsOnce(
    threads: Int, parts: Int
  ) {
    withThreadCount(threads) {
      for _ in 0..<20 {
        let counts = Counts(parts)
        pool.run(parts: parts) { counts.add($0) }
        #expect(counts.all == Array(repeating: 1, count: parts))
      }
    }
  }

  @Test func morePartsThanATicketHoldsRunOnce() {
    let counts = Counts(70_000)
    pool.run(parts: 70_000) { counts.add($0) }
    #expect(counts.all.allSatisfy { $0 == 1 })
  }

  @Test(arguments: [1, 2, 4]) func partsMayRunPartsOfTheirOwn(threads: Int) {
    withThreadCount(threads) {
      let counts = Counts(64)
      pool.run(parts: 8) { outer in
        pool.run(parts: 8) { inner in counts.add(outer * 8 + inner) }
      }
      #expect(counts.all == Array(repeating: 1, count: 64))
    }
  }

  @Test func manyTasksCallAtOnce() async {
    let counts = Counts(64 * 50)
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<64 {
        group.addTask {
          for round in 0..<50 {
            let sum = Atomic<Int>(0)
            ThreadPool.shared.run(parts: 9) { sum.wrappingAdd($0, ordering: .relaxed) }
            if sum.load(ordering: .relaxed) == 36 { counts.add(task * 50 + round) }
          }
        }
      }
    }
    #expect(counts.all == Array(repeating: 1, count: 64 * 50))
  }

  @Test func theNumberOfThreadsChangesBetweenJobs() {
    for threads in [1, 4, 2, 8, 1, 3, 2] {
      withThreadCount(threads) {
        #expect(pool.threadCount == threads)
        let counts = Counts(40)
        pool.run(parts: 40) { counts.add($0) }
        #expect(counts.all == Array(repeating: 1, count: 40))
      }
    }
  }

  @Test(arguments: [1, 2, 4, 16], [0, 1, 7, 17, 1023, 4096])
  func splitRangesCoverEveryElementOnce(threads: Int, count: Int) {
    withThreadCount(threads) {
      for (grain, multiple) in [(1, 1), (10, 16), (500, 1), (5000, 16), (.max, 1)] {
        let ranges = Locked<[Range<Int>]>([])
        pool.split(count, grain: grain, multiple: multiple) { range in
          ranges.change { $0.append(range) }
        }
        let sorted = ranges.current.sorted { $0.lowerBound < $1.lowerBound }
        #expect(sorted.flatMap { Array($0) } == Array(0..<count))
        #expect(sorted.count <= threads || count == 0)
        #expect(sorted.dropLast().allSatisfy { $0.count % multiple == 0 && $0.count >= grain })
        #expect(sorted.allSatisfy { !$0.isEmpty })
      }
    }
  }

  @Test func aThreadMayHaveALimitOfItsOwn() {
    withThreadCount(4) {
      pool.limitingThreads(to: 2) {
        #expect(pool.threadCount == 2)
        pool.limitingThreads(to: 3) { #expect(pool.threadCount == 2) }
        pool.limitingThreads(to: 1) {
          #expect(pool.threadCount == 1)
          let ranges = Locked<[Range<Int>]>([])
          pool.split(100, grain: 1) { range in ranges.change { $0.append(range) } }
          #expect(ranges.current == [0..<100])
        }
        #expect(pool.threadCount == 2)
        // The workers have none.
        let counts = Locked<[Int]>([])
        let main = pthread_self()
        pool.run(parts: 64) { _ in
          if pthread_equal(pthread_self(), main) == 0 {
            counts.change { $0.append(pool.threadCount) }
          }
        }
        #expect(counts.current.allSatisfy { $0 == 4 })
      }
      #expect(pool.threadCount == 4)
    }
  }

  @Test func aLimitEndsWithAnError() {
    struct Stop: Error {}
    withThreadCount(3) {
      #expect(throws: Stop.self) { try pool.limitingThreads(to: 1) { throw Stop() } }
      #expect(pool.threadCount == 3)
    }
  }
}
