import Tern
import TernData
import Testing

/// Figures printed by Tests/Oracles/datasets.py.
@Suite struct IrisTests {
  private let iris = Iris.load(as: Double.self)

  @Test func shapes() {
    #expect(iris.inputs.shape == [150, 4])
    #expect(iris.labels.shape == [150])
    #expect(Iris.featureNames.count == 4)
    #expect(Iris.classNames.count == 3)
  }

  @Test func hasTheChecksumOfTheOriginal() {
    #expect(checksum(Iris.load().inputs) == 1_008_572_348)
    #expect(checksum(iris.labels) == 3_542_550_607)
  }

  @Test func means() {
    let expected = [5.843333333333335, 3.057333333333334, 3.7580000000000027, 1.199333333333334]
    for (mean, expected) in zip(iris.inputs.mean(along: 0).scalars, expected) {
      #expect(abs(mean - expected) < 1e-14)
    }
  }

  @Test func hasFishersValuesWhereOtherCopiesDiffer() {
    #expect(iris.inputs[34..<35].scalars == [4.9, 3.1, 1.5, 0.2])
    #expect(iris.inputs[37..<38].scalars == [4.9, 3.6, 1.4, 0.1])
  }
}
