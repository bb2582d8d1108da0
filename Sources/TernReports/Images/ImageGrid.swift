import Tern

/// How numbers become shades.
public enum ImageScaling: Sendable, Hashable {
  /// Each image from its own smallest number (black) to its own greatest (white).
  case each
  /// All images from the smallest number of all to the greatest of all.
  case all
  /// From these numbers; what lies outside becomes black or white.
  case range(ClosedRange<Double>)
}

extension Bitmap {
  /// Images side by side, row by row, with a white border between and around them.
  ///
  /// A shade is 255·(x − low)/(high − low), rounded. An image of equal numbers is grey (128) where its
  /// own range decides; what is not a number is black.
  ///
  /// - Parameters:
  ///   - images: `[count, channels, height, width]` with 1 or 3 channels, none of them 0.
  ///   - columns: The number of images in a row; about as many as there are rows by default.
  ///   - border: The width of the border in pixels, before magnification.
  ///   - magnification: How many pixels high and wide each element becomes.
  ///   - scaling: What is black and what is white.
  public init<Scalar: FloatingScalar>(
    grid images: Tensor<Scalar>, columns: Int? = nil, border: Int = 1, magnification: Int = 1,
    scaling: ImageScaling = .each
  ) {
    let shape = images.shape
    precondition(
      shape.rank == 4 && images.count > 0 && (shape[1] == 1 || shape[1] == 3),
      "a grid needs images [count, 1 or 3, height, width], got \(shape)")
    precondition(
      border >= 0 && magnification >= 1 && columns ?? 1 >= 1,
      "a grid needs a border of 0 or more, a magnification and columns of 1 or more")
    let layout = GridLayout(
      count: shape[0], columns: columns, height: shape[2], width: shape[3], border: border)
    let channels = shape[1]
    let area = shape[2] * shape[3]
    var canvas = [UInt8](repeating: 255, count: layout.width * layout.height * channels)
    images.withUnsafeBufferPointer { scalars in
      let all = Self.range(of: scalars[...], scaling)
      for index in 0..<shape[0] {
        let image = scalars[index * channels * area..<(index + 1) * channels * area]
        let range = scaling == .each ? Self.range(of: image, scaling) : all
        let (top, left) = layout.corner(of: index)
        for (offset, scalar) in image.enumerated() {
          let (channel, pixel) = offset.quotientAndRemainder(dividingBy: area)
          let (y, x) = pixel.quotientAndRemainder(dividingBy: shape[3])
          let place = ((top + y) * layout.width + left + x) * channels + channel
          canvas[place] = Self.shade(scalar.asDouble, in: range)
        }
      }
    }
    self = Bitmap(
      width: layout.width, height: layout.height, channels: channels, samples: canvas
    ).magnified(by: magnification)
  }

  /// The image with each pixel as a square of pixels.
  public func magnified(by factor: Int) -> Bitmap {
    precondition(factor >= 1, "magnified(by:) needs a factor of 1 or more, got \(factor)")
    if factor == 1 { return self }
    var larger: [UInt8] = []
    larger.reserveCapacity(samples.count * factor * factor)
    for y in 0..<height {
      var row: [UInt8] = []
      for x in 0..<width {
        let pixel = samples[(y * width + x) * channels..<(y * width + x + 1) * channels]
        for _ in 0..<factor { row += pixel }
      }
      for _ in 0..<factor { larger += row }
    }
    return Bitmap(
      width: width * factor, height: height * factor, channels: channels, samples: larger)
  }

  /// The numbers that become black and white.
  private static func range(
    of scalars: Slice<UnsafeBufferPointer<some FloatingScalar>>, _ scaling: ImageScaling
  ) -> ClosedRange<Double> {
    if case .range(let range) = scaling { return range }
    var (low, high) = (Double.infinity, -Double.infinity)
    for scalar in scalars where scalar.isFinite {
      low = min(low, scalar.asDouble)
      high = max(high, scalar.asDouble)
    }
    return low <= high ? low...high : 0...0
  }

  private static func shade(_ x: Double, in range: ClosedRange<Double>) -> UInt8 {
    if x.isNaN { return 0 }
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == high { return x.isFinite ? 128 : 0 }
    // Halves keep the greatest of numbers from overflowing.
    let share = (x / 2 - low / 2) / (high / 2 - low / 2)
    return UInt8((255 * min(max(share, 0), 1)).rounded())
  }
}

/// Where the images of a grid are.
private struct GridLayout {
  let columns: Int
  let rows: Int
  /// The distances between the corners of neighbours.
  let stepX: Int
  let stepY: Int
  let border: Int

  init(count: Int, columns: Int?, height: Int, width: Int, border: Int) {
    let square = Int(Double(count).squareRoot().rounded(.up))
    self.columns = min(columns ?? square, count)
    rows = (count + self.columns - 1) / self.columns
    (stepX, stepY) = (width + border, height + border)
    self.border = border
  }

  var width: Int { columns * stepX + border }
  var height: Int { rows * stepY + border }

  func corner(of index: Int) -> (top: Int, left: Int) {
    let (row, column) = index.quotientAndRemainder(dividingBy: columns)
    return (border + row * stepY, border + column * stepX)
  }
}
