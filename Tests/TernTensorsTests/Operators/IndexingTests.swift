import Tern
import TestSupport
import Testing

/// The index that a word of the oracle stands for.
private func index(_ word: Substring) -> TensorIndex {
  switch word {
  case "e": return .ellipsis
  case "n": return .newAxis
  default:
    let bounds = word.split(separator: ":").map { Int($0) }
    return bounds.count == 1
      ? .position(bounds[0] ?? 0) : .slice(from: bounds[0], to: bounds[1], step: bounds[2] ?? 1)
  }
}

struct IndexingTests {
  @Test func everySliceIsPythons() {
    let expected = IndexingOracle.slices.split(separator: ",", omittingEmptySubsequences: false)
    let row = counting([7], as: Float.self)
    var place = 0
    for from in IndexingOracle.bounds {
      for to in IndexingOracle.bounds {
        for step in IndexingOracle.steps {
          let part = row[.slice(from: from, to: to, step: step)]
          let digits = part.scalars.map { String(Int($0)) }.joined()
          #expect(
            digits == expected[place],
            "\(String(describing: from)):\(String(describing: to)):\(step)")
          place += 1
        }
      }
    }
    #expect(place == expected.count)
  }

  @Test(arguments: IndexingOracle.parts.indices) func partsAreNumPys(row: Int) {
    let expected = IndexingOracle.parts[row]
    let indices = expected.indices.split(separator: " ").map(index)
    func check<S: TensorScalar & Equatable>(_ x: Tensor<S>, _ other: Tensor<S>) {
      let part = x[indices: indices]
      #expect(part.shape == Shape(expected.shape))
      #expect(part.scalars == expected.elements.map { x.scalars[$0] })
      // Assignment writes the same elements, and no others.
      var written = x
      written[indices: indices] = other.reshaped(to: Shape([120]))[0..<part.count].reshaped(
        to: part.shape)
      var elements = x.scalars
      for (place, element) in expected.elements.enumerated() {
        elements[element] = other.scalars[place]
      }
      #expect(written.scalars == elements)
    }
    let x = counting([2, 3, 4, 5], as: Double.self)
    check(x, -x)
    check(x.asType(UInt8.self), (x + 100).asType(UInt8.self))
    check(x.asType(Int32.self), (-x).asType(Int32.self))
  }

  @Test(arguments: IndexingOracle.parts.indices) func gradients(row: Int) {
    let indices = IndexingOracle.parts[row].indices.split(separator: " ").map(index)
    let x: Tensor<Double> = seeded([2, 3, 4, 5])
    let part: Tensor<Double> = seeded(x[indices: indices].shape, seed: 1)
    func read(_ x: Tensor<Double>) -> Tensor<Double> { x[indices: indices].squared() }
    #expect(checkGradients(at: x, maximumEntries: 20, of: read).passes())
    #expect(checkSecondDerivatives(at: x, maximumEntries: 5, of: read).passes())
    func write(_ inputs: [Tensor<Double>]) -> Tensor<Double> {
      var x = inputs[0]
      x[indices: indices] = inputs[1].squared()
      return x * inputs[0]
    }
    #expect(checkGradients(at: [x, part], maximumEntries: 20, of: write).passes())
    #expect(checkSecondDerivatives(at: [x, part], maximumEntries: 5, of: write).passes())
  }

  @Test func spellingsOfRanges() {
    let x: Tensor<Int32> = [0, 1, 2, 3, 4]
    #expect(x[1..<3] == [1, 2] && x[1...3] == [1, 2, 3] && x[3...] == [3, 4])
    #expect(x[..<2] == [0, 1] && x[...2] == [0, 1, 2] && x[.all] == x)
    #expect(x[(-2)...] == [3, 4] && x[..<(-2)] == [0, 1, 2] && x[...(-1)] == x)
    #expect(
      x[(-3)...(-1)] == [2, 3, 4] && x[(-3)..<(-1)] == [2, 3] && x[...(-2)] == [0, 1, 2, 3])
    #expect(x[.every(2)] == [0, 2, 4] && x[.every(-2)] == [4, 2, 0] && x[-1].scalar == 4)
    #expect(x.sliced(along: 0, from: 1, to: 4) == [1, 2, 3])
    let y = counting([2, 3], as: Double.self)
    #expect(y[1, 2].scalar == 5 && y[.all, 1] == [1, 4] && y[1, .newAxis, 0...1] == [[3, 4]])
    #expect(y.sliced(along: -1, from: 1, to: 3) == [[1, 2], [4, 5]])
  }

  @Test func assignmentBroadcasts() {
    var x = Tensor<Double>(zeros: [2, 3])
    x[.all, 1] = Tensor(7)
    #expect(x == [[0, 7, 0], [0, 7, 0]])
    x[0] = [1, 2, 3]
    x[.all, 1...] = [[5], [6]]
    #expect(x == [[1, 5, 5], [0, 6, 6]])
    x[1] += x[0]
    #expect(x == [[1, 5, 5], [1, 11, 11]])
    x[0, .every(-1)] = x[1]
    #expect(x == [[11, 11, 1], [1, 11, 11]])
    x[0..<1] = x[1..<2]
    #expect(x == [[1, 11, 11], [1, 11, 11]])
    x[2...] = Tensor(9)
    #expect(x == [[1, 11, 11], [1, 11, 11]])
  }

  @Test func partsOfPartsStartInTheMiddle() {
    let x = counting([5, 4, 3], as: Double.self)
    let part = x[1..<4][1][2...]
    #expect(part == [[30, 31, 32], [33, 34, 35]] && part[.all, -1] == [32, 35])
    #expect(part.transposed() == [[30, 33], [31, 34], [32, 35]])
    #expect(part + part == [[60, 62, 64], [66, 68, 70]] && part.sum().scalar == 195)
    #expect(part.asType(Int32.self) == [[30, 31, 32], [33, 34, 35]])
    #expect(Tensor.concatenated([part, part[..<1]])[2] == [30, 31, 32])
    #expect((part .> 32).scalars == [false, false, false, true, true, true])
    #expect(part.taking([1, 0]) == [[33, 34, 35], [30, 31, 32]] && part.argmax() == [2, 2])
  }

  @Test func overwrittenElementsGetNoGradient() {
    let x: Tensor<Double> = [1, 2, 3]
    let (dx, dy) = gradient(at: x, Tensor(5)) { x, y in
      var z = x * x
      z[1] = y * y
      z[1] += x[0]
      return z.sum()
    }
    #expect(dx == [3, 0, 6] && dy.scalar == 10)
  }

  /// The tensor that is written to is a constant, the part is traced.
  @Test func aConstantTakesATracedPart() {
    expectGradients([2]) { part in
      var x = Tensor<Double>(ones: [2, 2])
      x[.all, 0] = part
      return x * x
    }
  }
}
