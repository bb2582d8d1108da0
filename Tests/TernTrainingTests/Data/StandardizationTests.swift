import Tern
import Testing

@Suite struct StandardizationTests {
  @Test func trainingDataGetsMeanZeroAndDeviationOne() throws {
    let inputs: Tensor<Double> = [[1, 10], [3, 30], [5, 20]]
    let standardize = try Standardization(fitting: inputs)
    #expect(standardize.mean == [3, 20])
    let (a, b) = (2 / (8.0 / 3).squareRoot(), 10 / (200.0 / 3).squareRoot())
    let expected = [-a, -b, 0, b, a, 0]
    for (scalar, expected) in zip(standardize(inputs).scalars, expected) {
      #expect(abs(scalar - expected) < 1e-15)
    }
  }

  @Test func otherDataAreMeasuredByTheTrainingData() throws {
    let standardize = try Standardization<Float>(fitting: [[0], [2]])
    let test = try Dataset<Float>(inputs: [[3], [1]], labels: [7, 8])
    #expect(standardize(test).inputs == [[2], [0]])
    #expect(standardize(test).labels == [7, 8])
  }

  /// The mean of many equal numbers is not always that number once it is rounded.
  @Test func constantFeaturesAreNotDividedByZero() throws {
    let inputs = Tensor<Float>(full: [1023, 1], 0.1)
    let standardize = try Standardization(fitting: inputs)
    #expect(standardize.deviation == [1])
    #expect(standardize(inputs).scalars.allSatisfy { abs($0) < 1e-6 })
  }

  @Test func keepsTheShapeOfImages() throws {
    let images = Tensor((0..<24).map(Float.init), shape: [2, 1, 3, 4])
    let standardize = try Standardization(fitting: images)
    #expect(standardize.mean.shape == [1, 3, 4])
    #expect(standardize(images)[0..<1] == Tensor(full: [1, 1, 3, 4], -1))
    #expect(standardize(images)[1..<2] == Tensor(full: [1, 1, 3, 4], 1))
  }

  @Test func emptyDataIsRefused() {
    #expect(throws: DatasetError.empty) {
      try Standardization(fitting: Tensor<Float>(zeros: [0, 4]))
    }
  }
}
