import TernKernels
import TestSupport
import Testing

struct ProductsTests {
  @Test(arguments: [
    (1, 1, 1), (7, 17, 5), (200, 70, 60), (70, 200, 60), (33, 500, 40), (500, 33, 40),
    (64, 128, 300), (300, 96, 64), (50, 16, 1000), (7, 48, 130), (1, 400, 300), (400, 1, 300),
    (5, 40, 4), (0, 3, 5), (4, 0, 5), (4, 5, 0), (0, 200, 100),
  ])
  func matricesOfAnyLayout(m: Int, n: Int, k: Int) {
    for threads in [1, 2, 4] {
      for (transposeA, transposeB) in [(false, false), (true, false), (false, true), (true, true)] {
        var product = ProductShape(transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k)
        product.leadingA += 3
        product.leadingB += 1
        product.leadingC += 2
        let a = numbers((transposeA ? k : m) * product.leadingA, 1)
        let b = numbers((transposeB ? n : k) * product.leadingB, 2)
        let c = numbers(m * product.leadingC, 3)
        let bias = numbers(n, 4)
        for (bias, rectifying) in [(nil, false), (bias, false), (bias, true), (nil, true)] {
          var result = c
          withThreadCount(threads) {
            Products<DoubleKernels>.affine(
              product, a, b, bias: bias, rectifying: rectifying, &result)
          }
          let expected = naiveProduct(product, a, b, bias: bias, rectifying: rectifying, into: c)
          expectClose(result, expected, absolute: 1e-11)
        }
      }
    }
  }

  @Test(arguments: [(1, 1), (7, 17), (900, 130), (130, 900), (50, 901), (1203, 67)], [1, 2, 4])
  func matricesTimesVectors(extents: (Int, Int), threads: Int) {
    let (rows, columns) = extents
    for (transposeA, transposeB) in [(false, false), (true, false), (false, true), (true, true)] {
      for (m, n) in [(1, rows), (rows, 1)] {
        let product = ProductShape(
          transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: columns)
        let (a, b) = (numbers(m * columns, 1), numbers(columns * n, 2))
        let bias = numbers(n, 3)
        for (bias, rectifying) in [(nil, false), (bias, true)] {
          var y = [Double](repeating: .nan, count: m * n)
          withThreadCount(threads) {
            Products<DoubleKernels>.affine(product, a, b, bias: bias, rectifying: rectifying, &y)
          }
          let expected = naiveProduct(product, a, b, bias: bias, rectifying: rectifying, into: y)
          expectClose(y, expected, absolute: 1e-11)
        }
      }
    }
  }

  /// The sum of two products, of each half of B; the number of threads changes no bit.
  @Test(arguments: [(24, 128, 1024), (5, 300, 401), (2, 65, 1101), (20, 400, 200), (3, 6000, 12)])
  func aBatchTimesALargeMatrix(m: Int, n: Int, k: Int) {
    for padding in [0, 3] {
      var product = ProductShape(m: m, n: n, k: k)
      product.leadingA += padding
      product.leadingB += padding
      product.leadingC += padding
      let a = numbers(m * product.leadingA, 1)
      let (b, bias) = (numbers(k * product.leadingB, 2), numbers(n, 3))
      let old = numbers(m * product.leadingC, 4)
      for (bias, rectifying) in [(nil, false), (bias, true)] {
        let expected = naiveProduct(product, a, b, bias: bias, rectifying: rectifying, into: old)
        var first: [Double]?
        for threads in [1, 1, 2, 2, 3, 5] {
          var c = old
          withThreadCount(threads) {
            Products<DoubleKernels>.affine(product, a, b, bias: bias, rectifying: rectifying, &c)
          }
          expectClose(c, expected, absolute: 1e-10)
          first = first ?? c
          let isSame = c == first
          #expect(isSame, "\(threads) threads")
        }
      }
    }
  }

  @Test(arguments: [1, 3, 40], [1, 2, 4]) func batches(count: Int, threads: Int) {
    let product = ProductShape(m: 30, n: 20, k: 25)
    let (a, b) = (numbers(count * 30 * 25, 1), numbers(25 * 20, 2))
    var c = [Double](repeating: .nan, count: count * 30 * 20)
    withThreadCount(threads) {
      Products<DoubleKernels>.batchedGemm(
        product, count: count, a, strideA: 30 * 25, b, strideB: 0, &c)
    }
    for i in 0..<count {
      let matrix = Array(a[i * 750..<(i + 1) * 750])
      let expected = naiveProduct(product, matrix, b, into: [Double](repeating: 0, count: 600))
      expectClose(Array(c[i * 600..<(i + 1) * 600]), expected, absolute: 1e-11)
    }
  }
}
