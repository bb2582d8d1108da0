import Tern
import TestSupport
import Testing

struct HyperbolicTests {
  @Test func inversesReturnWhereTheyCameFrom() {
    let x: Tensor<Double> = seeded([1023], in: 0.1...9)
    expectClose(x.sinh().asinh(), x)
    expectClose(x.cosh().acosh(), x, relative: 1e-12)
    expectClose((x / 10).tanh().atanh(), x / 10)
  }

  @Test func farFromZeroNothingOverflows() {
    let x: Tensor<Double> = [-1e300, 1e300]
    expectClose(x.asinh().scalars, [-691.4686750787736, 691.4686750787736])
    expectClose(x[1].acosh().scalar, 691.4686750787736)
    expectClose(gradient(at: x) { $0.asinh().sum() }.scalars, [1e-300, 1e-300], absolute: 0)
    expectClose(gradient(at: x[1]) { $0.acosh() }.scalar, 1e-300, absolute: 0)
    #expect(Tensor<Double>([-800, 800]).sinh().scalars == [-.infinity, .infinity])
    // Half of exp(710) is finite, the whole is not.
    #expect(Tensor<Double>([710]).cosh().isFinite().all())
  }

  @Test func outsideTheirDomainsFunctionsAreNaN() {
    #expect(Tensor<Float>([0.5, -3, -.infinity]).acosh().isNaN().all())
    #expect(Tensor<Float>([-1.5, 1.5]).atanh().isNaN().all())
    #expect(Tensor<Float>([-1, 1]).atanh().scalars == [-.infinity, .infinity])
  }
}
