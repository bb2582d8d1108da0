import Tern
import TestSupport
import Testing

struct SoftmaxCrossEntropyTests {
  @Test func labelsAsPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      let (logits, labels) = (LossOracle.logits.asType(S.self), LossOracle.labels)
      let weights = LossOracle.weights.asType(S.self)
      expectLoss(LossOracle.crossEntropy, at: logits) {
        softmaxCrossEntropy($0, labels, reduction: $1)
      }
      expectLoss(LossOracle.crossEntropySmoothed, at: logits) {
        softmaxCrossEntropy($0, labels, labelSmoothing: 0.1, reduction: $1)
      }
      expectLoss(LossOracle.crossEntropyWeighted, at: logits) {
        softmaxCrossEntropy($0, labels, classWeights: weights, reduction: $1)
      }
      expectLoss(LossOracle.crossEntropySmoothedWeighted, at: logits) {
        softmaxCrossEntropy(
          $0, labels, labelSmoothing: 0.3, classWeights: weights, reduction: $1)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func labelsOfPixelsAsPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      let (logits, labels) = (LossOracle.spatial.asType(S.self), LossOracle.spatialLabels)
      let weights = LossOracle.spatialWeights.asType(S.self)
      expectLoss(LossOracle.crossEntropySpatial, at: logits) {
        softmaxCrossEntropy($0, labels, reduction: $1)
      }
      expectLoss(LossOracle.crossEntropySpatialSmoothedWeighted, at: logits) {
        softmaxCrossEntropy(
          $0, labels, labelSmoothing: 0.2, classWeights: weights, reduction: $1)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func probabilitiesAsPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      let (logits, targets) = (LossOracle.logits.asType(S.self), LossOracle.soft.asType(S.self))
      let weights = LossOracle.weights.asType(S.self)
      expectLoss(LossOracle.crossEntropySoft, at: logits) {
        softmaxCrossEntropy($0, targets, reduction: $1)
      }
      expectLoss(LossOracle.crossEntropySoftSmoothedWeighted, at: logits) {
        softmaxCrossEntropy(
          $0, targets, labelSmoothing: 0.1, classWeights: weights, reduction: $1)
      }
      expectLoss(LossOracle.crossEntropySoftSpatial, at: LossOracle.spatial.asType(S.self)) {
        softmaxCrossEntropy(
          $0, LossOracle.spatialSoft.asType(S.self), labelSmoothing: 0.2,
          classWeights: LossOracle.spatialWeights.asType(S.self), reduction: $1)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: [0, 0.1, 1]) func oneHotRowsAreLabels(smoothing: Double) {
    let (logits, labels) = (LossOracle.logits, LossOracle.labels)
    let oneHot = Tensor<Double>(oneHot: labels, classes: 5)
    let ofLabels = softmaxCrossEntropy(logits, labels, labelSmoothing: smoothing, reduction: .none)
    let ofRows = softmaxCrossEntropy(logits, oneHot, labelSmoothing: smoothing, reduction: .none)
    #expect(ofLabels.isClose(to: ofRows, relative: 1e-14))
  }

  @Test(arguments: [0, 0.2], [false, true])
  func gradientsOfLabels(smoothing: Double, isWeighted: Bool) {
    for reduction in LossReduction.allCases {
      expectGradients(at: [LossOracle.logits]) { x in
        softmaxCrossEntropy(
          x[0], LossOracle.labels, labelSmoothing: smoothing,
          classWeights: isWeighted ? LossOracle.weights : nil, reduction: reduction)
      }
    }
    expectGradients(at: [LossOracle.spatial]) { x in
      softmaxCrossEntropy(
        x[0], LossOracle.spatialLabels, labelSmoothing: smoothing,
        classWeights: isWeighted ? LossOracle.spatialWeights : nil, reduction: .none)
    }
  }

  @Test(arguments: LossReduction.allCases)
  func gradientsOfProbabilities(reduction: LossReduction) {
    expectGradients(at: [LossOracle.logits, LossOracle.soft, LossOracle.weights]) { x in
      softmaxCrossEntropy(
        x[0], x[1], labelSmoothing: 0.1, classWeights: x[2], reduction: reduction)
    }
  }

  @Test func gradientsOfWeights() {
    expectGradients(at: [LossOracle.logits, LossOracle.weights]) { x in
      softmaxCrossEntropy(x[0], LossOracle.labels, labelSmoothing: 0.1, classWeights: x[1])
    }
  }

  @Test func hugeLogitsAreExact() {
    func check<S: FloatingScalar>(_: S.Type) {
      let logits: Tensor<S> = [[1000, -1000, 0], [-1000, 1000, 1000], [-1000, -1000, -1000]]
      let labels: Tensor<Int32> = [1, 1, 2]
      let (losses, pullback) = valueWithPullback(at: logits) { x in
        softmaxCrossEntropy(x, labels, reduction: .none)
      }
      let log2 = S(double: 0.693147180559945309)
      let log3 = S(double: 1.09861228866810969)
      #expect(losses.isClose(to: Tensor([2000, log2, log3]), relative: 2 * S.ulpOfOne))
      let third = 1 / S(3)
      let slopes: [[S]] = [[1, -1, 0], [0, -0.5, 0.5], [third, third, -2 * third]]
      #expect(
        pullback(Tensor(ones: [3])).isClose(to: Tensor(slopes), absolute: 2 * S.ulpOfOne))
      let smoothed = softmaxCrossEntropy(logits, labels, labelSmoothing: 0.3, reduction: .none)
      #expect(smoothed.isFinite().all())
    }
    check(Float.self)
    check(Double.self)
  }

  /// The worked example of a lecture: one-hot targets for outputs of a batch of three.
  @Test func workedExample() {
    let outputs: Tensor<Double> = [[0.65, 0.43, 0.11], [0.05, 0.51, 0.18], [0.33, 0.21, 0.72]]
    let labels: Tensor<Int32> = [0, 1, 2]
    let sum = negativeLogLikelihood(outputs.log(), labels, reduction: .sum)
    #expect(abs(sum.scalar - 1.43263) < 5e-6)
    #expect(abs(negativeLogLikelihood(outputs.log(), labels).scalar - 0.47754) < 5e-6)
    #expect(abs(softmaxCrossEntropy(outputs, labels).scalar - 0.84897) < 5e-6)
    let oneHot = Tensor<Double>(oneHot: labels, classes: 3)
    #expect(abs(softmaxCrossEntropy(outputs, oneHot).scalar - 0.84897) < 5e-6)
  }

  /// Stanford CS231n, assignment 2: the loss of small random scores is log 10.
  @Test func smallRandomScores() {
    var rng = NumPyRandom(seed: 231)
    let scores: Tensor<Double> = rng.randn([50, 10]) * 0.001
    let labels = Tensor<Int32>(rng.integers(in: 0..<10, count: 50).map { Int32($0) })
    #expect(abs(softmaxCrossEntropy(scores, labels).scalar - LossOracle.smallCrossEntropy) < 1e-14)
    #expect(abs(multiclassHinge(scores, labels).scalar - LossOracle.smallHinge) < 1e-13)
  }

  @Test func literalsAreLabels() {
    let loss = softmaxCrossEntropy([[0, 0], [0, 0]] as Tensor<Float>, [1, 0])
    #expect(abs(loss.scalar - 0.6931472) < 1e-6)
  }

  @Test func batchOfOne() {
    let loss = softmaxCrossEntropy([[0, 0, 0, 0]] as Tensor<Double>, [2], reduction: .none)
    #expect(loss.shape == [1])
    #expect(abs(loss.scalar - 1.38629436111989062) < 1e-15)
  }

  @Test(arguments: [0, 0.1], [false, true])
  func batchOfNone(smoothing: Double, isWeighted: Bool) {
    let weights = isWeighted ? Tensor<Double>(ones: [3]) : nil
    for shape: Shape in [[0, 3], [0, 3, 4], [2, 3, 0]] {
      let (logits, labels) = (
        Tensor<Double>(zeros: shape), Tensor<Int32>(zeros: Shape([shape[0]] + shape.dropFirst(2)))
      )
      func loss(_ x: Tensor<Double>, _ reduction: LossReduction) -> Tensor<Double> {
        softmaxCrossEntropy(
          x, labels, labelSmoothing: smoothing, classWeights: weights, reduction: reduction)
      }
      let (mean, gradient) = valueWithGradient(at: logits) { loss($0, .mean) }
      #expect(mean.scalar.isNaN)
      #expect(gradient.shape == shape)
      #expect(loss(logits, .sum).scalar == 0)
      #expect(loss(logits, .none).shape == labels.shape)
      let soft = softmaxCrossEntropy(
        logits, logits, labelSmoothing: smoothing, classWeights: weights)
      #expect(soft.scalar.isNaN)
    }
  }

  @Test func labelsOutOfRangeTrap() async {
    expectMessage(
      "label 3 at position 1 is not in 0..<3",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = softmaxCrossEntropy(Tensor<Float>(zeros: [2, 3]), [0, 3])
      })
    expectMessage(
      "label -1 at position 0 is not in 0..<3",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = softmaxCrossEntropy(Tensor<Float>(zeros: [2, 3]), [-1, 0])
      })
  }

  #if DEBUG  // Optimised programs trap without a message.
    @Test func messageNamesThePlaceAndTheLabel() async throws {
      let result = await #expect(
        processExitsWith: .failure, observing: [\.standardErrorContent]
      ) {
        _ = softmaxCrossEntropy(Tensor<Float>(zeros: [2, 3]), [0, 3])
      }
      let message = try #require(result).standardErrorContent
      let text = String(decoding: message, as: UTF8.self)
      #expect(text.contains("label 3 at position 1 is not in 0..<3"))
    }
  #endif

  @Test func whatDoesNotFitTraps() async {
    expectMessage(
      "softmaxCrossEntropy: labels of shape [3] do not fit scores of shape [2, 3];",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = softmaxCrossEntropy(Tensor<Float>(zeros: [2, 3]), Tensor<Int32>(zeros: [3]))
      })
    expectMessage(
      "softmaxCrossEntropy: labels of shape [2, 1] do not fit scores of shape [2, 3];",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = softmaxCrossEntropy(Tensor<Float>(zeros: [2, 3]), Tensor<Int32>(zeros: [2, 1]))
      })
    expectMessage(
      "softmaxCrossEntropy: the target has shape [2, 1], the prediction [2, 3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = softmaxCrossEntropy(Tensor<Float>(zeros: [2, 3]), Tensor<Float>(zeros: [2, 1]))
      })
    expectMessage(
      "softmaxCrossEntropy: scores have shape [batch, classes, ...], got [3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = softmaxCrossEntropy(Tensor<Float>(zeros: [3]), Tensor<Int32>(zeros: []))
      })
    expectMessage(
      "softmaxCrossEntropy: weights of 3 classes have shape [3], got [2]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = softmaxCrossEntropy(
          Tensor<Float>(zeros: [2, 3]), Tensor<Int32>(zeros: [2]), classWeights: [1, 2])
      })
    expectMessage(
      "softmaxCrossEntropy: label smoothing lies between 0 and 1, got 1.5",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = softmaxCrossEntropy(
          Tensor<Float>(zeros: [2, 3]), Tensor<Int32>(zeros: [2]), labelSmoothing: 1.5)
      })
  }
}
