import TernKernels
import Testing

struct BufferPoolTests {
  /// Every byte of many buffers at once is written and read back.
  @Test func buffersHoldWhatTheyAreAskedForAndDoNotOverlap() {
    let sizes = (0...300).map { $0 } + [1023, 4095, 4096, 4097, 65_536, 65_537, 1_000_003]
    let buffers = sizes.map { BufferPool.shared.allocate(byteCount: $0) }
    for (place, size) in sizes.enumerated() {
      #expect(Int(bitPattern: buffers[place].buffer) % 64 == 0)
      buffers[place].buffer.initializeMemory(
        as: UInt8.self, repeating: UInt8(place % 251), count: size)
    }
    for (place, size) in sizes.enumerated() {
      let bytes = UnsafeRawBufferPointer(start: buffers[place].buffer, count: size)
      #expect(bytes.allSatisfy { $0 == UInt8(place % 251) })
    }
    for (buffer, sizeClass) in buffers { BufferPool.shared.recycle(buffer, sizeClass: sizeClass) }
  }

  @Test func manyTasksTakeAndGiveBack() async {
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<32 {
        group.addTask {
          var wrong = 0
          for round in 0..<200 {
            let size = 8 + (task * 37 + round * 101) % 9000
            let (buffer, sizeClass) = BufferPool.shared.allocate(byteCount: size)
            let words = buffer.bindMemory(to: Int.self, capacity: size / 8)
            for i in 0..<size / 8 { words[i] = task }
            for i in 0..<size / 8 where words[i] != task { wrong += 1 }
            BufferPool.shared.recycle(buffer, sizeClass: sizeClass)
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func freedBuffersComeBack() async {
    await #expect(processExitsWith: .success) {
      let pool = BufferPool.shared
      for size in [1, 64, 65, 100, 5000, 70_000, 1_000_000] {
        let (first, sizeClass) = pool.allocate(byteCount: size)
        pool.recycle(first, sizeClass: sizeClass)
        let requested = pool.statistics.requestedFromSystem
        let (second, again) = pool.allocate(byteCount: size)
        precondition(first == second && pool.statistics.requestedFromSystem == requested)
        pool.recycle(second, sizeClass: again)
      }
    }
  }

  @Test func aSmallerRequestTakesALargerFreeBuffer() async {
    await #expect(processExitsWith: .success) {
      let pool = BufferPool.shared
      let (first, sizeClass) = pool.allocate(byteCount: 1_000_000)
      pool.recycle(first, sizeClass: sizeClass)
      let (second, same) = pool.allocate(byteCount: 400_000)
      precondition(first == second && same == sizeClass)
      let (third, other) = pool.allocate(byteCount: 1_000_000)
      precondition(third != second)
      // A buffer that is not given back is a leak to the address sanitizer.
      pool.recycle(second, sizeClass: same)
      pool.recycle(third, sizeClass: other)
    }
  }

  @Test func statisticsAddUp() async {
    await #expect(processExitsWith: .success) {
      let pool = BufferPool.shared
      let before = pool.statistics
      let buffers = (0..<10).map { _ in pool.allocate(byteCount: 100_000) }
      let during = pool.statistics
      precondition(during.live - before.live >= 1_000_000 && during.live - before.live <= 1_250_000)
      precondition(during.peak == during.live)
      for (buffer, sizeClass) in buffers { pool.recycle(buffer, sizeClass: sizeClass) }
      let after = pool.statistics
      precondition(after.live == before.live && after.peak == during.peak)
      precondition(after.cached - before.cached == during.live - before.live)
      pool.emptyCache()
      precondition(pool.statistics.cached == before.cached)
      precondition(pool.statistics.requestedFromSystem == after.requestedFromSystem)
    }
  }
}
