import Tern
import TestSupport
import Testing

struct ReshapingTests {
  private let x = counting([2, 3, 4], as: Float.self)

  @Test func elementsKeepTheirOrder() {
    for shape: Shape in [[24], [4, 6], [2, 3, 4], [1, 24, 1], [2, 2, 2, 3]] {
      #expect(x.reshaped(to: shape).shape == shape && x.reshaped(to: shape).scalars == x.scalars)
    }
    #expect(x.reshaped(to: [-1, 6]).shape == [4, 6] && x.reshaped(to: [2, -1]).shape == [2, 12])
    #expect(x.flattened().shape == [24] && x.flattened(fromAxis: 1).shape == [2, 12])
    #expect(
      x.flattened(fromAxis: -1).shape == [2, 3, 4]
        && x.flattened(fromAxis: 3).shape == [2, 3, 4, 1])
    #expect(
      Tensor<Float>(5).flattened() == [5] && Tensor<Float>([5]).reshaped(to: Shape([])).scalar == 5)
  }

  @Test func axesOfExtentOneComeAndGo() {
    #expect(x.expandingAxis(at: 0).shape == [1, 2, 3, 4])
    #expect(x.expandingAxis(at: -1).shape == [2, 3, 4, 1])
    #expect(x.expandingAxis(at: 3).shape == [2, 3, 4, 1])
    let y = x.reshaped(to: Shape([1, 2, 3, 1, 4]))
    #expect(y.squeezed().shape == [2, 3, 4] && y.squeezed(axes: [-2]).shape == [1, 2, 3, 4])
    #expect(y.squeezed(axes: [0, 3]).scalars == x.scalars)
  }

  @Test func noElementsFitOtherEmptyShapes() {
    let none = Tensor<Float>(zeros: [0, 3])
    #expect(none.reshaped(to: Shape([3, 0, 2])).shape == [3, 0, 2])
    #expect(none.reshaped(to: [-1, 3]).shape == [0, 3])
    #expect(none.flattened().shape == [0])
  }

  @Test func nothingIsCopied() {
    let flat = x.flattened()
    #expect(
      x.withUnsafeBufferPointer { $0.baseAddress }
        == flat.withUnsafeBufferPointer { $0.baseAddress })
  }

  @Test(arguments: [[], [6], [2, 3], [0, 2]] as [Shape]) func gradients(shape: Shape) {
    expectGradients(shape) { x in x.flattened().squared() }
    expectGradients(shape) { x in x.expandingAxis(at: -1) * x.expandingAxis(at: x.rank) }
    expectGradients(shape) { x in x.expandingAxis(at: 0).squeezed(axes: [0]) }
  }
}
