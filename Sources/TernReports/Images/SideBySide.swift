extension Bitmap {
  /// Bitmaps of any sizes in rows, in cells as large as the largest, on white. Nil for none.
  init?(sideBySide images: [Bitmap], border: Int = 2) {
    guard let width = images.map(\.width).max(), let height = images.map(\.height).max() else {
      return nil
    }
    let channels = images.map(\.channels).max() ?? 1
    let columns = Int(Double(images.count).squareRoot().rounded(.up))
    let rows = (images.count + columns - 1) / columns
    let rowLength = (columns * (width + border) + border) * channels
    let canvasHeight = rows * (height + border) + border
    var canvas = [UInt8](repeating: 255, count: rowLength * canvasHeight)
    for (index, image) in images.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let (top, left) = (border + row * (height + border), border + column * (width + border))
      for y in 0..<image.height {
        for x in 0..<image.width {
          for channel in 0..<channels {
            // Grey is the same in all channels.
            let source = (y * image.width + x) * image.channels + min(channel, image.channels - 1)
            canvas[(top + y) * rowLength + (left + x) * channels + channel] = image.samples[source]
          }
        }
      }
    }
    self.init(
      width: rowLength / channels, height: canvasHeight, channels: channels, samples: canvas)
  }

  /// The image with a grey line around it.
  func framed(width line: Int, shade: UInt8) -> Bitmap {
    let side = [UInt8](repeating: shade, count: line * channels)
    let edge = [UInt8](repeating: shade, count: (width + 2 * line) * line * channels)
    var framed = edge
    for y in 0..<height {
      framed += side + samples[y * width * channels..<(y + 1) * width * channels] + side
    }
    return Bitmap(
      width: width + 2 * line, height: height + 2 * line, channels: channels,
      samples: framed + edge)
  }
}
