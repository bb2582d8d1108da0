import Tern

/// Lengths around and between those of vectors, and of unrolled loops.
public let oddSizes = [0, 1, 7, 17, 1023]

/// Repeatable numbers from a range, none within 0.01 of 0, where many functions have a kink.
public func seeded<S: FloatingScalar>(
  _ shape: Shape, in range: ClosedRange<Double> = -2...2, seed: UInt64 = 0, as _: S.Type = S.self
) -> Tensor<S> {
  var rng = Philox(seed: seed, stream: 7)
  let scalars = (0..<shape.elementCount).map { _ -> S in
    let value = Double.random(in: range, using: &rng)
    return S(double: abs(value) < 0.01 ? value + 0.02 : value)
  }
  return Tensor(scalars, shape: shape)
}

/// The numbers 0, 1, 2 … in row-major order.
public func counting<S: FloatingScalar>(_ shape: Shape, as _: S.Type = S.self) -> Tensor<S> {
  Tensor((0..<shape.elementCount).map { S($0) }, shape: shape)
}
