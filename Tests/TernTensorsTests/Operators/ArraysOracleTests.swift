import Tern
import TestSupport
import Testing

/// A line of the oracle: a call, the shape of its input, and what NumPy gives.
private struct Case: Sendable, CustomTestStringConvertible {
  let call: [String]
  let shape: Shape
  let result: Shape
  let elements: [Double]

  init(_ line: Substring) {
    let fields = line.split(separator: ";", omittingEmptySubsequences: false)
    func numbers(_ field: Int) -> [Int] {
      fields[field].split(separator: " ").compactMap { Int($0) }
    }
    call = fields[0].split(separator: " ").map(String.init)
    shape = Shape(numbers(1))
    result = Shape(numbers(2))
    elements = numbers(3).map(Double.init)
  }

  static let all = ArraysOracle.text.split(separator: "\n").map(Case.init)

  var testDescription: String { "\(call.joined(separator: " ")) of \(shape)" }

  /// A number after the name of the call.
  func number(_ place: Int = 1) -> Int { Int(call[place]) ?? 0 }
}

/// The numbers i · 7 mod 5 − 1.
private func repeating(_ shape: Shape) -> Tensor<Double> {
  Tensor((0..<shape.elementCount).map { i -> Double in Double(i * 7 % 5) - 1 }, shape: shape)
}

/// Indices from −extent to extent − 1.
private func indices(_ shape: Shape, extent: Int) -> Tensor<Int32> {
  Tensor((0..<shape.elementCount).map { Int32($0 * 5 % (2 * extent) - extent) }, shape: shape)
}

/// What Tern gives for a line, nil if it knows no such call. Elements that move are of type S.
private func moved<S: TensorScalar>(
  _ line: Case, _ x: Tensor<S>, _ convert: (Tensor<Double>) -> Tensor<S>
) -> Tensor<S>? {
  let axis = line.call.count > 1 ? line.number() : 0
  switch line.call[0] {
  case "roll": return x.rolled(by: line.number())
  case "rollAlong": return x.rolled(by: line.number(2), along: axis)
  case "rolls": return x.rolled(by: [1, -2], along: [0, 1])
  case "repeat": return x.repeated(2)
  case "repeatAlong": return x.repeated(3, along: axis)
  case "repeatEach":
    let extent = x.shape[axis < 0 ? axis + x.rank : axis]
    return x.repeated((0..<extent).map { $0 % 3 }, along: axis)
  case "tile": return x.tiled(line.call.dropFirst().compactMap { Int($0) })
  case "flip": return x.reversed()
  case "flipAlong": return x.reversed(along: axis)
  case "moveaxis": return x.movingAxis(axis, to: line.number(2))
  case "moveaxes": return x.movingAxes([0, 1], to: [-1, 0])
  case "unstack": return x.unstacked(along: axis).isEmpty ? nil : .stacked(x.unstacked(along: axis))
  case "mask": return x[repeating(x.shape) .> 0]
  case "maskRows": return x[repeating(Shape(x.shape.prefix(1))) .> 0]
  case "maskSet":
    var y = x
    y[repeating(x.shape) .> 1] = convert(Tensor(-3))
    return y
  case "pad":
    let amounts = x.shape.indices.map { (before: ($0 + 2) % 4, after: 3 * ($0 % 2) + 1) }
    let modes: [String: PaddingMode<S>] = [
      "constant": .constant(convert(Tensor(-5)).scalar), "edge": .edge, "reflect": .reflect,
      "symmetric": .symmetric, "wrap": .wrap,
    ]
    return modes[line.call[1]].map { x.padded(amounts, with: $0) }
  case "diagonal": return x.diagonal(line.number())
  case "diagonalOf": return x.diagonal(ofAxes: line.number(), line.number(2))
  case "diag": return Tensor(diagonal: x, offset: line.number())
  case "tril": return x.tril(diagonal: line.number())
  case "triu": return x.triu(diagonal: line.number())
  case "take":
    return x.taking(indices([2, 3], extent: x.shape[axis < 0 ? axis + x.rank : axis]), along: axis)
  case "takeAlong":
    let place = axis < 0 ? axis + x.rank : axis
    let shape = Shape(x.shape.indices.map { $0 == place ? 4 : 1 })
    return x.takingElements(at: indices(shape, extent: x.shape[place]), along: axis)
  case "putAlong":
    let place = axis < 0 ? axis + x.rank : axis
    var shape = x.shape
    shape[place] = 2
    let values = convert(-1 - counting(shape))
    return x.puttingElements(values, at: indices(shape, extent: x.shape[place]), along: axis)
  case "points": return x[points: [[[0], [2]], [1, -1]]]
  case "rows": return x[[2, 0, -1]]
  case "meshgrid":
    let vectors = [(0, 3), (10, 12), (20, 24), (30, 31)].prefix(x.count).map { from, to in
      convert(Tensor<Double>(arange: Double(from), Double(to)))
    }
    return .stacked(
      Tensor.meshgrid(Array(vectors), indexing: line.call[1] == "xy" ? .cartesian : .matrix))
  default: return nil
  }
}

