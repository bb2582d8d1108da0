import Tern

/// What makes numbers of pixels that are stored as bytes: `lowest + byte / 255 · (highest − lowest)`.
func pixels(in range: ClosedRange<Float>) -> @Sendable (Tensor<UInt8>) -> Tensor<Float> {
  let lowest = range.lowerBound
  // A quotient is rounded once, so that 0...1 gives byte / 255 and 0...255 the byte itself.
  let bytesPerUnit = 255 / (range.upperBound - lowest)
  return { bytes in
    var pixels = bytes.asType(Float.self)
    if bytesPerUnit != 1 { pixels = pixels / bytesPerUnit }
    return lowest == 0 ? pixels : pixels + lowest
  }
}
