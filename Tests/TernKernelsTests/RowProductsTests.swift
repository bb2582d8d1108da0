import TernKernels
import TestSupport
import Testing

struct RowProductsTests {
  /// Every number of vectors that a block of columns has, with partial ones, and every rest of rows.
  @Test(arguments: [0, 1, 2, 3, 4, 5, 97])
  func rowsTimesMatrices(k: Int) {
    for n in Array(1...70) + [127, 128, 129, 191, 255, 256, 257, 300, 400] {
      let (x, b, bias) = (numbers(k, 1), numbers(k * (n + 3), 2), numbers(n, 3))
      var product = ProductShape(m: 1, n: n, k: k)
      product.leadingB = n + 3
      for (bias, rectifying) in [(nil, false), (bias, false), (bias, true)] {
        var y = [Double](repeating: .nan, count: n + 1)
        DoubleKernels.rowProduct(
          n: n, k: k, x, b, leadingB: n + 3, bias: bias, rectifying: rectifying, &y)
        let expected = naiveProduct(product, x, b, bias: bias, rectifying: rectifying, into: y)
        expectClose(Array(y[..<n]), Array(expected[..<n]), absolute: 1e-12)
        #expect(y[n].isNaN)
        var single = [Float](repeating: .nan, count: n + 1)
        FloatKernels.rowProduct(
          n: n, k: k, x.map { Float($0) }, b.map { Float($0) }, leadingB: n + 3,
          bias: bias?.map { Float($0) }, rectifying: rectifying, &single)
        expectClose(
          single[..<n].map { Double($0) }, Array(expected[..<n]), absolute: 1e-4)
        #expect(single[n].isNaN)
      }
    }
  }

  /// A matrix beyond the caches is read in turn from both ends; that changes no bit, nor does the
  /// number of threads.
  @Test(arguments: [(5000, 100), (9000, 57), (1600, 300)])
  func aRowTimesALargeMatrix(extents: (Int, Int)) {
    let (k, n) = extents
    let product = ProductShape(m: 1, n: n, k: k)
    let (x, b, bias) = (numbers(k, 1), numbers(k * n, 2), numbers(n, 3))
    for (bias, rectifying) in [(nil, false), (bias, true)] {
      let expected = naiveProduct(
        product, x, b, bias: bias, rectifying: rectifying, into: [Double](repeating: 0, count: n))
      var first: [Double]?
      for threads in [1, 1, 2, 2, 3, 5] {
        var y = [Double](repeating: .nan, count: n)
        withThreadCount(threads) {
          Products<DoubleKernels>.affine(product, x, b, bias: bias, rectifying: rectifying, &y)
        }
        expectClose(y, expected, absolute: 1e-10)
        first = first ?? y
        let isSame = y == first
        #expect(isSame, "\(threads) threads")
      }
    }
  }

  /// Neither do odd sizes, in either precision.
  @Test(arguments: [(1, 1), (7, 63), (17, 129), (333, 1023), (1025, 511), (3, 20_001)])
  func threadsChangeNoBit(extents: (Int, Int)) {
    let (k, n) = extents
    let product = ProductShape(m: 1, n: n, k: k)
    let (x, b, bias) = (numbers(k, 1), numbers(k * n, 2), numbers(n, 3))
    let expected = naiveProduct(
      product, x, b, bias: bias, rectifying: true, into: [Double](repeating: 0, count: n))
    let (x32, b32, bias32) = (x.map { Float($0) }, b.map { Float($0) }, bias.map { Float($0) })
    var first: (double: [Double], single: [Float])?
    for threads in [1, 2, 3, 1] {
      var y = [Double](repeating: .nan, count: n)
      var single = [Float](repeating: .nan, count: n)
      withThreadCount(threads) {
        Products<DoubleKernels>.affine(product, x, b, bias: bias, rectifying: true, &y)
        Products<FloatKernels>.affine(product, x32, b32, bias: bias32, rectifying: true, &single)
      }
      expectClose(y, expected, absolute: 1e-11)
      expectClose(single.map { Double($0) }, expected, absolute: 1e-3)
      first = first ?? (y, single)
      let isSame = first?.double == y && first?.single == single
      #expect(isSame, "\(threads) threads")
    }
  }
}
