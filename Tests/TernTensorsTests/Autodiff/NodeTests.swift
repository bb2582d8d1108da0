import Foundation
import Tern
import TestSupport
import Testing

private final class Box<R>: @unchecked Sendable {
  var result: R?
}

/// Runs `body` on a thread with a stack of one megabyte, where recursion over a long graph would
/// overflow, and waits for it.
private func onSmallStack<R: Sendable>(_ body: @escaping @Sendable () -> R) -> R? {
  let box = Box<R>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    box.result = body()
    done.signal()
  }
  thread.stackSize = 1 << 20
  thread.start()
  done.wait()
  return box.result
}

struct NodeTests {
  private static let length = 100_000

  @Test func longChainsGoForwardBackwardAndAway() {
    let slope = onSmallStack {
      gradient(at: Tensor<Double>(1)) { x in
        var y = x
        for _ in 0..<Self.length { y = y + x }
        return y
      }.scalar
    }
    #expect(slope == Double(Self.length + 1))
  }

  @Test func longChainsOfOneInputEach() {
    let slope = onSmallStack {
      gradient(at: Tensor<Double>(0)) { x in
        var y = x
        for _ in 0..<Self.length { y = y.sin() }
        return y
      }.scalar
    }
    #expect(slope == 1)
  }

  @Test func longChainsThatNobodyWalks() {
    let value = onSmallStack {
      // The result is thrown away inside the function, and the graph with it.
      valueWithGradient(at: Tensor<Double>(1)) { x in
        var y = x
        for _ in 0..<Self.length { y = -y }
        _ = consume y
        return x
      }.value.scalar
    }
    #expect(value == 1)
  }

  @Test func pullbacksOutliveTheirFunction() {
    let slope = onSmallStack { () -> Double in
      let (_, pullback) = valueWithPullback(at: Tensor<Double>(1)) { x in
        (0..<Self.length).reduce(x) { y, _ in y + x }
      }
      return pullback(Tensor(2)).scalar
    }
    #expect(slope == 2 * Double(Self.length + 1))
  }

  @Test func nestedGradientsOfLongChains() {
    let length = 20_000
    let curvature = onSmallStack {
      // y = x² + n x, differentiated twice through all of the chain.
      gradient(at: Tensor<Double>(3)) { x in
        gradient(at: x) { x in (0..<length).reduce(x * x) { y, _ in y + x } }
      }.scalar
    }
    #expect(curvature == 2)
    let third = onSmallStack {
      gradient(at: Tensor<Double>(1)) { x in
        gradient(at: x) { x in (0..<1000).reduce(x) { y, _ in y.scaled(by: 1) } * x * x }
      }.scalar
    }
    #expect(third == 6)
  }

  @Test func wideGraphsAreReleasedToo() {
    let slope = onSmallStack {
      gradient(at: Tensor<Double>(1)) { x in
        var layers = [x]
        for i in 1..<20_000 { layers.append((layers[i - 1] + layers[i / 2]) * 0.5) }
        return layers[layers.count - 1]
      }.scalar
    }
    #expect(slope == 1)
  }
}
