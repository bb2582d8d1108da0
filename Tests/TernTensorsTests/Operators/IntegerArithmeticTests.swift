import Tern
import TestSupport
import Testing

/// NumPy's results of some numbers of a type.
struct IntegerOracle<S: IntegerScalar> {
  private let rows: [String: [S]]

  init() {
    let name = "\(S.scalarType)"
    let lines = IntegersOracle.text.split(separator: "\n").map { $0.split(separator: " ") }
    rows = Dictionary(
      uniqueKeysWithValues: lines.filter { $0[0] == name }.map { line in
        // Sums and products are wider than the type.
        (String(line[1]), line.dropFirst(2).map { S(truncatingIfNeeded: Int64($0) ?? 0) })
      })
  }

  subscript(_ name: String) -> [S] { rows[name] ?? [] }

  /// The numbers, as a column and as a row.
  var operands: (column: Tensor<S>, row: Tensor<S>) {
    let x = Tensor(self["numbers"])
    return (x.expandingAxis(at: 1), x)
  }
}

/// Numbers from a range around 0, or above it for unsigned types.
func integers<S: IntegerScalar>(_ shape: Shape, seed: UInt64 = 0, as _: S.Type = S.self) -> Tensor<
  S
> {
  let x: Tensor<Double> = seeded(shape, in: S.isSigned ? -9...9 : 0...9, seed: seed)
  return x.asType(S.self)
}

struct IntegerArithmeticTests {
  @Test func resultsAreNumPys() {
    func check<S: IntegerScalar>(_: S.Type) {
      let oracle = IntegerOracle<S>()
      let (x, y) = oracle.operands
      #expect(y.count >= 16)
      #expect((x + y).scalars == oracle["add"])
      #expect((x - y).scalars == oracle["subtract"])
      #expect((x * y).scalars == oracle["multiply"])
      #expect(x.floorDivided(by: y).scalars == oracle["floor_divide"])
      #expect(x.remainder(by: y).scalars == oracle["remainder"])
      #expect(x.minimum(y).scalars == oracle["minimum"])
      #expect(x.maximum(y).scalars == oracle["maximum"])
      #expect((-y).scalars == oracle["negative"])
      #expect(y.abs().scalars == oracle["abs"])
      #expect(y.sign().scalars == oracle["sign"])
      let exponents = Tensor(y.scalars.filter { $0 >= 0 && $0 <= 100 })
      #expect(x.power(exponents).scalars == oracle["power"])
    }
    check(Int32.self)
    check(Int64.self)
    check(UInt8.self)
  }

  @Test(
    arguments: [
      ([], []), ([7], [7]), ([17], []), ([], [1023]), ([3, 1], [1, 5]), ([0], [1]), ([2, 3], [3]),
      ([4, 1, 2], [3, 1]), ([2, 1, 3, 1, 2], [5, 1, 2, 1]), ([70_000], [70_000]),
      ([300, 300], [300]),
    ] as [(Shape, Shape)])
  func operandsBroadcast(xShape: Shape, yShape: Shape) {
    func check<S: IntegerScalar>(_: S.Type) {
      let x: Tensor<S> = integers(xShape)
      let y: Tensor<S> = integers(yShape, seed: 1)
      #expect(x + y == naiveCombine(x, y, &+))
      #expect(x - y == naiveCombine(x, y, &-))
      #expect(x * y == naiveCombine(x, y, &*))
      #expect(x.maximum(y) == naiveCombine(x, y, max))
      let bounds = S(2)...S(5)
      #expect(x.clipped(to: bounds).scalars == x.scalars.map { min(max($0, 2), 5) })
    }
    check(Int32.self)
    check(Int64.self)
    check(UInt8.self)
  }

  @Test(arguments: oddSizes) func numbersStandOnEitherSide(size: Int) {
    func check<S: IntegerScalar>(_: S.Type) {
      let x: Tensor<S> = integers([size])
      let a = x.scalars
      #expect((x + 3).scalars == a.map { $0 &+ 3 } && (3 + x).scalars == a.map { 3 &+ $0 })
      #expect((x - 3).scalars == a.map { $0 &- 3 } && (3 - x).scalars == a.map { 3 &- $0 })
      #expect((x * 3).scalars == a.map { $0 &* 3 } && (3 * x).scalars == a.map { 3 &* $0 })
      #expect(x.minimum(2).scalars == a.map { min($0, 2) })
      #expect(x.maximum(2).scalars == a.map { max($0, 2) })
      #expect(x.power(2) == x * x && x.power(0) == Tensor(onesLike: x))
      #expect(x.floorDivided(by: 3) * 3 + x.remainder(by: 3) == x)
    }
    check(Int32.self)
    check(Int64.self)
    check(UInt8.self)
  }

  @Test func literalsServeIntegersAndFloats() {
    let whole: Tensor<Int32> = [1, 2, 3]
    let real: Tensor<Float> = [1, 2, 3]
    #expect(2 * whole + 1 - whole * whole == [2, 1, -2])
    #expect(2 * real + 1 - real * real == [2, 1, -2])
    #expect(whole[whole.remainder(by: 2) .== 1] == [1, 3])
  }

  @Test func inPlaceIsTheSameAsOutOfPlace() {
    let x: Tensor<Int32> = integers([5, 70])
    for other: Tensor<Int32> in [integers([5, 70], seed: 1), integers([70]), integers([5, 1])] {
      var (a, b, c) = (x, x, x)
      a += other
      b -= other
      c *= other
      #expect(a == x + other && b == x - other && c == x * other)
    }
    var y = x
    y += y
    y += 2
    y -= 5
    y *= 3
    let moved = 2 * x - 3
    #expect(y == moved * 3)
    #expect(x == integers([5, 70]))
  }

  @Test func clippingKeepsTheEndsOfTheRange() {
    let x = Tensor<Int64>([.min, -1, 0, .max])
    #expect(x.clipped(to: .min...(.max)) == x)
    #expect(x.clipped(to: -1...1) == [-1, -1, 0, 1])
  }
}
