import Tern
import TestSupport
import Testing

/// Which of two classes a text of three words belongs to.
private struct Classifier: Model {
  typealias Scalar = Float

  var words: Embedding<Float>
  var scores: Linear<Float>

  init(using rng: inout Philox) {
    words = Embedding(6, 4, paddingIndex: 0, using: &rng)
    scores = Linear(4, 2, using: &rng)
  }

  func callAsFunction(_ text: Tensor<Int32>) -> Tensor<Float> {
    scores(words(text).mean(along: 1))
  }

  mutating func visit<Visitor: StateVisitor<Float>>(_ visitor: inout Visitor) {
    visitor.child("words", &words)
    visitor.child("scores", &scores)
  }
}

struct EmbeddingTests {
  private static let weight: Tensor<Double> = [[0.5, -1], [2, 3], [-4, 0.25], [1, 1]]

  @Test(arguments: [[], [3], [2, 3], [0, 4], [2, 1, 3]] as [Shape])
  func eachIndexBecomesItsRow(shape: Shape) throws {
    let indices = Tensor<Int32>((0..<shape.elementCount).map { Int32($0 * 3 % 4) }, shape: shape)
    let layer = Embedding(weight: Self.weight)
    let y = layer(indices)
    #expect(y.shape == (try layer.outputShape(forIndices: shape)))
    #expect(y.scalars == indices.scalars.flatMap { Self.weight[Int($0)].scalars })
  }

  /// torch.nn.functional.embedding gives the same, with padding_idx=2 where there is padding.
  @Test func gradientsOfRepeatedIndicesAddUp() {
    let indices: Tensor<Int32> = [[1, 2, 1], [0, 2, 1]]
    let upstream = counting([2, 3, 2], as: Double.self)
    for (padding, row) in [(nil, [2.0 + 8, 3 + 9]), (2, [0, 0])] as [(Int?, [Double])] {
      var layer = Embedding(weight: Self.weight, paddingIndex: padding)
      let (_, gradients) = valueWithGradient(at: &layer) { layer in
        (layer(indices) * upstream).sum()
      }
      #expect(gradients.names == ["weight"])
      #expect(
        gradients.tensors[0].scalars == [6, 7, 0 + 4 + 10, 1 + 5 + 11] + row + [0, 0])
    }
  }

  @Test(arguments: [nil, 1] as [Int?]) func derivatives(paddingIndex: Int?) {
    let indices: Tensor<Int32> = [3, 0, 1, 0]
    let model = Embedding(weight: Self.weight, paddingIndex: paddingIndex)
    if paddingIndex == nil {
      let report = checkGradients(of: model) { $0(indices).squared() }
      #expect(report.passes(), "\(report)")
    }
    // Of the rows but the padding: the gradient of that one is 0 by definition.
    let others: Tensor<Int32> = [3, 0, 2, 0]
    let report = checkGradients(of: model) { $0(others).squared() }
    #expect(report.passes(), "\(report)")
    expectGradients(at: [Self.weight]) { weight in
      Embedding(weight: weight[0], paddingIndex: paddingIndex)(others).squared()
    }
  }

  @Test func paddingStartsWithZerosAndStays() {
    var rng = Philox(seed: 1)
    var layer = Embedding<Float>(5, 3, paddingIndex: 2, using: &rng)
    #expect(layer.weight[2].scalars == [0, 0, 0])
    #expect(!layer.weight[1].scalars.contains(0))
    var optimizer = SGD<Float>(learningRate: 0.5)
    let before = layer.weight
    let (_, gradients) = valueWithGradient(at: &layer) { $0([2, 1, 2]).sum() }
    optimizer.update(&layer, with: gradients)
    #expect(layer.weight[2].scalars == [0, 0, 0])
    #expect(layer.weight[1] == before[1] - 0.5)
    #expect(layer(Tensor<Int32>([2])).scalars == [0, 0, 0])
  }

  @Test func startsAsPyTorchDoes() {
    var rng = Philox(seed: 1)
    let weight = Embedding<Double>(300, 40, using: &rng).weight
    expectClose(weight.mean().scalar, 0, absolute: 0.05)
    expectClose(weight.standardDeviation().scalar, 1, relative: 0.03)
    #expect(Embedding<Float>(2, 2, weight: .ones, using: &rng).weight == Tensor(ones: [2, 2]))
    #expect(Embedding<Float>(4, 4).weight != Embedding<Float>(4, 4).weight)
  }

  @Test func indicesOutOfRangeTrap() async {
    expectMessage(
      "index 4 at position 1 is not in 0..<4",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Embedding<Float>(4, 2)([0, 4])
      })
    expectMessage(
      "index -1 at position 0 is not in 0..<4",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Embedding<Float>(4, 2)([-1])
      })
    expectMessage(
      "Embedding: padding index 4 is not in 0..<4",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Embedding<Float>(4, 2, paddingIndex: 4)
      })
    expectMessage(
      "Embedding needs a weight [count, features], got [3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Embedding<Float>(weight: Tensor(zeros: [3]))
      })
  }

  @Test func descriptionsAndShapes() {
    let layer = Embedding<Float>(7, 3, paddingIndex: 0)
    #expect("\(layer)" == "Embedding(7, 3, paddingIndex: 0)")
    #expect("\(Embedding<Float>(7, 3))" == "Embedding(7, 3)")
    let full = Shape(Array(repeating: 1, count: 8))
    #expect(
      throws: ShapeError(layer: "\(layer)", found: full, expected: "less than 8 axes")
    ) { try layer.outputShape(forIndices: full) }
  }

  /// Texts with word 5 are of class 1, all others of class 0.
  @Test func aModelWithWordsLearnsAndIsSaved() throws {
    var rng = Philox(seed: 7)
    let texts: Tensor<Int32> = [
      [1, 2, 0], [5, 1, 0], [3, 4, 2], [2, 5, 3], [4, 0, 0], [5, 0, 0], [1, 3, 3], [4, 4, 5],
    ]
    let labels: Tensor<Int32> = [0, 1, 0, 1, 0, 1, 0, 1]
    var model = Classifier(using: &rng)
    var optimizer = Adam<Float>(learningRate: 0.05)
    for _ in 0..<200 {
      let (_, gradients) = valueWithGradient(at: &model) { model in
        softmaxCrossEntropy(model(texts), labels)
      }
      optimizer.update(&model, with: gradients)
    }
    #expect(model(texts).argmax() == labels)
    #expect(model.words.weight[0].scalars == [0, 0, 0, 0])
    #expect(model.parameters.map(\.name) == ["words.weight", "scores.weight", "scores.bias"])
    var other = Classifier(using: &rng)
    try other.load(state: model.state)
    #expect(other(texts) == model(texts))
  }
}
