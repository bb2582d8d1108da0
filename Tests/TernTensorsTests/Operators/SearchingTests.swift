import Tern
import TestSupport
import Testing

struct SearchingTests {
  @Test func placesOfValuesKeepEveryTypeSorted() {
    func check<S: TensorScalar>(_: S.Type) {
      let sorted = ([0, 1, 1, 3, 9, 9] as Tensor<Double>).asType(S.self)
      let values = ([[0, 1], [2, 9], [10, 3]] as Tensor<Double>).asType(S.self)
      let (left, right) = (
        sorted.searchSorted(values), sorted.searchSorted(values, fromRight: true)
      )
      for (place, value) in values.scalars.enumerated() {
        let less = (Tensor<S>(value) .> sorted).trueCount()
        #expect(Int(left.scalars[place]) == less && left.shape == [3, 2])
        #expect(Int(right.scalars[place]) == less + (sorted .== value).trueCount())
      }
    }
    check(Float.self)
    check(Double.self)
    check(Int32.self)
    check(Int64.self)
    check(UInt8.self)
    check(Bool.self)
  }

  @Test func nanIsBehindAllNumbers() {
    let sorted = Tensor<Float>([-1, .infinity, .nan, .nan])
    #expect(sorted.searchSorted(Tensor([.nan, .infinity, -.infinity])) == [2, 1, 0])
    #expect(sorted.searchSorted(Tensor([.nan, .infinity]), fromRight: true) == [4, 2])
    #expect(Tensor<Float>(zeros: [0]).searchSorted(Tensor([1, .nan])) == [0, 0])
  }

  @Test func nonzeroElementsOfEveryType() {
    let x = Tensor<Double>([[0, 3, 0], [-1, 0, .nan]])
    #expect(x.nonzero() == [[0, 1, 1], [1, 0, 2]] && x.nonzeroCount() == 3)
    #expect(x.argwhere() == [[0, 1], [1, 0], [1, 2]])
    #expect(x.asType(UInt8.self).nonzero() == [[0], [1]])
    let (positive, negative) = (x .> 0, x .< 0)
    #expect(positive.nonzero() == [[0], [1]] && negative.argwhere() == [[1, 0]])
    #expect(Tensor<Int32>(zeros: [3, 0]).argwhere().shape == [0, 2])
    #expect(Tensor<Int64>(5).nonzeroCount() == 1)
  }
}
