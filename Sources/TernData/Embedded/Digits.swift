import Tern

/// 1,797 real handwritten digits of 8×8 pixels, written by 13 people.
///
/// The data come with the library and can be used at once:
///
/// ```swift
/// let (train, test) = try Digits.load().split(0.8, shuffledWith: &rng)
/// ```
///
/// Source: E. Alpaydin and C. Kaynak (1998), "Optical Recognition of Handwritten Digits" (its test
/// set), in the UCI Machine Learning Repository, doi:10.24432/C50P49, under the Creative Commons
/// licence CC BY 4.0. A pixel counts the dark dots among 4×4 of the scanned image, 0 to 16.
public enum Digits {
  /// All digits: images of shape `[1797, 1, 8, 8]`, or `[1797, 64]` if `flattened`, with pixels from
  /// 0 (paper) to 1 (ink); labels 0 to 9.
  public static func load<Scalar: FloatingScalar>(
    as scalar: Scalar.Type = Float.self, flattened: Bool = false
  ) -> Dataset<Scalar> {
    let count = images.labels.count
    let pixels = Tensor(images.pixels, shape: flattened ? [count, 64] : [count, 1, 8, 8])
    return Dataset(
      checkedInputs: pixels.asType(Scalar.self) / 16, labels: Tensor(images.labels))
  }

  /// The pixels of all images, 0 to 16, row by row and one image after another, and the labels.
  private static let images: (pixels: [UInt8], labels: [Int32]) = {
    var pixels: [UInt8] = []
    var labels: [Int32] = []
    for line in "\(text)".utf8.split(separator: UInt8(ascii: "\n")) {
      pixels += line.prefix(64).map(digit)
      labels += line.suffix(1).map { Int32(digit($0)) }
    }
    return (pixels, labels)
  }()

  /// The value of a digit in base 17, from `0` to `g`.
  private static func digit(_ character: UInt8) -> UInt8 {
    let zero = UInt8(ascii: "0")
    let ten = UInt8(ascii: "a")
    return character < ten ? character - zero : character - ten + 10
  }
}
