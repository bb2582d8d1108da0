import Tern
import TestSupport
import Testing

struct PoolingTests {
  /// What PyTorch gives for images that `images(_:)` makes and the upstream gradient `upstream`.
  struct Case: Sendable, CustomTestStringConvertible {
    enum Inputs: Int { case distinct, ties, nan }

    var shape: Shape
    var inputs: Inputs
    var kernel: Size2D
    var stride: Size2D = 1
    var padding: Size2D = 0
    var dilation: Size2D = 1
    var ceilMode = false
    var countIncludesPadding = true
    let outputShape: Shape
    let output: [Double]
    let gradient: [Double]

    var testDescription: String {
      "\(shape) \(inputs) \(kernel) \(stride) \(padding) \(dilation) \(ceilMode) "
        + "\(countIncludesPadding)"
    }
  }

  /// As in `Tests/Oracles/pooling.py`.
  private static func images<S: FloatingScalar>(_ x: Case, as _: S.Type) -> Tensor<S> {
    let modulus = x.inputs == .ties ? 5 : 1009
    let scalars = (0..<x.shape.elementCount).map { i -> S in
      let isNaN = x.inputs == .nan && i % 11 == 3
      return isNaN ? .nan : S(i * 7919 % modulus - modulus / 2) / 64
    }
    return Tensor(scalars, shape: x.shape)
  }

  private static func upstream<S: FloatingScalar>(_ shape: Shape, as _: S.Type) -> Tensor<S> {
    let numbers = (0..<shape.elementCount).map { k -> S in
      let eighths: Int = k * 31 % 17 - 8
      return S(eighths) / 8
    }
    return Tensor(numbers, shape: shape)
  }

  private func expectPyTorchs(
    _ expected: Case, of pool: (Tensor<Float>) -> Tensor<Float>,
    _ doublePool: (Tensor<Double>) -> Tensor<Double>
  ) {
    func check<S: FloatingScalar>(
      _: S.Type, _ tolerance: Double, _ pool: (Tensor<S>) -> Tensor<S>
    ) {
      let x = Self.images(expected, as: S.self)
      let (y, pullback) = valueWithPullback(at: x, of: pool)
      let output = Tensor(expected.output.map { S($0) }, shape: expected.outputShape)
      expectClose(y, output, relative: tolerance, absolute: tolerance)
      expectClose(pool(x), output, relative: tolerance, absolute: tolerance, "untraced")
      let dx = pullback(Self.upstream(y.shape, as: S.self))
      let gradient = Tensor(expected.gradient.map { S($0) }, shape: expected.shape)
      expectClose(dx, gradient, relative: tolerance, absolute: tolerance, "gradient")
    }
    check(Float.self, 1e-5, pool)
    check(Double.self, 1e-10, doublePool)
  }

  @Test(arguments: maxima) func maximaArePyTorchs(_ x: Case) {
    func pool<S: FloatingScalar>(_ images: Tensor<S>) -> Tensor<S> {
      images.maxPool2D(
        x.kernel, stride: x.stride, padding: x.padding, dilation: x.dilation, ceilMode: x.ceilMode)
    }
    expectPyTorchs(x, of: pool, pool)
  }

  @Test(arguments: averages) func averagesArePyTorchs(_ x: Case) {
    func pool<S: FloatingScalar>(_ images: Tensor<S>) -> Tensor<S> {
      images.averagePool2D(
        x.kernel, stride: x.stride, padding: x.padding, ceilMode: x.ceilMode,
        countIncludesPadding: x.countIncludesPadding)
    }
    expectPyTorchs(x, of: pool, pool)
  }

  @Test(arguments: adaptiveAverages) func adaptiveAveragesArePyTorchs(_ x: Case) {
    func pool<S: FloatingScalar>(_ images: Tensor<S>) -> Tensor<S> {
      images.adaptiveAveragePool2D(to: x.kernel)
    }
    expectPyTorchs(x, of: pool, pool)
  }

  @Test(arguments: adaptiveMaxima) func adaptiveMaximaArePyTorchs(_ x: Case) {
    func pool<S: FloatingScalar>(_ images: Tensor<S>) -> Tensor<S> {
      images.adaptiveMaxPool2D(to: x.kernel)
    }
    expectPyTorchs(x, of: pool, pool)
  }

  /// Numbers that differ by 1/200 or more, so that no difference changes which one is greatest.
  private func distinct(_ shape: Shape) -> Tensor<Double> {
    let numbers = (0..<shape.elementCount).map { k -> Double in
      Double(k * 37 % 199) / 199 - 0.5
    }
    return Tensor(numbers, shape: shape)
  }

