import Foundation
import Tern
import TestSupport
import Testing

struct ElementaryFunctionsTests {
  /// Each function with the same one of the C library.
  private static let functions:
    [(
      name: String, range: ClosedRange<Double>,
      tensor: @Sendable (Tensor<Double>) -> Tensor<Double>,
      number: @Sendable (Double) -> Double
    )] = [
      ("exp", -5...5, { $0.exp() }, { Foundation.exp($0) }),
      ("exp2", -5...5, { $0.exp2() }, { Foundation.exp2($0) }),
      ("expm1", -2...2, { $0.expm1() }, { Foundation.expm1($0) }),
      ("log", 0.1...9, { $0.log() }, { Foundation.log($0) }),
      ("log2", 0.1...9, { $0.log2() }, { Foundation.log2($0) }),
      ("log10", 0.1...9, { $0.log10() }, { Foundation.log10($0) }),
      ("log1p", -0.9...9, { $0.log1p() }, { Foundation.log1p($0) }),
      ("sqrt", 0.1...9, { $0.sqrt() }, { $0.squareRoot() }),
      ("cubeRoot", 0.1...9, { $0.cubeRoot() }, { Foundation.cbrt($0) }),
      ("rsqrt", 0.1...9, { $0.rsqrt() }, { 1 / $0.squareRoot() }),
      ("reciprocal", 0.3...3, { $0.reciprocal() }, { 1 / $0 }),
      ("squared", -3...3, { $0.squared() }, { $0 * $0 }),
      ("abs", -3...3, { $0.abs() }, { Swift.abs($0) }),
      ("sign", -3...3, { $0.sign() }, { $0 > 0 ? 1 : -1 }),
      ("floor", -3...3, { $0.floor() }, { $0.rounded(.down) }),
      ("ceil", -3...3, { $0.ceil() }, { $0.rounded(.up) }),
      ("rounded", -3...3, { $0.rounded() }, { $0.rounded(.toNearestOrEven) }),
      ("truncated", -3...3, { $0.truncated() }, { $0.rounded(.towardZero) }),
      ("sin", -9...9, { $0.sin() }, { Foundation.sin($0) }),
      ("cos", -9...9, { $0.cos() }, { Foundation.cos($0) }),
      ("tan", -1.3...1.3, { $0.tan() }, { Foundation.tan($0) }),
      ("asin", -0.8...0.8, { $0.asin() }, { Foundation.asin($0) }),
      ("acos", -0.8...0.8, { $0.acos() }, { Foundation.acos($0) }),
      ("atan", -5...5, { $0.atan() }, { Foundation.atan($0) }),
      ("sinh", -3...3, { $0.sinh() }, { Foundation.sinh($0) }),
      ("cosh", -3...3, { $0.cosh() }, { Foundation.cosh($0) }),
      ("asinh", -5...5, { $0.asinh() }, { Foundation.asinh($0) }),
      ("acosh", 1.3...9, { $0.acosh() }, { Foundation.acosh($0) }),
      ("atanh", -0.8...0.8, { $0.atanh() }, { Foundation.atanh($0) }),
      ("tanh", -3...3, { $0.tanh() }, { Foundation.tanh($0) }),
      ("sigmoid", -5...5, { $0.sigmoid() }, { 1 / (1 + Foundation.exp(-$0)) }),
      ("erf", -3...3, { $0.erf() }, { Foundation.erf($0) }),
      ("softplus", -5...5, { $0.softplus() }, { Foundation.log1p(Foundation.exp($0)) }),
      ("relu", -3...3, { $0.relu() }, { max($0, 0) }),
      ("leakyReLU", -3...3, { $0.leakyReLU(slope: 0.2) }, { $0 > 0 ? $0 : 0.2 * $0 }),
      ("elu", -3...3, { $0.elu(alpha: 1.5) }, { $0 > 0 ? $0 : 1.5 * Foundation.expm1($0) }),
      ("silu", -5...5, { $0.silu() }, { $0 / (1 + Foundation.exp(-$0)) }),
      (
        "gelu", -3...3, { $0.gelu() },
        { $0 * (1 + Foundation.erf($0 / 2.0.squareRoot())) / 2 }
      ),
    ]

