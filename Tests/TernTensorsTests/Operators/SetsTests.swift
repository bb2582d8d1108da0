import Tern
import TestSupport
import Testing

struct SetsTests {
  @Test(arguments: [[0], [1], [17], [1023], [3, 0], [4, 5], [2, 3, 4], []] as [Shape])
  func partsAreThoseOfASet(shape: Shape) {
    func check<S: TensorScalar & Comparable>(_ x: Tensor<S>) {
      let scalars = x.scalars
      let parts = x.uniqueElements()
      let values = Set(scalars).sorted()
      #expect(parts.values.scalars == values && x.unique() == parts.values)
      #expect(parts.indices.scalars == values.map { Int32(scalars.firstIndex(of: $0) ?? -1) })
      #expect(parts.counts.scalars == values.map { value in Int32(scalars.count { $0 == value }) })
      #expect(parts.inverse.shape == shape)
      #expect(parts.inverse.scalars.map { values[Int($0)] } == scalars)
      #expect(x.uniqueCounts().counts == parts.counts)
    }
    let x = Tensor((0..<shape.elementCount).map { Double($0 * 7919 % 13) }, shape: shape)
    check(x)
    check(x.asType(Float.self))
    check(x.asType(Int32.self))
    check(x.asType(Int64.self))
    check(x.asType(UInt8.self))
  }

  @Test func nanIsThereOnce() {
    let x = Tensor<Double>([.nan, 2, 0, .nan, -0.0, 2])
    let parts = x.uniqueElements()
    #expect(parts.values[0..<2] == [0, 2] && parts.values[2].scalar.isNaN)
    #expect(parts.counts == [2, 2, 2] && parts.indices == [2, 1, 0])
    #expect(parts.inverse == [2, 1, 0, 2, 0, 1])
    #expect(x.unique().count == 3 && x.uniqueCounts().counts == [2, 2, 2])
    #expect(([true, true] as Tensor<Bool>).unique() == [true])
  }

  @Test func membershipIsEquality() {
    let x = Tensor<Float>([[1, .nan], [3, -0.0]])
    #expect(x.isIn(Tensor([0, 3, .nan])) == [[false, false], [true, true]])
    #expect(x.isIn(Tensor(zeros: [0])) == [[false, false], [false, false]])
    #expect(([5, 200] as Tensor<UInt8>).isIn([[200], [7]]) == [false, true])
  }
}
