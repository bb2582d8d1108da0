import TernLayers
import TernTensors

/// A table of a model: each layer, its output's shape, its parameters and their bytes.
public struct ModelSummary: Sendable, CustomStringConvertible {
  /// One layer.
  public struct Row: Sendable, Hashable {
    /// The layer's path inside the model.
    public let path: String
    /// What it is.
    public let layer: String
    /// The shape of its output, where a container told it.
    public let outputShape: Shape?
    /// The numbers that it learns, those of the layers inside it included.
    public let parameterCount: Int
    /// The bytes of its parameters.
    public let byteCount: Int
  }

  /// A row for each layer, containers before what they contain.
  public let rows: [Row]
  /// All numbers that the model learns.
  public let parameterCount: Int
  /// The bytes of all parameters.
  public let byteCount: Int

  /// The table, with the totals in its last line.
  public var description: String {
    let header = ["Layer", "", "Output shape", "Parameters", "Bytes"]
    let body = rows.map { row in
      [
        row.path, row.layer, row.outputShape.map(\.description) ?? "", grouped(row.parameterCount),
        grouped(row.byteCount),
      ]
    }
    let total = ["Total", "", "", grouped(parameterCount), grouped(byteCount)]
    let table = [header] + body + [total]
    let widths = header.indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return column < 3 ? cell.0 + padding : padding + cell.0
      }
      return padded.joined(separator: "  ")
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    return ([line(header), rule] + body.map(line) + [rule, line(total)])
      .joined(separator: "\n")
  }
}

/// 401408 as "401,408".
private func grouped(_ number: Int) -> String {
  var digits = String(number)
  var place = digits.count - 3
  while place > 0 {
    digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
    place -= 3
  }
  return digits
}

extension Layer {
  /// A table of the layers, their output shapes, parameters and bytes.
  ///
  /// - Parameter inputShape: The shape of an input, the batch axis included.
  /// - Throws: `ShapeError` with the path of the layer that cannot take what it would get.
  public func summary(inputShape: Shape) throws(ShapeError) -> ModelSummary {
    let outputShape = try outputShape(for: inputShape)
    var visitor = SummaryVisitor<Scalar>(root: self, inputShape: inputShape)
    var copy = self
    copy.visit(&visitor)
    let count = parameterCount
    let bytes = count * Scalar.scalarType.byteCount
    let whole = ModelSummary.Row(
      path: "", layer: summaryName, outputShape: outputShape, parameterCount: count,
      byteCount: bytes)
    return ModelSummary(
      rows: visitor.rows.isEmpty ? [whole] : visitor.rows, parameterCount: count, byteCount: bytes)
  }
}

extension Layer {
  /// The description, but only the name of a container: what it contains has rows of its own.
  fileprivate var summaryName: String {
    switch self {
    case is Sequential<Scalar>: "Sequential"
    case is Residual<Scalar>: "Residual"
    default: description
    }
  }
}

/// Makes a row of each child. Shapes flow through containers, which tell what each layer gets.
private struct SummaryVisitor<Scalar: FloatingScalar>: StateVisitor {
  var path: [String] = []
  private(set) var rows: [ModelSummary.Row] = []
  /// The input shapes of layers by their paths, where known.
  private var inputShapes: [String: Shape] = [:]

  init(root: some Layer<Scalar>, inputShape: Shape) { spread(inputShape, over: root) }

  mutating func parameter(_ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole) {}

  mutating func child<Child: Model<Scalar>>(_ name: String, _ child: inout Child) {
    path.append(name)
    defer { path.removeLast() }
    let fullPath = path.joined(separator: ".")
    let inputShape = inputShapes[fullPath]
    let count = child.parameterCount
    let layer = child as? any Layer<Scalar>
    rows.append(
      ModelSummary.Row(
        path: fullPath, layer: layer?.summaryName ?? child.description,
        outputShape: inputShape.flatMap { try? layer?.outputShape(for: $0) },
        parameterCount: count, byteCount: count * Scalar.scalarType.byteCount))
    if let inputShape, let layer { spread(inputShape, over: layer) }
    child.visit(&self)
  }

  /// Notes the input shapes of the layers inside a container.
  private mutating func spread(_ inputShape: Shape, over layer: some Layer<Scalar>) {
    if layer is Residual<Scalar> {
      inputShapes[fullName("branch")] = inputShape
    } else if let sequential = layer as? Sequential<Scalar> {
      var shape: Shape? = inputShape
      for (index, inner) in sequential.layers.enumerated() {
        inputShapes[fullName(String(index))] = shape
        shape = shape.flatMap { try? inner.outputShape(for: $0) }
      }
    }
  }
}