  @Test(arguments: [[1, 2, 4, 6], [2, 1, 5, 7], [1, 1, 8, 8], [1, 1, 3, 33]] as [Shape])
  func gradients(shape: Shape) {
    let x = [distinct(shape)]
    func check(_ pool: (Tensor<Double>) -> Tensor<Double>) {
      // The square makes the upstream gradient a function of x, which second derivatives need.
      expectGradients(at: x) { pool($0[0]) }
      expectGradients(at: x) { pool($0[0]).squared() }
    }
    check { $0.maxPool2D(2) }
    check { $0.maxPool2D(3, stride: [1, 2], padding: 1) }
    check { $0.maxPool2D(2, stride: 1, dilation: [1, 2], ceilMode: true) }
    check { $0.averagePool2D(2) }
    check { $0.averagePool2D(3, stride: 1, padding: 1) }
    check {
      $0.averagePool2D([2, 3], stride: 2, padding: 1, ceilMode: true, countIncludesPadding: false)
    }
    check { $0.adaptiveAveragePool2D(to: [3, 2]) }
    check { $0.adaptiveMaxPool2D(to: [2, 3]) }
  }

  @Test func thirdDerivatives() {
    for pool in [{ $0.maxPool2D(2) }, { $0.averagePool2D(3, stride: 2, padding: 1) }]
      as [(Tensor<Double>) -> Tensor<Double>]
    {
      expectGradients(at: [distinct([1, 1, 4, 5])]) { x in
        gradient(at: x[0]) { x in pool(x * x * x).squared().sum() }
      }
    }
  }

  @Test(arguments: [[0, 3, 4, 4], [2, 0, 4, 4]] as [Shape]) func noImages(shape: Shape) {
    let x = Tensor<Float>(zeros: shape)
    for pool in [
      { $0.maxPool2D(2) }, { $0.maxPool2D(2, stride: 1) }, { $0.averagePool2D(2) },
      { $0.averagePool2D(2, stride: 1) },
    ] as [(Tensor<Float>) -> Tensor<Float>] {
      let side = pool(Tensor(zeros: [1, 1, 4, 4])).shape[2]
      #expect(pool(x).shape == [shape[0], shape[1], side, side])
      #expect(gradient(at: x) { pool($0).sum() }.shape == shape)
    }
  }

  /// Enough images for the pool to take part.
  @Test(arguments: [1, 2, 3]) func imagesDoNotDependOnThreads(threads: Int) {
    let x: Tensor<Float> = seeded([37, 5, 24, 25])
    for pool in [
      { $0.maxPool2D(2) }, { $0.maxPool2D(3, stride: 2, padding: 1) }, { $0.averagePool2D(2) },
      { $0.averagePool2D(3, stride: 2, padding: 1) },
    ] as [(Tensor<Float>) -> Tensor<Float>] {
      let results = withThreadCount(threads) {
        [pool(x), gradient(at: x) { pool($0).squared().sum() }]
      }
      for image in [0, 17, 36] {
        let alone = x[image, .ellipsis].expandingAxis(at: 0)
        #expect(results[0][image, .ellipsis].expandingAxis(at: 0) == pool(alone))
        let slope = gradient(at: alone) { pool($0).squared().sum() }
        #expect(results[1][image, .ellipsis].expandingAxis(at: 0) == slope)
      }
    }
  }

  @Test func aWindowOfPaddingAloneHasNoGradient() {
    // Dilation carries both rows and columns of the only window over the image.
    let x = Tensor<Double>(full: [1, 1, 2, 2], 5)
    let (y, pullback) = valueWithPullback(at: x) { $0.maxPool2D(2, padding: 1, dilation: 3) }
    #expect(y.scalars == [-.infinity])
    #expect(pullback(Tensor(ones: [1, 1, 1, 1])) == Tensor(zeros: [1, 1, 2, 2]))
  }

  @Test func minusInfinityIsTheGreatestOfItself() {
    let x = Tensor<Float>(full: [1, 1, 3, 3], -.infinity)
    for pool in [{ $0.maxPool2D(2) }, { $0.maxPool2D(2, stride: 1) }]
      as [(Tensor<Float>) -> Tensor<Float>]
    {
      let (y, pullback) = valueWithPullback(at: x, of: pool)
      #expect(y.scalars.allSatisfy { $0 == -.infinity })
      #expect(pullback(Tensor(ones: y.shape)).scalars[0] == 1)
    }
  }

  @Test func anImageOfNothingHasNoWindowsForAllItsPadding() {
    let windows = Windows2D(kernel: 2, padding: 1)
    #expect(windows.count(over: [0, 4]) == nil && windows.count(over: [4, 0]) == nil)
    #expect(windows.count(over: [1, 4]) == [1, 3])
  }
}
