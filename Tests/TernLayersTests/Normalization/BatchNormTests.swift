import Tern
import TernLayers
import TestSupport
import Testing

@Suite struct BatchNormTests {
  /// A layer with numbers other than those that it begins with.
  private static func layer<S: FloatingScalar>(
    _ features: Int, momentum: S? = 0.25, affine: Bool = true
  ) -> BatchNorm<S> {
    var layer = BatchNorm<S>(features, epsilon: 0.1, momentum: momentum, affine: affine)
    layer.scale = seeded([features], seed: 11)
    layer.shift = seeded([features], seed: 12)
    _ = layer.training(seeded([5, features], seed: 13))
    return layer
  }

  @Test func trainingNormalisesByTheBatch() {
    var layer = BatchNorm<Double>(2, epsilon: 0)
    // Means 2 and 10, variances 1 and 4, by hand.
    let y = layer.training([[1, 8], [3, 12]])
    expectClose(y, [[-1, -1], [1, 1]])
    // A tenth of the batch's; its unbiased variances are 2 and 8.
    expectClose(layer.runningMean, [0.2, 1])
    expectClose(layer.runningVariance, [1.1, 1.7])
  }

  @Test func inferenceNormalisesByTheRunningStatistics() {
    let layer: BatchNorm<Double> = Self.layer(3)
    let x: Tensor<Double> = seeded([4, 3], seed: 1)
    let expected =
      (x - layer.runningMean) / (layer.runningVariance + 0.1).sqrt() * layer.scale + layer.shift
    expectClose(layer(x), expected, absolute: 1e-14)
    #expect(layer(x)[0..<1] == layer(x[0..<1]))
  }

  @Test func momentumOfNilAveragesBatches() {
    var layer = BatchNorm<Double>(1, momentum: nil)
    for batch: Tensor<Double> in [[[0], [2]], [[2], [6]], [[4], [4]]] { _ = layer.training(batch) }
    expectClose(layer.runningMean, [3])
    // The unbiased variances are 2, 8 and 0.
    expectClose(layer.runningVariance.scalar, 10.0 / 3)
    #expect(layer.batchCount.scalar == 3)
  }

  @Test(
    arguments: [[4, 3], [3, 3, 5], [2, 3, 2, 3], [1, 3, 2, 2, 2]] as [Shape], [false, true])
  func derivatives(shape: Shape, affine: Bool) {
    expectGradients(of: Self.layer(3, affine: affine), at: seeded(shape))
    expectGradients(of: Self.layer(3, affine: affine), at: seeded(shape), inTraining: false)
  }

  /// The same values and gradients as a rectifier of its own, in training and in inference.
  @Test(arguments: [[4, 3], [40, 3, 7], [2, 3, 5, 7]] as [Shape])
  func fusedRectifierIsThePlainOne(shape: Shape) {
    func check<S: FloatingScalar>(_: S.Type, _ tolerance: Double) {
      let x: Tensor<S> = seeded(shape)
      let dy: Tensor<S> = seeded(shape, seed: 1)
      var (fused, plain): (BatchNorm<S>, BatchNorm<S>) = (Self.layer(3), Self.layer(3))
      let (y, gradients) = valueWithGradient(at: &fused) { model in
        (model.training(x, rectifying: true) * dy).sum()
      }
      let (expected, expectedGradients) = valueWithGradient(at: &plain) { model in
        (model.training(x).relu() * dy).sum()
      }
      expectClose(y, expected, relative: tolerance)
      for (gradient, expected) in zip(gradients.tensors, expectedGradients.tensors) {
        expectClose(gradient, expected, relative: tolerance, absolute: 10 * tolerance)
      }
      expectClose(
        gradient(at: x) { (fused.training($0, rectifying: true) * dy).sum() },
        gradient(at: x) { (plain.training($0).relu() * dy).sum() }, relative: tolerance,
        absolute: 10 * tolerance)
      #expect(fused.runningMean == plain.runningMean)
      #expect(fused.runningVariance == plain.runningVariance)
      #expect(fused(x, rectifying: true) == plain(x).relu())
    }
    check(Float.self, 1e-5)
    check(Double.self, 1e-12)
  }

