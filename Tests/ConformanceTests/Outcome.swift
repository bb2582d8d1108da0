import Tern

/// What a call gives: a tensor, or several.
protocol Outcome {
  var tensors: [AnyTensor] { get }
}

extension AnyTensor: Outcome {
  var tensors: [AnyTensor] { [self] }
}

extension Tensor: Outcome {
  var tensors: [AnyTensor] { [AnyTensor(self)] }
}

extension Array: Outcome where Element: Outcome {
  var tensors: [AnyTensor] { flatMap(\.tensors) }
}
