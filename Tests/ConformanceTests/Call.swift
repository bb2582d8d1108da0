import Tern

/// A case: a call of a function, and what NumPy gives for it.
struct Call {
  let function: String
  let operands: [AnyTensor]
  let expected: [AnyTensor]
  private let parameters: [Substring: Substring]

  /// The cases of a file that `Tests/Oracles/conformance.py` wrote.
  static func all(in path: String) throws -> [Call] {
    let file = try Safetensors.read(from: path)
    let lines = (file.metadata["cases"] ?? "").split(separator: "\n")
    return lines.enumerated().map { number, line in Call(line, number: number, of: file) }
  }

  private init(_ line: Substring, number: Int, of file: SafetensorsFile) {
    func tensors(_ mark: String) -> [AnyTensor] {
      Array(
        sequence(first: 0) { $0 + 1 }.lazy.map { file["\(number)\(mark)\($0)"] }
          .prefix { $0 != nil }.compactMap(\.self))
    }
    let words = line.split(separator: " ")
    function = String(words[0])
    operands = tensors(".")
    expected = tensors("=")
    parameters = Dictionary(
      uniqueKeysWithValues: words.dropFirst().map { word in
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (parts[0], parts[1])
      })
  }

  /// An operand of a type, as the case wants it to be seen.
  func operand<S: TensorScalar>(_ place: Int = 0, as: S.Type = S.self) -> Tensor<S> {
    let x = Tensor<S>(exactly: operands[place]) ?? Tensor(zeros: [])
    switch word("view") {
    case "reversed": return x.reversed()
    case "transposed": return x.transposed()
    case "everySecond": return x.rank == 0 ? x : x[.ellipsis, .every(-2)]
    default: return x
    }
  }

  /// All operands, of one type.
  func allOperands<S: TensorScalar>(as: S.Type = S.self) -> [Tensor<S>] {
    operands.indices.map { operand($0) }
  }

  /// A parameter, or an empty text.
  func word(_ name: Substring) -> String { String(parameters[name] ?? "") }

  /// A parameter that is a number, or 0.
  func number(_ name: Substring) -> Double { parameters[name].flatMap { Double($0) } ?? 0 }

  /// A parameter that is an integer, or 0.
  func integer(_ name: Substring) -> Int { parameters[name].flatMap { Int($0) } ?? 0 }

  /// A parameter that is 1.
  func flag(_ name: Substring) -> Bool { integer(name) == 1 }

  /// A parameter of several integers; nil if it is not there.
  func integersIfGiven(_ name: Substring) -> [Int]? {
    parameters[name].map { $0.split(separator: ",").compactMap { Int($0) } }
  }

  /// A parameter of several integers.
  func integers(_ name: Substring) -> [Int] { integersIfGiven(name) ?? [] }
}

extension Call: CustomStringConvertible {
  var description: String {
    let parameters = parameters.map { "\($0)=\($1)" }.sorted().joined(separator: " ")
    let operands = operands.map { "\($0.scalarType) \($0.shape)" }.joined(separator: ", ")
    return "\(function)(\(operands)) \(parameters)"
  }
}
