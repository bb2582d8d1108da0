import CLibPNG

/// An image of 8 bits a sample: shades of grey, or red, green and blue.
public struct Bitmap: Sendable, Hashable {
  /// The number of columns, 1 or more.
  public let width: Int
  /// The number of rows, 1 or more.
  public let height: Int
  /// 1 for grey, 3 for red, green and blue.
  public let channels: Int
  /// The samples row by row from the top, those of a pixel side by side.
  public var samples: [UInt8] {
    didSet { checkCount() }
  }

  /// An image of these samples.
  public init(width: Int, height: Int, channels: Int, samples: [UInt8]) {
    precondition(
      width >= 1 && height >= 1 && (channels == 1 || channels == 3),
      "a bitmap needs extents of 1 or more and 1 or 3 channels, got \(width)×\(height)×\(channels)")
    self.width = width
    self.height = height
    self.channels = channels
    self.samples = samples
    checkCount()
  }

  private func checkCount() {
    precondition(
      samples.count == width * height * channels,
      "\(samples.count) samples do not fill a bitmap of \(width)×\(height)×\(channels)")
  }

  /// The image as a PNG file.
  ///
  /// - Throws: ``ReportError/png(reason:)`` if libpng cannot make one, as from more than a
  ///   million rows.
  public func png() throws(ReportError) -> [UInt8] {
    var image = header
    // The first call only counts: nothing is known of the size before.
    var byteCount = 0
    guard png_image_write_to_memory(&image, nil, &byteCount, 0, samples, 0, nil) != 0 else {
      throw Self.failure(&image)
    }
    var file = [UInt8](repeating: 0, count: byteCount)
    image = header
    guard png_image_write_to_memory(&image, &file, &byteCount, 0, samples, 0, nil) != 0 else {
      throw Self.failure(&image)
    }
    return Array(file.prefix(byteCount))
  }

  private var header: png_image {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(clamping: width)
    image.height = UInt32(clamping: height)
    image.format = channels == 1 ? UInt32(PNG_FORMAT_GRAY) : PNG_FORMAT_RGB
    return image
  }

  /// libpng's own words, after which it wants its memory back.
  private static func failure(_ image: inout png_image) -> ReportError {
    let reason = withUnsafeBytes(of: image.message) { message in
      String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
    }
    png_image_free(&image)
    return .png(reason: reason)
  }
}
