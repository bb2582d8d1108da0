import Tern

extension IDXFile where Scalar: TensorScalar {
  /// The array as a tensor.
  public var tensor: Tensor<Scalar> { Tensor(scalars, shape: Shape(extents)) }
}