/// What Tern gives for a line that sorts or searches.
private func found(_ line: Case) -> Tensor<Double>? {
  let x = repeating(line.shape)
  let axis = line.call.count > 1 ? line.number() : 0
  switch line.call[0] {
  case "sort": return x.sorted(along: axis)
  case "argsort": return x.argsort(along: axis).asType(Double.self)
  case "argsortDown": return x.argsort(along: axis, descending: true).asType(Double.self)
  case "top":
    let (values, indices) = x.topK(line.number(2), along: axis)
    #expect(values == x.takingElements(at: indices, along: axis))
    return indices.asType(Double.self)
  case "unique":
    #expect(x.uniqueCounts().values == x.unique())
    return x.unique()
  case "uniqueParts":
    let parts = x.uniqueElements()
    #expect(parts.inverse.shape == x.shape && parts.counts == x.uniqueCounts().counts)
    return .concatenated(
      [parts.values]
        + [parts.indices, parts.inverse, parts.counts].map { $0.flattened().asType(Double.self) })
  case "argwhere": return x.argwhere().asType(Double.self)
  case "count": return Tensor(Double(x.nonzeroCount()))
  case "isin":
    return counting(line.shape, as: Double.self).isIn([3, 1, 14, -2, 3]).asType(Double.self)
  case "searchsorted":
    return ([0, 1, 1, 4, 4, 6] as Tensor<Double>).searchSorted(
      Tensor(arange: -1, 8), fromRight: line.call[1] == "right"
    ).asType(Double.self)
  case "logspace":
    let values = Tensor<Double>(
      logspace: Double(line.number()), Double(line.number(2)), count: line.number(3))
    return (values * 1e6).rounded()
  default: return nil
  }
}

struct ArraysOracleTests {
  @Test func everyCaseIsNumPys() {
    #expect(Case.all.count > 600)
    for line in Case.all {
      let expected = Tensor(line.elements, shape: line.result)
      func check<S: TensorScalar>(_ convert: (Tensor<Double>) -> Tensor<S>) -> Bool {
        guard let result = moved(line, convert(counting(line.shape)), convert) else { return false }
        if result != convert(expected) {
          Issue.record("\(line.testDescription) as \(S.self): \(result.shape) \(result)")
        }
        return true
      }
      if check({ $0 }) {
        _ = check { $0.asType(Float.self) }
        _ = check { $0.asType(Int32.self) }
        _ = check { $0.asType(Int64.self) }
        _ = check { $0.asType(UInt8.self) }
        _ = check { $0.asType(Bool.self) }
      } else if let result = found(line) {
        if result != expected {
          Issue.record("\(line.testDescription): \(result.shape) \(result)")
        }
      } else if line.call[0] != "unstack" {
        Issue.record("no such call: \(line.testDescription)")
      }
    }
  }
}
