import TernTensors

// Gradients of layers and models compared with what differences of their values say.

/// Compares a layer's gradients with central differences: of every parameter, by its full name, and
/// of the input, which is called `input`.
///
/// ```swift
/// let report = checkGradients(of: model, at: images)
/// precondition(report.passes(), "\(report)")
/// ```
///
/// Each value is that of a fresh copy, so dropout masks and running statistics are the same every
/// time.
///
/// - Parameters:
///   - layer: The layer, or a whole model.
///   - input: Where to compare; the layer has to be smooth nearby.
///   - inTraining: Whether `training` is checked, or else inference.
///   - seed: Seeds the upstream gradient and the choice of entries.
///   - step: The distance of the differences, for entries up to 1 in magnitude.
///   - maximumEntries: How many entries of each parameter are compared, drawn at random if there
///     are more.
public func checkGradients(
  of layer: some Layer<Double>, at input: Tensor<Double>, inTraining: Bool = true,
  seed: UInt64 = 0, step: Double = 1e-3, maximumEntries: Int = .max
) -> GradientReport {
  let check = LayerCheck(layer, input: input, inTraining: inTraining)
  return checkGradients(
    at: check.inputs, names: check.names, seed: seed, step: step, maximumEntries: maximumEntries,
    of: check.value)
}

/// Compares the gradients of a loss with respect to every parameter of a model with central
/// differences.
///
/// - Parameters:
///   - model: The model.
///   - seed: Seeds the upstream gradient and the choice of entries.
///   - step: The distance of the differences, for entries up to 1 in magnitude.
///   - maximumEntries: How many entries of each parameter are compared, drawn at random if there
///     are more.
///   - loss: A function of the model, which gets a fresh copy each time; its value may have any
///     shape.
public func checkGradients<M: Model<Double>>(
  of model: M, seed: UInt64 = 0, step: Double = 1e-3, maximumEntries: Int = .max,
  loss: (inout M) -> Tensor<Double>
) -> GradientReport {
  let parameters = model.parameters
  return checkGradients(
    at: parameters.map(\.tensor), names: parameters.map(\.name), seed: seed, step: step,
    maximumEntries: maximumEntries
  ) { tensors in
    var copy = model.replacingParameters(by: tensors)
    return loss(&copy)
  }
}

/// Compares a layer's second derivatives with differences of first ones.
///
/// The parameters are those of ``checkGradients(of:at:inTraining:seed:step:maximumEntries:)``.
public func checkSecondDerivatives(
  of layer: some Layer<Double>, at input: Tensor<Double>, inTraining: Bool = true,
  seed: UInt64 = 0, step: Double = 1e-3, maximumEntries: Int = .max
) -> GradientReport {
  let check = LayerCheck(layer, input: input, inTraining: inTraining)
  return checkSecondDerivatives(
    at: check.inputs, names: check.names, seed: seed, step: step, maximumEntries: maximumEntries,
    of: check.value)
}

/// A layer as a function of its parameters and its input.
private struct LayerCheck<L: Layer<Double>> {
  let layer: L
  let inTraining: Bool
  let names: [String]
  let inputs: [Tensor<Double>]

  init(_ layer: L, input: Tensor<Double>, inTraining: Bool) {
    self.layer = layer
    self.inTraining = inTraining
    let parameters = layer.parameters
    names = parameters.map(\.name) + ["input"]
    inputs = parameters.map(\.tensor) + [input]
  }

  func value(_ inputs: [Tensor<Double>]) -> Tensor<Double> {
    var copy = layer.replacingParameters(by: Array(inputs.dropLast()))
    let input = inputs[inputs.count - 1]
    return inTraining ? copy.training(input) : copy(input)
  }
}

extension Model {
  /// A copy with other parameters, in the order of `visit`.
  fileprivate func replacingParameters(by tensors: [Tensor<Scalar>]) -> Self {
    var visitor = ParameterReplacer(tensors: tensors)
    var copy = self
    copy.visit(&visitor)
    return copy
  }
}

private struct ParameterReplacer<Scalar: FloatingScalar>: StateVisitor {
  let tensors: [Tensor<Scalar>]
  var path: [String] = []
  private var index = 0

  init(tensors: [Tensor<Scalar>]) { self.tensors = tensors }

  mutating func parameter(_ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole) {
    tensor = tensors[index]
    index += 1
  }
}
