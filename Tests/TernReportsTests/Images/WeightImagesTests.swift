import Tern
import TernReports
import Testing

@Suite struct WeightImagesTests {
  @Test func eachOutputOfALinearLayerIsAnImage() throws {
    let weight = Tensor<Float>(arange: 0, 24).reshaped(to: [12, 2])
    let images = try #require(weightImages(of: weight, imageShape: [3, 2, 2]))
    #expect(images.shape == [2, 3, 2, 2])
    let odd: [Float] = (0..<12).map { (i: Int) -> Float in Float(2 * i + 1) }
    #expect(images[1].scalars == odd)
  }

  @Test func convolutionsAreImagesAlready() {
    let colored = Tensor<Float>(arange: 0, 54).reshaped(to: [2, 3, 3, 3])
    #expect(weightImages(of: colored, imageShape: nil) == colored)
    let deep = Tensor<Float>(arange: 0, 40).reshaped(to: [2, 5, 2, 2])
    #expect(weightImages(of: deep, imageShape: nil) == deep.reshaped(to: [10, 1, 2, 2]))
  }

  @Test(arguments: [[1, 3, 3], [2, 2, 3], [12], []] as [Shape])
  func weightsOfOtherInputsAreNone(imageShape: Shape) {
    #expect(weightImages(of: Tensor<Float>(zeros: [12, 2]), imageShape: imageShape) == nil)
    #expect(weightImages(of: Tensor<Float>(zeros: [12]), imageShape: imageShape) == nil)
  }

  @Test(
    arguments: [
      (784, [1, 28, 28]), (64, [1, 8, 8]), (3072, [3, 32, 32]), (4, nil), (63, nil), (65, nil),
      (192, [3, 8, 8]),
    ] as [(Int, Shape?)])
  func shapesOfFlattenedImages(count: Int, shape: Shape?) {
    #expect(imageShape(ofElements: count) == shape)
  }
}
