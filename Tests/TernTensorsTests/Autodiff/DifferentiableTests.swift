import Tern
import TestSupport
import Testing

struct DifferentiableTests {
  @Test func operatorsOfOneTwoAndManyTensors() {
    expectGradients([3]) { x in
      differentiable(x) { x in
        x * x * x
      } pullback: { dy, x, _ in
        3 * x * x * dy
      }
    }
    expectGradients([2, 3], [3]) { x, y in
      differentiable(x, y) { x, y in
        x * y
      } pullback: { dz, _, y, _ in
        dz * y
      } _: { dz, x, _, _ in
        dz * x
      }
    }
    expectGradients(shapes: [[2], [2], [2]]) { inputs in
      differentiable(inputs) {
        $0[0] * $0[1] + $0[2]
      } pullback: { dy, inputs, _, _ in
        [dy * inputs[1], dy * inputs[0], dy]
      }
    }
  }

  @Test func theOutputIsDifferentiableInThePullback() {
    expectGradients([3]) { x in
      differentiable(x, keeping: .output) { x in
        x.exp()
      } pullback: { dy, _, y in
        dy * y
      }
    }
  }

  @Test func gradientsAreSummedOverBroadcastAxes() {
    let x: Tensor<Double> = [[1], [2]]
    let (dx, dy) = gradient(at: x, Tensor<Double>(ones: [2, 3])) { x, y in (x * y).sum() }
    #expect(dx == [[3], [3]] && dy == [[1, 1, 1], [2, 2, 2]])
    #expect(gradient(at: Tensor<Double>(2)) { x in (x + y0).sum() }.scalar == 3)
  }

  private var y0: Tensor<Double> { [1, 2, 3] }

  @Test func pullbacksThatAreNotNeededAreNotCalled() {
    let x: Tensor<Double> = [1, 2]
    let constant: Tensor<Double> = [3, 4]
    let slope = gradient(at: x) { x in
      differentiable(x, constant) { x, y in
        x * y
      } pullback: { dz, _, y, _ in
        dz * y
      } _: { _, _, _, _ in
        Issue.record("the gradient of a constant was calculated")
        return Tensor(zeros: [2])
      }.sum()
    }
    #expect(slope == constant)
    let many = gradient(at: x) { x in
      differentiable([constant, x]) {
        $0[0] * $0[1]
      } pullback: { dy, inputs, _, isNeeded in
        #expect(!isNeeded(0) && isNeeded(1))
        return [nil, dy * inputs[0]]
      }.sum()
    }
    #expect(many == constant)
  }

  @Test func withoutATraceThereIsNoGraph() {
    let x: Tensor<Double> = [1, 2]
    let y = differentiable(x) { x in
      x * 2
    } pullback: { _, _, _ in
      Issue.record("a pullback was called without a gradient")
      return Tensor(zeros: [2])
    }
    #expect(gradient(at: x) { x in (x * y).sum() } == y)
  }

  @Test func mixedPrecisionFlowsThroughOneGraph() {
    let x: Tensor<Float> = [1, 2, 3]
    let slope = gradient(at: x) { x in
      let wide = x.asType(Double.self)
      return (wide * wide * wide).sum().asType(Float.self)
    }
    #expect(slope == [3, 12, 27])
  }

  /// Its gradient would depend on whether the input is traced, too.
  @Test func capturedTracedTensorsAreRefused() async {
    expectMessage(
      "differentiable: the forward closure captured a traced tensor; make it an input",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let x: Tensor<Double> = [1, 2]
        _ = gradient(at: x) { w in
          differentiable(x) { x in
            x * w
          } pullback: { dy, _, _ in
            dy
          }.sum()
        }
      })
  }
}
