import TernLayers

/// A layer whose state has other names in PyTorch, or is laid out in another way.
///
/// Tern's own layers are. A layer of your own whose tensors have the names and shapes of PyTorch's
/// needs nothing; another one says what differs:
///
/// ```swift
/// extension Gate: PyTorchLayer {
///   static var pyTorchState: [String: PyTorchTensor] { ["factor": .init("weight", .transposed)] }
/// }
/// ```
public protocol PyTorchLayer {
  /// What PyTorch calls each tensor of the layer, by its own name.
  static var pyTorchState: [String: PyTorchTensor] { get }
}

/// A tensor of a layer as PyTorch has it.
public struct PyTorchTensor: Sendable, Hashable {
  /// How the elements lie.
  public enum Layout: Sendable, Hashable {
    /// As in Tern.
    case same
    /// With the axes in reverse order.
    case transposed
    /// As one integer of 64 bits.
    case count
  }

  /// PyTorch's name for it.
  public let name: String
  /// How its elements lie there.
  public let layout: Layout

  /// A tensor with a name and a layout.
  public init(_ name: String, _ layout: Layout = .same) {
    self.name = name
    self.layout = layout
  }
}

extension Linear: PyTorchLayer {
  /// PyTorch's weight is `[outputs, inputs]`.
  public static var pyTorchState: [String: PyTorchTensor] {
    ["weight": PyTorchTensor("weight", .transposed)]
  }
}

extension BatchNorm: PyTorchLayer {
  /// `weight`, `bias`, `running_mean`, `running_var` and `num_batches_tracked`.
  public static var pyTorchState: [String: PyTorchTensor] {
    [
      "scale": PyTorchTensor("weight"), "shift": PyTorchTensor("bias"),
      "runningMean": PyTorchTensor("running_mean"),
      "runningVariance": PyTorchTensor("running_var"),
      "batchCount": PyTorchTensor("num_batches_tracked", .count),
    ]
  }
}

extension LayerNorm: PyTorchLayer {
  /// `weight` and `bias`.
  public static var pyTorchState: [String: PyTorchTensor] { scaleAndShift }
}

extension GroupNorm: PyTorchLayer {
  /// `weight` and `bias`.
  public static var pyTorchState: [String: PyTorchTensor] { scaleAndShift }
}

extension PReLU: PyTorchLayer {
  /// `weight`.
  public static var pyTorchState: [String: PyTorchTensor] { ["slope": PyTorchTensor("weight")] }
}

private let scaleAndShift = ["scale": PyTorchTensor("weight"), "shift": PyTorchTensor("bias")]
