import TernKernels
import Testing

@Suite struct LockTests {
  @Test func oneThreadAtATime() async {
    final class Count: @unchecked Sendable {
      let lock = Lock()
      var value = 0
    }
    let count = Count()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<1000 { count.lock.withLock { count.value += 1 } } }
      }
    }
    #expect(count.value == 8000)
  }

  @Test func anErrorOpensIt() {
    struct Stop: Error {}
    let lock = Lock()
    #expect(throws: Stop.self) { try lock.withLock { throw Stop() } }
    #expect(lock.withLock { 3 } == 3)
  }
}
