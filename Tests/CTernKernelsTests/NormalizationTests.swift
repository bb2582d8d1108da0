import CTernKernels
import Testing

/// Some channels inside a tensor of more: segments that fill vectors and some that do not, and
/// channels that share a strip of columns.
private struct Block: Sendable {
  let batch: Int
  let channels: Int
  let inner: Int
  var stride: Int { (channels + 2) * inner }
  var count: Int { batch * inner }

  init(_ batch: Int, _ channels: Int, _ inner: Int) {
    (self.batch, self.channels, self.inner) = (batch, channels, inner)
  }

  /// The elements of a channel, when the block begins with the second channel of the tensor.
  func places(_ channel: Int) -> [Int] {
    (0..<batch).flatMap { n in
      (0..<inner).map { n * stride + (channel + 1) * inner + $0 }
    }
  }
}

private let blocks = [
  Block(1, 1, 1), Block(2, 3, 1), Block(5, 70, 1), Block(130, 5, 1), Block(3, 5, 7),
  Block(7, 11, 3), Block(2, 9, 15), Block(3, 2, 17), Block(4, 3, 64), Block(40, 2, 100),
  Block(2, 2, 1023), Block(2, 1, 5000),
]

/// What the kernels are given: a tensor, an upstream gradient and numbers for each channel.
private struct Inputs<R: Real> {
  let x: [R]
  let dy: [R]
  let center: [R]
  let factor: [R]
  let offset: [R]

  init(_ block: Block) {
    x = numbers(block.batch * block.stride)
    dy = numbers(block.batch * block.stride, seed: 2)
    center = numbers(block.channels, range: 1, seed: 3)
    factor = numbers(block.channels, seed: 4)
    offset = numbers(block.channels, seed: 5)
  }

  /// The map's value before its rectifier.
  func mapped(_ place: Int, _ channel: Int) -> Double {
    (Double(x[place]) - Double(center[channel])) * Double(factor[channel])
      + Double(offset[channel])
  }

  /// dy, or 0 where the rectifier was closed.
  func passed(_ place: Int, _ channel: Int, _ rectify: Bool) -> Double {
    rectify && mapped(place, channel) <= 0 ? 0 : Double(dy[place])
  }
}

/// Some roundings of numbers of this size.
private func expectClose<R: Real>(
  _ actual: Double, _ expected: Double, size: Double = 1, _: R.Type, _ what: String
) {
  #expect(abs(actual - expected) <= 16 * Double(R.ulpOfOne) * max(abs(expected), size), "\(what)")
}

@Suite struct NormalizationTests {
  @Test(arguments: availableTiers, blocks)
  fileprivate func momentsAreTheirFormulas(tier: TernTier, block: Block) {
    func check<R: Real>(_: R.Type) {
      let inputs = Inputs<R>(block)
      let (mean, squares) = moments(tier, block, inputs.x)
      for channel in 0..<block.channels {
        let x = block.places(channel).map { Double(inputs.x[$0]) }
        let expected = x.reduce(0, +) / Double(block.count)
        let square = x.reduce(0) { $0 + ($1 - expected) * ($1 - expected) }
        expectClose(mean[channel], expected, R.self, "mean of \(channel)")
        expectClose(squares[channel], square, R.self, "squares of \(channel)")
      }
    }
    check(Float.self)
    check(Double.self)
  }

  /// Elements far from 0, a first element far from the others, and one image far from the others:
  /// differences of large squares would leave nothing of the variance.
  @Test(arguments: availableTiers, [Block(8, 3, 1), Block(50, 2, 3), Block(20, 2, 300)])
  fileprivate func momentsDoNotCancel(tier: TernTier, block: Block) {
    func check<R: Real>(_: R.Type, mean offset: R, first: R) {
      var x: [R] = numbers(block.batch * block.stride).map { $0 + offset }
      for channel in 0..<block.channels { x[block.places(channel)[0]] += first }
      let (mean, squares) = moments(tier, block, x)
      for channel in 0..<block.channels {
        let x = block.places(channel).map { Double(x[$0]) }
        let expected = x.reduce(0, +) / Double(block.count)
        let square = x.reduce(0) { $0 + ($1 - expected) * ($1 - expected) }
        // Distances from a first element far from the others are themselves rounded.
        #expect(abs(mean[channel] - expected) <= 1e-7 * max(abs(expected), Double(first)))
        #expect(abs(squares[channel] - square) <= 2e-6 * square)
      }
    }
    for (mean, first) in [(1e4, 0.0), (-1e6, 0), (0.5, 1e4), (1e4, 100)] {
      check(Float.self, mean: Float(mean), first: Float(first))
      check(Double.self, mean: mean, first: first)
    }
  }

