import Tern
import TestSupport
import Testing

private func address<S>(_ x: Tensor<S>) -> UnsafePointer<S>? {
  x.withUnsafeBufferPointer { $0.baseAddress }
}

struct TensorTests {
  @Test func shapeAndElements() {
    let x: Tensor<Int64> = [[1, 2, 3], [4, 5, 6]]
    #expect(x.rank == 2 && x.count == 6 && !x.isEmpty && x.scalars == [1, 2, 3, 4, 5, 6])
    #expect(Tensor<Float>(7).scalar == 7 && Tensor<Float>([[7]]).scalar == 7)
    #expect(Tensor<Float>(zeros: [3, 0]).isEmpty && Tensor<Float>(zeros: [3, 0]).scalars == [])
  }

  @Test func equalityIsOfShapesAndElements() {
    let x: Tensor<Double> = [1, 2, 3, 4]
    #expect(x == [1, 2, 3, 4] && x != [1, 2, 3, 5] && x != x.reshaped(to: [2, 2]))
    #expect(Tensor<Double>(zeros: [0, 2]) == Tensor(zeros: [0, 2]))
    #expect(Tensor<Double>(zeros: [0, 2]) != Tensor(zeros: [2, 0]))
    #expect(Tensor<Double>(0.0) == Tensor(-0.0) && Tensor<Double>(.nan) != Tensor(.nan))
  }

  @Test func typesAreKnownAtRunTime() {
    let x = AnyTensor(Tensor<Int32>([1, 2]))
    #expect(x.scalarType == .int32 && x.shape == [2])
    #expect(Tensor<Int32>(exactly: x) == [1, 2] && Tensor<Float>(exactly: x) == nil)
    #expect(ScalarType.allCases.map(\.byteCount) == [4, 8, 4, 8, 1, 1])
    #expect(
      ScalarType.allCases.map(\.description)
        == ["float32", "float64", "int32", "int64", "uint8", "bool"])
  }

  @Test func writingToACopyDoesNotChangeTheOriginal() {
    let x: Tensor<Double> = [[1, 2], [3, 4]]
    var changes: [(inout Tensor<Double>) -> Void] = []
    changes.append { $0 += 1 }
    changes.append { $0 *= Tensor([[1, 2], [3, 4]]) }
    changes.append { $0[0] = [7, 7] }
    changes.append { $0[.all, 1] = Tensor(7) }
    changes.append { $0.withUnsafeMutableBufferPointer { $0[0] = 9 } }
    for change in changes {
      var y = x
      change(&y)
      #expect(y != x && x == [[1, 2], [3, 4]])
    }
  }

  @Test func aViewAndItsParentDoNotSeeEachOthersChanges() {
    var x = counting([4, 2], as: Float.self)
    var view = x[1..<3]
    #expect(address(view) == address(x).map { $0 + 2 })
    view[0] = [9, 9]
    #expect(view == [[9, 9], [4, 5]] && x == counting([4, 2]))
    let untouched = x[1..<3]
    x[1] = [8, 8]
    #expect(untouched == [[2, 3], [4, 5]] && x[1] == [8, 8] && view[0] == [9, 9])
    // A view whose parent has gone.
    var last = counting([4, 2], as: Float.self)[3]
    last += 1
    #expect(last == [7, 8])
  }

  @Test func theOnlyOwnerIsWrittenInPlace() {
    var x = counting([100], as: Double.self)
    let start = address(x)
    x += 1
    x *= 2
    x -= Tensor(ones: [100])
    x[3..<5] = Tensor(0)
    x.withUnsafeMutableBufferPointer { $0[0] = 5 }
    #expect(address(x) == start)
    let copy = x
    x += 1
    #expect(address(x) != start && address(copy) == start)
    let second = address(x)
    x += 1
    #expect(address(x) == second)
  }

  @Test func elementsOfAnArrayOfTensorsAreWrittenInPlace() {
    var layers = [counting([8], as: Float.self), counting([8], as: Float.self)]
    let start = address(layers[1])
    layers[1] += 1
    layers[1][0..<2] = Tensor(3)
    #expect(address(layers[1]) == start)
  }

  @Test func everyBufferIsAlignedToACacheLine() {
    // All at once, so that each size takes more than one buffer.
    let tensors = (0..<3).flatMap { _ in
      [0, 1, 65, 81, 113, 129, 1023, 4097, 5000].map { Tensor<UInt8>(zeros: [$0]) }
    }
    #expect(tensors.allSatisfy { address($0).map { Int(bitPattern: $0) % 64 } == 0 })
  }

  @Test func manyTasksCopyAndWrite() async {
    let x = counting([1000], as: Float.self)
    let sums = await withTaskGroup(of: Float.self) { group in
      for i in 0..<50 {
        group.addTask {
          var y = x
          y += Float(i)
          var z = y[500...]
          z -= y[..<500]
          return z.sum().scalar
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == Array(repeating: 250_000, count: 50) && x == counting([1000]))
  }
}