  @Test func statisticsHaveNoHistory() {
    var layer: BatchNorm<Double> = Self.layer(3, momentum: nil)
    let x: Tensor<Double> = seeded([4, 3])
    let slope = gradient(at: x) { x in
      _ = layer.training(x)
      return layer.runningMean.sum() + layer.runningVariance.sum() + x.sum()
    }
    #expect(slope == Tensor(ones: [4, 3]))
  }

  @Test func stateHasRolesAndBuffers() {
    let layer: BatchNorm<Double> = Self.layer(3)
    #expect(layer.parameters.map(\.name) == ["scale", "shift"])
    #expect(layer.parameters.map(\.role) == [.scale, .bias])
    #expect(layer.state.map(\.name) == ["scale", "shift", "runningMean", "runningVariance"])
    let average: BatchNorm<Double> = Self.layer(3, momentum: nil, affine: false)
    #expect(average.parameters.isEmpty)
    #expect(average.state.map(\.name) == ["runningMean", "runningVariance", "batchCount"])
  }

  @Test func weightDecayLeavesScaleAndShiftAlone() {
    var layer: BatchNorm<Double> = Self.layer(3)
    let before = layer
    var (_, gradients) = valueWithGradient(at: &layer) { $0(Tensor(ones: [2, 3])).sum() }
    gradients *= 0
    var optimizer = SGD<Double>(learningRate: 0.1, weightDecay: 0.5)
    optimizer.update(&layer, with: gradients)
    #expect(layer.scale == before.scale)
    #expect(layer.shift == before.shift)
  }

  @Test(arguments: [0.25, nil] as [Float?])
  func stateComesBack(momentum: Float?) throws {
    let saved: BatchNorm<Float> = Self.layer(4, momentum: momentum)
    var loaded = BatchNorm<Float>(4, epsilon: 0.1, momentum: momentum)
    try loaded.load(state: saved.state)
    let x: Tensor<Float> = seeded([6, 4])
    #expect(loaded(x) == saved(x))
    var (one, other) = (saved, loaded)
    #expect(one.training(x) == other.training(x))
    #expect(one(x) == other(x))
  }

  @Test(arguments: [[], [3], [2, 4], [2, 4, 3]] as [Shape])
  func otherShapesThrow(shape: Shape) {
    let error = ShapeError(layer: "BatchNorm(3)", found: shape, expected: "[batch, 3, …]")
    #expect(throws: error) { try BatchNorm<Float>(3).outputShape(for: shape) }
  }

  @Test(arguments: [[0, 3], [2, 3], [2, 3, 4, 5]] as [Shape])
  func shapesOfInputs(shape: Shape) throws {
    #expect(try BatchNorm<Float>(3).outputShape(for: shape) == shape)
    #expect(BatchNorm<Float>(3)(Tensor(zeros: shape)).shape == shape)
  }

  /// The last batch of an epoch may be a single example.
  @Test func aSingleElementGivesTheShiftAndLeavesTheStatistics() {
    var layer = BatchNorm<Float>(3)
    layer.shift = [1, 2, 3]
    let y = layer.training([[7, -8, 9]])
    #expect(y == [[1, 2, 3]])
    #expect(layer.runningMean == [0, 0, 0] && layer.runningVariance == [1, 1, 1])
  }

  @Test func misuseTraps() async {
    expectMessage(
      "BatchNorm(3) got an input of shape [2, 4], needs [batch, 3, …]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = BatchNorm<Float>(3)(Tensor(zeros: [2, 4]))
      })
    expectMessage(
      "BatchNorm needs a feature or more, got 0",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = BatchNorm<Float>(0)
      })
    expectMessage(
      "a momentum of BatchNorm lies between 0 and 1, got 1.5",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = BatchNorm<Float>(3, momentum: 1.5)
      })
  }
}