  @Test(arguments: availableTiers)
  func equalElementsHaveNoVariance(tier: TernTier) {
    for value: Float in [0, 0.1, -1e30] {
      let (mean, squares) = moments(
        tier, Block(33, 2, 19), [Float](repeating: value, count: 33 * 4 * 19))
      #expect(mean == [Double(value), Double(value)])
      #expect(squares == [0, 0])
    }
  }

  @Test(arguments: availableTiers, blocks)
  fileprivate func normalizeIsItsFormula(tier: TernTier, block: Block) {
    func check<R: Real>(_: R.Type) {
      let inputs = Inputs<R>(block)
      for rectify in [false, true] {
        var y = [R](repeating: .nan, count: inputs.x.count)
        onBlock(block, inputs.x, &y) { x, y in
          R.kernels(tier)
            .normalize(
              block.batch, block.channels, block.inner, block.stride, x, inputs.center,
              inputs.factor, inputs.offset, rectify, y)
        }
        for channel in 0..<block.channels {
          for place in block.places(channel) {
            let expected = inputs.mapped(place, channel)
            expectClose(
              Double(y[place]), rectify ? max(expected, 0) : expected, size: 4, R.self,
              "element \(place)")
            y[place] = .nan
          }
        }
        #expect(y.allSatisfy { $0.isNaN }, "elements of other channels")
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: availableTiers, blocks)
  fileprivate func gradientIsItsFormula(tier: TernTier, block: Block) {
    func check<R: Real>(_: R.Type) {
      let inputs = Inputs<R>(block)
      let (a, b, e): ([R], [R], [R]) = (
        numbers(block.channels, seed: 6), numbers(block.channels, seed: 7),
        numbers(block.channels, seed: 8)
      )
      for rectify in [false, true] {
        var sums = [Double](repeating: .nan, count: block.channels)
        var products = sums
        var dx = [R](repeating: .nan, count: inputs.x.count)
        onBlock(block, inputs.x, &dx) { x, dx in
          inputs.dy.withUnsafeBufferPointer { dy in
            let dy = dy.baseAddress.map { $0 + block.inner }
            let kernels = R.kernels(tier)
            kernels.normalizeSums(
              block.batch, block.channels, block.inner, block.stride, x, dy, inputs.center,
              inputs.factor, inputs.offset, rectify, &sums, &products)
            kernels.normalizeGradient(
              block.batch, block.channels, block.inner, block.stride, x, dy, inputs.center,
              inputs.factor, inputs.offset, rectify, a, b, e, dx)
          }
        }
        for channel in 0..<block.channels {
          let places = block.places(channel)
          let passed = places.map { inputs.passed($0, channel, rectify) }
          let distances = places.map { Double(inputs.x[$0]) - Double(inputs.center[channel]) }
          expectClose(
            sums[channel], passed.reduce(0, +), size: Double(block.count), R.self, "sum")
          expectClose(
            products[channel], zip(passed, distances).reduce(0) { $0 + $1.0 * $1.1 },
            size: Double(block.count), R.self, "product")
          for (index, place) in places.enumerated() {
            let expected =
              passed[index] * Double(a[channel]) + distances[index] * Double(b[channel])
              + Double(e[channel])
            expectClose(Double(dx[place]), expected, size: 8, R.self, "element \(place)")
            dx[place] = .nan
          }
        }
        #expect(dx.allSatisfy { $0.isNaN }, "elements of other channels")
      }
    }
    check(Float.self)
    check(Double.self)
  }

  /// The moments of a block that begins with the second channel.
  private func moments<R: Real>(
    _ tier: TernTier, _ block: Block, _ x: [R]
  ) -> (mean: [Double], squares: [Double]) {
    var mean = [Double](repeating: .nan, count: block.channels)
    var squares = mean
    x.withUnsafeBufferPointer { x in
      R.kernels(tier)
        .moments(
          block.batch, block.channels, block.inner, block.stride,
          x.baseAddress.map { $0 + block.inner }, &mean, &squares)
    }
    return (mean, squares)
  }

  /// Calls `body` with the places of the second channel.
  private func onBlock<R: Real>(
    _ block: Block, _ x: [R], _ y: inout [R],
    _ body: (UnsafePointer<R>?, UnsafeMutablePointer<R>?) -> Void
  ) {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        body(x.baseAddress.map { $0 + block.inner }, y.baseAddress.map { $0 + block.inner })
      }
    }
  }
}
