import TernLayers
import TernOptimizers
import TernTensors

extension Trainer {
  /// The tensors of the models and the optimizer.
  var state: [(name: String, tensor: AnyTensor)] {
    let parts = [
      ("model", model.state), ("best", bestModel.state), ("optimizer", optimizer.state),
    ]
    return parts.flatMap { part, state in state.map { ("\(part).\($0.name)", $0.tensor) } }
  }

  /// Takes them from a checkpoint; returns what does not fit, in words.
  mutating func load(_ file: CheckpointFile) -> [String] {
    var differences: [String] = []
    func attempt(_ part: String, _ body: ([(name: String, tensor: AnyTensor)]) throws -> Void) {
      do {
        try body(file.tensors(of: part))
      } catch {
        differences.append("\(part): \(error)")
      }
    }
    attempt("model") { try model.load(state: $0) }
    guard differences.isEmpty else { return differences }
    attempt("best") { try bestModel.load(state: $0) }
    attempt("optimizer") { try optimizer.load(state: $0, for: model) }
    return differences
  }

  /// What a training that goes on has to have in common with the one that was stopped. How long it
  /// goes on is not part of it, nor are functions, which nothing can compare.
  func settings(_ sets: Sets) -> [String: String] {
    func words(_ value: (some Any)?) -> String { value.map { "\($0)" } ?? "none" }
    let shape = sets.training.inputShape.dropFirst()
    return [
      "scalar type": "\(Scalar.scalarType)", "optimizer": "\(Method.self)",
      "batch size": "\(batchSize)", "batching": batching.rawValue,
      "sum of losses": "\(lossIsSummed)", "penalty": words(penalty),
      "size of the training sample": words(trainingSampleSize),
      "metrics": metrics.map(\.name).joined(separator: ", "), "monitor": "\(monitor)",
      "schedule": schedule == nil ? (plateau == nil ? "none" : "plateau") : "of steps",
      "gradient norm limit": words(gradientNormLimit),
      "training examples": "\(sets.training.count)", "shape of an example": "\(Array(shape))",
      "validation examples": words(sets.validation?.count),
      "test examples": words(sets.test?.count),
    ]
  }
}
