import TernTensors

extension Shape {
  /// This shape if it has an axis, which counts from the end where it is negative.
  func requiring(axis: Int, for layer: String) throws(ShapeError) -> Shape {
    guard axis >= -rank, axis < rank else {
      let axes = axis < 0 ? -axis : axis + 1
      throw ShapeError(
        layer: layer, found: self, expected: "\(axes) \(axes == 1 ? "axis" : "axes") or more")
    }
    return self
  }

  /// This shape if it is one of images that are not empty.
  func requiringImages(for layer: String) throws(ShapeError) -> Shape {
    guard rank == 4, self[2] > 0, self[3] > 0 else {
      throw ShapeError(layer: layer, found: self, expected: "[batch, channels, height, width]")
    }
    return self
  }
}
