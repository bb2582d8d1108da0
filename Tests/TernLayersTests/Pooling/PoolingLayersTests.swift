import Tern
import TestSupport
import Testing

struct PoolingLayersTests {
  /// Layers, an input's shape and what comes of it.
  static let layers: [(layer: any Layer<Double>, input: Shape, output: Shape)] = [
    (MaxPool2D(2), [2, 3, 5, 6], [2, 3, 2, 3]),
    (MaxPool2D(3, stride: 2, padding: 1), [2, 3, 5, 6], [2, 3, 3, 3]),
    (MaxPool2D([2, 3], dilation: [1, 2], ceilMode: true), [1, 1, 5, 7], [1, 1, 3, 2]),
    (AvgPool2D(2), [2, 3, 5, 6], [2, 3, 2, 3]),
    (
      AvgPool2D([2, 3], stride: 2, padding: 1, countIncludesPadding: false), [1, 2, 5, 6],
      [1, 2, 3, 3]
    ),
    (AdaptiveAvgPool2D(1), [2, 3, 5, 6], [2, 3, 1, 1]),
    (AdaptiveAvgPool2D([2, 3]), [2, 3, 5, 6], [2, 3, 2, 3]),
    (AdaptiveMaxPool2D([2, 3]), [2, 3, 5, 6], [2, 3, 2, 3]),
    (GlobalAvgPool2D(), [2, 3, 5, 6], [2, 3]),
    (GlobalAvgPool2D(keepingAxes: true), [2, 3, 5, 6], [2, 3, 1, 1]),
  ]

  @Test(arguments: layers.indices) func outputsHaveTheShapeThatIsTold(index: Int) throws {
    let (layer, input, output) = Self.layers[index]
    #expect(try layer.outputShape(for: input) == output)
    #expect(layer(seeded(input)).shape == output)
  }

  @Test(arguments: layers.indices) func otherShapesThrow(index: Int) {
    let layer = Self.layers[index].layer
    for shape in [[], [2, 3, 5], [2, 3, 0, 5], [1, 2, 3, 4, 5]] as [Shape] {
      #expect(
        throws: ShapeError(
          layer: "\(layer)", found: shape, expected: "[batch, channels, height, width]")
      ) { try layer.outputShape(for: shape) }
    }
  }

  @Test func imagesSmallerThanAWindowThrow() {
    #expect(
      throws: ShapeError(
        layer: "MaxPool2D(3)", found: [1, 1, 2, 5],
        expected: "[batch, channels, height, width] with room for a window")
    ) { try MaxPool2D<Float>(3).outputShape(for: [1, 1, 2, 5]) }
  }

  @Test func descriptionsNameWhatIsNotTheDefault() {
    #expect(
      Self.layers.map { "\($0.layer)" } == [
        "MaxPool2D(2)", "MaxPool2D(3, stride: 2, padding: 1)",
        "MaxPool2D([2, 3], dilation: [1, 2], ceilMode: true)", "AvgPool2D(2)",
        "AvgPool2D([2, 3], stride: 2, padding: 1, countIncludesPadding: false)",
        "AdaptiveAvgPool2D(1)", "AdaptiveAvgPool2D([2, 3])", "AdaptiveMaxPool2D([2, 3])",
        "GlobalAvgPool2D", "GlobalAvgPool2D(keepingAxes: true)",
      ])
  }

  @Test(arguments: layers.indices) func gradients(index: Int) {
    let (layer, shape, _) = Self.layers[index]
    // All different, so that no difference changes which one is greatest.
    let x = Tensor((0..<shape.elementCount).map { Double($0 * 37 % 199) / 199 }, shape: shape)
    expectGradients(of: layer, at: x)
  }

  @Test func globalMeansAreThoseOfTheChannels() {
    let x: Tensor<Double> = seeded([2, 3, 4, 5])
    let means = naiveReduce(x, along: [2, 3]) { $0.reduce(0, +) / 20 }
    expectClose(GlobalAvgPool2D()(x), means)
    expectClose(AdaptiveAvgPool2D(1)(x), means.reshaped(to: [2, 3, 1, 1]))
  }

  /// Windows that are no squares and overlap, so that no option can stand for another.
  @Test func layersAreTheirOperators() {
    let x: Tensor<Double> = seeded([2, 3, 9, 11])
    let average = AvgPool2D<Double>(
      [2, 4], stride: [3, 1], padding: [0, 2], ceilMode: true, countIncludesPadding: false)
    #expect(
      average(x)
        == x.averagePool2D(
          [2, 4], stride: [3, 1], padding: [0, 2], ceilMode: true, countIncludesPadding: false))
    let greatest = MaxPool2D<Double>(
      [2, 4], stride: [3, 1], padding: [0, 2], dilation: [2, 1], ceilMode: true)
    #expect(
      greatest(x)
        == x.maxPool2D(
          [2, 4], stride: [3, 1], padding: [0, 2], dilation: [2, 1], ceilMode: true))
  }
}
