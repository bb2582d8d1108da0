import Tern
import TestSupport
import Testing

@Suite struct NonlinearityTests {
  @Test(arguments: LayersOracle.gains)
  func gainIsPyTorchs(nonlinearity: Nonlinearity, gain: Double) {
    expectClose(nonlinearity.gain, gain)
  }
}
