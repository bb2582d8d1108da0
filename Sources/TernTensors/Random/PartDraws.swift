import TernKernels

extension RandomNumberGenerator {
  /// Draws `count` elements in parts of 1,024, each with a generator of its own, on the pool.
  ///
  /// It is for draws that take an unknown number of words, as rejection does. Two words of this
  /// generator are the seed and the first stream of the parts' generators; so bits do not depend on
  /// the number of threads, and this generator moves on by two words whatever is drawn.
  ///
  /// - Parameter draw: Called with the indices of a part and its generator.
  mutating func drawParts(count: Int, _ draw: (Range<Int>, inout Philox) -> Void) {
    let (seed, firstStream) = (next(), next())
    let extent = 1_024
    let parts = (count + extent - 1) / extent
    ThreadPool.shared.split(parts, grain: 1) { range in
      for part in range {
        var rng = Philox(seed: seed, stream: firstStream &+ UInt64(part))
        draw(part * extent..<Swift.min(count, (part + 1) * extent), &rng)
      }
    }
  }
}

extension Tensor where Scalar == Double {
  /// Elements that are drawn one by one, in parts on the pool.
  init<R: RandomNumberGenerator>(
    drawing shape: Shape, using rng: inout R, _ draw: (Int, inout Philox) -> Double
  ) {
    self.init(uninitialized: shape) { out in
      rng.drawParts(count: shape.elementCount) { range, rng in
        for i in range { out[i] = draw(i, &rng) }
      }
    }
  }
}
