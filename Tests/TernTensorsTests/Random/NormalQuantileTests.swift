import TernTensors
import Testing

struct NormalQuantileTests {
  @Test(arguments: zip(RandomOracle.probabilities, RandomOracle.quantiles))
  func agreesWithPython(p: Double, quantile: Double) {
    #expect(abs(normalQuantile(p) - quantile) <= 4 * quantile.ulp)
  }
}
