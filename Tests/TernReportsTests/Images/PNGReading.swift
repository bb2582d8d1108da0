import CLibPNG
import TernReports
import Testing

/// The bitmap in a PNG file, decoded by libpng.
func decoded(_ file: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws -> Bitmap {
  var image = png_image()
  image.version = UInt32(PNG_IMAGE_VERSION)
  try #require(
    png_image_begin_read_from_memory(&image, file, file.count) != 0,
    "libpng reads no image", sourceLocation: sourceLocation)
  let channels = image.format == UInt32(PNG_FORMAT_GRAY) ? 1 : 3
  if channels == 3 { image.format = PNG_FORMAT_RGB }
  let (width, height) = (Int(image.width), Int(image.height))
  var samples = [UInt8](repeating: 0, count: width * height * channels)
  try #require(
    png_image_finish_read(&image, nil, &samples, 0, nil) != 0,
    "libpng reads no samples", sourceLocation: sourceLocation)
  return Bitmap(width: width, height: height, channels: channels, samples: samples)
}
