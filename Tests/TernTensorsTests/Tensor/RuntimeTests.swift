import Tern
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Exit tests run in a process of their own, where no other test takes memory.
struct RuntimeTests {
  @Test func aSteadyLoopAsksTheSystemForNothing() async {
    await #expect(processExitsWith: .success) {
      var weight = Tensor<Float>(ones: [64, 32])
      let x = Tensor<Float>(ones: [17, 64])
      func step() {
        let slope = gradient(at: weight) { weight in x.matmul(weight).tanh().squared().mean() }
        weight -= slope * 0.1
      }
      for _ in 0..<10 { step() }
      let requested = Runtime.memory.requestedFromSystem
      let live = Runtime.memory.live
      for _ in 0..<100 { step() }
      exit(Runtime.memory.requestedFromSystem == requested && Runtime.memory.live == live ? 0 : 1)
    }
  }

  @Test func memoryOfTensorsThatAreGoneIsNotLive() async {
    await #expect(processExitsWith: .success) {
      let before = Runtime.memory
      do {
        let x = Tensor<Double>(zeros: [1000])
        let y = gradient(at: x) { x in (x * x).sum() }
        let held = Runtime.memory.live - before.live
        guard held >= 16_000 && held < 40_000 && y.count == 1000 else { exit(1) }
      }
      guard Runtime.memory.live == before.live else { exit(2) }
      guard Runtime.memory.peak >= before.live + 16_000 else { exit(3) }
      guard Runtime.memory.cached > before.cached else { exit(4) }
      let cached = Runtime.memory.cached
      Runtime.emptyCache()
      guard Runtime.memory.cached <= cached - 16_000 else { exit(5) }
      // What was emptied is asked for again.
      let requested = Runtime.memory.requestedFromSystem
      let again = Tensor<Double>(zeros: [1000])
      exit(Runtime.memory.requestedFromSystem >= requested + 8000 && again.count == 1000 ? 0 : 6)
    }
  }

  @Test func longGraphsGiveTheirMemoryBack() async {
    await #expect(processExitsWith: .success) {
      let x = Tensor<Double>(ones: [10])
      let before = Runtime.memory.live
      for _ in 0..<3 {
        let slope = gradient(at: x) { x in
          gradient(at: x) { x in (0..<500).reduce(x) { y, _ in y.sin() }.sum() }.sum()
        }
        guard slope.count == 10 else { exit(1) }
      }
      exit(Runtime.memory.live == before ? 0 : 2)
    }
  }

  @Test func threadsAndInstructionSetHaveNames() {
    #expect(Runtime.threadCount >= 1)
    #expect(["avx512", "avx2", "baseline", "neon"].contains(Runtime.instructionSet))
  }
}
