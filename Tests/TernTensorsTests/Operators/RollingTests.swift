import Tern
import TestSupport
import Testing

struct RollingTests {
  @Test(arguments: [[1], [7], [17], [1023], [3, 5], [2, 3, 4], [0, 3], []] as [Shape])
  func turningBackGivesTheSame(shape: Shape) {
    func check<S: TensorScalar>(_ x: Tensor<S>) {
      for shift in [0, 1, -3, 40] {
        let rolled = x.rolled(by: shift)
        #expect(rolled.rolled(by: -shift) == x)
        let (scalars, count) = (x.scalars, x.count)
        #expect(
          rolled.scalars
            == (0..<count).map { scalars[(($0 - shift) % count + count) % count] })
      }
    }
    check(counting(shape, as: Float.self))
    check(counting(shape, as: Double.self).asType(UInt8.self))
    check(counting(shape, as: Double.self).asType(Int64.self))
  }

  @Test func gradients() {
    expectGradients([5]) { x in x.rolled(by: 2) * x }
    expectGradients([2, 3]) { x in x.rolled(by: -1, along: 1).squared() * x }
    expectGradients([2, 3]) { x in x.rolled(by: [1, 1], along: [0, -1]).squared() }
  }
}
