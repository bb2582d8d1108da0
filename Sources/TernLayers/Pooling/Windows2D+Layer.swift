import TernTensors

extension Windows2D {
  /// As they are written in a layer's initializer, without defaults.
  var parameters: String {
    var parts = ["\(kernel)"]
    if stride != kernel { parts.append("stride: \(stride)") }
    if padding != 0 { parts.append("padding: \(padding)") }
    if dilation != 1 { parts.append("dilation: \(dilation)") }
    if ceilMode { parts.append("ceilMode: true") }
    if !countsPadding { parts.append("countIncludesPadding: false") }
    return parts.joined(separator: ", ")
  }

  /// The shape of a layer's output.
  func outputShape(for inputShape: Shape, layer: String) throws(ShapeError) -> Shape {
    let shape = try inputShape.requiringImages(for: layer)
    guard let output = outputShape(for: shape) else {
      throw ShapeError(
        layer: layer, found: shape,
        expected: "[batch, channels, height, width] with room for a window")
    }
    return output
  }
}
