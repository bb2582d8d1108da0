import Tern
import TernData
import Testing

/// Figures printed by Tests/Oracles/datasets.py.
@Suite struct DigitsTests {
  private let digits = Digits.load(flattened: true)

  @Test func shapes() {
    #expect(digits.inputs.shape == [1797, 64])
    #expect(digits.labels.shape == [1797])
    #expect(Digits.load(as: Double.self).inputs.shape == [1797, 1, 8, 8])
  }

  @Test func hasTheChecksumOfTheOriginal() {
    #expect(checksum(digits.inputs * 16) == 2_347_674_450)
    #expect(checksum(digits.labels) == 3_557_454_473)
  }

  @Test func pixelsAreFromZeroToOne() {
    #expect(digits.inputs.scalars.min() == 0)
    #expect(digits.inputs.scalars.max() == 1)
  }

  @Test func examplesPerDigit() {
    let counts = digits.labels.scalars.reduce(into: Array(repeating: 0, count: 10)) {
      $0[Int($1)] += 1
    }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
  }
}
