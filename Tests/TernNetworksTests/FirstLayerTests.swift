import Synchronization
import Tern
import TestSupport
import Testing

/// Nobody asks for the gradient of a network's input, so it is not calculated.
struct FirstLayerTests {
  /// How much larger than the input the memory of a step gets, in inputs, with the gradient of the
  /// input and without it. Everything else is small beside the input.
  private static func excess<L: Layer<Float>>(
    _ layer: L, _ input: Tensor<Float>, withInputGradient: Bool
  ) -> Double {
    var layer = layer
    let before = Runtime.memory.live
    if withInputGradient {
      _ = gradient(at: input) { layer($0).sum() }
    } else {
      _ = valueWithGradient(at: &layer) { $0.training(input).sum() }
    }
    return Double(Runtime.memory.peak - before) / Double(input.count * 4)
  }

  /// A kernel in each of few places of a large image.
  @Test(arguments: [false, true]) func ofAConvolution(withInputGradient: Bool) async {
    await #expect(processExitsWith: .success) { [withInputGradient] in
      var rng = Philox(seed: 1)
      let layer = Conv2D<Float>(1, 2, kernel: 3, stride: 100, using: &rng)
      let images = Tensor<Float>(zeros: [4, 1, 1003, 1003])
      let excess = Self.excess(layer, images, withInputGradient: withInputGradient)
      precondition(withInputGradient ? excess >= 1 : excess < 0.5)
    }
  }

  @Test(arguments: [false, true]) func ofALinearLayer(withInputGradient: Bool) async {
    await #expect(processExitsWith: .success) { [withInputGradient] in
      var rng = Philox(seed: 1)
      let layer = Linear<Float>(20_000, 2, using: &rng)
      let inputs = Tensor<Float>(zeros: [64, 20_000])
      let excess = Self.excess(layer, inputs, withInputGradient: withInputGradient)
      precondition(withInputGradient ? excess >= 1 : excess < 0.5)
    }
  }

  /// What an operator of the user's own does before the first layer is not differentiated either; after
  /// it, it is.
  @Test func operatorsBeforeTheFirstLayerHaveNoPullback() {
    let calls = Atomic<Int>(0)
    func twice(_ x: Tensor<Float>) -> Tensor<Float> {
      differentiable(x) { x in
        2 * x
      } pullback: { dy, _, _ in
        calls.wrappingAdd(1, ordering: .relaxed)
        return 2 * dy
      }
    }
    var rng = Philox(seed: 1)
    var model = Conv2D<Float>(1, 3, kernel: 3, using: &rng)
    let images: Tensor<Float> = seeded([2, 1, 5, 5])
    _ = valueWithGradient(at: &model) { $0.training(twice(images)).sum() }
    #expect(calls.load(ordering: .relaxed) == 0)
    _ = valueWithGradient(at: &model) { twice($0.training(images)).sum() }
    #expect(calls.load(ordering: .relaxed) == 1)
  }

  /// Of two inputs of an operator, the gradient of the one that is no parameter is not asked for.
  @Test func onlyParametersAreAskedFor() throws {
    let asked = Mutex<[Bool]>([])
    let images: Tensor<Float> = seeded([4, 3])
    _ = gradient(at: seeded([3, 2]) as Tensor<Float>) { weight in
      differentiable([images, weight]) {
        $0[0].matmul($0[1])
      } pullback: { dy, inputs, _, isNeeded in
        asked.withLock { $0 = [isNeeded(0), isNeeded(1)] }
        return [nil, inputs[0].matmul(dy, transposingSelf: true)]
      }.sum()
    }
    #expect(asked.withLock { $0 } == [false, true])
  }
}
