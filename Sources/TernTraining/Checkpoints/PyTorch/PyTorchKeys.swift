/// Which keys of a PyTorch `state_dict` belong to which layers of a model: a dictionary from
/// PyTorch's names to the model's.
///
/// ```swift
/// try model.load(fromPyTorch: path, keys: ["conv1": "0", "bn1": "1", "fc": "4"])
/// try model.load(fromPyTorch: path, keys: ["module": ""])  // all of it is in `module`
/// ```
///
/// A name stands for a key as a whole, or for the first parts of keys: `features` for everything in
/// it, `features.0` and `features.0.weight` for less. The longest name that fits is used; a key
/// that none fits stays as it is. The names of tensors in a layer are PyTorch's on both sides:
/// `weight`, `bias`, `running_mean`.
public struct PyTorchKeys: Sendable, Hashable {
  private struct Rule: Hashable {
    var pyTorch: [Substring]
    var model: [Substring]
  }

  private var rules: [Rule]
  /// Whether layers with other names may be found by their shapes and order.
  let isAutomatic: Bool

  private init(rules: [Rule], isAutomatic: Bool) {
    self.rules = rules
    self.isAutomatic = isAutomatic
  }

  /// A key map from PyTorch's names to the model's.
  public init(_ names: [String: String]) {
    self.init(
      rules: names.map { Rule(pyTorch: parts(of: $0.key), model: parts(of: $0.value)) },
      isAutomatic: false)
  }

  /// The keys are the model's names. Where they are not, layers are told apart by the names and
  /// shapes of their tensors; several of a kind are taken in order if their names differ in numbers
  /// only, as in `conv1` and `conv2` or `layers.9` and `layers.10`.
  public static let automatic = PyTorchKeys(rules: [], isAutomatic: true)

  /// The model's name for a key.
  func modelName(of key: String) -> String { Self.renamed(key, rules, \.pyTorch, \.model) }

  /// The key for a model's name.
  func key(of modelName: String) -> String { Self.renamed(modelName, rules, \.model, \.pyTorch) }

  private static func renamed(
    _ name: String, _ rules: [Rule], _ from: KeyPath<Rule, [Substring]>,
    _ to: KeyPath<Rule, [Substring]>
  ) -> String {
    let parts = parts(of: name)
    let fitting = rules.filter { parts.starts(with: $0[keyPath: from]) }
    guard let rule = fitting.max(by: { $0[keyPath: from].count < $1[keyPath: from].count }) else {
      return name
    }
    let rest = parts.dropFirst(rule[keyPath: from].count)
    return (rule[keyPath: to] + rest).joined(separator: ".")
  }
}

extension PyTorchKeys: ExpressibleByDictionaryLiteral {
  /// A key map from PyTorch's names to the model's; the last of equal names counts.
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(Dictionary(elements) { $1 })
  }
}

/// The names between the points; none of an empty name.
private func parts(of name: String) -> [Substring] { name.split(separator: ".") }
