import TernFormats
import TernTensors

/// Which tensor of a file belongs to which one of a model.
struct PyTorchMatch {
  /// For each slot the key in the file; nil if there is none.
  private(set) var keys: [String?]
  /// Keys that belong nowhere.
  private(set) var unused: [String] = []
  /// Keys that belong to a slot that another one has.
  private(set) var clashes: [String] = []

  /// The tensors matched by name or, if the key map allows it and names do not say all, by layers.
  init(_ file: SafetensorsFile, to slots: [PyTorchSlot], _ map: PyTorchKeys) {
    keys = Array(repeating: nil, count: slots.count)
    let places = Dictionary(slots.enumerated().map { ($1.key, $0) }) { first, _ in first }
    for key in file.names {
      let name = map.modelName(of: key)
      if let place = places[name] {
        if let other = keys[place] {
          clashes.append("\(other) and \(key) are both \(name)")
        } else {
          keys[place] = key
        }
      } else if !isBatchCount(key) {
        unused.append(key)
      }
    }
    let isComplete = unused.isEmpty && clashes.isEmpty && !keys.contains(nil)
    if map.isAutomatic && !isComplete, let found = Self.byLayers(file, slots) {
      (keys, unused, clashes) = (found, [], [])
    }
  }

  /// The keys of the slots if the layers of the file, told apart by the names and shapes of their
  /// tensors, are those of the model; several of a kind are taken in order.
  private static func byLayers(_ file: SafetensorsFile, _ slots: [PyTorchSlot]) -> [String?]? {
    let needsCounts = slots.contains { $0.layout == .count }
    let stored = file.names.filter { needsCounts || !isBatchCount($0) }
    let ofFile = kinds(stored.map { ($0, file[$0]?.shape ?? []) })
    let ofModel = kinds(slots.map { ($0.key, $0.shape) })
    guard ofFile.keys == ofModel.keys else { return nil }
    var prefixes: [Substring: Substring] = [:]
    for (kind, layers) in ofModel {
      guard let found = ofFile[kind], found.count == layers.count,
        let ordered = inOrder(found)
      else { return nil }
      for (layer, prefix) in zip(layers, ordered) { prefixes[layer] = prefix }
    }
    return slots.map { slot in
      let (layer, word) = split(slot.key)
      return prefixes[layer].map { $0.isEmpty ? String(word) : "\($0).\(word)" }
    }
  }

  /// The layers of each kind: of the same names and shapes of tensors.
  private static func kinds(_ tensors: [(key: String, shape: Shape)]) -> [String: [Substring]] {
    var order: [Substring] = []
    var contents: [Substring: [String]] = [:]
    for (key, shape) in tensors {
      let (layer, word) = split(key)
      if contents[layer] == nil { order.append(layer) }
      contents[layer, default: []].append("\(word) \(shape)")
    }
    return Dictionary(grouping: order) { layer in
      (contents[layer] ?? []).sorted().joined(separator: ", ")
    }
  }

  /// Names that differ in numbers only, ordered by these; nil if they differ in more.
  private static func inOrder(_ names: [Substring]) -> [Substring]? {
    func numbers(_ name: Substring) -> [Int] {
      name.split { !($0.isASCII && $0.isNumber) }.map { Int($0) ?? .max }
    }
    func text(_ name: Substring) -> String {
      name.split { $0.isASCII && $0.isNumber }.joined(separator: "0")
    }
    guard Set(names.map(text)).count <= 1 else { return nil }
    return names.sorted { numbers($0).lexicographicallyPrecedes(numbers($1)) }
  }

  /// The layer and the name in it.
  private static func split(_ key: String) -> (layer: Substring, word: Substring) {
    guard let point = key.lastIndex(of: ".") else { return ("", key[...]) }
    return (key[..<point], key[key.index(after: point)...])
  }
}

/// Whether this is how many batches a layer has seen, which only an average of all needs.
private func isBatchCount(_ key: String) -> Bool {
  key == "num_batches_tracked" || key.hasSuffix(".num_batches_tracked")
}
