import Tern
import TernReports
import Testing

@Suite struct ImageGridTests {
  /// Three images of 1×2 in two columns.
  let images = Tensor<Float>([0, 1, 2, 4, -1, -3], shape: [3, 1, 1, 2])

  @Test func imagesAreScaledEachByItself() {
    let grid = Bitmap(grid: images)
    #expect((grid.width, grid.height, grid.channels) == (7, 5, 1))
    let w: UInt8 = 255
    #expect(
      grid.samples == [
        w, w, w, w, w, w, w,
        w, 0, 255, w, 0, 255, w,
        w, w, w, w, w, w, w,
        w, 255, 0, w, w, w, w,
        w, w, w, w, w, w, w,
      ])
  }

  @Test func imagesAreScaledTogether() {
    let grid = Bitmap(grid: images, columns: 3, border: 0, scaling: .all)
    // 255 · (x + 3) / 7
    #expect(grid.samples == [109, 146, 182, 255, 73, 0])
  }

  @Test func imagesAreScaledFromAGivenRange() {
    let grid = Bitmap(grid: images, columns: 3, border: 0, scaling: .range(0...2))
    #expect(grid.samples == [0, 128, 255, 255, 0, 0])
  }

  @Test func channelsOfAPixelAreSideBySide() {
    let image = Tensor<Double>([0, 1, 2, 3, 4, 5], shape: [1, 3, 1, 2])
    let grid = Bitmap(grid: image, border: 0, scaling: .range(0...255))
    #expect(grid.channels == 3)
    #expect(grid.samples == [0, 2, 4, 1, 3, 5])
  }

  @Test func bordersAreMagnifiedToo() throws {
    let grid = Bitmap(grid: images, columns: 1, border: 2, magnification: 3)
    #expect((grid.width, grid.height) == (3 * 6, 3 * 11))
    #expect(try decoded(grid.png()) == grid)
  }

  @Test func numbersThatAreNoneAreBlackAndEqualOnesGrey() {
    let odd = Tensor<Float>([.nan, .infinity, 1, 3, 5, 5, 5, 5], shape: [2, 1, 1, 4])
    #expect(
      Bitmap(grid: odd, columns: 1, border: 0).samples == [0, 255, 0, 255, 128, 128, 128, 128])
    let none = Tensor<Float>([.nan, -.infinity], shape: [1, 1, 1, 2])
    #expect(Bitmap(grid: none, border: 0).samples == [0, 0])
  }

  @Test func theGreatestNumbersDoNotOverflow() {
    let huge = Double.greatestFiniteMagnitude
    let image = Tensor<Double>([-huge, 0, huge], shape: [1, 1, 1, 3])
    #expect(Bitmap(grid: image, border: 0).samples == [0, 128, 255])
  }
}
