import TernTraining
import Testing

@Suite struct RoundingTests {
  @Test(
    arguments: [
      (0, 4, "0.0000"), (1.5, 0, "2"), (0.125, 2, "0.13"), (-0.125, 2, "-0.13"),
      (12.3456789, 4, "12.3457"),
      (-0.00001, 2, "0.00"), (9.999, 2, "10.00"), (0.05, 1, "0.1"), (3, 2, "3.00"),
      (1e300, 4, "1e+300"), (.infinity, 2, "inf"), (-.infinity, 2, "-inf"), (.nan, 2, "nan"),
      (1e12, 15, "1000000000000.0"), (0.000_04, 4, "0.0000"),
    ] as [(Double, Int, String)])
  func spellsDecimals(value: Double, decimals: Int, text: String) {
    #expect(rounded(value, decimals) == text)
  }
}
