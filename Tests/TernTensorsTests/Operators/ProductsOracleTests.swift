import Tern
import TestSupport
import Testing

/// A line of the oracle: a call, the shapes of its operands, and what NumPy gives.
private struct Case: Sendable, CustomTestStringConvertible {
  let call: [String]
  let shapes: [Shape]
  let result: Shape
  let elements: [Double]

  init(_ line: Substring) {
    let fields = line.split(separator: ";", omittingEmptySubsequences: false)
    func numbers(_ text: Substring) -> [Int] { text.split(separator: " ").compactMap { Int($0) } }
    call = fields[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    shapes = fields[1].split(separator: "|", omittingEmptySubsequences: false)
      .map { Shape(numbers($0)) }
    result = Shape(numbers(fields[2]))
    elements = numbers(fields[3]).map(Double.init)
  }

  static let all = ProductsOracle.text.split(separator: "\n").map(Case.init)

  var testDescription: String { "\(call.joined(separator: " ")) of \(shapes)" }

  /// The numbers after the name of the call.
  var numbers: [Int] { call.dropFirst().compactMap { Int($0) } }
}

/// Whole numbers from −3 to 3, others for each operand.
private func operand<S: FloatingScalar>(_ shape: Shape, _ number: Int, as _: S.Type) -> Tensor<S> {
  let step = [5, 3, 4, 2, 6][number % 5]
  return Tensor((0..<shape.elementCount).map { S(double: Double($0 * step % 7 - 3)) }, shape: shape)
}

/// What Tern gives for a line, nil if it knows no such call.
private func product<S: FloatingScalar>(_ line: Case, _ operands: [Tensor<S>]) -> Tensor<S>? {
  let (x, y, numbers) = (operands[0], operands[operands.count - 1], line.numbers)
  switch line.call[0] {
  case "einsum":
    return .einsum(line.call[1].replacing("_", with: " "), operands)
  case "convolve":
    let modes: [String: ConvolutionMode] = ["full": .full, "same": .same, "valid": .valid]
    return modes[line.call[1]].map { x.convolve(y, mode: $0) }
  case "outer": return x.outer(y)
  case "inner": return x.inner(y)
  case "kron": return x.kron(y)
  case "vecdot": return x.vecdot(y, along: numbers[0])
  case "matmul": return x.matmul(y)
  case "tensordot":
    if numbers.count == 1 { return x.tensorDot(y, axes: numbers[0]) }
    let half = numbers.count / 2
    return x.tensorDot(y, axes: (Array(numbers[..<half]), Array(numbers[half...])))
  default: return nil
  }
}

@Test(arguments: Case.all) private func productsAgreeWithNumPy(line: Case) {
  func check<S: FloatingScalar>(_: S.Type) {
    let operands = line.shapes.enumerated().map { operand($1, $0, as: S.self) }
    let expected = Tensor(line.elements.map { S(double: $0) }, shape: line.result)
    let actual = product(line, operands)
    #expect(actual == expected)
  }
  check(Float.self)
  check(Double.self)
}
