import Tern
import TestSupport
import Testing

struct BitsTests {
  @Test func resultsAreNumPys() {
    func check<S: IntegerScalar>(_: S.Type) {
      let oracle = IntegerOracle<S>()
      let (x, y) = oracle.operands
      #expect((x .& y).scalars == oracle["bitwise_and"])
      #expect((x .| y).scalars == oracle["bitwise_or"])
      #expect((x .^ y).scalars == oracle["bitwise_xor"])
      #expect((x .<< y).scalars == oracle["left_shift"])
      #expect((x .>> y).scalars == oracle["right_shift"])
      #expect((.~y).scalars == oracle["invert"])
    }
    check(Int32.self)
    check(Int64.self)
    check(UInt8.self)
  }

  @Test(arguments: oddSizes) func numbersStandOnEitherSideAndWorkInPlace(size: Int) {
    let x: Tensor<Int32> = integers([size])
    let six = Tensor<Int32>(full: [size], 6)
    #expect((x .& 6) == (x .& six) && (6 .& x) == (x .& six))
    #expect((x .| 6) == (x .| six) && (6 .| x) == (x .| six))
    #expect((x .^ 6) == (x .^ six) && (6 .^ x) == (x .^ six))
    #expect((x .<< 6) == (x .<< six) && (6 .<< x) == (six .<< x))
    #expect((x .>> 6) == (x .>> six) && (6 .>> x) == (six .>> x))
    var y = x
    y .^= 5
    y .|= 16
    y .&= 31
    y .<<= 2
    y .>>= 1
    let mixed = (x .^ 5) .| 16
    #expect(y == (mixed .& 31) * 2)
    var z = x
    z .^= six
    z .|= six
    z .&= x
    z .<<= six
    z .>>= six
    #expect(z == (((x .^ six) .| six) .& x))
  }

  @Test func evenNumbersHaveNoLowestBit() {
    let x: Tensor<Int64> = [-3, -2, 0, 1, 4]
    let isEven = (x .& 1) .== 0
    #expect(isEven == [false, true, true, false, true])
  }

  @Test func exclusiveTruth() {
    let x: Tensor<Bool> = [true, true, false, false]
    let y: Tensor<Bool> = [true, false, true, false]
    #expect((x .^ y) == [false, true, true, false])
    #expect((x .^ Tensor(true)) == .!x)
  }
}
