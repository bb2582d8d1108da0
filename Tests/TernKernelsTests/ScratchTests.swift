import TernKernels
import Testing

struct ScratchTests {
  /// Writes a number into all memory of a part; whether all of it is still there after `body`.
  private func keeps(
    _ scratch: Scratch<Float>, parts: Int, count: Int, mark: Float, while body: () -> Void = {}
  ) -> Bool {
    for part in 0..<parts {
      scratch[part].initialize(repeating: mark + Float(part), count: count)
    }
    body()
    return (0..<parts).allSatisfy { part in
      (0..<count).allSatisfy { scratch[part][$0] == mark + Float(part) }
    }
  }

  @Test(arguments: [1, 2, 7], [1, 15, 16, 17, 1023])
  func partsAreAlignedAndDoNotOverlap(parts: Int, count: Int) {
    withScratch(of: Float.self, parts: parts, count: count) { scratch in
      #expect(scratch.distance >= count)
      #expect((0..<parts).allSatisfy { UInt(bitPattern: scratch[$0]) % 64 == 0 })
      #expect(keeps(scratch, parts: parts, count: count, mark: 1))
    }
  }

  @Test func jobsInsideJobsHaveMemoryOfTheirOwn() {
    withScratch(of: Float.self, parts: 2, count: 100) { outer in
      let isKept = keeps(outer, parts: 2, count: 100, mark: 1) {
        withScratch(of: Float.self, parts: 3, count: 500) { inner in
          let isInnerKept = keeps(inner, parts: 3, count: 500, mark: 100)
          #expect(isInnerKept)
        }
      }
      #expect(isKept)
    }
  }

  @Test func manyTasksHaveMemoryOfTheirOwn() async {
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<16 {
        group.addTask {
          var wrong = 0
          for round in 0..<200 {
            let count = 1 + (task * 37 + round * 101) % 900
            withScratch(of: Float.self, parts: 2, count: count) { scratch in
              if !keeps(scratch, parts: 2, count: count, mark: Float(task * 10)) { wrong += 1 }
            }
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  /// The same memory serves smaller jobs, of whatever type, and the system is asked for no more.
  @Test func memoryStaysFromJobToJob() async {
    await #expect(processExitsWith: .success) {
      let first = withScratch(of: Float.self, parts: 3, count: 1000) { UInt(bitPattern: $0[2]) }
      let requested = BufferPool.shared.statistics.requestedFromSystem
      let jobs = [(3, 1000), (1, 10), (2, 999), (3, 1)]
      for (parts, count) in jobs {
        let (last, base) = withScratch(of: Float.self, parts: parts, count: count) {
          (UInt(bitPattern: $0[2]), UInt(bitPattern: $0[0]))
        }
        let wide = withScratch(of: Double.self, parts: parts, count: count / 2) {
          UInt(bitPattern: $0[0])
        }
        precondition(last == first && wide == base)
      }
      precondition(BufferPool.shared.statistics.requestedFromSystem == requested)
      precondition(BufferPool.shared.statistics.live == 0)
    }
  }

  /// A larger job replaces memory that is too small, instead of adding to it.
  @Test func memoryGrowsAndIsGivenBack() async {
    await #expect(processExitsWith: .success) {
      let pool = BufferPool.shared
      withScratch(of: Double.self, parts: 2, count: 10_000) { _ in }
      withScratch(of: Double.self, parts: 4, count: 20_000) { scratch in
        precondition(scratch.distance >= 20_000)
        precondition((4 * 20_000 * 8..<1 << 20).contains(pool.statistics.live))
      }
      ScratchArenas.shared.empty()
      let requested = pool.statistics.requestedFromSystem
      let (buffer, sizeClass) = pool.allocate(byteCount: 4 * 20_000 * 8)
      precondition(pool.statistics.requestedFromSystem == requested)
      pool.recycle(buffer, sizeClass: sizeClass)
    }
  }
}