  @Test(arguments: functions.indices, oddSizes)
  func valuesAreThoseOfTheMathLibrary(function: Int, size: Int) {
    let (name, range, tensor, number) = Self.functions[function]
    let x: Tensor<Double> = seeded([size], in: range)
    expectClose(tensor(x).scalars, x.scalars.map(number), name)
  }

  @Test(arguments: functions.indices, [[], [7], [2, 3], [0, 2]] as [Shape])
  func gradients(function: Int, shape: Shape) {
    let (_, range, tensor, _) = Self.functions[function]
    expectGradients(shape, in: range, of: tensor)
  }

  /// The gradient's own derivatives, once more differentiated.
  @Test(arguments: functions.indices) func thirdDerivatives(function: Int) {
    let (_, range, tensor, _) = Self.functions[function]
    expectGradients([5], in: range, tolerance: 1e-6) { x in
      gradient(at: x) { x in tensor(x).sum() }
    }
  }

  @Test func singlePrecisionAgreesWithDouble() {
    let x: Tensor<Float> = seeded([1023], in: 0.1...3)
    let wide = x.asType(Double.self)
    expectClose(x.exp(), wide.exp().asType(Float.self))
    expectClose(x.log(), wide.log().asType(Float.self))
    expectClose(x.tanh(), wide.tanh().asType(Float.self))
    expectClose(x.gelu(), wide.gelu().asType(Float.self))
    expectClose(x.silu(), wide.silu().asType(Float.self))
    expectClose(x.softplus(), wide.softplus().asType(Float.self))
  }

  @Test(
    arguments: [([], []), ([7], [7]), ([1023], []), ([0], [1]), ([2, 1], [1, 3])]
      as [(Shape, Shape)])
  func logarithmsOfSums(x: Shape, y: Shape) {
    let (a, b): (Tensor<Double>, Tensor<Double>) = (seeded(x), seeded(y, seed: 1))
    expectClose(
      a.logAddExp(b), naiveCombine(a, b) { Foundation.log(Foundation.exp($0) + Foundation.exp($1)) }
    )
    guard a.count < 100 else { return }
    expectGradients(x, y) { x, y in x.logAddExp(y) * x }
  }

  @Test func sumsOfHugeExponentialsHaveLogarithms() {
    let x = Tensor<Double>([1000, -1000, -.infinity, .infinity])
    let y = Tensor<Double>([1000, 0, -.infinity, 5])
    expectClose(x.logAddExp(y).scalars, [1000 + Foundation.log(2), 0, -.infinity, .infinity])
  }

  @Test func negativeNumbersHaveCubeRoots() {
    #expect(Tensor<Float>([-27, 0, 64]).cubeRoot() == [-3, 0, 4])
    expectGradients([5], in: -3...(-0.5)) { $0.cubeRoot() }
  }

  @Test func halvesAreRoundedToTheEvenNumber() {
    let x: Tensor<Double> = [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5]
    #expect(x.rounded() == [-2, -2, 0, 0, 2, 2])
  }

  @Test func kinksHaveTheDocumentedDerivative() {
    let zero = Tensor<Double>(0)
    #expect(gradient(at: zero) { $0.relu() }.scalar == 0)
    #expect(gradient(at: zero) { $0.abs() }.scalar == 0)
    #expect(gradient(at: zero) { $0.leakyReLU(slope: 0.1) }.scalar == 0.1)
    #expect(gradient(at: zero) { $0.elu(alpha: 2) }.scalar == 2)
    #expect(zero.sign().scalar == 0)
  }

  @Test func farFromZeroNothingOverflows() {
    let x: Tensor<Double> = [-1000, 1000]
    #expect(x.sigmoid() == [0, 1] && x.tanh() == [-1, 1] && x.softplus() == [0, 1000])
    #expect(gradient(at: x) { $0.softplus().sum() } == [0, 1])
    #expect(gradient(at: x) { $0.sigmoid().sum() } == [0, 0])
    #expect(gradient(at: x) { $0.elu().sum() } == [0, 1])
    #expect(gradient(at: x) { $0.gelu().sum() } == [0, 1])
  }
}
