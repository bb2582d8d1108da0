import Tern

/// The weights of a first layer as images: what each of its outputs looks for.
///
/// - Parameters:
///   - weight: That of a linear layer, `[channels·height·width, outputs]`, or of a convolution,
///     `[outputs, inputs, height, width]`.
///   - imageShape: The shape of an input image, `[channels, height, width]`. A convolution does not
///     need it.
/// - Returns: `[count, 1 or 3, height, width]`. There is an image for each output, or, for a
///   convolution with other than 1 or 3 inputs, a grey one for each output and input. Nil if the
///   weight belongs to no images.
public func weightImages<Scalar: FloatingScalar>(
  of weight: Tensor<Scalar>, imageShape: Shape?
) -> Tensor<Scalar>? {
  let weight = weight.detached()
  let shape = weight.shape
  if weight.isEmpty { return nil }
  if shape.rank == 4 {
    if shape[1] == 1 || shape[1] == 3 { return weight }
    return weight.reshaped(to: [shape[0] * shape[1], 1, shape[2], shape[3]])
  }
  guard shape.rank == 2, let imageShape, imageShape.rank == 3,
    imageShape[0] == 1 || imageShape[0] == 3, imageShape.elementCount == shape[0]
  else { return nil }
  return weight.transposed().reshaped(to: [shape[1]] + Array(imageShape))
}

/// The shape `[channels, height, width]` of images that a data set holds flattened: a square of grey
/// pixels, such as 784 for 28×28, or three squares, such as 3072 for three channels of 32×32.
///
/// - Returns: Nil if the number of elements is neither, or below 64, where a row of
///   measurements is more likely.
public func imageShape(ofElements count: Int) -> Shape? {
  func side(_ area: Int) -> Int? {
    let side = Int(Double(area).squareRoot().rounded())
    return side * side == area ? side : nil
  }
  if count < 64 { return nil }
  if let side = side(count) { return [1, side, side] }
  if count % 3 == 0, let side = side(count / 3) { return [3, side, side] }
  return nil
}
